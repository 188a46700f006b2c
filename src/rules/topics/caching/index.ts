import type { Rule } from '../../rule.ts'
import { directiveRules } from './directives.ts'
import { errorRules } from './errors.ts'
import { fieldRules } from './fields.ts'

export const cachingRules: readonly Rule[] = [...directiveRules, ...errorRules, ...fieldRules]
