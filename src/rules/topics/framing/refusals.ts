import type { ExchangeView } from '../../exchange-view.ts'

/** Statuses that a server or a gateway may give before it has looked at a request as a whole. */
const BEFORE_READING: ReadonlySet<number> = new Set([408, 413, 414, 421, 429, 431])

/** Whether the request was refused for a reason that comes before any look at its fields. */
export function isRefusedUnread({ response }: ExchangeView): boolean {
  return response.status >= 500 || BEFORE_READING.has(response.status)
}

/** Whether the server kept a connection open that it has to close. */
export function keptOpen({ response }: ExchangeView): boolean {
  return response.message.closed === false
}
