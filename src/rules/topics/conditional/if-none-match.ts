import type { ExchangeView } from '../../exchange-view.ts'
import { brief, type Fault, fault } from '../../fault.ts'
import type { Rule, StatusRange } from '../../rule.ts'
import { hasOnlyConditions } from '../../shared/request-conditions.ts'
import { isFromCache, isGetOrHead, readBefore, tagOf, tagsIn } from './conditions.ts'

const REMEDY = 'Answer with representation(req, { body, etag }): it compares the tags and sends the 304.'
const SENT: readonly StatusRange[] = [200, 206]

/** If-None-Match is obeyed. */
export const ifNoneMatchRules: readonly Rule[] = [
  {
    id: '9110-13.1.2-if-none-match-304-get-head',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.2',
    topic: 'conditional',
    statement: 'GET and HEAD are answered with 304 where If-None-Match lists the current entity tag.',
    covers: ['9110-13.1.2-if-none-match-list', '9110-13.2.2-order-if-none-match-third'],
    status: SENT,
    fields: ['etag'],
    applies: hasIfNoneMatch,
    check: (exchange) =>
      matchOf(exchange) === 'same'
        ? resent(exchange, 'If-None-Match lists the tag of this very response: the client has it, a 304 was due')
        : undefined,
    remedy: REMEDY,
  },
  {
    id: '9110-8.8.3-if-none-match-comma-in-tag',
    level: 'MUST',
    rfc: '9110',
    section: '8.8.3',
    topic: 'conditional',
    statement: 'A comma within the quotes of an entity tag does not end it.',
    status: SENT,
    fields: ['etag'],
    applies: hasIfNoneMatch,
    check: (exchange) =>
      matchOf(exchange) === 'comma'
        ? resent(
            exchange,
            'If-None-Match lists the tag of this response, which has a comma in its quotes; a 304 was due',
          )
        : undefined,
    remedy: `${REMEDY} Or make tags without commas.`,
  },
  {
    id: '9110-13.1.2-if-none-match-weak',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.2',
    topic: 'conditional',
    statement: 'If-None-Match compares weakly: W/"1" and "1" match.',
    status: SENT,
    fields: ['etag'],
    applies: hasIfNoneMatch,
    check: (exchange) =>
      matchOf(exchange) === 'weak'
        ? resent(
            exchange,
            'Only W/ tells the listed tag from that of the response, which does not matter here; a 304 was due',
          )
        : undefined,
    remedy: REMEDY,
  },
  {
    id: '9110-13.1.2-if-none-match-evaluate',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.2',
    topic: 'conditional',
    statement: 'The origin evaluates If-None-Match also where the request says Cache-Control: no-cache.',
    status: SENT,
    fields: ['etag'],
    applies: hasIfNoneMatch,
    check: (exchange) =>
      matchOf(exchange) === 'no-cache'
        ? resent(
            exchange,
            'Cache-Control: no-cache only keeps caches from answering by themselves; If-None-Match lists the tag, a 304 was due',
          )
        : undefined,
    remedy: REMEDY,
  },
  {
    id: '9110-13.1.2-if-none-match-star',
    level: 'advice',
    rfc: '9110',
    section: '13.1.2',
    topic: 'conditional',
    statement: 'If-None-Match: * is false where the target has a current representation; GET and HEAD then get a 304.',
    status: [200, 206, 304],
    applies: (exchange) =>
      exchange.request.get('if-none-match') === '*' && isGetOrHead(exchange.request) && !isFromCache(exchange),
    check: (exchange) =>
      exchange.response.status === 304
        ? undefined
        : resent(
            exchange,
            'If-None-Match: * asks for something only if there is no representation, and there is one; a 304 was due',
          ),
    remedy: REMEDY,
  },
  {
    id: '9110-13.1.2-put-if-none-match-star-conflict',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.2',
    topic: 'conditional',
    statement: 'PUT with If-None-Match: * creates (201) or fails (412), but never replaces what is there.',
    covers: ['9110-13.1.2-if-none-match-false-not-performed'],
    status: ['2xx'],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'PUT' && request.get('if-none-match') === '*',
    check(exchange) {
      const { request, response } = exchange
      const { status } = response
      if (status !== 200 && status !== 204) return undefined
      const shown = `${request.line}\n${request.show('if-none-match')}\n${response.line}`
      const read = readBefore(exchange)
      if (read !== undefined)
        return fault(
          `There was a representation, as the ${read.request.method} before showed, so the PUT replaced it, which If-None-Match: * forbids: a 412 was due.`,
          `${read.request.line}\n${read.response.line}\n${shown}`,
        )
      // Nothing there: then it is the 201 that is missing (RFC 9110 §9.3.4).
      if ([404, 410].includes(exchange.before(() => true)?.response.status ?? 0)) return undefined
      return fault(
        `A ${status} says that the PUT replaced a representation, which If-None-Match: * forbids; if there was none, the creation is a 201.`,
        shown,
      )
    },
    remedy: 'Call preconditions(req, { etag, exists }) before writing; answer a creation with created().',
  },
  {
    id: '9110-13.1.2-if-none-match-412',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.2',
    topic: 'conditional',
    statement: 'A false If-None-Match on GET or HEAD is answered with 304, never with 412.',
    status: [304, 412],
    applies: ({ request }) =>
      isGetOrHead(request) &&
      request.has('if-none-match') &&
      hasOnlyConditions(request, 'if-none-match', 'if-modified-since', 'if-range'),
    check: ({ request, response }) =>
      response.status === 304
        ? undefined
        : fault(
            `If-None-Match is the only condition that the ${request.method} has, and where it is false the answer is 304.`,
            `${request.line}\n${request.show('if-none-match')}\n${response.line}`,
          ),
    remedy:
      'Answer with representation(req, { body, etag }), or call preconditions(req, { etag }): both know the method.',
  },
]

function hasIfNoneMatch({ request }: ExchangeView): boolean {
  return request.has('if-none-match')
}

/** How If-None-Match lists the tag of what the origin has sent to GET or HEAD, or what may have kept it from looking. */
function matchOf(exchange: ExchangeView): 'same' | 'comma' | 'weak' | 'no-cache' | undefined {
  const { request } = exchange
  const tag = tagOf(exchange)
  const equal = tagsIn(request, 'if-none-match').filter(({ opaque }) => opaque === tag?.opaque)
  if (equal.length === 0 || !isGetOrHead(request) || isFromCache(exchange)) return undefined
  if (request.lists('cache-control', 'no-cache')) return 'no-cache'
  if (!equal.some(({ weak }) => weak === tag?.weak)) return 'weak'
  return tag?.opaque.includes(',') ? 'comma' : 'same'
}

function resent({ request, response }: ExchangeView, why: string): Fault {
  return fault(
    `${why}, not ${response.status}.`,
    [request.line, brief(request.show('if-none-match', 'cache-control')), response.line, response.show('etag')].join(
      '\n',
    ),
  )
}
