import type { ExchangeView, RequestView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import { splitOutsideQuotes, trimBlanks } from '../../grammar/lists.ts'
import { parseUri } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'
import { hostOf, wasForwardedSecurely } from '../../shared/transport.ts'

/** Strict-Transport-Security (RFC 6797). */
export const hstsRules: readonly Rule[] = [
  {
    id: '6797-7.2-hsts-not-over-http',
    level: 'MUST NOT',
    rfc: '6797',
    section: '7.2',
    topic: 'security',
    statement: 'Strict-Transport-Security is not sent over plain HTTP, not even with the redirect to https.',
    fields: ['strict-transport-security'],
    needs: ['secure'],
    check: ({ request, response }) =>
      wasPlain(request)
        ? fault(
            'Strict-Transport-Security came over plain HTTP, where browsers ignore it and anyone could have set it.',
            response.show('strict-transport-security'),
          )
        : undefined,
    remedy: 'Set it only where req.secure holds (Koa: ctx.secure), or let the proxy that ends TLS set it.',
  },
  {
    id: '6797-7.1-hsts-single',
    level: 'MUST',
    rfc: '6797',
    section: '7.1',
    topic: 'security',
    statement: 'Strict-Transport-Security occurs once.',
    fields: ['strict-transport-security'],
    needs: ['lines'],
    check: ({ response }) =>
      response.all('strict-transport-security').length > 1
        ? fault(
            'There are several lines of Strict-Transport-Security, and browsers heed only the first.',
            response.show('strict-transport-security'),
          )
        : undefined,
    remedy: 'Let the application or the proxy set it, not both: helmet({ strictTransportSecurity: false }).',
  },
  {
    id: '6797-6.1-hsts-max-age',
    level: 'MUST',
    rfc: '6797',
    section: '6.1.1',
    topic: 'security',
    statement: 'Strict-Transport-Security has max-age with a number of seconds.',
    fields: ['strict-transport-security'],
    needs: ['lines'],
    check: ({ response }) =>
      response.all('strict-transport-security').every((value) => maxAgeOf(value) !== undefined)
        ? undefined
        : fault(
            'Strict-Transport-Security has no max-age with a number of seconds, so browsers ignore it as a whole.',
            response.show('strict-transport-security'),
          ),
    remedy: "res.set('Strict-Transport-Security', 'max-age=31536000'): one year; max-age=0 switches it off.",
  },
  {
    id: '6797-6.1-hsts-directives-once',
    level: 'MUST',
    rfc: '6797',
    section: '6.1',
    topic: 'security',
    statement: 'No directive of Strict-Transport-Security occurs twice in it.',
    fields: ['strict-transport-security'],
    needs: ['lines'],
    check: ({ response }) => {
      for (const value of response.all('strict-transport-security')) {
        const names = splitOutsideQuotes(value, ';').map((each) => trimBlanks(each.replace(/=.*/, '')).toLowerCase())
        const seen = new Set<string>()
        // The grammar lets empty directives pass.
        const twice = names.find((name) => name !== '' && seen.size === seen.add(name).size)
        if (twice !== undefined)
          return fault(
            `Strict-Transport-Security has ${quoted(twice)} more than once, so browsers may ignore it as a whole.`,
            response.show('strict-transport-security'),
          )
      }
      return undefined
    },
    remedy: 'Name each directive once: max-age=31536000; includeSubDomains.',
  },
  {
    id: '6797-7.1-hsts-on-secure',
    level: 'SHOULD',
    rfc: '6797',
    section: '7.1',
    topic: 'security',
    statement:
      'A host that sends Strict-Transport-Security sends it with all responses over TLS, errors and redirects too.',
    needs: ['earlier', 'secure'],
    applies: ({ request, response }) =>
      request.message.secure === true &&
      response.status >= 200 &&
      response.status !== 304 &&
      request.method !== 'CONNECT',
    check: (exchange) => {
      const { response } = exchange
      if (response.has('strict-transport-security')) return undefined
      const sent = lastHsts(exchange)
      if (sent === undefined) return undefined
      return fault(
        `The ${response.status} has no Strict-Transport-Security, though the host sends it with other responses.`,
        `${sent.request.line}: ${sent.response.show('strict-transport-security')}\n${response.line}`,
      )
    },
    remedy: 'Set it in the first middleware, before all that may answer (nginx: add_header … always).',
  },
  {
    id: '6797-7.2-hsts-redirect',
    level: 'SHOULD',
    rfc: '6797',
    section: '7.2',
    topic: 'security',
    statement:
      'A host that sends Strict-Transport-Security over TLS answers plain HTTP with a permanent redirect to https.',
    status: ['2xx', '3xx'],
    needs: ['earlier', 'secure'],
    applies: ({ request, response }) =>
      wasPlain(request) &&
      response.status !== 304 &&
      (request.method === 'GET' || request.method === 'HEAD') &&
      // Who checks that a host is somebody's own does so over plain HTTP (RFC 8615).
      !request.target.startsWith('/.well-known/'),
    check: (exchange) => {
      const { request, response } = exchange
      const sent = lastHsts(exchange)
      if (sent === undefined) return undefined
      const isSecure = response.all('location').some((uri) => parseUri(uri)?.scheme.toLowerCase() === 'https')
      if (isSecure && (response.status === 301 || response.status === 308)) return undefined
      return fault(
        response.status >= 300 && !isSecure
          ? `The ${response.status} to a request over plain HTTP does not lead to https.`
          : `The answer to a request over plain HTTP is ${response.status}; it is to be 301 or 308 to https.`,
        `${request.line}\n${response.line}\n${response.show('location')}`,
      )
    },
    remedy: "send(res, permanentRedirect('https://…')) where the request came without TLS (req.secure, ctx.secure).",
  },
]

function maxAgeOf(value: string): number | undefined {
  for (const directive of splitOutsideQuotes(value, ';')) {
    const match = /^max-age[\t ]*=[\t ]*("?)(\d+)\1$/i.exec(directive)
    if (match !== null) return Number(match[2])
  }
  return undefined
}

function wasPlain(request: RequestView): boolean {
  return request.message.secure === false && !wasForwardedSecurely(request)
}

/** The last response of the same host over TLS that switched HSTS on, if none after it switched it off. */
function lastHsts(exchange: ExchangeView): ExchangeView | undefined {
  const host = hostOf(exchange.request)
  const last = exchange.earlier.findLast(
    ({ request, response }) =>
      request.message.secure === true && hostOf(request) === host && response.has('strict-transport-security'),
  )
  const [value] = last?.response.all('strict-transport-security') ?? []
  return value !== undefined && Number(maxAgeOf(value)) > 0 ? last : undefined
}
