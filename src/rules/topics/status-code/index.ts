import type { Rule } from '../../rule.ts'
import { clientErrorRules } from './client-errors.ts'
import { codeRules } from './codes.ts'
import { successRules } from './success.ts'

export const statusCodeRules: readonly Rule[] = [...codeRules, ...successRules, ...clientErrorRules]
