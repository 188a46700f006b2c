import type { ExchangeView, FieldsView, InterimView } from '../../exchange-view.ts'
import { isDigits } from '../../grammar/characters.ts'
import { trimBlanks } from '../../grammar/lists.ts'

/** What the only Content-Length announces; undefined: none, several, or none by the grammar. */
export function announcedLength(message: FieldsView): number | undefined {
  const [value = '', ...others] = message.all('content-length')
  return others.length === 0 && isDigits(value) ? Number(value) : undefined
}

/** The transfer codings in the order applied, without parameters, in lower case. */
export function transferCodings(message: FieldsView): string[] {
  return message.list('transfer-encoding').map(withoutParameters)
}

/** What stands before the first ";", in lower case. */
export function withoutParameters(element: string): string {
  return trimBlanks(element.split(';', 1)[0] ?? '').toLowerCase()
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

/** How many octets of content there were on the wire; undefined: not known, or cut short. */
export function octetsOf({ response }: ExchangeView): number | undefined {
  const { combined, complete } = response.message
  // An API that combines fields has most likely decoded the content as well.
  if (complete === false || (combined === true && response.isCoded)) return undefined
  return response.contentLength
}
