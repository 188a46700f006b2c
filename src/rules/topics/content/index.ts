import type { Rule } from '../../rule.ts'
import { deltaRules } from './delta.ts'
import { explanationRules } from './explanation.ts'

export const contentRules: readonly Rule[] = [...explanationRules, ...deltaRules]
