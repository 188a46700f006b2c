import type { FieldLine } from '../../exchange.ts'
import { type ExchangeView, RequestView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'
import { isToken } from '../../grammar/characters.ts'
import { parseAuthority } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'
import { isSuccess } from '../../shared/methods.ts'
import { differOnlyIn, sameBefore } from '../../shared/series.ts'
import { isHttp1 } from './message-length.ts'
import { faultUnless, faultUnlessClosed } from './refusals.ts'

/** Methods after which there is nothing at the target. */
const REMOVING: ReadonlySet<string> = new Set(['DELETE', 'MOVE'])

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
      isHttp1(request) && request.all('host').length === 1 && !request.all('host').every(isHost),
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
    applies: ({ request }) => isHttp1(request),
    check: (exchange) => {
      const { request, response } = exchange
      if (response.status !== 400 && response.status !== 404) return undefined
      const path = pathOf(request)
      if (path === undefined) return undefined
      // What was removed is not there any more.
      if (response.status === 404 && REMOVING.has(request.method)) return undefined
      const same = new RequestView({ ...request.message, target: path })
      const answered = sameBefore(exchange, isSuccess, (earlier) => differOnlyIn(earlier, same, () => false))
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
    applies: ({ request }) => isHttp1(request) && spacedLine(request) !== undefined,
    check: (exchange) =>
      faultUnless400(
        exchange,
        'A field name of the request has white space before its colon',
        `${spacedLine(exchange.request)}`,
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
    check: (exchange) =>
      faultUnlessClosed(
        [400],
        exchange,
        'The request does not follow the grammar',
        `${exchange.request.line}\n${wrongName(exchange.request)}`,
      ),
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
    applies: ({ request }) => isHttp1(request) && /[\0-\x20\x7f]/.test(request.target),
    check: (exchange) =>
      faultUnless([400, 301], exchange, 'The request target has white space in it', exchange.request.line),
    remedy: "Leave Node's parser strict: it refuses such requests where insecureHTTPParser is off.",
  },
  {
    id: '9113-8.2.1-400-malformed',
    level: 'SHOULD',
    rfc: '9113',
    section: '8.2.1',
    topic: 'framing',
    statement: 'A request of HTTP/2 with forbidden characters in a field is answered with 400, if at all.',
    applies: ({ request }) => request.version === '2',
    check: ({ request, response }) => {
      const line = request.lines.find(isForbidden)
      if (line === undefined || response.status >= 400) return undefined
      return fault(
        `A field of the request has characters that no field may have, yet the answer is ${response.status} and not 400.`,
        line.join(': '),
      )
    },
    remedy: 'throw new BadRequest() before anything of such a request is used.',
  },
]

function faultUnless400(exchange: ExchangeView, wrong: string, evidence: string): Fault | undefined {
  return faultUnless([400], exchange, wrong, evidence)
}

/** uri-host [ ":" port ] (RFC 9110 §7.2), which may be empty. */
function isHost(value: string): boolean {
  const authority = parseAuthority(value)
  return authority !== undefined && authority.userinfo === undefined
}

/** The path and query of a target in absolute-form that has the host of Host; undefined: it is none. */
function pathOf(request: RequestView): string | undefined {
  const [, authority, path = ''] = /^http:\/\/([^/?#]+)([^#]*)$/i.exec(request.target) ?? []
  if (authority === undefined || authority.toLowerCase() !== request.get('host')?.toLowerCase()) return undefined
  return path.startsWith('/') ? path : `/${path}`
}

/** The method or a field name that is no token. White space before the colon has a rule of its own. */
function wrongName({ method, lines }: RequestView): string | undefined {
  if (!isToken(method)) return method
  return lines.find(([name]) => !isToken(name) && !endsInBlank(name))?.[0]
}

/** A field line with white space before its colon. */
function spacedLine({ lines }: RequestView): string | undefined {
  return lines.find(([name]) => endsInBlank(name))?.join(': ')
}

function endsInBlank(name: string): boolean {
  return /[\t ]$/.test(name)
}

// Upper case is forbidden too, but observers seldom see names as they were packed.
function isForbidden([name, value]: FieldLine): boolean {
  return /[\0-\x20\x7f-\xff]/.test(name) || /[\0\r\n]/.test(value)
}
