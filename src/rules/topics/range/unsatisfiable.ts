import type { ExchangeView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import { type EntityTag, parseEntityTags, stronglyEqual, weaklyEqual } from '../../grammar/entity-tags.ts'
import { selected } from '../../grammar/ranges.ts'
import type { Rule } from '../../rule.ts'
import { showBoth, wholeBefore } from '../../shared/series.ts'
import { contentRangeOf, hasRanges, onlySpec, rangeOf, showRanges, tagOf } from './parts.ts'

const REMEDY =
  'throw new RangeNotSatisfiable({ size }), or answer with representation(req, { body, size }), which does.'

/** A 416 says how long the representation is. */
export const unsatisfiableRules: readonly Rule[] = [
  {
    id: '9110-15.5.17-content-range',
    level: 'SHOULD',
    rfc: '9110',
    section: '15.5.17',
    topic: 'range',
    statement: 'A 416 to a range of bytes has a Content-Range with the current length of the representation.',
    covers: ['9110-14.4-content-range-416'],
    status: [416],
    applies: (exchange) => hasRanges(exchange) && rangeOf(exchange)?.unit === 'bytes',
    check: (exchange) =>
      exchange.response.has('content-range')
        ? undefined
        : fault(
            'The 416 has no Content-Range such as "bytes */1234", so the client cannot know which ranges there are.',
            showRanges(exchange),
          ),
    remedy: REMEDY,
  },
  {
    id: '9110-14.4-unsatisfied-grammar',
    level: 'MUST NOT',
    rfc: '9110',
    section: '14.4',
    topic: 'range',
    statement: 'Content-Range of a 416 is the unit, a space, and "*/" with the length.',
    status: [416],
    fields: ['content-range'],
    check(exchange) {
      const range = contentRangeOf(exchange)
      if (range !== undefined && range.enclosed === undefined) return undefined
      return fault(
        `${quoted(exchange.response.get('content-range') ?? '')} is no Content-Range of a 416: it looks like "bytes */1234".`,
        showRanges(exchange),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-14.2-range-satisfiable-206',
    level: 'SHOULD',
    rfc: '9110',
    section: '14.2',
    topic: 'range',
    statement: 'A range within the representation is served, or Range is ignored; it is not refused with 416.',
    status: [206, 416],
    fields: ['content-range'],
    decidedBy: 'application',
    applies: hasRanges,
    check(exchange) {
      const spec = exchange.response.status === 416 ? onlySpec(exchange) : undefined
      const { size, unit } = contentRangeOf(exchange) ?? {}
      if (spec === undefined || size === undefined || unit !== 'bytes') return undefined
      const wanted = selected(spec, size)
      if (wanted === undefined) return undefined
      return fault(
        `By the Content-Range of the 416 there are the bytes ${wanted.first} to ${wanted.last} that were asked for.`,
        showRanges(exchange),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-14.2-304-wins-over-range',
    level: 'advice',
    rfc: '9110',
    section: '14.2',
    topic: 'range',
    statement: 'Where If-None-Match lists the current entity tag the answer is 304, whatever Range asks for.',
    status: [304, 416],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'GET' && request.has('range'),
    check(exchange) {
      const whole = exchange.response.status === 416 ? unchangedSince(exchange) : undefined
      if (whole === undefined) return undefined
      const tag = tagOf(whole)
      const tags = listed(exchange, 'if-none-match')
      if (tag === undefined || !tags.some((one) => weaklyEqual(one, tag))) return undefined
      return fault(
        'If-None-Match lists the current tag, and conditions come before Range: a 304 was due, not 416.',
        `${showBoth(whole, exchange, 'etag', 'content-length', 'content-range')}\n\n${exchange.request.show('if-none-match', 'range')}`,
      )
    },
    remedy: 'Answer with representation(req, { body, etag }): it looks at conditions first.',
  },
  {
    id: '9110-14.2-412-wins-over-416',
    level: 'advice',
    rfc: '9110',
    section: '14.2',
    topic: 'range',
    statement: 'Where If-Match is false the answer is 412, whatever Range asks for.',
    status: [412, 416],
    decidedBy: 'application',
    // Caches may leave If-Match to the origin.
    applies: (exchange) => {
      const { request, response } = exchange
      return (
        request.method === 'GET' &&
        request.has('range') &&
        !response.has('age') &&
        listed(exchange, 'if-match').length > 0
      )
    },
    check(exchange) {
      if (exchange.response.status !== 416) return undefined
      const whole = unchangedSince(exchange)
      const tag = whole && tagOf(whole)
      // Weak tags never match by strong comparison (RFC 9110 §13.1.1).
      const mayMatch = (one: EntityTag): boolean => (tag === undefined ? !one.weak : stronglyEqual(one, tag))
      if (listed(exchange, 'if-match').some(mayMatch)) return undefined
      return fault(
        'If-Match lists no current tag, and conditions come before Range: a 412 was due, not 416.',
        [exchange.request.show('if-match'), showRanges(exchange, 'etag'), whole?.response.show('etag') ?? ''].join(
          '\n',
        ),
      )
    },
    remedy: 'Answer with representation(req, { body, etag }): it looks at conditions first.',
  },
]

/** The tags of a condition; none where it is `*`, or none by the grammar. */
function listed({ request }: ExchangeView, lowerName: string): readonly EntityTag[] {
  return parseEntityTags(request.get(lowerName) ?? '') ?? []
}

/** The 200 just before, if the 416 speaks of the same: it has its tag, or without any its length. */
function unchangedSince(exchange: ExchangeView): ExchangeView | undefined {
  const whole = wholeBefore(exchange)
  const tag = exchange.response.get('etag')
  if (tag !== undefined) return tag === whole?.response.get('etag') ? whole : undefined
  const size = contentRangeOf(exchange)?.size
  return size !== undefined && size === whole?.response.contentLength ? whole : undefined
}
