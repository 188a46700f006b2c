import type { ExchangeView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import type { Rule, StatusRange } from '../../rule.ts'
import { hasOnlyConditions } from '../../shared/request-conditions.ts'
import { sameBefore, showBoth } from '../../shared/series.ts'
import { hasNoConditions, hasPreconditions, PRECONDITIONS } from './conditions.ts'

const REMEDY =
  'Check who asks, whether the target is there and what was sent first; call preconditions() right before the action.'
const PERMANENT: ReadonlySet<number> = new Set([301, 308])
// Those that say something lasting of the request or its target. Not 400, 403, 422: some want a condition by them.
const LASTING: ReadonlySet<number> = new Set([401, 404, 405, 406, 410, 413, 414, 415, 451])
const UNABLE: ReadonlySet<number> = new Set([501, 505])
const DECIDED: readonly StatusRange[] = [304, 412]

/** When conditions count at all (RFC 9110 §13.2.1). */
export const orderRules: readonly Rule[] = [
  {
    id: '9110-13.2.1-redirect-precedes-preconditions',
    level: 'MUST',
    rfc: '9110',
    section: '13.2.1',
    topic: 'conditional',
    statement: 'A redirect wins over preconditions: what answers 301 or 308 does so with conditions too.',
    covers: ['9110-13.2.1-ignore-when-other-failure-3xx'],
    status: [301, 304, 308, 412],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => hasPreconditions(request),
    check: (exchange) => overruled(exchange, PERMANENT),
    remedy: REMEDY,
  },
  {
    id: '9110-13.2.1-ignore-when-other-failure-4xx',
    level: 'MUST',
    rfc: '9110',
    section: '13.2.1',
    topic: 'conditional',
    statement: 'Preconditions are ignored where the request fails without them: 401, 404, 405, 415 and so on win.',
    covers: ['9110-13.2.1-errors-first', '9110-13.2.1-evaluate-after-normal-checks'],
    status: ['4xx', 304],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => hasPreconditions(request),
    check: (exchange) => overruled(exchange, LASTING),
    remedy: REMEDY,
  },
  {
    id: '9110-13.2.1-ignore-when-other-failure-5xx',
    level: 'MUST',
    rfc: '9110',
    section: '13.2.1',
    topic: 'conditional',
    statement: 'Preconditions are ignored where the server can do nothing with the request: 501 and 505 win.',
    status: ['5xx', ...DECIDED],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => hasPreconditions(request),
    check: (exchange) => overruled(exchange, UNABLE),
    remedy: REMEDY,
  },
  {
    id: '9110-13.2.1-ignore-for-connect-options-trace',
    level: 'MUST',
    rfc: '9110',
    section: '13.2.1',
    topic: 'conditional',
    statement: 'Conditions are ignored for CONNECT, OPTIONS and TRACE, which have no representation to compare.',
    covers: ['9110-13.2.1-ignored-methods'],
    status: ['2xx', ...DECIDED],
    applies: ({ request }) => hasNoConditions(request) && hasPreconditions(request),
    check({ request, response }) {
      if (response.status !== 304 && response.status !== 412) return undefined
      if (!hasOnlyConditions(request, ...PRECONDITIONS)) return undefined
      return fault(
        `${request.method} neither reads nor changes a representation, so its conditions can't be false, yet it got ${response.status}.`,
        [request.line, request.show(...PRECONDITIONS), response.line].join('\n'),
      )
    },
    remedy: 'Answer OPTIONS before any check of conditions; preconditions() lets it pass.',
  },
]

/** Whether the same request without conditions was answered with one of these just before. */
function overruled(exchange: ExchangeView, statuses: ReadonlySet<number>): ReturnType<Rule['check']> {
  const { status } = exchange.response
  if (status !== 304 && status !== 412) return undefined
  const { method, message } = exchange.request
  const earlier = sameBefore(
    exchange,
    ({ request }) =>
      request.method === method &&
      request.message.contentLength === message.contentLength &&
      hasOnlyConditions(request),
  )
  if (earlier === undefined || !statuses.has(earlier.response.status)) return undefined
  return fault(
    `Without conditions the answer is ${earlier.response.status}, which wins; it must not turn into ${status}.`,
    showBoth(earlier, exchange, 'location'),
  )
}
