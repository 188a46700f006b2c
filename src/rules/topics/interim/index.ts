import type { Rule } from '../../rule.ts'
import { anyInterimRules } from './any.ts'
import { continueRules } from './continue.ts'
import { switchingRules } from './switching.ts'

export const interimRules: readonly Rule[] = [...anyInterimRules, ...continueRules, ...switchingRules]
