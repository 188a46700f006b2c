import type { Rule } from '../../rule.ts'
import { allowRules } from './allow.ts'
import { headRules } from './head.ts'
import { optionsRules } from './options.ts'
import { patchRules } from './patch.ts'
import { queryRules } from './query.ts'
import { supportRules } from './support.ts'
import { traceConnectRules } from './trace-connect.ts'
import { writingRules } from './writing.ts'

export const methodRules: readonly Rule[] = [
  ...allowRules,
  ...supportRules,
  ...headRules,
  ...optionsRules,
  ...traceConnectRules,
  ...writingRules,
  ...patchRules,
  ...queryRules,
]
