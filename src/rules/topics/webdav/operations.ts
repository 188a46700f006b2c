import type { ExchangeView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { WEBDAV_METHODS } from '../../shared/methods.ts'
import { targetOf } from '../../shared/reference-targets.ts'
import { hasCondition } from '../../shared/request-conditions.ts'
import { fromSameClient } from '../../shared/series.ts'

/** Statuses of the methods of WebDAV (RFC 4918, RFC 5842). */
export const operationRules: readonly Rule[] = [
  {
    id: '4918-10.6-overwrite-412',
    level: 'MUST',
    rfc: '4918',
    section: '10.6',
    topic: 'webdav',
    statement: 'A COPY or MOVE with Overwrite: F to where something is already is answered with 412.',
    status: ['2xx'],
    applies: ({ request }) =>
      (request.method === 'COPY' || request.method === 'MOVE') && request.get('overwrite')?.toUpperCase() === 'F',
    check: (exchange) => {
      const { request, response } = exchange
      const evidence = `${request.line}\n${request.show('destination', 'overwrite')}\n${response.line}`
      if (response.status === 204)
        return fault(
          'The 204 says that the destination was replaced, which Overwrite: F forbids: 412 would be right.',
          evidence,
        )
      return isThere(exchange)
        ? fault(
            `Something is at ${quoted(String(request.get('destination')))}, which Overwrite: F protects: 412 would be right, not ${response.status}.`,
            evidence,
          )
        : undefined
    },
    remedy: "Look at the destination first, and throw new PreconditionFailed() if it exists and Overwrite is 'F'.",
  },
  {
    id: '4918-12.1-dav-412-needs-conditional',
    level: 'MUST NOT',
    rfc: '4918',
    section: '12.1',
    topic: 'webdav',
    statement:
      'A method of WebDAV is answered with 412 only if the request has a condition: If-Match and the like, If, or Overwrite.',
    covers: ['4918-12.1-412-unconditional'],
    status: [412],
    applies: ({ request }) => WEBDAV_METHODS.has(request.method),
    check: ({ request, response }) =>
      hasCondition(request)
        ? undefined
        : fault(
            'The 412 says that a condition is false, and the request has none: 409 tells of a conflict, 423 of a lock.',
            `${request.line}\n${response.line}`,
          ),
    remedy: 'throw new Conflict() or new Locked() in its place.',
  },
  {
    id: '5842-7.2-use',
    level: 'advice',
    rfc: '5842',
    section: '7.2',
    topic: 'webdav',
    statement: '508 says that a request with Depth: infinity met an endless loop, and nothing else.',
    status: [508],
    check: ({ request, response }) =>
      FLAT.includes(request.method) && !request.has('depth')
        ? fault(
            `The ${request.method} has no depth, so there is no loop that a 508 could speak of.`,
            `${request.line}\n${response.line}`,
          )
        : undefined,
    remedy:
      'throw new ServiceUnavailable() where resources are lacking, new BadGateway() where servers call each other.',
  },
]

/** Methods that act on one resource, whatever Depth might say. */
const FLAT = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT']

/** Whether the destination was seen just before, and nothing but reading was done since. */
function isThere(exchange: ExchangeView): boolean {
  const { earlier, request } = exchange
  const named = request.get('destination')
  if (named === undefined) return false
  const destination = targetOf(named, exchange)
  const at = earlier.findLastIndex(({ request: { method } }) => method !== 'GET' && method !== 'HEAD')
  return earlier
    .slice(at + 1)
    .some(
      (other) =>
        other.request.target === destination && other.response.status === 200 && fromSameClient(other.request, request),
    )
}
