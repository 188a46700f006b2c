import type { RuleExample } from '../example.ts'
import { choiceExamples } from './choices.ts'
import { locationExamples } from './location.ts'

export const redirectionExamples: readonly RuleExample[] = [...choiceExamples, ...locationExamples]
