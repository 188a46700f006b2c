import type { ExchangeView } from '../../exchange-view.ts'
import { type EntityTag, parseEntityTag, stronglyEqual } from '../../grammar/entity-tags.ts'
import {
  type ByteRangeSpec,
  type ContentRange,
  parseContentRange,
  parseRange,
  type RangesSpecifier,
} from '../../grammar/ranges.ts'
import { once } from '../../shared/once.ts'
import { wholeBefore } from '../../shared/series.ts'

/** The only Range of the request; undefined: none, several, or not by the grammar. */
export const rangeOf: (exchange: ExchangeView) => RangesSpecifier | undefined = once(({ request }) => {
  const [value = '', ...others] = request.all('range')
  return others.length > 0 ? undefined : parseRange(value)
})

/** The range of bytes that a request asks for, if it is a single one. */
export function onlySpec(exchange: ExchangeView): ByteRangeSpec | undefined {
  const specs = rangeOf(exchange)?.bytes
  return specs?.length === 1 ? specs[0] : undefined
}

/** The only Content-Range of the response; undefined: none, several, or not by the grammar. */
export function contentRangeOf({ response }: ExchangeView): ContentRange | undefined {
  return parseContentRange(response.get('content-range') ?? '')
}

export function isMultipart({ response }: ExchangeView): boolean {
  return response.isOfType('multipart/byteranges')
}

/** Whether the method has ranges: GET, and QUERY by its own definition. */
export function hasRanges({ request }: ExchangeView): boolean {
  return request.method === 'GET' || request.method === 'QUERY'
}

/** The 200 just before to the same GET without Range, if it has the same content coding. */
export function wholeOf(exchange: ExchangeView): ExchangeView | undefined {
  const whole = ofSameGet(exchange)
  // A server may choose the uncoded representation for ranges.
  return whole !== undefined && codingOf(whole) === codingOf(exchange) ? whole : undefined
}

/** The 200 just before of which the response sends parts: its strong entity tag says that the bytes are the same. */
export function sameBytesOf(exchange: ExchangeView): ExchangeView | undefined {
  const whole = ofSameGet(exchange)
  const one = whole && tagOf(whole)
  const other = tagOf(exchange)
  if (whole?.response.message.complete === false || one === undefined || other === undefined) return undefined
  return stronglyEqual(one, other) ? whole : undefined
}

export function tagOf({ response }: ExchangeView): EntityTag | undefined {
  return parseEntityTag(response.get('etag') ?? '')
}

/** Request, range, status and Content-Range, as evidence. */
export function showRanges({ request, response }: ExchangeView, ...more: readonly string[]): string {
  return [request.line, request.show('range'), response.line, response.show('content-range', ...more)].join('\n')
}

function ofSameGet(exchange: ExchangeView): ExchangeView | undefined {
  return exchange.request.method === 'GET' ? wholeBefore(exchange) : undefined
}

function codingOf({ response }: ExchangeView): string {
  return response.list('content-encoding').join().toLowerCase()
}
