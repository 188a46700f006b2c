import type { HttpProblem } from '../problems/internal.ts'
import { isErrorStatus } from '../status/index.ts'
import type { Drop } from './dropped.ts'
import { foreignProblem } from './foreign.ts'
import { foreignHeaders } from './foreign-headers.ts'
import { ofStatus, statusOfError } from './http-errors.ts'
import { read } from './read.ts'

/**
 * Errors with a sub-status of IIS, as `substatus` or `subStatus`: its number (4), or all of it ('403.4'). The client is
 * never told it. http-errors sets `expose` on every 4xx, so that it says nothing of whether the sub-status may be told:
 * who wants that throws iis().
 */
export function fromIis(thrown: Error, listed: ReadonlySet<string>, drop: Drop): HttpProblem | undefined {
  const code = codeOf(thrown)
  if (code === undefined) return undefined
  const status = Number(code.slice(0, 3))
  const http = others[code]
  if (http === undefined) return ofStatus(status, thrown, listed, drop)
  // Whether the message is for the client was said of another status.
  return foreignProblem(http, thrown, { headers: foreignHeaders(read(thrown, 'headers'), http, listed, drop) })
}

function codeOf(thrown: Error): string | undefined {
  const status = statusOfError(thrown)
  const given = read(thrown, 'substatus') ?? read(thrown, 'subStatus')
  if (typeof given !== 'string' && typeof given !== 'number') return undefined
  // Of the number 403.1 nobody knows whether it is 403.10.
  if (typeof given === 'number' && !Number.isInteger(given)) return undefined
  const [, before, after] = /^(?:(\d{3})\.)?(0|[1-9]\d{0,2})$/.exec(String(given)) ?? []
  const said = before === undefined ? status : Number(before)
  const isConsistent = isErrorStatus(said) && (status ?? said) === said
  return after !== undefined && isConsistent ? `${said}.${after}` : undefined
}

/**
 * The sub-status codes that HTTP has another status for than that before the dot. Their titles and the reasons are in
 * src/iis/table.ts, which only those load who use it.
 */
const others: Readonly<Record<string, number>> = {
  '401.3': 403,
  '401.4': 403,
  '401.5': 403,
  '401.7': 403,
  '403.9': 503,
  '403.10': 500,
  '403.15': 503,
  '403.18': 500,
  '403.19': 500,
  '403.20': 401,
  '404.1': 421,
  '500.12': 503,
  '500.13': 503,
  '500.15': 404,
  '502.1': 504,
}
