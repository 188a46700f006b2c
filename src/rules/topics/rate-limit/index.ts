import type { Rule } from '../../rule.ts'
import { policyRules } from './policy.ts'
import { remainingRules } from './remaining.ts'
import { sharedRules } from './shared.ts'

export const rateLimitRules: readonly Rule[] = [...policyRules, ...remainingRules, ...sharedRules]
