import type { ExchangeView } from '../../exchange-view.ts'
import { brief, type Fault, fault, quoted } from '../../fault.ts'
import { type ByteRangeSpec, isPossible, selected } from '../../grammar/ranges.ts'
import type { Rule } from '../../rule.ts'
import { sameBefore, showBoth } from '../../shared/series.ts'
import { contentRangeOf, hasRanges, isMultipart, onlySpec, rangeOf, showRanges } from './parts.ts'

const REMEDY = 'Answer with representation(req, { body, size }): it reads Range, and ignores what does not count.'

/** A 206 answers what Range asks for. */
export const requestedRules: readonly Rule[] = [
  {
    id: '9110-15.3.7-206-only-for-range-request',
    level: 'advice',
    rfc: '9110',
    section: '15.3.7',
    topic: 'range',
    statement: 'A 206 answers only a request that has Range.',
    status: [206],
    applies: ({ request }) => !request.has('if-range'),
    check: ({ request, response }) =>
      request.has('range')
        ? undefined
        : fault(
            'The request has no Range, so the client takes the part for the whole, or for an error.',
            `${request.line}\n${response.line}\n${response.show('content-range')}`,
          ),
    remedy: `${REMEDY} For what is not complete for other reasons, send a 200 that says so in its content.`,
  },
  {
    id: '9110-14.2-206-not-to-head',
    level: 'MUST',
    rfc: '9110',
    section: '14.2',
    topic: 'range',
    statement: 'Range is ignored for HEAD: the answer is that to GET without Range.',
    status: [200, 206],
    applies: ({ request }) => request.method === 'HEAD' && request.has('range'),
    check: (exchange) =>
      exchange.response.status === 200
        ? undefined
        : fault('HEAD has no ranges: Range is ignored, and the answer is 200, not 206.', showRanges(exchange)),
    remedy: REMEDY,
  },
  {
    id: '9110-14.2-range-ignored-non-get',
    level: 'MUST',
    rfc: '9110',
    section: '14.2',
    topic: 'range',
    statement: 'Range is ignored for methods that have no ranges: only GET has them, and QUERY.',
    covers: ['9110-14.2-ignore-method'],
    status: [200, 201, 204, 206, 416],
    applies: ({ request }) => NO_RANGES.has(request.method) && request.has('range'),
    check(exchange) {
      const { request, response } = exchange
      if (response.status !== 416 && (response.status !== 206 || request.method === 'HEAD')) return undefined
      return fault(
        `${request.method} has no ranges: Range is ignored, and can't lead to a ${response.status}.`,
        showRanges(exchange),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-14.2-range-unknown-unit-ignored',
    level: 'MUST',
    rfc: '9110',
    section: '14.2',
    topic: 'range',
    statement: 'A Range with a unit that the server does not know is ignored; it is not taken for bytes.',
    covers: ['9110-14.2-ignore-unit'],
    status: [200, 206, 416],
    applies: (exchange) => hasRanges(exchange) && (rangeOf(exchange)?.unit ?? 'bytes') !== 'bytes',
    check(exchange) {
      const asked = rangeOf(exchange)?.unit ?? ''
      const sent = exchange.response.status === 200 ? undefined : contentRangeOf(exchange)?.unit
      if (sent === undefined || sent === asked) return undefined
      return fault(
        `Range asks for ${quoted(asked)} and the answer is about ${brief(sent)}: a server that does not know the unit sends everything.`,
        showRanges(exchange),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-14.1.1-range-invalid-if-any-spec-invalid',
    level: 'advice',
    rfc: '9110',
    section: '14.1.1',
    topic: 'range',
    statement: 'One invalid range makes the whole set invalid: the rest of it is not served as a 206.',
    status: [200, 206, 416],
    decidedBy: 'application',
    applies: (exchange) => {
      const range = rangeOf(exchange)
      return hasRanges(exchange) && range?.unit === 'bytes' && range.bytes === undefined
    },
    check: (exchange) =>
      exchange.response.status !== 206
        ? undefined
        : fault(
            'A range that ends before it begins or is no number makes all of Range invalid: send the 200 or a 416.',
            showRanges(exchange),
          ),
    remedy: REMEDY,
  },
  within(
    '9110-14.1.2-range-inclusive',
    'Positions count from 0 and include both ends: a part has nothing beyond them.',
    ({ last }) => last !== undefined,
  ),
  within(
    '9110-14.1.2-range-open-end',
    'A range without a last position begins where it says and goes to the end.',
    ({ first, last }) => first !== undefined && last === undefined,
  ),
  within(
    '9110-14.1.2-range-suffix',
    'A suffix range is the last so many bytes, not the first.',
    ({ suffix = 0 }) => suffix > 0,
  ),
  {
    id: '9110-14.1.2-range-suffix-zero',
    level: 'advice',
    rfc: '9110',
    section: '14.1.2',
    topic: 'range',
    statement: 'The last 0 bytes are nothing: such a range is never answered with a 206.',
    status: [200, 206, 416],
    decidedBy: 'application',
    applies: (exchange) => hasRanges(exchange) && onlySpec(exchange)?.suffix === 0,
    check: (exchange) =>
      exchange.response.status !== 206
        ? undefined
        : fault('"-0" asks for the last 0 bytes, which no part can be: send a 416 or the 200.', showRanges(exchange)),
    remedy: REMEDY,
  },
  {
    id: '9110-14.2-range-unsatisfiable-416',
    level: 'SHOULD',
    rfc: '9110',
    section: '14.2',
    topic: 'range',
    statement: 'A range that begins after the end is answered with 416; no other part is sent for it.',
    covers: ['9110-14.2-416-when'],
    status: [206, 416],
    decidedBy: 'application',
    applies: hasRanges,
    check(exchange) {
      const first = exchange.response.status === 206 ? onlySpec(exchange)?.first : undefined
      const { size, unit } = contentRangeOf(exchange) ?? {}
      if (first === undefined || size === undefined || unit !== 'bytes' || first < size) return undefined
      return fault(
        `The representation has ${size} bytes and the range begins after them: a 416 was due, no other part.`,
        showRanges(exchange),
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-14.2-range-only-if-200',
    level: 'advice',
    rfc: '9110',
    section: '14.2',
    topic: 'range',
    statement:
      'Range counts only where the answer without it is 200: it makes no 206 or 416 of a 404, 401 or redirect.',
    covers: ['9110-14.2-after-preconditions'],
    status: [204, 206, '3xx', '4xx'],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => request.has('range'),
    check(exchange) {
      const { status } = exchange.response
      const earlier = status === 206 || status === 416 ? notWholeBefore(exchange) : undefined
      if (earlier === undefined) return undefined
      return fault(
        `Without Range the answer is ${earlier.response.status}; Range must not turn it into ${status}.`,
        showBoth(earlier, exchange, 'content-range'),
      )
    },
    remedy: 'Check whether the target is there and who asks before looking at Range; representation() comes last.',
  },
]

const NO_RANGES: ReadonlySet<string> = new Set(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
const LASTING: ReadonlySet<number> = new Set([204, 301, 308, 401, 403, 404, 410])

/** A rule about where a single part lies. It may be smaller than asked for (RFC 9110 §15.3.7). */
function within(id: string, statement: string, isMeant: (spec: ByteRangeSpec) => boolean): Rule {
  return {
    id,
    level: 'advice',
    rfc: '9110',
    section: '14.1.2',
    topic: 'range',
    statement,
    status: [206],
    fields: ['content-range'],
    decidedBy: 'application',
    applies: (exchange) => {
      const spec = onlySpec(exchange)
      return spec !== undefined && isMeant(spec) && hasRanges(exchange) && !isMultipart(exchange)
    },
    check: outside,
    remedy: REMEDY,
  }
}

function outside(exchange: ExchangeView): Fault | undefined {
  const spec = onlySpec(exchange)
  const range = contentRangeOf(exchange)
  if (spec === undefined || range?.enclosed === undefined || range.unit !== 'bytes' || !isPossible(range))
    return undefined
  const { enclosed, size = Number.POSITIVE_INFINITY } = range
  // Without the length nobody knows where a suffix begins.
  if (spec.suffix !== undefined && range.size === undefined) return undefined
  const wanted = selected(spec, size)
  if (wanted === undefined || (enclosed.first >= wanted.first && enclosed.last <= wanted.last)) return undefined
  const asked = Number.isFinite(wanted.last)
    ? `${wanted.first} to ${wanted.last}, both included`
    : `from ${wanted.first} on`
  return fault(`Asked for are the bytes ${asked}; ${enclosed.first} to ${enclosed.last} came.`, showRanges(exchange))
}

/** The answer just before to the same GET without Range, where it is no 200. */
function notWholeBefore(exchange: ExchangeView): ExchangeView | undefined {
  const { method } = exchange.request
  const earlier = sameBefore(exchange, ({ request }) => request.method === method && !request.has('range'))
  return earlier !== undefined && LASTING.has(earlier.response.status) ? earlier : undefined
}
