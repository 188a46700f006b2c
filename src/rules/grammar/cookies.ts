import { isToken } from './characters.ts'
import { trimBlanks } from './lists.ts'

/** cookie-av (RFC 6265 §4.1.1) */
export interface CookieAttribute {
  /** In lower case. */
  readonly name: string
  readonly value: string | undefined
}

/** set-cookie-string (RFC 6265 §4.1.1) */
export interface SetCookie {
  /** Case matters. */
  readonly name: string
  /** Without quotes. */
  readonly value: string
  readonly quoted: boolean
  readonly attributes: readonly CookieAttribute[]
}

/** What of a Set-Cookie is not by the grammar. */
export type CookieFault = 'pair' | 'name' | 'value' | 'attribute' | 'max-age'

const COOKIE_OCTETS = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/
const ATTRIBUTE = /^[\x20-\x3a\x3c-\x7e]*$/
const INTEGER = /^-?[0-9]+$/

/**
 * A Set-Cookie by the grammar for servers, or what is wrong with it. Attributes that nobody knows are allowed, and empty ones. Blanks
 * around ";" are not looked at: user agents cut them off. Of Max-Age, 0 and negative numbers are let through, which
 * delete the cookie; of Expires, anything.
 */
export function parseSetCookie(text: string): SetCookie | CookieFault {
  const [pair = '', ...rest] = text.split(';').map(trimBlanks)
  const equals = pair.indexOf('=')
  if (equals === -1) return 'pair'
  const name = pair.slice(0, equals)
  const raw = pair.slice(equals + 1)
  const quoted = raw.length >= 2 && raw.startsWith('"') && raw.endsWith('"')
  const value = quoted ? raw.slice(1, -1) : raw
  if (!isToken(name)) return 'name'
  if (!COOKIE_OCTETS.test(value)) return 'value'
  const attributes: CookieAttribute[] = []
  for (const part of rest) {
    if (!ATTRIBUTE.test(part)) return 'attribute'
    if (part === '') continue
    const attribute = readAttribute(part)
    if (attribute.name === 'max-age' && !INTEGER.test(attribute.value ?? '')) return 'max-age'
    attributes.push(attribute)
  }
  return { name, value, quoted, attributes }
}

/**
 * The cookies of one line into which several were combined, as the lines of lists are (RFC 6265 §3). A comma in a value,
 * in Expires or in a path does not part them, but one with blanks and `name=` behind it does.
 */
export function unfoldSetCookie(line: string): string[] {
  const cookies: string[][] = []
  for (const part of line.split(/,[\t ]+/)) {
    const current = cookies.at(-1)
    if (current === undefined || beginsCookie(part)) cookies.push([part])
    else current.push(part)
  }
  return cookies.map((parts) => parts.join(', '))
}

function beginsCookie(text: string): boolean {
  const [pair = ''] = text.split(';', 1)
  const equals = pair.indexOf('=')
  return equals !== -1 && isToken(pair.slice(0, equals))
}

function readAttribute(part: string): CookieAttribute {
  const equals = part.indexOf('=')
  if (equals === -1) return { name: part.toLowerCase(), value: undefined }
  return { name: trimBlanks(part.slice(0, equals)).toLowerCase(), value: trimBlanks(part.slice(equals + 1)) }
}
