import type { RuleExample } from '../example.ts'
import { deltaExamples } from './delta.ts'
import { explanationExamples } from './explanation.ts'

export const contentExamples: readonly RuleExample[] = [...explanationExamples, ...deltaExamples]
