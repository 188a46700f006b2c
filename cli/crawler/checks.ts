import type { ReportRule } from '../report/report.ts'

const DOCS = 'https://developers.google.com/search/docs'

/**
 * What search engines look at beyond the RFCs. These are no rules of an RFC: each says who documents it. Nothing is guessed
 * of what the owner meant: 302 or 301, 404 or 410.
 */
export const softNotFound: ReportRule = check(
  'crawler-soft-404',
  'Google Search Central: soft 404 errors',
  `${DOCS}/crawling-indexing/http-network-errors#soft-404-errors`,
  'A path where nothing is answers 404 or 410, and not with success, else crawlers index error pages.',
  'Answer unknown paths with throw new NotFound(), which problems() does where no route matches; limit the fallback of a single-page application to the paths that it knows.',
)

export const robotsError: ReportRule = check(
  'crawler-robots-5xx',
  'Google Search Central: robots.txt; RFC 9309 §2.3.1.4',
  'https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1.4',
  'robots.txt does not answer with a server error: crawlers then take the whole site for forbidden.',
  'Serve /robots.txt, or answer 404 if there is none; keep it apart from what can fail. (While all of the site is closed for maintenance, 503 is right: nothing is to be crawled then.)',
)

export const redirectChain: ReportRule = check(
  'crawler-redirect-chain',
  'Google Search Central: site moves, redirect chains; RFC 9309 §2.3.1.2 for robots.txt',
  `${DOCS}/crawling-indexing/site-move-with-url-changes`,
  'A chain of redirects has at most five hops; crawlers give longer ones up or put them off.',
  'Redirect to the last URL of the chain at once.',
)

export const redirectLoop: ReportRule = check(
  'crawler-redirect-loop',
  'Google Search Central: HTTP status codes',
  `${DOCS}/crawling-indexing/http-network-errors`,
  'A chain of redirects does not come back to a URL that was in it, because then no client ever gets content.',
  'Look for two redirects that undo each other, such as of the trailing slash, the case, or http and https behind a proxy.',
)

export const unavailableWithoutRetryAfter: ReportRule = check(
  'crawler-503-retry-after',
  'Google Search Central blog: planned site downtime',
  'https://developers.google.com/search/blog/2011/01/how-to-deal-with-planned-site-downtime',
  'A 503 says by Retry-After when crawlers may come back.',
  'throw new ServiceUnavailable({ retryAfter: 3600 }), or problems({ fallbacks: { retryAfter: 3600 } }).',
)

export const crawlerChecks: readonly ReportRule[] = [
  softNotFound,
  robotsError,
  redirectChain,
  redirectLoop,
  unavailableWithoutRetryAfter,
]

function check(id: string, reference: string, link: string, statement: string, remedy: string): ReportRule {
  return { id, level: 'advice', reference, link, statement, remedy, decidedBy: 'application' }
}
