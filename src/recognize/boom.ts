import type { HttpProblem } from '../problems/internal.ts'
import { errorStatusOf } from '../status/index.ts'
import type { Drop } from './dropped.ts'
import { foreignProblem, isSystemError } from './foreign.ts'
import { foreignHeaders } from './foreign-headers.ts'
import { isObject, read } from './read.ts'

/** Errors of @hapi/boom: `output` holds the status, the headers and, in `payload.message`, the text for the client. */
export function fromBoom(thrown: Error, listed: ReadonlySet<string>, drop: Drop): HttpProblem | undefined {
  const output = read(thrown, 'isBoom') === true ? read(thrown, 'output') : undefined
  if (!isObject(output)) return undefined
  const status = errorStatusOf(read(output, 'statusCode'))
  if (status === undefined) return undefined
  return foreignProblem(status, thrown, {
    detail: status < 500 && !isSystemError(thrown) ? payloadMessage(output) : undefined,
    headers: foreignHeaders(read(output, 'headers'), status, listed, drop),
  })
}

// Without a message of its own, boom repeats its phrase, which is `error`: the default detail of the status says more.
function payloadMessage(output: object): string | undefined {
  const payload = read(output, 'payload')
  if (!isObject(payload)) return undefined
  const message = read(payload, 'message')
  return typeof message === 'string' && message !== read(payload, 'error') ? message : undefined
}
