import type { FieldLine } from '../exchange.ts'
import { isToken } from './characters.ts'
import { trimBlanks } from './lists.ts'

/** A body part of multipart/byteranges (RFC 9110 §14.6). */
export interface ByterangesPart {
  readonly fields: readonly FieldLine[]
  /** Where its bytes begin in the content, and where they end (not inclusive). */
  readonly start: number
  readonly end: number
}

const BOUNDARY = /^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/
const [CR, LF, DASH, SPACE, TAB] = [0x0d, 0x0a, 0x2d, 0x20, 0x09]

/** boundary (RFC 2046 §5.1.1): 1 to 70 characters, the last no space. */
export function isBoundary(text: string): boolean {
  return BOUNDARY.test(text)
}

/**
 * The parts of a content by RFC 2046 §5.1.1: CRLF ends lines, and the close delimiter is there. Undefined: it is none, or
 * the boundary is none.
 */
export function parseByterangesParts(content: Uint8Array, boundary: string): readonly ByterangesPart[] | undefined {
  if (!isBoundary(boundary)) return undefined
  const delimiter = delimiterOf(boundary)
  const parts: ByterangesPart[] = []
  let at = delimiterFrom(content, delimiter, 0)
  while (at !== undefined) {
    const after = at + delimiter.length
    if (content[after] === DASH && content[after + 1] === DASH) return parts.length > 0 ? parts : undefined
    const head = afterPadding(content, after)
    const part = head === undefined ? undefined : readHead(content, head)
    if (part === undefined) return undefined
    // Where a part is empty, the delimiter uses the line end that ends its head.
    at = delimiterFrom(content, delimiter, part.start - 2)
    if (at !== undefined) parts.push({ ...part, end: Math.max(at - 2, part.start) })
  }
  return undefined
}

/** Whether the first delimiter of a content and the fields behind it have a line that ends with LF alone. */
export function hasBareLf(content: Uint8Array, boundary: string): boolean {
  if (!isBoundary(boundary) || !startsWith(content, delimiterOf(boundary), 0)) return false
  for (let at = content.indexOf(LF); at !== -1; at = content.indexOf(LF, at + 1)) {
    if (content[at - 1] !== CR) return true
    if (content[at - 2] === LF) return false
  }
  return false
}

function delimiterOf(boundary: string): Uint8Array {
  return Uint8Array.from(`--${boundary}`, (character) => character.charCodeAt(0))
}

/** Where the next line begins that is a delimiter. */
function delimiterFrom(content: Uint8Array, delimiter: Uint8Array, from: number): number | undefined {
  for (let at = content.indexOf(DASH, from); at !== -1; at = content.indexOf(DASH, at + 1)) {
    if (isLineStart(content, at) && startsWith(content, delimiter, at)) return at
  }
  return undefined
}

function isLineStart(content: Uint8Array, at: number): boolean {
  return at === 0 || (content[at - 2] === CR && content[at - 1] === LF)
}

function startsWith(content: Uint8Array, delimiter: Uint8Array, at: number): boolean {
  return delimiter.every((byte, index) => content[at + index] === byte)
}

/** Behind the blanks and the CRLF that end a delimiter line; undefined: something else stands there. */
function afterPadding(content: Uint8Array, from: number): number | undefined {
  let at = from
  while (content[at] === SPACE || content[at] === TAB) at++
  return content[at] === CR && content[at + 1] === LF ? at + 2 : undefined
}

/** The fields of a part, and where its bytes begin. */
function readHead(content: Uint8Array, from: number): { fields: FieldLine[]; start: number } | undefined {
  const fields: FieldLine[] = []
  let at = from
  for (;;) {
    const end = lineEnd(content, at)
    if (end === undefined) return undefined
    if (end === at) return { fields, start: end + 2 }
    const line = latin1(content, at, end)
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0))
    if (!isToken(name)) return undefined
    fields.push([name, trimBlanks(line.slice(colon + 1))])
    at = end + 2
  }
}

function lineEnd(content: Uint8Array, from: number): number | undefined {
  for (let at = content.indexOf(CR, from); at !== -1; at = content.indexOf(CR, at + 1)) {
    if (content[at + 1] === LF) return at
  }
  return undefined
}

function latin1(content: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += String.fromCharCode(content[at] ?? 0)
  return text
}
