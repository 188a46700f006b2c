import type { Rule } from '../../rule.ts'
import { jsonRules } from './json.ts'
import { memberRules } from './members.ts'
import { textRules } from './texts.ts'
import { xmlRules } from './xml.ts'

export const problemDetailsRules: readonly Rule[] = [...jsonRules, ...memberRules, ...textRules, ...xmlRules]
