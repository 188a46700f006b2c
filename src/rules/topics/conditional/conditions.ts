import type { ExchangeView, RequestView } from '../../exchange-view.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import { type EntityTag, parseEntityTag, parseEntityTags } from '../../grammar/entity-tags.ts'

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

/** Whether a condition is exactly one HTTP-date. The two obsolete forms, which recipients accept, are not looked into. */
export function isOneDate(values: readonly string[]): boolean {
  const [value = ''] = values
  return (
    values.length === 1 && (parseHttpDate(value) !== undefined || /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[^;]*$/.test(value))
  )
}
