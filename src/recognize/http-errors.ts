import type { HttpProblem } from '../problems/internal.ts'
import { errorStatusOf, phraseOf } from '../status/index.ts'
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
  return status === undefined ? undefined : ofStatus(status, thrown, listed, drop)
}

/** What an error of this shape is, once its status is known. */
export function ofStatus(status: number, thrown: Error, listed: ReadonlySet<string>, drop: Drop): HttpProblem {
  const headers = foreignHeaders(read(thrown, 'headers'), status, listed, drop)
  const coding = acceptedCodings(thrown, status)
  return foreignProblem(status, thrown, {
    detail: tellingMessage(exposedMessage(thrown), status),
    headers: coding === undefined ? headers : { ...headers, 'Accept-Encoding': coding },
  })
}

/** The status that an error says it is; undefined: none, or no error's. */
export function statusOfError(thrown: object): number | undefined {
  return errorStatusOf(read(thrown, 'status')) ?? errorStatusOf(read(thrown, 'statusCode'))
}

// http-errors fills in a phrase, for an unregistered status that of its class: the default detail says more.
function tellingMessage(message: string | undefined, status: number): string | undefined {
  const isPhrase = message === phraseOf(status) || message === phraseOf(status - (status % 100))
  return isPhrase || formerPhrases.has(message) ? undefined : message
}

// Of older registries, which http-errors 1 and Node follow.
const formerPhrases: ReadonlySet<string | undefined> = new Set([
  'Payload Too Large',
  "I'm a teapot",
  'Unprocessable Entity',
  'Unordered Collection',
])

/**
 * RFC 9110 §15.5.16: a 415 over a content coding says which codings would do. body-parser and Koa's parsers leave that
 * out; each of their versions takes gzip and deflate, or body-parser none with `inflate: false`, which its message tells.
 */
function acceptedCodings(thrown: object, status: number): string | undefined {
  if (status !== 415) return undefined
  const message = read(thrown, 'message')
  if (message === 'content encoding unsupported') return 'identity'
  const isKoas = typeof message === 'string' && message.startsWith('Unsupported Content-Encoding: ')
  return isKoas || read(thrown, 'type') === 'encoding.unsupported' ? 'gzip, deflate' : undefined
}
