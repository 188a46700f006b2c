import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault, quoted } from '../../fault.ts'
import { type ByterangesPart, hasBareLf, parseByterangesParts } from '../../grammar/byteranges-parts.ts'
import { type ContentRange, isPossible, parseContentRange, selected } from '../../grammar/ranges.ts'
import type { Rule } from '../../rule.ts'
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
    applies: (exchange) => isMultipart(exchange) && !exchange.response.isCoded,
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
      if (boundary === undefined)
        return fault(
          'Content-Type has no boundary, so the client cannot tell where a part begins.',
          `${response.line}\n${response.show('content-type')}`,
        )
      const { content, complete } = response.message
      if (content === undefined || complete === false || response.isCoded || partsOf(exchange) !== undefined)
        return undefined
      if (endsLinesWithLf(exchange)) return undefined
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
    applies: (exchange) => isMultipart(exchange) && partsOf(exchange) !== undefined,
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
    applies: (exchange) =>
      isMultipart(exchange) && partsOf(exchange) !== undefined && wholeOf(exchange)?.response.contentType !== undefined,
    check(exchange) {
      const whole = wholeOf(exchange)
      const type = whole?.response.contentType
      if (whole === undefined || type === undefined) return undefined
      const part = partsOf(exchange)?.find(({ fields }) => !hasType(fields, type.essence))
      if (part === undefined) return undefined
      return fault(
        `A part does not say that it is ${brief(type.essence)}, as the 200 did; the multipart hides it.`,
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
    applies: (exchange) => isMultipart(exchange) && (rangeOf(exchange)?.bytes?.length ?? 0) > 1,
    check(exchange) {
      const order = orderOf(exchange)
      if (order === undefined || order.every((place, at) => at === 0 || place > (order[at - 1] ?? -1))) return undefined
      return fault(
        `The parts answer the ranges in the order ${order.map((place) => place + 1).join(', ')}; clients ask for the one they need first.`,
        `${showRanges(exchange)}\n\n${(partsOf(exchange) ?? []).map((part) => `Content-Range: ${rangeIn(part)}`).join('\n')}`,
      )
    },
    remedy: REMEDY,
  },
]

const known = new WeakMap<ExchangeView, readonly ByterangesPart[] | null>()

/** The parts, where they can be read. */
function partsOf(exchange: ExchangeView): readonly ByterangesPart[] | undefined {
  const before = known.get(exchange)
  if (before !== undefined) return before ?? undefined
  const { content } = exchange.response.message
  const boundary = boundaryOf(exchange)
  const canRead = content !== undefined && boundary !== undefined && !exchange.response.isCoded
  const parts = canRead ? parseByterangesParts(content, boundary) : undefined
  known.set(exchange, parts ?? null)
  return parts
}

/** 9110-8.3.3-206-multipart-crlf is about it, and no other rule. */
function endsLinesWithLf(exchange: ExchangeView): boolean {
  const { content, complete } = exchange.response.message
  const boundary = boundaryOf(exchange)
  return content !== undefined && boundary !== undefined && complete !== false && hasBareLf(content, boundary)
}

function boundaryOf({ response }: ExchangeView): string | undefined {
  return response.contentType?.parameters.find(({ name }) => name === 'boundary')?.value
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
  const { content } = response.message
  if (whole === undefined || content === undefined) return undefined
  for (let at = 0; at < length; at++) {
    if (content[part.start + at] !== whole[first + at])
      return `does not have the bytes ${first}-${last} of the 200 with the same strong ETag`
  }
  return undefined
}

function showPart(part: ByterangesPart, { response }: ExchangeView): string {
  const fields = part.fields.slice(0, 10).map(([name, value]) => `${brief(name)}: ${brief(value)}`)
  return [response.line, response.show('content-type'), '', ...fields, `(${part.end - part.start} bytes)`].join('\n')
}

function hasType(fields: ByterangesPart['fields'], essence: string): boolean {
  const type = fields.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return type.split(';', 1)[0]?.trim().toLowerCase() === essence
}

/** Which of the requested ranges each part answers; undefined: it is not plain, as where ranges were put together. */
function orderOf(exchange: ExchangeView): readonly number[] | undefined {
  const specs = rangeOf(exchange)?.bytes ?? []
  const places = new Map<string, number>()
  const order: number[] = []
  for (const part of partsOf(exchange) ?? []) {
    const range = enclosedIn(part)
    if (range?.enclosed === undefined || range.size === undefined) return undefined
    if (places.size === 0) {
      for (const [place, spec] of specs.entries()) {
        const wanted = selected(spec, range.size)
        if (wanted === undefined) continue
        const key = `${wanted.first}-${wanted.last}`
        if (places.has(key)) return undefined
        places.set(key, place)
      }
    }
    const place = places.get(`${range.enclosed.first}-${range.enclosed.last}`)
    if (place === undefined) return undefined
    order.push(place)
  }
  return order
}
