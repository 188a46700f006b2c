import type { Rule } from '../../rule.ts'
import { exposureRules } from './exposure.ts'
import { hstsRules } from './hsts.ts'
import { stackTraceRules } from './stack-traces.ts'

export const securityRules: readonly Rule[] = [...exposureRules, ...hstsRules, ...stackTraceRules]
