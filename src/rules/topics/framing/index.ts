import type { Rule } from '../../rule.ts'
import { contentLengthRules } from './content-length.ts'
import { dateRules } from './date.ts'
import { delimitingRules } from './delimiting.ts'
import { noContentRules } from './no-content.ts'
import { requestFramingRules } from './request-framing.ts'
import { requestGrammarRules } from './request-grammar.ts'
import { trailerRules } from './trailers.ts'
import { transferCodingRules } from './transfer-coding.ts'
import { versionRules } from './version.ts'

export const framingRules: readonly Rule[] = [
  ...noContentRules,
  ...contentLengthRules,
  ...transferCodingRules,
  ...delimitingRules,
  ...trailerRules,
  ...dateRules,
  ...versionRules,
  ...requestFramingRules,
  ...requestGrammarRules,
]
