import type { ExchangeView, FieldsView } from '../../exchange-view.ts'
import { isSuccess } from '../../shared/methods.ts'

/** Whether a message asks for the connection to be closed after the exchange (RFC 9112 §9.6). */
export function saysClose(message: FieldsView): boolean {
  return message.lists('connection', 'close')
}

/** Whether an exchange is of HTTP/1, where its end says what becomes of the connection. */
export function isHttp1({ response }: ExchangeView): boolean {
  return response.version.startsWith('1.')
}

/** Whether the response is the final one, after which the connection belongs to no tunnel (RFC 9110 §15.2, §9.3.6). */
export function endsExchange(exchange: ExchangeView): boolean {
  return exchange.response.status >= 200 && !(exchange.request.method === 'CONNECT' && isSuccess(exchange))
}
