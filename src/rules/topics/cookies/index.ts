import type { Rule } from '../../rule.ts'
import { setCookieRules } from './set-cookie.ts'

export const cookiesRules: readonly Rule[] = [...setCookieRules]
