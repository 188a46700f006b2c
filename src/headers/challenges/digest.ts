import { type Challenge, challenge } from '../challenge.ts'
import { describe } from '../describe.ts'
import { isToken } from '../field-value.ts'
import { isUriReference } from '../uri-reference.ts'

/** What a Digest challenge takes (RFC 7616 §3.3). */
export interface DigestParams {
  /** Names the protection space. */
  readonly realm: string
  /** New for each 401, best Base64 or hexadecimal. */
  readonly nonce: string
  /** Qualities of protection on offer: `auth`, `auth-int`. Default: `auth` alone. */
  readonly qop?: readonly string[] | undefined
  /** Say `SHA-256` or `SHA-512-256`: left out, it means MD5. */
  readonly algorithm?: string | undefined
  /** For the client to send back unchanged. */
  readonly opaque?: string | undefined
  /** The nonce was too old, but user name and password may be right. */
  readonly stale?: boolean | undefined
  /** URIs of the protection space, absolute or from the root. Default: the whole server. */
  readonly domain?: readonly string[] | undefined
  /** The server understands a hashed user name. */
  readonly userhash?: boolean | undefined
  readonly charset?: 'UTF-8' | undefined
}

/**
 * A Digest challenge (RFC 7616 §3.3). Offer several algorithms as several challenges, the most preferred first (§3.7).
 * @throws {TypeError} without realm, nonce or qop, and for any value of the wrong form.
 * @example String(digest({ realm: 'a', nonce: 'MTIz', algorithm: 'SHA-256' }))
 * // 'Digest realm="a", nonce="MTIz", qop="auth", algorithm=SHA-256'
 */
export function digest(params: DigestParams): Challenge {
  const { realm, nonce, qop = ['auth'], algorithm, opaque, stale, domain, userhash, charset } = params ?? {}
  const written: Record<string, string> = {}
  written.realm = expect('realm', realm, isText, 'a string')
  written.nonce = expect('nonce', nonce, isFilled, 'a string that is not empty')
  written.qop = expect('qop', qop, isListOf(isToken), 'a list of tokens').join(', ')
  if (algorithm !== undefined) written.algorithm = expect('algorithm', algorithm, isToken, 'a token')
  if (opaque !== undefined) written.opaque = expect('opaque', opaque, isText, 'a string')
  if (domain !== undefined) {
    written.domain = expect('domain', domain, isListOf(isFilledReference), 'a list of URI references').join(' ')
  }
  if (stale !== undefined) written.stale = String(expect('stale', stale, isBoolean, 'true or false'))
  if (userhash !== undefined) written.userhash = String(expect('userhash', userhash, isBoolean, 'true or false'))
  if (charset !== undefined) written.charset = expect('charset', charset, isUtf8, "'UTF-8'")
  return challenge('Digest', written)
}

function expect<T>(name: string, value: unknown, is: (value: unknown) => value is T, wanted: string): T {
  if (is(value)) return value
  throw new TypeError(`${name} of a Digest challenge is ${wanted} (RFC 7616 §3.3), not ${describe(value)}`)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isUtf8(value: unknown): value is string {
  return value === 'UTF-8'
}

function isFilledReference(value: unknown): value is string {
  return isUriReference(value) && value !== ''
}

function isListOf(isMember: (value: unknown) => value is string): (value: unknown) => value is string[] {
  return (value): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isMember)
}
