import type { RequestView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { type EntityTag, parseEntityTag, stronglyEqual } from '../../grammar/entity-tags.ts'
import type { Rule } from '../../rule.ts'
import { hasOnlyConditions } from '../../shared/request-conditions.ts'
import { dateOf, tagOf } from './conditions.ts'

const REMEDY = 'Answer with representation(req, { body, etag, lastModified }): it decides between 206 and 200.'

/** If-Range is obeyed. */
export const ifRangeRules: readonly Rule[] = [
  {
    id: '9110-13.1.5-if-range-needs-range',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.5',
    topic: 'conditional',
    statement: 'If-Range without Range is ignored.',
    status: [200, 206, 416],
    applies: ({ request }) => request.has('if-range') && !request.has('range'),
    check: ({ request, response }) =>
      response.status === 200
        ? undefined
        : fault(
            `The request has no Range, so If-Range means nothing, yet it is answered with ${response.status}.`,
            [request.line, request.show('if-range'), response.line].join('\n'),
          ),
    remedy: REMEDY,
  },
  {
    id: '9110-13.1.5-if-range-strong',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.5',
    topic: 'conditional',
    statement: 'If-Range compares strongly: with a weak entity tag Range is ignored.',
    status: [200, 206, 416],
    applies: ({ request }) => request.has('range') && tagIn(request)?.weak === true,
    check: ({ request, response }) =>
      response.status === 200
        ? undefined
        : fault(
            `A tag with W/ does not say that the bytes are the same, so no part fits: the answer is the 200, not ${response.status}.`,
            [request.line, request.show('range', 'if-range'), response.line].join('\n'),
          ),
    remedy: `${REMEDY} Make strong tags for clients to resume downloads with.`,
  },
  {
    id: '9110-13.1.5-if-range-false-ignores-range',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.5',
    topic: 'conditional',
    statement: 'Where If-Range has another entity tag than the representation, Range is ignored and all of it is sent.',
    covers: ['9110-13.1.5-if-range-evaluate', '9110-13.2.2-order-if-range-fifth'],
    status: [206],
    fields: ['etag'],
    applies: ({ request }) => request.has('range') && tagIn(request)?.weak === false,
    check(exchange) {
      const { request, response } = exchange
      const wanted = tagIn(request)
      const tag = tagOf(exchange)
      if (wanted === undefined || tag === undefined || stronglyEqual(wanted, tag)) return undefined
      return fault(
        'The part is of another representation than the one that If-Range names: put together they are garbage; send the 200.',
        [request.line, request.show('range', 'if-range'), response.line, response.show('etag')].join('\n'),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-13.1.5-if-range-date-exact',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.5',
    topic: 'conditional',
    statement: 'A date in If-Range matches only the very Last-Modified, not earlier ones.',
    status: [206],
    fields: ['last-modified'],
    applies: ({ request }) => request.has('range'),
    check({ request, response }) {
      const wanted = dateOf(request, 'if-range')
      const modified = dateOf(response, 'last-modified')
      if (wanted === undefined || modified === undefined || wanted === modified) return undefined
      return fault(
        'If-Range has another date than Last-Modified, so Range is ignored: the answer is the 200, not a part.',
        [request.line, request.show('range', 'if-range'), response.line, response.show('last-modified')].join('\n'),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-13.1.5-if-range-no-412',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.5',
    topic: 'conditional',
    statement: 'A false If-Range makes the server ignore Range; it never leads to a 412.',
    status: [200, 206, 412],
    applies: ({ request }) => request.has('if-range') && hasOnlyConditions(request, 'if-range'),
    check: ({ request, response }) =>
      response.status !== 412
        ? undefined
        : fault(
            'If-Range is the only condition of the request, and where it is false the answer is the 200 with everything.',
            [request.line, request.show('range', 'if-range'), response.line].join('\n'),
          ),
    remedy: REMEDY,
  },
]

/** The entity tag of If-Range; undefined: it has a date, or nothing that can be read. */
function tagIn(request: RequestView): EntityTag | undefined {
  return parseEntityTag(request.get('if-range') ?? '')
}
