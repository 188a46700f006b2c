import type { RuleExample } from '../example.ts'
import { clientErrorExamples } from './client-errors.ts'
import { codeExamples } from './codes.ts'
import { successExamples } from './success.ts'

export const statusCodeExamples: readonly RuleExample[] = [...codeExamples, ...successExamples, ...clientErrorExamples]
