import type { RuleExample } from '../example.ts'
import { dateExamples } from './dates.ts'
import { errorExamples } from './errors.ts'
import { ifMatchExamples } from './if-match.ts'
import { ifNoneMatchExamples } from './if-none-match.ts'
import { ifRangeExamples } from './if-range.ts'
import { notModifiedExamples } from './not-modified.ts'
import { notModifiedFieldsExamples } from './not-modified-fields.ts'
import { orderExamples } from './order.ts'
import { validatorExamples } from './validators.ts'

export const conditionalExamples: readonly RuleExample[] = [
  ...dateExamples,
  ...errorExamples,
  ...ifMatchExamples,
  ...ifNoneMatchExamples,
  ...ifRangeExamples,
  ...notModifiedFieldsExamples,
  ...notModifiedExamples,
  ...orderExamples,
  ...validatorExamples,
]
