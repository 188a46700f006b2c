import type { Rule } from '../../rule.ts'
import { dateRules } from './dates.ts'

export const deprecationRules: readonly Rule[] = [...dateRules]
