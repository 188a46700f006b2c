import type { RuleExample } from '../example.ts'
import { acceptRangesExamples } from './accept-ranges.ts'
import { multipartExamples } from './multipart.ts'
import { partialExamples } from './partial.ts'
import { partialFieldsExamples } from './partial-fields.ts'
import { requestedExamples } from './requested.ts'
import { unsatisfiableExamples } from './unsatisfiable.ts'

export const rangeExamples: readonly RuleExample[] = [
  ...acceptRangesExamples,
  ...multipartExamples,
  ...partialExamples,
  ...partialFieldsExamples,
  ...requestedExamples,
  ...unsatisfiableExamples,
]
