import type { RawResponse } from '../../test/support/raw-client.ts'
import type { Sent } from './step.ts'

/** The width of the page. */
export const WIDTH = 100
const MOST_LINES = 24

/** A request as it is shown: without Host, and with a name in place of a token. */
export function requestLines({
  method = 'GET',
  target = '/',
  version = '1.1',
  headers = {},
  body,
  as,
}: Sent): string[] {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  if (as !== undefined) fields.push(`Authorization: Bearer <token of ${as}>`)
  return [`${method} ${target} HTTP/${version}`, ...fields, ...(body === undefined ? [] : ['', ...shortened(body)])]
}

/** A response: its status line, the fields that matter, and its content, shortened where it is long. */
export function responseLines(response: RawResponse, show: readonly string[]): string[] {
  const { version, status, reason, headerLines, body } = response
  const shown = new Set(show.map((name) => name.toLowerCase()))
  const lines = [`HTTP/${version} ${status} ${reason}`]
  for (const [name, value] of headerLines)
    if (shown.has(name.toLowerCase())) lines.push(...wrapped(`${name}: ${value}`))
  const coding = response.header('Content-Encoding')
  if (coding !== undefined) lines.push('', `(${body.length} bytes of ${coding})`)
  else if (body.length > 0) lines.push('', ...shortened(response.text()))
  if (!response.complete) lines.push('(cut off: the last chunk never came)')
  return lines
}

function shortened(text: string): string[] {
  const lines = text.trimEnd().split(/\r?\n/).flatMap(wrapped)
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `… (${text.length} characters)`] : lines
}

// Between words where it can be.
function wrapped(line: string): string[] {
  return line.match(new RegExp(`.{1,${WIDTH - 1}}(?: |$)|.{1,${WIDTH}}`, 'gu')) ?? ['']
}
