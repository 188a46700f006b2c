import type { RuleExample } from '../example.ts'
import { anyInterimExamples } from './any.ts'
import { continueExamples } from './continue.ts'
import { switchingExamples } from './switching.ts'

export const interimExamples: readonly RuleExample[] = [
  ...anyInterimExamples,
  ...continueExamples,
  ...switchingExamples,
]
