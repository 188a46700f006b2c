import type { RequestView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { isDigits } from '../../grammar/characters.ts'
import type { Rule } from '../../rule.ts'
import { isHttp1, transferCodings } from './message-length.ts'
import { faultUnlessClosed, isRefusedUnread, keptOpen } from './refusals.ts'

/** Transfer codings that a server may know: those of the registry, and what others are known by. */
const REGISTERED: ReadonlySet<string> = new Set([
  ...['chunked', 'compress', 'deflate', 'gzip', 'identity', 'trailers', 'x-compress', 'x-gzip'],
])

/** Requests whose end cannot be trusted: smuggling begins with them. */
export const requestFramingRules: readonly Rule[] = [
  {
    id: '9112-6.1-close-after-cl-and-te',
    level: 'MUST',
    rfc: '9112',
    section: '6.1',
    topic: 'framing',
    statement: 'After the answer to a request with both Content-Length and Transfer-Encoding the connection is closed.',
    covers: ['9112-6.1-te-cl-close'],
    needs: ['connection'],
    applies: ({ request }) => request.has('transfer-encoding') && request.has('content-length') && isHttp1(request),
    check: (exchange) =>
      keptOpen(exchange)
        ? fault(
            'The request had both Content-Length and Transfer-Encoding, and the connection stays open: the next request on it may be a smuggled one.',
            exchange.request.show('content-length', 'transfer-encoding'),
          )
        : undefined,
    remedy: 'Answer such requests with Connection: close; Node refuses them where insecureHTTPParser is off.',
  },
  {
    id: '9112-6.1-http10-with-te-close',
    level: 'MUST',
    rfc: '9112',
    section: '6.1',
    topic: 'framing',
    statement: 'After the answer to a request of HTTP/1.0 with Transfer-Encoding the connection is closed.',
    covers: ['9112-6.1-http10-te'],
    needs: ['connection'],
    applies: ({ request }) => request.version === '1.0' && request.has('transfer-encoding'),
    check: (exchange) =>
      keptOpen(exchange)
        ? fault(
            'The request of HTTP/1.0 had Transfer-Encoding, which an older hop may not have understood, and the connection stays open.',
            `${exchange.request.line}\n${exchange.request.show('transfer-encoding')}`,
          )
        : undefined,
    remedy: 'Answer such requests with Connection: close.',
  },
  {
    id: '9112-6.3-bad-te-request-400-close',
    level: 'MUST',
    rfc: '9112',
    section: '6.3',
    topic: 'framing',
    statement:
      'A request whose last transfer coding is not chunked is answered with 400, and the connection is closed.',
    covers: ['9112-6.3-te-not-final'],
    applies: ({ request }) =>
      request.has('transfer-encoding') && request.version === '1.1' && transferCodings(request).at(-1) !== 'chunked',
    // 501 is for codings that the server does not know (§6.1).
    check: (exchange) =>
      faultUnlessClosed(
        [400, 501],
        exchange,
        'The last transfer coding of the request is not chunked, so nobody can tell where its content ends',
        exchange.request.show('transfer-encoding'),
      ),
    remedy: "Leave Node's parser strict: it refuses such requests where insecureHTTPParser is off.",
  },
  {
    id: '9112-6.3-bad-cl-request-400-close',
    level: 'MUST',
    rfc: '9112',
    section: '6.3',
    topic: 'framing',
    statement: 'A request with an invalid Content-Length is answered with 400, and the connection is closed.',
    covers: ['9112-6.3-invalid-cl'],
    applies: ({ request }) =>
      request.has('content-length') && !request.has('transfer-encoding') && isHttp1(request) && !hasOneLength(request),
    check: (exchange) =>
      faultUnlessClosed(
        [400],
        exchange,
        'The Content-Length of the request is invalid',
        exchange.request.show('content-length'),
      ),
    remedy: "Leave Node's parser strict: it refuses such requests where insecureHTTPParser is off.",
  },
  {
    id: '9112-6.1-unknown-te',
    level: 'SHOULD',
    rfc: '9112',
    section: '6.1',
    topic: 'framing',
    statement: 'A request with a transfer coding that the server does not know is answered with 501.',
    applies: ({ request }) =>
      request.version === '1.1' &&
      transferCodings(request).at(-1) === 'chunked' &&
      transferCodings(request).some((coding) => !REGISTERED.has(coding)),
    check: (exchange) =>
      exchange.response.status === 400 || isRefusedUnread(exchange)
        ? undefined
        : fault(
            `Nobody knows a transfer coding that the request has, yet the answer is ${exchange.response.status} and not 501.`,
            exchange.request.show('transfer-encoding'),
          ),
    remedy: 'throw new NotImplemented() for every Transfer-Encoding but chunked, before the content is read.',
  },
]

/** Whether the values are digits, and the same in all places (RFC 9112 §6.3). */
function hasOneLength(request: RequestView): boolean {
  const values = request.list('content-length')
  return values.length > 0 && values.every((value) => isDigits(value) && value === values[0])
}
