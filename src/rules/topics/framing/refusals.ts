import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'

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

/** The fault of an answer that is not one of `right`, to a request of which 400 is the answer. */
export function faultUnless(
  right: readonly number[],
  exchange: ExchangeView,
  wrong: string,
  evidence: string,
): Fault | undefined {
  const { status } = exchange.response
  if (right.includes(status) || isRefusedUnread(exchange)) return undefined
  return fault(`${wrong}, yet the answer is ${status} and not 400.`, evidence)
}

/** As `faultUnless`, where the connection has to be closed as well. */
export function faultUnlessClosed(
  right: readonly number[],
  exchange: ExchangeView,
  wrong: string,
  evidence: string,
): Fault | undefined {
  if (right.includes(exchange.response.status) && keptOpen(exchange))
    return fault(`${wrong}, yet the connection stays open.`, evidence)
  return faultUnless(right, exchange, wrong, evidence)
}
