import { statusOf } from '../../status/index.ts'
import type { ExchangeView, ResponseView } from '../exchange-view.ts'
import { parseDeltaSeconds } from '../grammar/cache-control.ts'
import { parseHttpDate } from '../grammar/dates.ts'

/**
 * Whether a shared cache may store a response and answer another request with it without asking the origin, as far as
 * the exchange tells (RFC 9111 §3, §3.5, §4).
 */
export function isCacheable({ request, response }: ExchangeView): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (response.hasDirective('no-store') || response.hasDirective('private')) return false
  if (response.cacheControl.some(({ name, value }) => name === 'no-cache' && value === undefined)) return false
  const isAllowed = (...names: readonly string[]): boolean => names.some((name) => response.hasDirective(name))
  if (request.has('authorization') && !isAllowed('public', 's-maxage', 'must-revalidate')) return false
  return staysFresh(response) ?? (isAllowed('public') || statusOf(response.status)?.cacheable === true)
}

/**
 * Whether what it says of its lifetime is more than nothing; undefined: it says nothing.
 *
 * @param directives those that a cache heeds, the strongest first; by default a shared one
 */
export function staysFresh(
  response: ResponseView,
  directives: readonly string[] = ['s-maxage', 'max-age'],
): boolean | undefined {
  for (const name of directives) {
    const ages = response.cacheControl.filter((directive) => directive.name === name)
    if (ages.length > 0) return ages.every(({ value }) => (parseDeltaSeconds(value) ?? 0) > 0)
  }
  const expires = response.get('expires')
  if (expires === undefined) return undefined
  const [end, date] = [parseHttpDate(expires), response.date]
  return end !== undefined && date !== undefined && end > date
}
