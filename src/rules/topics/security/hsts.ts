import type { ExchangeView, RequestView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { splitOutsideQuotes } from '../../grammar/lists.ts'
import { parseUri } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'

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
      const isPermanent = response.status === 301 || response.status === 308
      const scheme = parseUri(response.get('location') ?? '')?.scheme.toLowerCase()
      if (isPermanent && scheme === 'https') return undefined
      return fault(
        isPermanent || (response.status >= 300 && scheme !== 'https')
          ? `The ${response.status} to a request over plain HTTP does not lead to https.`
          : `The answer to a request over plain HTTP is ${response.status}; it is to be 301 or 308 to https.`,
        `${request.line}\n${response.line}\n${response.show('location')}`,
      )
    },
    remedy: "send(res, permanentRedirect('https://…')) where the request came without TLS (req.secure, ctx.secure).",
  },
]

function wasPlain(request: RequestView): boolean {
  return (
    request.message.secure === false &&
    !/https/i.test(`${request.get('x-forwarded-proto')} ${request.get('forwarded')}`)
  )
}

/** The last response of the same host over TLS that switched HSTS on, if none after it switched it off. */
function lastHsts(exchange: ExchangeView): ExchangeView | undefined {
  const host = hostOf(exchange.request)
  const last = exchange.earlier.findLast(
    ({ request, response }) =>
      request.message.secure === true && hostOf(request) === host && response.has('strict-transport-security'),
  )
  const value = last?.response.all('strict-transport-security')[0] ?? ''
  const age = splitOutsideQuotes(value, ';').find((directive) => /^max-age[\t ]*=/i.test(directive))
  return /=[\t ]*"?0*[1-9]/.test(age ?? '') ? last : undefined
}

/** Without its port, which differs between http and https. */
function hostOf(request: RequestView): string {
  return (request.get('host') ?? '').replace(/:\d{1,5}$/, '').toLowerCase()
}
