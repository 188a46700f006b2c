import type { RuleExample } from '../example.ts'
import { setCookieExamples } from './set-cookie.ts'

export const cookiesExamples: readonly RuleExample[] = [...setCookieExamples]
