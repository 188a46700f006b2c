import type { RuleExample } from '../example.ts'
import { fieldSectionExamples } from './field-section.ts'
import { listExamples } from './lists.ts'
import { nameAndValueExamples } from './names-and-values.ts'
import { quotedStringExamples } from './quoted-strings.ts'
import { repeatedFieldExamples } from './repeated-fields.ts'
import { requestExamples } from './requests.ts'
import { roleExamples } from './roles.ts'
import { statusLineExamples } from './status-line.ts'
import { structuredExamples } from './structured.ts'
import { timestampExamples } from './timestamps.ts'

export const syntaxExamples: readonly RuleExample[] = [
  ...statusLineExamples,
  ...fieldSectionExamples,
  ...nameAndValueExamples,
  ...repeatedFieldExamples,
  ...listExamples,
  ...quotedStringExamples,
  ...timestampExamples,
  ...structuredExamples,
  ...roleExamples,
  ...requestExamples,
]
