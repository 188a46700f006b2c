import type { RuleExample } from '../example.ts'
import { contentLengthExamples } from './content-length.ts'
import { dateExamples } from './date.ts'
import { delimitingExamples } from './delimiting.ts'
import { noContentExamples } from './no-content.ts'
import { requestFramingExamples } from './request-framing.ts'
import { requestGrammarExamples } from './request-grammar.ts'
import { trailerExamples } from './trailers.ts'
import { transferCodingExamples } from './transfer-coding.ts'
import { versionExamples } from './version.ts'

export const framingExamples: readonly RuleExample[] = [
  ...noContentExamples,
  ...contentLengthExamples,
  ...transferCodingExamples,
  ...delimitingExamples,
  ...trailerExamples,
  ...dateExamples,
  ...versionExamples,
  ...requestFramingExamples,
  ...requestGrammarExamples,
]
