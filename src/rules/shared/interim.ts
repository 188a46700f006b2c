import type { ExchangeView } from '../exchange-view.ts'

/** Whether there are interim responses, or one where the final response should be. */
export function hasInterim({ exchange, response }: ExchangeView): boolean {
  return response.status < 200 || (exchange.interim !== undefined && exchange.interim.length > 0)
}
