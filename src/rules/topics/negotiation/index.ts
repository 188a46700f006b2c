import type { Rule } from '../../rule.ts'
import { codingRules } from './codings.ts'
import { fieldRules } from './fields.ts'
import { mediaTypeRules } from './media-types.ts'
import { refusalRules } from './refusals.ts'
import { varyRules } from './vary.ts'

export const negotiationRules: readonly Rule[] = [
  ...mediaTypeRules,
  ...codingRules,
  ...refusalRules,
  ...fieldRules,
  ...varyRules,
]
