import type { Rule } from '../../rule.ts'
import { choiceRules } from './choices.ts'
import { locationRules } from './location.ts'

export const redirectionRules: readonly Rule[] = [...choiceRules, ...locationRules]
