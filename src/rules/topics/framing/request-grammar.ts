import type { ExchangeView, RequestView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'
import { isToken } from '../../grammar/characters.ts'
import { parseAuthority } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'
import { isHttp1 } from './message-length.ts'
import { isRefusedUnread, keptOpen } from './refusals.ts'

/** Requests that are none by the grammar are refused, not guessed at. */
export const requestGrammarRules: readonly Rule[] = [
  {
    id: '9112-3.2-host-missing',
    level: 'MUST',
    rfc: '9112',
    section: '3.2',
    topic: 'framing',
    statement: 'A request of HTTP/1.1 without Host is answered with 400.',
    // An API that combines fields may not tell those that were added to the request either.
    needs: ['lines'],
    applies: ({ request }) => request.version === '1.1' && !request.has('host'),
    check: (exchange) => faultUnless400(exchange, 'The request has no Host', exchange.request.line),
    remedy: 'Leave the option requireHostHeader of http.createServer() on.',
  },
  {
    id: '9112-3.2-host-multiple',
    level: 'MUST',
    rfc: '9112',
    section: '3.2',
    topic: 'framing',
    statement: 'A request of HTTP/1 with more than one Host is answered with 400.',
    applies: ({ request }) => isHttp1(request) && request.all('host').length > 1,
    check: (exchange) => faultUnless400(exchange, 'The request has more than one Host', exchange.request.show('host')),
    remedy: 'Node takes the first one without a word: throw new BadRequest() where req.rawHeaders has a second Host.',
  },
  {
    id: '9112-3.2-host-invalid',
    level: 'MUST',
    rfc: '9112',
    section: '3.2',
    topic: 'framing',
    statement: 'A request of HTTP/1 whose Host is not a host with an optional port is answered with 400.',
    applies: ({ request }) =>
      isHttp1(request) && request.all('host').length === 1 && !isHost(request.get('host') ?? ''),
    check: (exchange) => faultUnless400(exchange, 'The Host of the request is invalid', exchange.request.show('host')),
    remedy: 'throw new BadRequest() where req.headers.host is not a host name or address with an optional port.',
  },
  {
    id: '9112-3.2.2-absolute-form',
    level: 'MUST',
    rfc: '9112',
    section: '3.2.2',
    topic: 'framing',
    statement: 'An absolute URI as request target is understood, and means what its path means.',
    needs: ['earlier'],
    applies: ({ request }) => isHttp1(request) && pathOf(request) !== undefined,
    check: (exchange) => {
      const { request, response, earlier } = exchange
      if (response.status !== 400 && response.status !== 404) return undefined
      const path = pathOf(request)
      const answered = earlier.find(
        (one) =>
          one.exchange.request !== undefined &&
          one.request.method === request.method &&
          one.request.target === path &&
          one.request.get('host') === request.get('host') &&
          one.response.status < 300,
      )
      if (answered === undefined) return undefined
      return fault(
        `The target as an absolute URI gets ${response.status}, the same as a path gets ${answered.response.status}.`,
        `${answered.request.line}\n${request.line}`,
      )
    },
    remedy: 'Route by the path of new URL(req.url, base), not by req.url as it is.',
  },
  {
    id: '9112-5.1-space-before-colon',
    level: 'MUST',
    rfc: '9112',
    section: '5.1',
    topic: 'framing',
    statement: 'A request with white space between the name of a field and its colon is answered with 400.',
    applies: ({ request }) => isHttp1(request) && request.lines.some(([name]) => /[\t ]$/.test(name)),
    check: (exchange) =>
      faultUnless400(
        exchange,
        'A field name of the request has white space before its colon',
        exchange.request.lines.filter(([name]) => /[\t ]$/.test(name)).map((line) => line.join(': '))[0] ?? '',
      ),
    remedy: "Leave Node's parser strict: it refuses such requests where insecureHTTPParser is off.",
  },
  {
    id: '9112-2.2-bad-message',
    level: 'SHOULD',
    rfc: '9112',
    section: '2.2',
    topic: 'framing',
    statement: 'A request that does not follow the grammar is answered with 400, and the connection is closed.',
    applies: ({ request }) => isHttp1(request) && wrongName(request) !== undefined,
    check: (exchange) => {
      const shown = `${exchange.request.line}\n${wrongName(exchange.request)}`
      const wrong = faultUnless400(exchange, 'The request does not follow the grammar', shown)
      if (wrong !== undefined || !keptOpen(exchange) || exchange.response.status !== 400) return wrong
      return fault('The request does not follow the grammar, yet the connection stays open.', shown)
    },
    remedy: "Leave Node's parser strict, and close the socket in server.on('clientError').",
  },
  {
    id: '9112-3.2-invalid-request-line',
    level: 'SHOULD',
    rfc: '9112',
    section: '3.2',
    topic: 'framing',
    statement: 'White space in a request target is answered with 400, or with 301 to the encoded target.',
    covers: ['9112-3.2-no-autocorrect'],
    applies: ({ request }) => isHttp1(request) && hasWhiteSpace(request.target),
    check: (exchange) =>
      exchange.response.status === 301
        ? undefined
        : faultUnless400(exchange, 'The request target has white space in it', exchange.request.line),
    remedy: "Leave Node's parser strict: it refuses such requests where insecureHTTPParser is off.",
  },
  {
    id: '9113-8.2.1-400-malformed',
    level: 'SHOULD',
    rfc: '9113',
    section: '8.2.1',
    topic: 'framing',
    statement: 'A request of HTTP/2 with forbidden characters in a field is answered with 400, if at all.',
    applies: ({ request }) => request.version === '2' && forbiddenLine(request) !== undefined,
    check: ({ request, response }) =>
      response.status < 400
        ? fault(
            `A field of the request has characters that no field may have, yet the answer is ${response.status} and not 400.`,
            forbiddenLine(request) ?? '',
          )
        : undefined,
    remedy: 'throw new BadRequest() before anything of such a request is used.',
  },
]

function faultUnless400(exchange: ExchangeView, wrong: string, evidence: string): Fault | undefined {
  const { status } = exchange.response
  if (status === 400 || isRefusedUnread(exchange)) return undefined
  return fault(`${wrong}, yet the answer is ${status} and not 400.`, evidence)
}

/** uri-host [ ":" port ] (RFC 9110 §7.2), which may be empty. */
function isHost(value: string): boolean {
  const authority = parseAuthority(value)
  return authority !== undefined && authority.userinfo === undefined
}

/** The path and query of a target in absolute-form that has the host of Host; undefined: it is none. */
function pathOf(request: RequestView): string | undefined {
  if (request.target.startsWith('/')) return undefined
  const match = /^http:\/\/([^/?#]*)([^#]*)$/i.exec(request.target)
  if (match?.[1]?.toLowerCase() !== request.get('host')?.toLowerCase()) return undefined
  const path = match?.[2] ?? ''
  return path.startsWith('/') ? path : `/${path}`
}

/** The method or a field name that is no token. White space before the colon has a rule of its own. */
function wrongName({ method, lines }: RequestView): string | undefined {
  if (!isToken(method)) return method
  return lines.find(([name]) => !isToken(name) && !/[\t ]$/.test(name))?.[0]
}

function hasWhiteSpace(target: string): boolean {
  for (let at = 0; at < target.length; at++) {
    const code = target.charCodeAt(at)
    if (code <= 0x20 || code === 0x7f) return true
  }
  return false
}

// Upper case is forbidden too, but observers seldom see names as they were packed.
function forbiddenLine({ lines }: RequestView): string | undefined {
  return lines.find(([name, value]) => /[\0-\x20\x7f-\xff]/.test(name) || /[\0\r\n]/.test(value))?.join(': ')
}
