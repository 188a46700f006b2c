import type { RuleExample } from '../example.ts'
import { allowExamples } from './allow.ts'
import { headExamples } from './head.ts'
import { optionsExamples } from './options.ts'
import { patchExamples } from './patch.ts'
import { queryExamples } from './query.ts'
import { supportExamples } from './support.ts'
import { traceConnectExamples } from './trace-connect.ts'
import { writingExamples } from './writing.ts'

export const methodExamples: readonly RuleExample[] = [
  ...allowExamples,
  ...supportExamples,
  ...headExamples,
  ...optionsExamples,
  ...traceConnectExamples,
  ...writingExamples,
  ...patchExamples,
  ...queryExamples,
]
