import { authenticationExamples } from './authentication/index.ts'
import { cachingExamples } from './caching/index.ts'
import { conditionalExamples } from './conditional/index.ts'
import { connectionExamples } from './connection/index.ts'
import { contentExamples } from './content/index.ts'
import { cookiesExamples } from './cookies/index.ts'
import { deprecationExamples } from './deprecation/index.ts'
import type { RuleExample } from './example.ts'
import { framingExamples } from './framing/index.ts'
import { interimExamples } from './interim/index.ts'
import { metadataExamples } from './metadata/index.ts'
import { methodExamples } from './method/index.ts'
import { negotiationExamples } from './negotiation/index.ts'
import { problemDetailsExamples } from './problem-details/index.ts'
import { rangeExamples } from './range/index.ts'
import { rateLimitExamples } from './rate-limit/index.ts'
import { redirectionExamples } from './redirection/index.ts'
import { retryExamples } from './retry/index.ts'
import { securityExamples } from './security/index.ts'
import { statusCodeExamples } from './status-code/index.ts'
import { syntaxExamples } from './syntax/index.ts'
import { upgradeExamples } from './upgrade/index.ts'
import { webdavExamples } from './webdav/index.ts'

export type { RuleExample } from './example.ts'

/** An example of every rule. */
export const examples: readonly RuleExample[] = [
  ...authenticationExamples,
  ...cachingExamples,
  ...conditionalExamples,
  ...connectionExamples,
  ...contentExamples,
  ...cookiesExamples,
  ...deprecationExamples,
  ...framingExamples,
  ...interimExamples,
  ...metadataExamples,
  ...methodExamples,
  ...negotiationExamples,
  ...problemDetailsExamples,
  ...rangeExamples,
  ...rateLimitExamples,
  ...redirectionExamples,
  ...retryExamples,
  ...securityExamples,
  ...statusCodeExamples,
  ...syntaxExamples,
  ...upgradeExamples,
  ...webdavExamples,
]
