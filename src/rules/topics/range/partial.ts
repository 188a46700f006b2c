import type { ExchangeView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import { isDigits } from '../../grammar/characters.ts'
import { type Interval, isPossible } from '../../grammar/ranges.ts'
import type { Rule } from '../../rule.ts'
import { showBoth } from '../../shared/series.ts'
import { contentRangeOf, isMultipart, sameBytesOf, showRanges } from './parts.ts'

const REMEDY = 'Answer with representation(req, { body, size }): it cuts the part and writes Content-Range.'

/** A 206 with one part says which part it is, and is that. */
export const partialRules: readonly Rule[] = [
  {
    id: '9110-15.3.7.1-206-single-content-range',
    level: 'MUST',
    rfc: '9110',
    section: '15.3.7.1',
    topic: 'range',
    statement: 'A 206 with one part has a Content-Range that says which part it is.',
    status: [206],
    applies: (exchange) => !isMultipart(exchange),
    check(exchange) {
      const { response } = exchange
      if (contentRangeOf(exchange)?.enclosed !== undefined) return undefined
      const value = response.get('content-range')
      const what = value === undefined ? 'has no Content-Range' : `has ${quoted(value)}, which names no part`
      return fault(
        `The 206 ${what}: the client can't know which bytes came. It looks like: bytes 0-99/1234.`,
        showRanges(exchange, 'content-type'),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-15.3.7.1-206-single-content-is-range',
    level: 'MUST',
    rfc: '9110',
    section: '15.3.7.1',
    topic: 'range',
    statement: 'The content of a 206 with one part is exactly the range that Content-Range names.',
    status: [206],
    fields: ['content-range'],
    needs: ['length'],
    decidedBy: 'application',
    applies: (exchange) => isBytes(exchange) && exchange.mayHaveContent && exchange.response.message.complete !== false,
    check(exchange) {
      const named = namedBy(exchange)
      if (named === undefined) return undefined
      const { first, last, length } = named
      const { contentLength, message } = exchange.response
      if (contentLength !== length)
        return fault(
          `Content-Range names ${length} bytes (both ends count), and ${contentLength} came.`,
          showRanges(exchange, 'content-length'),
        )
      const whole = sameBytesOf(exchange)
      if (whole?.response.message.content === undefined) return undefined
      const all = whole.response.message.content
      if (message.content?.every((byte, at) => byte === all[first + at]) !== false) return undefined
      return fault(
        `The bytes are not those at ${first}-${last} of the 200 with the same strong ETag.`,
        showBoth(whole, exchange, 'etag', 'content-range', 'content-length', 'content-encoding'),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-15.3.7-206-content-length-is-part',
    level: 'advice',
    rfc: '9110',
    section: '15.3.7',
    topic: 'range',
    statement: 'Content-Length of a 206 counts the bytes of the part, not of the whole representation.',
    status: [206],
    fields: ['content-length'],
    applies: isBytes,
    check(exchange) {
      const named = namedBy(exchange)
      const length = exchange.response.get('content-length') ?? ''
      if (named === undefined || !isDigits(length) || Number(length) === named.length) return undefined
      return fault(
        `Content-Length is ${length}, and Content-Range names ${named.length} bytes (both ends count).`,
        showRanges(exchange, 'content-length'),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-14.4-content-range-valid',
    level: 'advice',
    rfc: '9110',
    section: '14.4',
    topic: 'range',
    statement: 'Content-Range does not end before it begins, and ends before the complete length.',
    status: [206],
    fields: ['content-range'],
    check(exchange) {
      const range = contentRangeOf(exchange)
      return range === undefined || isPossible(range)
        ? undefined
        : fault(
            `There is no range ${quoted(exchange.response.get('content-range') ?? '')}: positions count from 0, and the last is below the length.`,
            showRanges(exchange),
          )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-14.4-content-range-complete-length',
    level: 'SHOULD',
    rfc: '9110',
    section: '14.4',
    topic: 'range',
    statement: 'Content-Range gives the complete length where it is known.',
    status: [206],
    fields: ['content-range'],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: (exchange) => isBytes(exchange) && sameBytesOf(exchange)?.response.has('content-length') === true,
    check(exchange) {
      const whole = contentRangeOf(exchange)?.size === undefined ? sameBytesOf(exchange) : undefined
      if (whole === undefined) return undefined
      return fault(
        'The 200 knew the length of the representation, so Content-Range can give it in place of *.',
        showBoth(whole, exchange, 'etag', 'content-length', 'content-range'),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-14.1.2-range-of-encoded-octets',
    level: 'advice',
    rfc: '9110',
    section: '14.1.2',
    topic: 'range',
    statement: 'Ranges count the bytes of the representation as it is sent, with its content coding.',
    status: [206],
    fields: ['content-range'],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: (exchange) => isBytes(exchange) && sameBytesOf(exchange)?.response.isCoded === true,
    check(exchange) {
      const whole = sameBytesOf(exchange)
      const { size } = contentRangeOf(exchange) ?? {}
      if (whole?.response.contentLength === undefined || size === undefined) return undefined
      const length = whole.response.contentLength
      if (size === length) return undefined
      return fault(
        `The 200 with the same strong ETag has ${length} coded bytes; parts of it count these, not those without coding.`,
        showBoth(whole, exchange, 'etag', 'content-encoding', 'content-length', 'content-range'),
      )
    },
    remedy: 'Compress nothing that has ranges: representation() says no-transform, or acceptRanges: false.',
  },
  {
    id: '9110-14.4-content-range-only-206-416',
    level: 'advice',
    rfc: '9110',
    section: '14.4',
    topic: 'range',
    statement: 'Content-Range is for 206 and 416, and for the deltas of a 226; in any other response it means nothing.',
    covers: ['9110-14.4-other-status'],
    fields: ['content-range'],
    check: (exchange) =>
      WITH_CONTENT_RANGE.has(exchange.response.status)
        ? undefined
        : fault(
            `Content-Range says nothing in a ${exchange.response.status}; clients may take it for what was sent.`,
            `${exchange.response.line}\n${exchange.response.show('content-range')}`,
          ),
    remedy: 'Set Content-Range only on a 206; problems() takes it off errors that are thrown.',
  },
]

// RFC 3229 §10.5.2 has it in a 226.
const WITH_CONTENT_RANGE: ReadonlySet<number> = new Set([206, 226, 416])

/** The part that Content-Range names, and its length; undefined: none, or one that can't be. */
function namedBy(exchange: ExchangeView): (Interval & { readonly length: number }) | undefined {
  const enclosed = contentRangeOf(exchange)?.enclosed
  if (enclosed === undefined || enclosed.last < enclosed.first) return undefined
  return { ...enclosed, length: enclosed.last - enclosed.first + 1 }
}

function isBytes(exchange: ExchangeView): boolean {
  return !isMultipart(exchange) && contentRangeOf(exchange)?.unit === 'bytes'
}
