import type { ExchangeView, FieldsView } from '../../exchange-view.ts'

/** Whether a message asks for the connection to be closed after the exchange (RFC 9112 §9.6). */
export function saysClose(message: FieldsView): boolean {
  return message.lists('connection', 'close')
}

/** Whether both messages are of HTTP/1, where the end of an exchange says what becomes of the connection. */
export function isHttp1({ request, response }: ExchangeView): boolean {
  return request.version.startsWith('1.') && response.version.startsWith('1.')
}

/** Whether the connection now belongs to another protocol, or to a tunnel. */
export function isHandedOver({ request, response }: ExchangeView): boolean {
  return response.status === 101 || (request.method === 'CONNECT' && response.status >= 200 && response.status < 300)
}
