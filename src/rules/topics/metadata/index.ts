import type { Rule } from '../../rule.ts'
import { allowRules } from './allow.ts'
import { contentCodingRules } from './content-coding.ts'
import { contentTypeRules } from './content-type.ts'
import { digestRules } from './digests.ts'
import { linkRules } from './links.ts'
import { preferenceRules } from './preferences.ts'
import { representationRules } from './representation.ts'
import { requestRules } from './request-only.ts'
import { serverRules } from './server.ts'
import { uriRules } from './uris.ts'

export const metadataRules: readonly Rule[] = [
  ...contentTypeRules,
  ...contentCodingRules,
  ...representationRules,
  ...uriRules,
  ...linkRules,
  ...digestRules,
  ...serverRules,
  ...preferenceRules,
  ...allowRules,
  ...requestRules,
]
