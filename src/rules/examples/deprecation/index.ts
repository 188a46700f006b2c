import type { RuleExample } from '../example.ts'
import { dateExamples } from './dates.ts'

export const deprecationExamples: readonly RuleExample[] = [...dateExamples]
