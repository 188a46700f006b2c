import type { RuleExample } from '../example.ts'
import { exposureExamples } from './exposure.ts'
import { hstsExamples } from './hsts.ts'
import { stackTraceExamples } from './stack-traces.ts'

export const securityExamples: readonly RuleExample[] = [...exposureExamples, ...hstsExamples, ...stackTraceExamples]
