import type { ExchangeView } from '../../exchange-view.ts'
import { parseEntityTag, stronglyEqual } from '../../grammar/entity-tags.ts'
import { type ContentRange, parseContentRange, parseRange, type RangesSpecifier } from '../../grammar/ranges.ts'
import { wholeBefore } from '../../shared/series.ts'

const ranges = new WeakMap<ExchangeView, RangesSpecifier | null>()

/** The only Range of the request; undefined: none, several, or not by the grammar. */
export function rangeOf(exchange: ExchangeView): RangesSpecifier | undefined {
  const known = ranges.get(exchange)
  if (known !== undefined) return known ?? undefined
  const [value, ...others] = exchange.request.all('range')
  const range = value === undefined || others.length > 0 ? undefined : parseRange(value)
  ranges.set(exchange, range ?? null)
  return range
}

/** The only Content-Range of the response; undefined: none, several, or not by the grammar. */
export function contentRangeOf({ response }: ExchangeView): ContentRange | undefined {
  const [value, ...others] = response.all('content-range')
  return value === undefined || others.length > 0 ? undefined : parseContentRange(value)
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
  const whole = exchange.request.method === 'GET' ? wholeBefore(exchange) : undefined
  // A server may choose the uncoded representation for ranges.
  return whole !== undefined && codingOf(whole) === codingOf(exchange) ? whole : undefined
}

/** The 200 just before of which the response sends parts: its strong entity tag says that the bytes are the same. */
export function sameBytesOf(exchange: ExchangeView): ExchangeView | undefined {
  const whole = exchange.request.method === 'GET' ? wholeBefore(exchange) : undefined
  const one = parseEntityTag(whole?.response.get('etag') ?? '')
  const other = parseEntityTag(exchange.response.get('etag') ?? '')
  if (whole?.response.message.complete === false || one === undefined || other === undefined) return undefined
  return stronglyEqual(one, other) ? whole : undefined
}

export function codingOf({ response }: ExchangeView): string {
  return response.list('content-encoding').join().toLowerCase()
}

/** Request, range, status and Content-Range, as evidence. */
export function showRanges({ request, response }: ExchangeView, ...more: readonly string[]): string {
  return [request.line, request.show('range'), response.line, response.show('content-range', ...more)].join('\n')
}
