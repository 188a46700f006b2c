import type { Rule } from '../../rule.ts'
import { retryAfterRules } from './retry-after.ts'

export const retryRules: readonly Rule[] = [...retryAfterRules]
