import type { ExchangeView, FieldsView, RequestView } from '../../exchange-view.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import {
  type EntityTag,
  parseEntityTag,
  parseEntityTags,
  stronglyEqual,
  weaklyEqual,
} from '../../grammar/entity-tags.ts'
import { fromSameClient } from '../../shared/series.ts'

/** The fields of a request that are preconditions (RFC 9110 §13.1). */
export const PRECONDITIONS: readonly string[] = [
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
]

/** The entity tags of If-Match or If-None-Match; none where it is `*`, or cannot be read. */
export function tagsIn(request: RequestView, lowerName: 'if-match' | 'if-none-match'): readonly EntityTag[] {
  return parseEntityTags(request.get(lowerName) ?? '') ?? []
}

/** How If-Match or If-None-Match lists a tag (RFC 9110 §8.8.3.2); undefined: there is nothing to compare. */
export function listed(
  request: RequestView,
  lowerName: 'if-match' | 'if-none-match',
  tag: EntityTag | undefined,
): 'strongly' | 'weakly' | 'not' | undefined {
  const tags = tagsIn(request, lowerName)
  if (tag === undefined || tags.length === 0) return undefined
  if (tags.some((one) => stronglyEqual(one, tag))) return 'strongly'
  return tags.some((one) => weaklyEqual(one, tag)) ? 'weakly' : 'not'
}

/** The only entity tag of a response: no tag has the blank in it that several lines are joined with. */
export function tagOf({ response }: ExchangeView): EntityTag | undefined {
  return parseEntityTag(response.get('etag') ?? '')
}

/** The HTTP-date in a field, in milliseconds since 1970; undefined: there is none. */
export function dateOf(fields: FieldsView, lowerName: string): number | undefined {
  return parseHttpDate(fields.get(lowerName) ?? '')
}

/** Whether a time is later than another, if both are known. */
export function isLater(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one > other
}

export function hasPreconditions(request: RequestView): boolean {
  return PRECONDITIONS.some((name) => request.has(name))
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
  return response.status !== 202 && response.status !== 207
}

/** Whether both have the same bytes for content; not where the content of one was not seen. */
export function haveSameContent({ response: one }: ExchangeView, { response: other }: ExchangeView): boolean {
  const [a, b] = [one.message.content, other.message.content]
  return a !== undefined && a.length === b?.length && a.every((byte, at) => byte === b[at])
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

// The three forms of HTTP-date (RFC 9110 §5.6.7), all of which recipients accept, whether or not there is such a day.
const HTTP_DATE =
  /^(?:\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT|\w{6,9}, \d\d-\w{3}-\d\d [\d:]{8} GMT|\w{3} \w{3} [ \d]\d [\d:]{8} \d{4})$/

/** Whether a condition is exactly one HTTP-date. */
export function isOneDate(request: RequestView, lowerName: 'if-modified-since' | 'if-unmodified-since'): boolean {
  return HTTP_DATE.test(request.get(lowerName) ?? '')
}
