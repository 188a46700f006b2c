import type { IncomingMessage } from 'node:http'
import { isHost } from '../../src/headers/index.ts'
import { BadRequest, HTTPVersionNotSupported, type HttpProblem, NotImplemented } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { type Message, say } from '../../src/text/index.ts'

/**
 * What is wrong with a request that Node lets through, so that no application may act on it; undefined: nothing. On HTTP/2
 * there is nothing to look for: who parses it has done so (RFC 9113 §8.1.1).
 */
export function faultOf(req: IncomingMessage): HttpProblem | undefined {
  if ('stream' in req) return undefined
  return versionFault(req) ?? hostFault(req) ?? codingFault(req)
}

/** Node takes HTTP/0.9 and HTTP/2.0, too. */
function versionFault({ httpVersionMajor: major }: IncomingMessage): HttpProblem | undefined {
  if (major === 1) return undefined
  return withoutStack(() => new HTTPVersionNotSupported({ detail: say('unknown-version', { major }) }))
}

/** RFC 9112 §3.2: without Host (in HTTP/1.1), with several, or with what is none. */
function hostFault({ httpVersion, rawHeaders }: IncomingMessage): HttpProblem | undefined {
  let host: string | undefined
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue
    if (host !== undefined) return badRequest(say('several-hosts'))
    host = rawHeaders[at + 1] ?? ''
  }
  if (host === undefined) {
    return httpVersion === '1.0' ? undefined : badRequest(say('no-host'))
  }
  return isHost(host) ? undefined : badRequest(say('invalid-host'))
}

/** RFC 9112 §6.1, §6.3: a body of which nobody can tell the end, or that nobody here can decode. */
function codingFault({ headers }: IncomingMessage): HttpProblem | undefined {
  const coding = headers['transfer-encoding']
  if (coding === undefined || /^chunked$/i.test(coding)) return undefined
  const codings = coding.split(',').map((one) => one.trim().toLowerCase())
  if (codings.at(-1) !== 'chunked' || codings.indexOf('chunked') !== codings.length - 1) {
    return badRequest(say('chunked-not-last'))
  }
  return withoutStack(() => new NotImplemented({ detail: say('unknown-transfer-coding') }))
}

function badRequest(detail: Message): HttpProblem {
  return withoutStack(() => new BadRequest({ detail }))
}
