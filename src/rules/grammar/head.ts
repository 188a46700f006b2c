import { isFieldValue, isToken } from './characters.ts'
import { trimBlanks } from './lists.ts'

/** A line as it was sent, without its end. */
export interface RawLine {
  readonly text: string
  readonly end: '\r\n' | '\n' | ''
}

/** Status line and field section of HTTP/1 (RFC 9112 §2.1), cut into lines and not yet judged. */
export interface RawHead {
  readonly statusLine: RawLine
  /** Without the empty line that ends them. */
  readonly fieldLines: readonly RawLine[]
}

/** Cuts at LF, with or without CR before it, as lenient recipients do (RFC 9112 §2.2). */
export function splitHead(head: string): RawHead {
  const pieces = head.split('\n')
  const last: RawLine = { text: pieces.pop() ?? '', end: '' }
  const lines = pieces.map((piece): RawLine => {
    return piece.endsWith('\r') ? { text: piece.slice(0, -1), end: '\r\n' } : { text: piece, end: '\n' }
  })
  const [statusLine = last, ...rest] = [...lines, last]
  const empty = rest.findIndex(({ text }) => text === '')
  return { statusLine, fieldLines: empty === -1 ? rest : rest.slice(0, empty) }
}

/** status-line (RFC 9112 §4) */
export interface StatusLine {
  readonly version: string
  readonly status: number
  readonly reason: string
}

const STATUS_LINE = /^HTTP\/(\d\.\d) (\d{3}) ([\t\x20-\x7e\x80-\xff]*)$/

export function parseStatusLine(text: string): StatusLine | undefined {
  const match = STATUS_LINE.exec(text)
  if (match === null) return undefined
  const [, version = '', status, reason = ''] = match
  return { version, status: Number(status), reason }
}

/** What stands before and behind the first colon of a line, blanks and all. */
export interface RawField {
  /** With the blanks that must not stand before the colon (RFC 9112 §5.1). */
  readonly name: string
  /** With the optional blanks around the value. */
  readonly value: string
}

/** Undefined: there is no colon, or no name before it. */
export function splitFieldLine(text: string): RawField | undefined {
  const colon = text.indexOf(':')
  return colon < 1 ? undefined : { name: text.slice(0, colon), value: text.slice(colon + 1) }
}

/** Whether a head is one by the grammar that senders keep to: no bare CR or LF, no folding (RFC 9112 §2 to §5). */
export function isHead(head: string): boolean {
  const { statusLine, fieldLines } = splitHead(head)
  const proper = [statusLine, ...fieldLines].map(({ text }) => `${text}\r\n`).join('')
  return (
    head === `${proper}\r\n` &&
    parseStatusLine(statusLine.text) !== undefined &&
    fieldLines.every(({ text }) => isFieldLine(text))
  )
}

function isFieldLine(text: string): boolean {
  const field = splitFieldLine(text)
  return field !== undefined && isToken(field.name) && isFieldValue(trimBlanks(field.value))
}
