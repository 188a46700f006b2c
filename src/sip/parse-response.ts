import { BadGateway } from '../problems/index.ts'
import { fullNameOf, type SipResponse } from './response.ts'

/** A SIP response that came over the wire: its fields by full name in lower case, one text for each line. */
export interface ParsedSipResponse extends SipResponse {
  readonly reason: string
  readonly headers: Readonly<Record<string, readonly string[]>>
}

/** What fits into a datagram; a response over TCP that is longer is none that a gateway wants. */
const MOST_CHARACTERS = 65_535
const MOST_LINES = 256

/**
 * Reads the status line and the header fields of a SIP response (RFC 3261 §7): strictly, in linear time. Field values are
 * unfolded; what they mean is not looked at. Content is ignored.
 *
 * @param text the message, decoded as UTF-8.
 * @throws {BadGateway} for what is no response: whoever passes it on says the right thing to the HTTP client.
 * @throws {TypeError} for what is no text.
 * @example parseSipResponse(datagram.toString()).headers['call-id']
 */
export function parseSipResponse(text: string): ParsedSipResponse {
  if (typeof text !== 'string') throw new TypeError('parseSipResponse() takes the message as text')
  if (text.length > MOST_CHARACTERS) throw malformed('it is too long')
  const start = beginning(text)
  const end = text.indexOf('\r\n\r\n', start)
  if (end < 0) throw malformed('its head has no end')
  const [statusLine = '', ...lines] = text.slice(start, end).split('\r\n')
  if (lines.length > MOST_LINES) throw malformed('it has too many lines')
  const [, status, reason = ''] = STATUS_LINE.exec(statusLine) ?? []
  if (status === undefined || CONTROL.test(reason)) throw malformed('its first line is no status line')
  return { status: Number(status), reason, headers: readFields(lines) }
}

// RFC 3261 §7.2. The version is case-insensitive (§7.1); the reason may be empty.
const STATUS_LINE = /^SIP\/2\.0 ([1-6]\d\d) (.*)$/is
// RFC 3261 §25.1: a token.
const TOKEN = /^[A-Za-z0-9.!%*_+`'~-]+$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: a bare CR or LF must not end a line for whoever reads on
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/

// RFC 3261 §7.5: empty lines before a message are no part of it.
function beginning(text: string): number {
  let start = 0
  while (text.startsWith('\r\n', start)) start += 2
  return start
}

function readFields(lines: readonly string[]): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null)
  let folded: string[] = []
  for (const [index, line] of lines.entries()) {
    if (CONTROL.test(line)) throw malformed('a header field has a control character')
    folded.push(folded.length === 0 ? line : trimmed(line))
    // RFC 3261 §7.3.1: a line that begins with whitespace goes on where the one before ended.
    if (isContinuation(lines[index + 1])) continue
    addField(fields, folded.join(' '))
    folded = []
  }
  return fields
}

function isContinuation(line: string | undefined): boolean {
  return line !== undefined && (line.startsWith(' ') || line.startsWith('\t'))
}

function addField(fields: Record<string, string[]>, line: string): void {
  const colon = line.indexOf(':')
  const name = trimmedEnd(line.slice(0, Math.max(colon, 0)))
  if (!TOKEN.test(name)) throw malformed('a header field has no valid name')
  const value = trimmed(line.slice(colon + 1))
  const lower = fullNameOf(name)
  fields[lower] = [...(fields[lower] ?? []), value]
}

// By hand: a pattern for whitespace at the end tries every run of it.
function trimmedEnd(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return text.slice(0, end)
}

function trimmed(text: string): string {
  return trimmedEnd(text.replace(/^[\t ]+/, ''))
}

function malformed(why: string): BadGateway {
  return new BadGateway({ message: `No SIP response: ${why}` })
}
