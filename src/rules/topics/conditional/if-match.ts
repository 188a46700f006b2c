import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { hasOnlyConditions } from '../../shared/request-conditions.ts'
import { showBoth, wholeBefore } from '../../shared/series.ts'
import { isFromCache, isGetOrHead, listed, readBefore, showsSelected, tagOf, wasPerformed } from './conditions.ts'

const READ = 'Answer with representation(req, { body, etag }): it compares If-Match first, and throws the 412.'
const WRITE = 'Call preconditions(req, { etag }) right before the action: it throws the 412.'

/** If-Match is obeyed. */
export const ifMatchRules: readonly Rule[] = [
  {
    id: '9110-13.1.1-if-match-get',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.1',
    topic: 'conditional',
    statement: 'If-Match holds for GET too: a representation with another entity tag is not sent.',
    status: [200, 206],
    fields: ['etag'],
    applies: hasIfMatch,
    check: (exchange) =>
      sentAs(exchange) === 'not'
        ? sent(exchange, 'If-Match does not list the tag of the representation that was sent: a 412 was due')
        : undefined,
    remedy: READ,
  },
  {
    id: '9110-13.1.1-if-match-strong',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.1',
    topic: 'conditional',
    statement: 'If-Match compares strongly: a weak entity tag never matches.',
    status: [200, 206],
    fields: ['etag'],
    applies: hasIfMatch,
    check: (exchange) =>
      sentAs(exchange) === 'weakly'
        ? sent(exchange, 'A tag with W/ matches nothing in If-Match, not even itself: a 412 was due')
        : undefined,
    remedy: `${READ} Make strong tags for clients to use in If-Match.`,
  },
  {
    id: '9110-13.2.2-order-if-match-first',
    level: 'MUST',
    rfc: '9110',
    section: '13.2.2',
    topic: 'conditional',
    statement: 'If-Match is evaluated first: where it is false the answer is 412, whatever If-None-Match says.',
    covers: ['9110-13.2.2-order'],
    status: [304],
    fields: ['etag'],
    applies: hasIfMatch,
    check(exchange) {
      const how = sentAs(exchange)
      if (how === undefined || how === 'strongly') return undefined
      return sent(
        exchange,
        'If-Match comes before If-None-Match, and it does not list the tag of the 304: a 412 was due',
      )
    },
    remedy: READ,
  },
  {
    id: '9110-13.1.1-if-match-evaluate',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.1',
    topic: 'conditional',
    statement: 'A method is not performed where If-Match does not list the current entity tag.',
    covers: ['9110-13.1.1-if-match-false-not-performed', '9110-13.1.1-if-match-no-perform'],
    status: ['2xx'],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: hasIfMatch,
    check(exchange) {
      const { request } = exchange
      const earlier = wasPerformed(exchange) ? readBefore(exchange) : undefined
      if (earlier === undefined) return undefined
      const current = tagOf(earlier)
      const how = listed(request, 'if-match', current)
      if (how === undefined || how === 'strongly') return undefined
      // A change that was made already may be confirmed (RFC 9110 §13.1.1): then the tag is the old one.
      const tag = tagOf(exchange)
      const hasChanged = tag !== undefined && tag.opaque !== current?.opaque
      if (request.method !== 'DELETE' && !hasChanged) return undefined
      return fault(
        `If-Match does not list the current tag, yet the ${request.method} was performed: somebody's change is lost.`,
        `${showBoth(earlier, exchange, 'etag')}\n\n${request.show('if-match')}`,
      )
    },
    remedy: WRITE,
  },
  {
    id: '9110-13.1.1-if-match-star',
    level: 'MUST NOT',
    rfc: '9110',
    section: '13.1.1',
    topic: 'conditional',
    statement: 'If-Match: * is true only where the target has a current representation: PUT then creates nothing.',
    status: ['2xx'],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'PUT' && request.get('if-match') === '*',
    check: ({ request, response }) =>
      response.status !== 201
        ? undefined
        : fault(
            'A 201 says that there was nothing before the PUT; If-Match: * asks for something to be there, so a 412 was due.',
            `${request.line}\n${request.show('if-match')}\n${response.line}`,
          ),
    remedy: 'Call preconditions(req, { exists: false }) where there is nothing yet: it throws the 412.',
  },
  {
    id: '9110-13.1.1-if-match-list',
    level: 'advice',
    rfc: '9110',
    section: '13.1.1',
    topic: 'conditional',
    statement: 'If-Match is true where one of its entity tags is the current one.',
    status: ['2xx', 412],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: hasIfMatch,
    check: (exchange) =>
      hasOnlyConditions(exchange.request, 'if-match')
        ? refused(exchange, 'If-Match lists the current tag, so it is true, and it is the only condition')
        : undefined,
    remedy: WRITE,
  },
  {
    id: '9110-13.1.4-ius-ignored-with-if-match',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.4',
    topic: 'conditional',
    statement: 'If-Unmodified-Since is ignored where there is an If-Match.',
    status: ['2xx', 412],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) =>
      request.has('if-unmodified-since') && hasOnlyConditions(request, 'if-match', 'if-unmodified-since'),
    check: (exchange) =>
      refused(
        exchange,
        'If-Match lists the current tag, so it is true, and If-Unmodified-Since does not count beside it',
      ),
    remedy: WRITE,
  },
]

function hasIfMatch({ request }: ExchangeView): boolean {
  return request.has('if-match')
}

/** How If-Match lists the tag of what the origin has sent to GET or HEAD. */
function sentAs(exchange: ExchangeView): ReturnType<typeof listed> {
  if (!isGetOrHead(exchange.request) || isFromCache(exchange)) return undefined
  return listed(exchange.request, 'if-match', tagOf(exchange))
}

function sent({ request, response }: ExchangeView, why: string): Fault {
  return fault(
    `${why}, not ${response.status}.`,
    [request.line, request.show('if-match', 'if-none-match'), response.line, response.show('etag')].join('\n'),
  )
}

/** The earlier GET, where its tag is listed in If-Match and the 412 has it too. */
function isCurrentIn412(exchange: ExchangeView): ExchangeView | undefined {
  const { request, response } = exchange
  if (response.status !== 412 || listed(request, 'if-match', tagOf(exchange)) !== 'strongly') return undefined
  const earlier = isGetOrHead(request) ? wholeBefore(exchange) : sameTargetBefore(exchange)
  return earlier?.response.get('etag') === response.get('etag') ? earlier : undefined
}

function sameTargetBefore(exchange: ExchangeView): ExchangeView | undefined {
  return exchange.before((earlier) => showsSelected(earlier, exchange))
}

function refused(exchange: ExchangeView, why: string): Fault | undefined {
  const earlier = isCurrentIn412(exchange)
  if (earlier === undefined) return undefined
  const conditions = exchange.request.show('if-match', 'if-unmodified-since')
  return fault(`${why}: the method was to be performed.`, `${showBoth(earlier, exchange, 'etag')}\n\n${conditions}`)
}
