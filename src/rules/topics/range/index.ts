import type { Rule } from '../../rule.ts'
import { acceptRangesRules } from './accept-ranges.ts'
import { multipartRules } from './multipart.ts'
import { partialRules } from './partial.ts'
import { partialFieldsRules } from './partial-fields.ts'
import { requestedRules } from './requested.ts'
import { unsatisfiableRules } from './unsatisfiable.ts'

export const rangeRules: readonly Rule[] = [
  ...acceptRangesRules,
  ...multipartRules,
  ...partialFieldsRules,
  ...partialRules,
  ...requestedRules,
  ...unsatisfiableRules,
]
