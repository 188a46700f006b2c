import type { RuleExample } from '../example.ts'
import { allowExamples } from './allow.ts'
import { contentCodingExamples } from './content-coding.ts'
import { contentTypeExamples } from './content-type.ts'
import { digestsExamples } from './digests.ts'
import { linksExamples } from './links.ts'
import { preferencesExamples } from './preferences.ts'
import { representationExamples } from './representation.ts'
import { requestOnlyExamples } from './request-only.ts'
import { serverExamples } from './server.ts'
import { urisExamples } from './uris.ts'

export const metadataExamples: readonly RuleExample[] = [
  ...allowExamples,
  ...contentCodingExamples,
  ...contentTypeExamples,
  ...digestsExamples,
  ...linksExamples,
  ...preferencesExamples,
  ...representationExamples,
  ...requestOnlyExamples,
  ...serverExamples,
  ...urisExamples,
]
