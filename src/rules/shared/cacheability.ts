import type { ExchangeView } from '../exchange-view.ts'

/** Statuses that caches may store without being told so (RFC 9110 §15.1). */
const HEURISTIC: ReadonlySet<number> = new Set([200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501])

/** Whether a shared cache may store a response for another request, as far as the exchange tells (RFC 9111 §3). */
export function isCacheable({ request, response }: ExchangeView): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (response.hasDirective('no-store') || response.hasDirective('private')) return false
  return (
    HEURISTIC.has(response.status) ||
    ['public', 'max-age', 's-maxage'].some((name) => response.hasDirective(name)) ||
    response.has('expires')
  )
}
