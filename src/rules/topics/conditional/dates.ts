import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { hasOnlyConditions } from '../../shared/request-conditions.ts'
import { showBoth } from '../../shared/series.ts'
import { dateOf, isFromCache, isGetOrHead, isLater, isOneDate, readBefore, wasPerformed } from './conditions.ts'

const READ = 'Answer with representation(req, { body, lastModified }): it compares the dates.'
const WRITE = 'Call preconditions(req, { lastModified }) right before the action: it throws the 412.'

/** If-Modified-Since and If-Unmodified-Since are obeyed. */
export const dateRules: readonly Rule[] = [
  {
    id: '9110-13.1.3-ims-false-304',
    level: 'SHOULD',
    rfc: '9110',
    section: '13.1.3',
    topic: 'conditional',
    statement:
      'GET and HEAD are answered with 304 where If-Modified-Since has the Last-Modified of the representation.',
    covers: [
      '9110-13.1.3-ims-evaluate',
      '9110-13.1.3-ims-false-not-performed',
      '9110-13.2.2-order-if-modified-since-fourth',
    ],
    status: [200, 206],
    fields: ['last-modified'],
    applies: ({ request }) => request.has('if-modified-since'),
    check(exchange) {
      const { request, response } = exchange
      if (request.has('if-none-match') || !isGetOrHead(request) || isFromCache(exchange)) return undefined
      const modified = dateOf(response, 'last-modified')
      // Later dates match as well; but servers that take only the very date have reasons to.
      if (modified === undefined || modified !== dateOf(request, 'if-modified-since')) return undefined
      return fault(
        `If-Modified-Since has the Last-Modified of this very response: a 304 was due, not ${response.status}.`,
        [request.line, request.show('if-modified-since'), response.line, response.show('last-modified')].join('\n'),
      )
    },
    remedy: READ,
  },
  {
    id: '9110-13.1.4-ius-evaluate',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.4',
    topic: 'conditional',
    statement: 'A method is not performed where the representation was modified after If-Unmodified-Since.',
    covers: ['9110-13.1.4-ius-false-not-performed'],
    status: ['2xx'],
    decidedBy: 'application',
    applies: ({ request }) => request.has('if-unmodified-since'),
    check(exchange) {
      const { request, response } = exchange
      const limit = limitOf(exchange)
      if (isGetOrHead(request) && isLater(dateOf(response, 'last-modified'), limit))
        return performed(exchange, 'The representation that was sent is newer than If-Unmodified-Since: a 412 was due')
      const last = request.method === 'DELETE' && wasPerformed(exchange) ? readBefore(exchange) : undefined
      if (last === undefined || !isLater(dateOf(last.response, 'last-modified'), limit)) return undefined
      return fault(
        'The resource was modified after If-Unmodified-Since, yet it was deleted: a 412 was due.',
        `${showBoth(last, exchange, 'last-modified')}\n\n${request.show('if-unmodified-since')}`,
      )
    },
    remedy: WRITE,
  },
  {
    id: '9110-13.2.2-order-if-unmodified-since-second',
    level: 'MUST',
    rfc: '9110',
    section: '13.2.2',
    topic: 'conditional',
    statement: 'If-Unmodified-Since is evaluated before If-None-Match and If-Modified-Since: where it is false, 412.',
    status: [304],
    fields: ['last-modified'],
    applies: ({ request }) => request.has('if-unmodified-since'),
    check(exchange) {
      if (!isLater(dateOf(exchange.response, 'last-modified'), limitOf(exchange))) return undefined
      return performed(exchange, 'Last-Modified is later than If-Unmodified-Since, which comes first: a 412 was due')
    },
    remedy: READ,
  },
  {
    id: '9110-13.1.4-if-unmodified-ignored',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.4',
    topic: 'conditional',
    statement: 'An If-Unmodified-Since that is not exactly one HTTP-date is ignored.',
    covers: ['9110-13.1.4-ius-ignored-invalid'],
    status: [412],
    applies: ({ request }) => request.has('if-unmodified-since') && hasOnlyConditions(request, 'if-unmodified-since'),
    check({ request, response }) {
      if (isOneDate(request, 'if-unmodified-since')) return undefined
      return fault(
        'If-Unmodified-Since counts only as one HTTP-date, and there is no other condition: nothing could be false.',
        [request.line, request.show('if-unmodified-since'), response.line].join('\n'),
      )
    },
    remedy: WRITE,
  },
  {
    id: '9110-13.1.4-ius-origin-clock',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.4',
    topic: 'conditional',
    statement: 'If-Unmodified-Since is compared as it is with Last-Modified, which is never later than Date.',
    status: ['2xx', 412],
    applies: ({ request }) => request.has('if-unmodified-since'),
    check({ request, response }) {
      if (response.status !== 412 || !hasOnlyConditions(request, 'if-unmodified-since')) return undefined
      const limit = dateOf(request, 'if-unmodified-since')
      const { date } = response
      if (limit === undefined || date === undefined || limit < date) return undefined
      return fault(
        'Nothing can have been modified after If-Unmodified-Since, which is not before Date; it is the only condition.',
        [request.line, request.show('if-unmodified-since'), response.line, response.show('date')].join('\n'),
      )
    },
    remedy: WRITE,
  },
  {
    id: '9110-13.1.3-ims-ignored',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.3',
    topic: 'conditional',
    statement:
      'If-Modified-Since never leads to a 412: it makes a 304 of GET and HEAD, and means nothing to other methods.',
    status: [304, 412],
    applies: ({ request }) =>
      request.has('if-modified-since') && hasOnlyConditions(request, 'if-modified-since', 'if-range'),
    check: ({ request, response }) =>
      response.status === 304
        ? undefined
        : fault(
            "If-Modified-Since is the only condition of the request, and it can't be the reason of a 412.",
            [request.line, request.show('if-modified-since'), response.line].join('\n'),
          ),
    remedy: 'Answer with preconditions(req, { etag, lastModified }): it knows which conditions lead to a 412.',
  },
]

/** The time in If-Unmodified-Since, where it counts and the origin has answered. */
function limitOf(exchange: ExchangeView): number | undefined {
  const { request } = exchange
  return request.has('if-match') || isFromCache(exchange) ? undefined : dateOf(request, 'if-unmodified-since')
}

function performed({ request, response }: ExchangeView, why: string): Fault {
  return fault(
    `${why}, not ${response.status}.`,
    [request.line, request.show('if-unmodified-since'), response.line, response.show('last-modified')].join('\n'),
  )
}
