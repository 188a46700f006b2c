import type { IncomingMessage } from 'node:http'
import { isHost } from '../../src/headers/index.ts'
import {
  BadRequest,
  HTTPVersionNotSupported,
  type HttpProblem,
  NotImplemented,
  RequestHeaderFieldsTooLarge,
} from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { type Message, say } from '../../src/text/index.ts'
import { saysClose } from '../node/closing.ts'

/** What is wrong with a request that Node lets through, so that no application may act on it; undefined: nothing. */
export function faultOf(req: IncomingMessage): HttpProblem | undefined {
  if ('stream' in req) return pseudoFieldFault(req)
  return countFault(req) ?? versionFault(req) ?? hostFault(req) ?? codingFault(req)
}

/** Node drops fields beyond a number, silently, and still obeys those that it drops. */
function countFault({ rawHeaders, socket }: IncomingMessage): HttpProblem | undefined {
  const most = (socket as { server?: { maxHeadersCount?: number | null } }).server?.maxHeadersCount ?? 1000
  if (most === 0 || rawHeaders.length < 2 * most) return undefined
  return withoutStack(() => new RequestHeaderFieldsTooLarge({ detail: say('too-many-fields') }))
}

/** Node takes HTTP/0.9 and HTTP/2.0, too. */
function versionFault({ httpVersionMajor: major }: IncomingMessage): HttpProblem | undefined {
  if (major === 1) return undefined
  return withoutStack(() => new HTTPVersionNotSupported({ detail: say('unknown-version', { major }) }))
}

/** RFC 9112 §3.2: without Host (in HTTP/1.1), with several, or with what is none. */
function hostFault(req: IncomingMessage): HttpProblem | undefined {
  const { httpVersion, rawHeaders } = req
  let host: string | undefined
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue
    if (host !== undefined) return badRequest(say('several-hosts'))
    host = rawHeaders[at + 1] ?? ''
  }
  const authority = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(req.url ?? '')?.[1]
  if (authority !== undefined) {
    if (authority === '' || !isHost(authority)) return badRequest(say('invalid-target-host'))
    // RFC 9112 §3.2.2: then Host does not count.
    if (host !== undefined && isHost(host)) req.headers.host = authority
  }
  if (host === undefined) {
    return httpVersion === '1.0' ? undefined : badRequest(say('no-host'))
  }
  return isHost(host) ? undefined : badRequest(say('invalid-host'))
}

/** RFC 9112 §6.1, §6.3: a body of which nobody can tell the end, or that nobody here can decode. */
function codingFault({ headers, httpVersion }: IncomingMessage): HttpProblem | undefined {
  const coding = headers['transfer-encoding']
  if (coding === undefined) return undefined
  // Whoever passed it on may have taken the chunks for other requests.
  if (httpVersion === '1.0') return badRequest(say('transfer-encoding-in-1.0'))
  if (/^chunked$/i.test(coding)) return undefined
  const codings = coding.split(',').map((one) => one.trim().toLowerCase())
  if (codings.at(-1) !== 'chunked' || codings.indexOf('chunked') !== codings.length - 1) {
    return badRequest(say('chunked-not-last'))
  }
  return withoutStack(() => new NotImplemented({ detail: say('unknown-transfer-coding') }))
}

/** RFC 9113 §8.3.1. All else that is malformed, nghttp2 has refused. */
function pseudoFieldFault({ method, url = '', headers }: IncomingMessage): HttpProblem | undefined {
  const { ':authority': authority, ':scheme': scheme, host } = headers
  if (authority !== undefined && !isHost(String(authority))) return badRequest(say('invalid-authority'))
  if (host !== undefined && !isHost(String(host))) return badRequest(say('invalid-host'))
  const isSame = normalHost(authority ?? host, scheme) === normalHost(host ?? authority, scheme)
  if (!isSame) return badRequest(say('two-authorities'))
  // Of a scheme other than http and https, nghttp2 takes any. CONNECT has none (RFC 9113 §8.5).
  if (method === 'CONNECT' || url.startsWith('/') || (url === '*' && method === 'OPTIONS')) return undefined
  return badRequest(say('invalid-path'))
}

/** RFC 9110 §4.2.3. */
function normalHost(host: unknown, scheme: unknown): string {
  const port = scheme === 'https' ? '443' : '80'
  return String(host)
    .toLowerCase()
    .replace(new RegExp(`:(?:${port})?$`), '')
}

/** RFC 9112 §9.3: close wins, whatever else Connection says. Node overlooks it beside keep-alive, and before a tab. */
export function wantsClose({ headers }: IncomingMessage): boolean {
  return saysClose(headers.connection ?? '')
}

function badRequest(detail: Message): HttpProblem {
  return withoutStack(() => new BadRequest({ detail }))
}
