import type { RuleExample } from '../example.ts'
import { multipartExamples } from './multipart.ts'
import { partialExamples } from './partial.ts'
import { partialFieldsExamples } from './partial-fields.ts'
import { requestedExamples } from './requested.ts'
import { unsatisfiableExamples } from './unsatisfiable.ts'

export const rangeExamples: readonly RuleExample[] = [
  ...multipartExamples,
  ...partialExamples,
  ...partialFieldsExamples,
  ...requestedExamples,
  ...unsatisfiableExamples,
]
