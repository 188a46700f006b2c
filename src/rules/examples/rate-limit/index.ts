import type { RuleExample } from '../example.ts'
import { policyExamples } from './policy.ts'
import { remainingExamples } from './remaining.ts'
import { sharedExamples } from './shared.ts'

export const rateLimitExamples: readonly RuleExample[] = [...policyExamples, ...remainingExamples, ...sharedExamples]
