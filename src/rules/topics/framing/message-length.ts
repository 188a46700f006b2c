import type { ExchangeView, FieldsView, InterimView, ResponseView } from '../../exchange-view.ts'
import { isDigits } from '../../grammar/characters.ts'
import { nameOf } from '../../grammar/elements.ts'

/** What the only Content-Length announces; undefined: none, several, or none by the grammar. */
export function announcedLength(message: FieldsView): number | undefined {
  const value = message.get('content-length') ?? ''
  return isDigits(value) ? Number(value) : undefined
}

/** The transfer codings in the order applied, without parameters, in lower case. */
export function transferCodings(message: FieldsView): string[] {
  return message.list('transfer-encoding').map(nameOf)
}

/** Whether a message is framed by RFC 9112; HTTP/2 and HTTP/3 have frames of their own. */
export function isHttp1({ version }: Pick<InterimView, 'version'>): boolean {
  return version === '1.0' || version === '1.1'
}

/** Whether nothing but the end of the connection ends the response (RFC 9112 §6.3). */
export function lastsUntilClose(exchange: ExchangeView): boolean {
  const { response } = exchange
  if (!isHttp1(response) || response.has('content-length') || response.has('transfer-encoding')) return false
  return exchange.mayHaveContent
}

/** How many octets of content came over the wire; undefined: not known. */
export function octetsThatCame(response: ResponseView): number | undefined {
  // An API that combines fields has most likely decoded the content as well.
  return response.message.combined === true && response.isCoded ? undefined : response.contentLength
}

/** How many octets of content there are; undefined: not known, or cut short. */
export function octetsOf({ response }: ExchangeView): number | undefined {
  return response.message.complete === false ? undefined : octetsThatCame(response)
}
