import type { RequestView } from '../exchange-view.ts'

// If-Match and the like, If and Overwrite of WebDAV, those of extensions (X-Amz-Copy-Source-If-Match,
// If-Schedule-Tag-Match), and two fields that are conditions without the name.
const CONDITION = /(?:^|-)if(?:-|$)|^(?:overwrite|tus-resumable|x-ms-lease-id)$/

// Those of APIs that have them in the query, such as ifGenerationMatch.
const IN_QUERY = /[?&]if[a-z_-]*(?:match|since)/i

/** Whether a request has something that could make it conditional, so that 412 may be an answer (RFC 9110 §15.5.13). */
export function hasCondition(request: RequestView): boolean {
  return !hasOnlyConditions(request)
}

/** Whether no other field than these, and nothing in the query, could make a request conditional. */
export function hasOnlyConditions(request: RequestView, ...lowerNames: readonly string[]): boolean {
  for (const name of request.names()) if (CONDITION.test(name) && !lowerNames.includes(name)) return false
  return !IN_QUERY.test(request.target)
}
