import type { HttpProblem } from '../problems/internal.ts'
import { isErrorStatus, phraseOf } from '../status/index.ts'
import type { Drop } from './dropped.ts'
import { exposedMessage, foreignProblem } from './foreign.ts'
import { foreignHeaders } from './foreign-headers.ts'
import { read } from './read.ts'

/**
 * Errors of http-errors, and all that share their shape: `status` or `statusCode`, `expose`, `headers`. Koa's
 * ctx.throw and ctx.assert, send and express.static, body-parser and raw-body, and the routers make them. Their other
 * properties are not for the client and stay behind.
 */
export function fromHttpError(thrown: Error, listed: ReadonlySet<string>, drop: Drop): HttpProblem | undefined {
  const status = statusOfError(thrown)
  if (status === undefined) return undefined
  const headers = foreignHeaders(read(thrown, 'headers'), status, listed, drop)
  const coding = acceptedCodings(thrown, status)
  return foreignProblem(status, thrown, {
    detail: tellingMessage(exposedMessage(thrown), status),
    headers: coding === undefined ? headers : { ...headers, 'Accept-Encoding': coding },
  })
}

function statusOfError(thrown: object): number | undefined {
  const status = read(thrown, 'status')
  if (isErrorStatus(status)) return status
  const statusCode = read(thrown, 'statusCode')
  return isErrorStatus(statusCode) ? statusCode : undefined
}

// http-errors fills in the phrase: the default detail of the status says more.
function tellingMessage(message: string | undefined, status: number): string | undefined {
  return message === phraseOf(status) || message === 'Payload Too Large' || message === 'Unprocessable Entity'
    ? undefined
    : message
}

/**
 * RFC 9110 §15.5.16: a 415 over a content coding says which codings would do. body-parser leaves that out; each of its
 * versions takes gzip and deflate, or none with `inflate: false`, which its message tells.
 */
function acceptedCodings(thrown: object, status: number): string | undefined {
  if (status !== 415 || read(thrown, 'type') !== 'encoding.unsupported') return undefined
  return read(thrown, 'message') === 'content encoding unsupported' ? 'identity' : 'gzip, deflate'
}
