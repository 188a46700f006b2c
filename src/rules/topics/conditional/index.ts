import type { Rule } from '../../rule.ts'
import { dateRules } from './dates.ts'
import { errorRules } from './errors.ts'
import { ifMatchRules } from './if-match.ts'
import { ifNoneMatchRules } from './if-none-match.ts'
import { ifRangeRules } from './if-range.ts'
import { notModifiedRules } from './not-modified.ts'
import { notModifiedFieldsRules } from './not-modified-fields.ts'
import { orderRules } from './order.ts'
import { validatorRules } from './validators.ts'

export const conditionalRules: readonly Rule[] = [
  ...dateRules,
  ...errorRules,
  ...ifMatchRules,
  ...ifNoneMatchRules,
  ...ifRangeRules,
  ...notModifiedFieldsRules,
  ...notModifiedRules,
  ...orderRules,
  ...validatorRules,
]
