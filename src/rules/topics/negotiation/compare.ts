import type { ExchangeView, RequestView } from '../../exchange-view.ts'

/** Fields of a request that have no say in what the answer is. */
const INDIFFERENT: readonly string[] = ['connection', 'date', 'keep-alive']

/** Whether two requests are the same but for some fields, named in lower case. */
export function differOnlyIn(one: RequestView, other: RequestView, isThat: (lowerName: string) => boolean): boolean {
  if (one.method !== other.method || one.target !== other.target) return false
  if (one.message.contentLength !== other.message.contentLength) return false
  const isAlike = (name: string): boolean =>
    isThat(name) || INDIFFERENT.includes(name) || one.get(name) === other.get(name)
  return [...one.names()].every(isAlike) && [...other.names()].every(isAlike)
}

/** What answered the same request with success, but for some fields that it had otherwise or not at all. */
export function successWithout(
  exchange: ExchangeView,
  isThat: (lowerName: string) => boolean,
): ExchangeView | undefined {
  return exchange.before(
    ({ request, response }) =>
      response.status >= 200 && response.status < 300 && differOnlyIn(request, exchange.request, isThat),
  )
}
