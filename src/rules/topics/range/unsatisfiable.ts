import type { ExchangeView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import {
  type EntityTag,
  parseEntityTag,
  parseEntityTags,
  stronglyEqual,
  weaklyEqual,
} from '../../grammar/entity-tags.ts'
import { selected } from '../../grammar/ranges.ts'
import type { Rule } from '../../rule.ts'
import { showBoth, wholeBefore } from '../../shared/series.ts'
import { contentRangeOf, hasRanges, rangeOf, showRanges } from './parts.ts'

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
    applies: (exchange) => hasRanges(exchange) && rangeOf(exchange)?.bytes?.length === 1,
    check(exchange) {
      const [spec] = rangeOf(exchange)?.bytes ?? []
      const { size, unit } = contentRangeOf(exchange) ?? {}
      if (exchange.response.status !== 416 || spec === undefined || size === undefined || unit !== 'bytes')
        return undefined
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
    applies: (exchange) => exchange.request.has('range') && listed(exchange, 'if-none-match') !== undefined,
    check(exchange) {
      const tags = listed(exchange, 'if-none-match')
      const whole = exchange.response.status === 416 ? unchangedSince(exchange) : undefined
      const tag = currentTag(whole)
      if (whole === undefined || tag === undefined || !tags?.some((one) => weaklyEqual(one, tag))) return undefined
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
    applies: (exchange) =>
      exchange.request.has('range') && !exchange.response.has('age') && listed(exchange, 'if-match') !== undefined,
    check(exchange) {
      if (exchange.response.status !== 416) return undefined
      const tags = listed(exchange, 'if-match') ?? []
      const whole = unchangedSince(exchange)
      const tag = currentTag(whole)
      // Weak tags never match by strong comparison (RFC 9110 §13.1.1).
      const isFalse = tag === undefined ? tags.every(({ weak }) => weak) : !tags.some((one) => stronglyEqual(one, tag))
      if (!isFalse) return undefined
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

function listed({ request }: ExchangeView, lowerName: string): readonly EntityTag[] | undefined {
  const value = request.get(lowerName)
  const tags = value === undefined || request.method !== 'GET' ? undefined : parseEntityTags(value)
  return tags?.length ? tags : undefined
}

/** The 200 just before, if the 416 speaks of the same: it has its tag, or its length. */
function unchangedSince(exchange: ExchangeView): ExchangeView | undefined {
  const whole = wholeBefore(exchange)
  if (whole === undefined) return undefined
  const tag = exchange.response.get('etag')
  if (tag !== undefined && tag === whole.response.get('etag')) return whole
  const size = contentRangeOf(exchange)?.size
  return size !== undefined && size === whole.response.contentLength ? whole : undefined
}

function currentTag(whole: ExchangeView | undefined): EntityTag | undefined {
  return parseEntityTag(whole?.response.get('etag') ?? '')
}
