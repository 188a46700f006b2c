import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import { parseLinks } from '../../grammar/links.ts'
import { parseUriReference, type UriReference } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'

const uris = { rfc: '9110', topic: 'metadata', fields: ['location', 'content-location', 'link'] } as const

const REMEDY = "Make Location of a path ('/orders/42'), or of a configured origin, never of what the request said."

/** http and https URIs in fields name a host, and no user. */
export const uriRules: readonly Rule[] = [
  {
    ...uris,
    id: '9110-4.2.4-location-no-userinfo',
    level: 'MUST NOT',
    section: '4.2.4',
    statement: 'An http or https URI in a field has no user name or password.',
    check: (exchange) =>
      find(
        exchange,
        (uri) => isWeb(uri) && uri.userinfo !== undefined,
        'has a user name, which is used to deceive people.',
      ),
    remedy: REMEDY,
  },
  {
    ...uris,
    id: '9110-4.2.1-location-no-empty-host-http',
    level: 'MUST NOT',
    section: '4.2.1',
    statement: 'An http URI names a host.',
    check: (exchange) =>
      find(exchange, (uri) => namesNoHost(uri) && schemeOf(uri, exchange) === 'http', 'is an http URI without a host.'),
    remedy: REMEDY,
  },
  {
    ...uris,
    id: '9110-4.2.2-location-no-empty-host-https',
    level: 'MUST NOT',
    section: '4.2.2',
    statement: 'An https URI names a host.',
    check: (exchange) =>
      find(
        exchange,
        (uri) => namesNoHost(uri) && schemeOf(uri, exchange) === 'https',
        'is an https URI without a host.',
      ),
    remedy: REMEDY,
  },
]

function find({ response }: ExchangeView, isWrong: (uri: UriReference) => boolean, what: string): Fault | undefined {
  for (const name of uris.fields) {
    const value = response.get(name)
    if (value === undefined) continue
    const targets = name === 'link' ? parseLinks(value)?.map(({ target }) => target) : [value]
    const wrong = targets?.find((target) => {
      const uri = parseUriReference(target)
      return uri !== undefined && isWrong(uri)
    })
    if (wrong !== undefined) return fault(`${quoted(wrong, 100)} ${what}`, response.show(name))
  }
  return undefined
}

/** A URI such as `http:/path` has no place for a host; a reference without a scheme may leave it out. */
function namesNoHost({ scheme, host }: UriReference): boolean {
  return host === '' || (host === undefined && scheme !== undefined)
}

/** A reference without a scheme takes that of the request, which is http unless it is known to be https. */
function schemeOf(uri: UriReference, { request }: ExchangeView): string {
  return uri.scheme?.toLowerCase() ?? (request.message.secure === true ? 'https' : 'http')
}

function isWeb({ scheme = 'http' }: UriReference): boolean {
  return /^https?$/i.test(scheme)
}
