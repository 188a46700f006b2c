import type { ExchangeView, RequestView } from '../../exchange-view.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import { type EntityTag, parseEntityTag, parseEntityTags } from '../../grammar/entity-tags.ts'
import { fromSameClient } from '../../shared/series.ts'

const PRECONDITIONS: ReadonlySet<string> = new Set([
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
])

/** The condition of If-Match or If-None-Match: `*`, its tags, or undefined where there is none that can be read. */
export function conditionOf(
  request: RequestView,
  lowerName: 'if-match' | 'if-none-match',
): '*' | readonly EntityTag[] | undefined {
  const value = request.get(lowerName)
  if (value === undefined || value === '*') return value
  const tags = parseEntityTags(value)
  return tags?.length ? tags : undefined
}

/** The only entity tag of a response. */
export function tagOf({ response }: ExchangeView): EntityTag | undefined {
  const [value, ...others] = response.all('etag')
  return value === undefined || others.length > 0 ? undefined : parseEntityTag(value)
}

export function hasPreconditions(request: RequestView): boolean {
  for (const name of request.names()) if (PRECONDITIONS.has(name)) return true
  return false
}

/** Whether the method asks for a representation, so that a 304 can answer it. */
export function asksForRepresentation({ method }: RequestView): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'QUERY'
}

/** Whether the method has no use for conditions at all (RFC 9110 §13.2.1). */
export function hasNoConditions({ method }: RequestView): boolean {
  return method === 'OPTIONS' || method === 'TRACE' || method === 'CONNECT'
}

/** Whether a cache has answered from its store (RFC 9111 §4): it may leave conditions to the origin. */
export function isFromCache({ response }: ExchangeView): boolean {
  return response.has('age')
}

export function isGetOrHead({ method }: RequestView): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Whether a 2xx says that the method was performed; 202 says that it may be, and 207 that its parts tell. */
export function wasPerformed({ response }: ExchangeView): boolean {
  const { status } = response
  return status >= 200 && status < 300 && status !== 202 && status !== 207
}

/**
 * Whether the representation that an earlier GET was sent is the one that the conditions of a request are held against,
 * which is the one that GET would get with its fields (RFC 9110 §13.1): nothing was negotiated, and nobody else asks.
 */
export function showsSelected(earlier: ExchangeView, { request }: ExchangeView): boolean {
  if (!isGetOrHead(earlier.request) || earlier.response.status !== 200 || isFromCache(earlier)) return false
  if (earlier.response.has('vary') || earlier.response.has('content-encoding')) return false
  if (earlier.request.target !== request.target || !fromSameClient(earlier.request, request)) return false
  for (const message of [earlier.request, request]) {
    for (const name of message.names())
      if (name.startsWith('accept') && earlier.request.get(name) !== request.get(name)) return false
  }
  return true
}

/** The GET that showed, right before, which state a DELETE, PATCH or PUT meets. */
export function readBefore(exchange: ExchangeView): ExchangeView | undefined {
  const { method } = exchange.request
  if (method !== 'DELETE' && method !== 'PATCH' && method !== 'PUT') return undefined
  const last = exchange.earlier.at(-1)
  return last !== undefined && showsSelected(last, exchange) ? last : undefined
}

/** Whether a condition is exactly one HTTP-date. The two obsolete forms, which recipients accept, are not looked into. */
export function isOneDate(values: readonly string[]): boolean {
  const [value = ''] = values
  return (
    values.length === 1 && (parseHttpDate(value) !== undefined || /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[^;]*$/.test(value))
  )
}
