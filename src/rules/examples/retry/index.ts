import type { RuleExample } from '../example.ts'
import { retryAfterExamples } from './retry-after.ts'

export const retryExamples: readonly RuleExample[] = [...retryAfterExamples]
