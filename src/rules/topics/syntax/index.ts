import type { Rule } from '../../rule.ts'
import { fieldSectionRules } from './field-section.ts'
import { listRules } from './lists.ts'
import { nameAndValueRules } from './names-and-values.ts'
import { quotedStringRules } from './quoted-strings.ts'
import { repeatedFieldRules } from './repeated-fields.ts'
import { requestRules } from './requests.ts'
import { roleRules } from './roles.ts'
import { statusLineRules } from './status-line.ts'
import { structuredRules } from './structured.ts'
import { timestampRules } from './timestamps.ts'

export const syntaxRules: readonly Rule[] = [
  ...statusLineRules,
  ...fieldSectionRules,
  ...nameAndValueRules,
  ...repeatedFieldRules,
  ...listRules,
  ...quotedStringRules,
  ...timestampRules,
  ...structuredRules,
  ...roleRules,
  ...requestRules,
]
