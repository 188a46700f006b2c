import { describe } from './describe.ts'
import { isIpLiteral } from './ip-literal.ts'

// RFC 3986 §2. A negated class is tested rather than a repeated group: that takes constant stack on any length.
const NOT_URI = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/
const TO_ENCODE = /(?:[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})){1,1024}/gu
const CONTROL = /[^ -~\x80-\uffff]/
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/

/**
 * Whether a value is a URI-reference, absolute or relative (RFC 3986 §4.1). The empty string is one: this same document.
 * It says nothing of where the reference leads: `javascript:` and `//other.example` are references too.
 * @example isUriReference('/orders/42?page=2#end') // true
 */
export function isUriReference(value: unknown): value is string {
  return typeof value === 'string' && isReference(value)
}

/**
 * Whether a value is a URI: a reference with a scheme (RFC 3986 §3).
 * @example isUri('https://authority.example/') // true
 */
export function isUri(value: unknown): value is string {
  return isUriReference(value) && split(value).scheme !== undefined
}

/**
 * Whether a reference to an http or https resource has a user name, which none may have in a field (RFC 9110 §4.2.4).
 * @param reference A URI-reference; without a scheme it leads to such a resource.
 * @example hasUserinfo('https://user@host.example/') // true
 */
export function hasUserinfo(reference: string): boolean {
  const { scheme = 'http', authority } = split(reference)
  return /^https?$/i.test(scheme) && (authority?.includes('@') ?? false)
}

/**
 * Whether a reference to an http or https resource has no host, which is invalid (RFC 9110 §4.2.1, §4.2.2).
 * @param reference A URI-reference; one that has neither scheme nor `//` takes its host from where it stands.
 * @example hasEmptyHost('http:///path') // true
 */
export function hasEmptyHost(reference: string): boolean {
  const { scheme, authority } = split(reference)
  if (scheme !== undefined && !/^https?$/i.test(scheme)) return false
  return authority === undefined ? scheme !== undefined : /^(?:[^@]*@)?(?::|$)/.test(authority)
}

/**
 * Makes a valid URI-reference of text: `%XX` that is there stays, what RFC 3986 does not allow where it stands (spaces,
 * quotes, `<>`, `\`, non-ASCII as UTF-8, a lone `%`, brackets outside an IP address) is encoded. A valid reference comes
 * back as it is. Where the reference leads is not judged.
 * @param value Text without control characters; a lone surrogate counts as U+FFFD.
 * @throws {TypeError} for CR, LF, NUL and other control characters.
 * @example encodeUriReference('/caf\u00e9 "1"') // '/caf%C3%A9%20%221%22'
 */
export function encodeUriReference(value: string): string {
  if (typeof value !== 'string' || CONTROL.test(value)) {
    throw new TypeError(`A URI reference holds no control characters (RFC 3986 §2), so it can't be ${describe(value)}`)
  }
  if (isReference(value)) return value
  const { scheme, authority, path, query, fragment } = split(
    value.toWellFormed().replace(TO_ENCODE, encodeURIComponent),
  )
  let reference = ''
  if (scheme !== undefined) reference += `${scheme}:`
  if (authority !== undefined) reference += `//${encodeAuthority(authority)}`
  // What looks like a scheme but can't be one is the start of a relative path (RFC 3986 §4.2).
  else if (scheme === undefined && firstSegment(path).includes(':')) reference += './'
  reference += encodeBrackets(path)
  if (query !== undefined) reference += `?${encodeBrackets(query)}`
  if (fragment !== undefined) reference += `#${encodeBrackets(fragment).replaceAll('#', '%23')}`
  return reference
}

function isReference(text: string): boolean {
  if (NOT_URI.test(text)) return false
  const { scheme, authority, path, query, fragment } = split(text)
  if (scheme === undefined && firstSegment(path).includes(':')) return false
  if (authority !== undefined && encodeAuthority(authority) !== authority) return false
  return !(hasBrackets(path) || hasBrackets(query) || hasBrackets(fragment) || fragment?.includes('#'))
}

interface Components {
  readonly scheme: string | undefined
  readonly authority: string | undefined
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

/** The components of a reference (RFC 3986 §3 and appendix B). */
function split(reference: string): Components {
  const [beforeFragment, fragment] = cut(reference, '#')
  const [beforeQuery, query] = cut(beforeFragment, '?')
  const colon = beforeQuery.indexOf(':')
  const candidate = beforeQuery.slice(0, Math.max(colon, 0))
  const scheme = SCHEME.test(candidate) ? candidate : undefined
  const rest = scheme === undefined ? beforeQuery : beforeQuery.slice(colon + 1)
  if (!rest.startsWith('//')) return { scheme, authority: undefined, path: rest, query, fragment }
  const slash = rest.indexOf('/', 2)
  const end = slash < 0 ? rest.length : slash
  return { scheme, authority: rest.slice(2, end), path: rest.slice(end), query, fragment }
}

function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

function firstSegment(path: string): string {
  const [segment] = cut(path, '/')
  return segment
}

/** Encodes what RFC 3986 §3.2 does not allow where it stands: leaves a valid authority as it is. */
function encodeAuthority(authority: string): string {
  const at = authority.lastIndexOf('@')
  const userinfo = at < 0 ? '' : `${encodeBrackets(authority.slice(0, at)).replaceAll('@', '%40')}@`
  const hostAndPort = authority.slice(at + 1)
  const port = /:\d*$/.exec(hostAndPort)?.[0] ?? ''
  const host = hostAndPort.slice(0, hostAndPort.length - port.length)
  return `${userinfo}${isIpLiteral(host) ? host : encodeBrackets(host).replaceAll(':', '%3A')}${port}`
}

function hasBrackets(text: string | undefined): boolean {
  return text !== undefined && (text.includes('[') || text.includes(']'))
}

function encodeBrackets(text: string): string {
  return text.replaceAll('[', '%5B').replaceAll(']', '%5D')
}
