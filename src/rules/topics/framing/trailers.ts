import type { FieldLine } from '../../exchange.ts'
import type { ExchangeView, ResponseView } from '../../exchange-view.ts'
import { brief, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** Fields whose definitions have no use for them after the content: they frame, route, protect, or describe it. */
const NEVER_TRAILERS: ReadonlySet<string> = new Set([
  ...['age', 'allow', 'alt-svc', 'authorization', 'cache-control', 'clear-site-data'],
  ...['connection', 'content-disposition', 'content-encoding', 'content-language', 'content-length'],
  ...['content-location', 'content-range', 'content-security-policy', 'content-type', 'cookie', 'date', 'expires'],
  ...['host', 'keep-alive', 'location', 'pragma', 'proxy-authenticate', 'proxy-connection', 'refresh'],
  ...['retry-after', 'set-cookie', 'strict-transport-security', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
  ...['vary', 'www-authenticate'],
])

/** Fields after the content. */
export const trailerRules: readonly Rule[] = [
  {
    id: '9110-6.5.1-custom-trailer-only-if-defined',
    level: 'MUST NOT',
    rfc: '9110',
    section: '6.5.1',
    topic: 'framing',
    statement: 'Only a field whose definition allows it is sent as a trailer.',
    needs: ['trailers'],
    applies: hasTrailers,
    check: ({ response }) => {
      const wrong = findTrailer(response, (lowerName) => NEVER_TRAILERS.has(lowerName))
      if (wrong === undefined) return undefined
      const [name, value] = wrong
      return fault(
        `The field ${brief(name, 40)} is sent after the content, where recipients have to ignore it: it works only before.`,
        `${name}: ${value}`,
      )
    },
    remedy:
      'Set the field before the first write(), and send in trailers only what is made for them, such as Server-Timing or Repr-Digest.',
  },
  {
    id: '9110-6.6.2-trailer-field-announces',
    level: 'SHOULD',
    rfc: '9110',
    section: '6.6.2',
    topic: 'framing',
    statement: 'Trailer names beforehand the fields that come after the content.',
    needs: ['trailers'],
    applies: hasTrailers,
    check: ({ response }) => {
      const announced = new Set(response.list('trailer').map((name) => name.toLowerCase()))
      const missing = findTrailer(response, (lowerName) => !announced.has(lowerName))
      if (missing === undefined) return undefined
      return fault(
        `The field ${brief(missing[0], 40)} comes after the content, but no Trailer field announced it.`,
        `${response.show('trailer')}\n${missing[0]}: ${missing[1]}`,
      )
    },
    remedy:
      "Before the first write(): res.setHeader('Trailer', 'Server-Timing') for each field given to addTrailers().",
  },
]

function hasTrailers({ response }: ExchangeView): boolean {
  return response.message.trailers?.length !== 0
}

function findTrailer({ message }: ResponseView, isIt: (lowerName: string) => boolean): FieldLine | undefined {
  return message.trailers?.find(([name]) => isIt(name.toLowerCase()))
}
