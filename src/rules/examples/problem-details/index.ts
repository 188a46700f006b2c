import type { RuleExample } from '../example.ts'
import { jsonExamples } from './json.ts'
import { memberExamples } from './members.ts'
import { textExamples } from './texts.ts'
import { xmlExamples } from './xml.ts'

export const problemDetailsExamples: readonly RuleExample[] = [
  ...jsonExamples,
  ...memberExamples,
  ...textExamples,
  ...xmlExamples,
]
