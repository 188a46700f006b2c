import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault, quoted } from '../../fault.ts'
import { type ByterangesPart, hasBareLf, parseByterangesParts } from '../../grammar/byteranges-parts.ts'
import { type ContentRange, type Interval, isPossible, parseContentRange, selected } from '../../grammar/ranges.ts'
import type { Rule } from '../../rule.ts'
import { once } from '../../shared/once.ts'
import { showBoth } from '../../shared/series.ts'
import { hasRanges, isMultipart, rangeOf, sameBytesOf, showRanges, wholeOf } from './parts.ts'

const REMEDY = 'Answer with representation(req, { body, type, size }): it writes the parts.'

/** multipart/byteranges (RFC 9110 §14.6, §15.3.7.2) */
export const multipartRules: readonly Rule[] = [
  {
    id: '9110-8.3.3-206-multipart-crlf',
    level: 'MUST',
    rfc: '9110',
    section: '8.3.3',
    topic: 'range',
    statement: 'The lines of a multipart, those with its boundary and those of its fields, end with CRLF.',
    status: [206],
    fields: ['content-type'],
    needs: ['content'],
    applies: isMultipart,
    check: (exchange) =>
      endsLinesWithLf(exchange)
        ? fault('The lines of the multipart end with LF alone.', exchange.response.show('content-type'))
        : undefined,
    remedy: "Join the lines with '\\r\\n', or send(res, representation(req, { body, type })).",
  },
  {
    id: '9110-15.3.7.2-206-multi-multipart',
    level: 'MUST',
    rfc: '9110',
    section: '15.3.7.2',
    topic: 'range',
    statement: 'Several parts are sent as multipart/byteranges, with the boundary in Content-Type.',
    covers: ['9110-14.6-206-multipart-boundary-param'],
    status: [206],
    applies: isMultipart,
    check(exchange) {
      const { response } = exchange
      const boundary = boundaryOf(exchange)
      if (boundary === '')
        return fault(
          'Content-Type has no boundary, so the client cannot tell where a part begins.',
          `${response.line}\n${response.show('content-type')}`,
        )
      const { content, complete } = response.message
      if (content === undefined || complete === false || response.isCoded || !exchange.mayHaveContent) return undefined
      if (partsOf(exchange) !== undefined || endsLinesWithLf(exchange)) return undefined
      return fault(
        `The content is not a multipart with the boundary ${quoted(boundary)}: lines end with CRLF, each part has a head, ` +
          'an empty line and its bytes, and the last boundary has two dashes after it.',
        `${response.line}\n${response.show('content-type', 'content-length')}`,
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-15.3.7.2-206-multi-part-content-range',
    level: 'MUST',
    rfc: '9110',
    section: '15.3.7.2',
    topic: 'range',
    statement: 'Each part of multipart/byteranges has a Content-Range, and the bytes that it names.',
    status: [206],
    needs: ['content'],
    applies: isMultipart,
    check(exchange) {
      const whole = sameBytesOf(exchange)?.response.message.content
      for (const [index, part] of (partsOf(exchange) ?? []).entries()) {
        const why = wrongPart(part, exchange, whole)
        if (why !== undefined) return fault(`Part ${index + 1} ${why}.`, showPart(part, exchange))
      }
      return undefined
    },
    remedy: REMEDY,
  },
  {
    id: '9110-15.3.7.2-206-multi-part-content-type',
    level: 'SHOULD',
    rfc: '9110',
    section: '15.3.7.2',
    topic: 'range',
    statement: 'Each part of multipart/byteranges has the Content-Type that the 200 would have had.',
    status: [206],
    needs: ['content', 'earlier'],
    decidedBy: 'application',
    applies: isMultipart,
    check(exchange) {
      const whole = wholeOf(exchange)
      if (whole?.response.contentType === undefined) return undefined
      const { essence } = whole.response.contentType
      const part = partsOf(exchange)?.find(({ fields }) => !hasType(fields, essence))
      if (part === undefined) return undefined
      return fault(
        `A part does not say that it is ${brief(essence)}, as the 200 did; the multipart hides it.`,
        `${showBoth(whole, exchange, 'content-type')}\n\n${showPart(part, exchange)}`,
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-15.3.7.2-206-multi-not-for-single',
    level: 'MUST NOT',
    rfc: '9110',
    section: '15.3.7.2',
    topic: 'range',
    statement:
      'A request for one range is not answered with multipart/byteranges, which its client may not understand.',
    status: [206],
    applies: (exchange) => hasRanges(exchange) && rangeOf(exchange)?.set.length === 1,
    check: (exchange) =>
      isMultipart(exchange)
        ? fault(
            'Range asks for one range, so its client may not understand multipart/byteranges.',
            showRanges(exchange, 'content-type'),
          )
        : undefined,
    remedy: REMEDY,
  },
  {
    id: '9110-15.3.7.2-206-multi-order',
    level: 'SHOULD',
    rfc: '9110',
    section: '15.3.7.2',
    topic: 'range',
    statement: 'Parts come in the order of Range.',
    status: [206],
    needs: ['content'],
    decidedBy: 'application',
    applies: isMultipart,
    check(exchange) {
      const order = orderOf(exchange)
      if (order.every((place, at) => place >= (order[at - 1] ?? 0))) return undefined
      const sent = (partsOf(exchange) ?? []).map((part) => `Content-Range: ${rangeIn(part)}`)
      return fault(
        'The parts do not come in the order of Range; clients ask first for what they need first.',
        [showRanges(exchange), '', ...sent].join('\n'),
      )
    },
    remedy: REMEDY,
  },
]

/** The parts, where they can be read. */
const partsOf = once((exchange: ExchangeView): readonly ByterangesPart[] | undefined => {
  const { content } = exchange.response.message
  return content && parseByterangesParts(content, boundaryOf(exchange))
})

/** 9110-8.3.3-206-multipart-crlf is about it, and no other rule. */
function endsLinesWithLf(exchange: ExchangeView): boolean {
  const { content } = exchange.response.message
  return content !== undefined && hasBareLf(content, boundaryOf(exchange))
}

/** '' where there is none. */
function boundaryOf({ response }: ExchangeView): string {
  return response.contentType?.parameters.find(({ name }) => name === 'boundary')?.value ?? ''
}

function rangeIn({ fields }: ByterangesPart): string {
  return fields.find(([name]) => name.toLowerCase() === 'content-range')?.[1] ?? ''
}

function enclosedIn(part: ByterangesPart): ContentRange | undefined {
  return parseContentRange(rangeIn(part))
}

function wrongPart(
  part: ByterangesPart,
  { response }: ExchangeView,
  whole: Uint8Array | undefined,
): string | undefined {
  const range = enclosedIn(part)
  if (range?.enclosed === undefined || !isPossible(range))
    return rangeIn(part) === ''
      ? 'has no Content-Range'
      : `has the Content-Range ${quoted(rangeIn(part))}, which is not one`
  if (range.unit !== 'bytes') return undefined
  const { first, last } = range.enclosed
  const length = part.end - part.start
  if (length !== last - first + 1) return `has ${length} bytes, and its Content-Range names ${last - first + 1}`
  const bytes = response.message.content?.subarray(part.start, part.end)
  return whole !== undefined && bytes?.some((byte, at) => byte !== whole[first + at])
    ? `does not have the bytes ${first}-${last} of the 200 with the same strong ETag`
    : undefined
}

function showPart(part: ByterangesPart, { response }: ExchangeView): string {
  const fields = part.fields.map(([name, value]) => `${name}: ${value}`)
  return [response.line, response.show('content-type'), '', ...fields, `(${part.end - part.start} bytes)`].join('\n')
}

function hasType(fields: ByterangesPart['fields'], essence: string): boolean {
  return fields.some(
    ([name, value]) =>
      name.toLowerCase() === 'content-type' && value.replace(/;.*/, '').trim().toLowerCase() === essence,
  )
}

/** Which of the requested ranges the parts answer; without those that ranges were put together for. */
function orderOf(exchange: ExchangeView): readonly number[] {
  const parts = (partsOf(exchange) ?? []).map(enclosedIn)
  const size = parts[0]?.size
  if (size === undefined) return []
  const asked = (rangeOf(exchange)?.bytes ?? []).flatMap((spec) => selected(spec, size) ?? []).map(keyOf)
  const places = new Map(asked.map((key, place) => [key, place]))
  // Who asks for one twice may get it in either place.
  if (places.size < asked.length) return []
  return parts.flatMap((part) => part?.enclosed ?? []).flatMap((sent) => places.get(keyOf(sent)) ?? [])
}

function keyOf({ first, last }: Interval): string {
  return `${first}-${last}`
}
