import { splitOutsideQuotes } from './lists.ts'
import { endOfQuoted } from './quoted-strings.ts'

/**
 * Response fields whose value is a comma-separated list with quoted-strings at most (RFC 9110 §5.6.1). Structured fields
 * are lists of another grammar; Set-Cookie looks like one and is none (RFC 9110 §5.3).
 */
export const LIST_FIELDS: ReadonlySet<string> = new Set([
  ...['accept', 'accept-encoding', 'accept-patch', 'accept-post', 'accept-ranges', 'access-control-allow-headers'],
  ...['access-control-allow-methods', 'access-control-expose-headers', 'allow', 'alt-svc', 'authentication-info'],
  ...['cache-control', 'connection', 'content-encoding', 'content-language', 'dav', 'keep-alive', 'link', 'pragma'],
  ...['preference-applied', 'proxy-authenticate', 'proxy-authentication-info', 'server-timing', 'timing-allow-origin'],
  ...['trailer', 'transfer-encoding', 'upgrade', 'vary', 'via', 'warning', 'www-authenticate'],
])

/** Response fields that have one value and so one line (RFC 9110 §5.3). */
export const SINGLETON_FIELDS: ReadonlySet<string> = new Set([
  ...['access-control-allow-credentials', 'access-control-allow-origin', 'access-control-max-age', 'age'],
  ...['content-disposition', 'content-length', 'content-location', 'content-range', 'content-type', 'date'],
  ...['deprecation', 'dpop-nonce', 'etag', 'expires', 'last-modified', 'location', 'lock-token', 'retry-after'],
  ...['server', 'strict-transport-security', 'sunset'],
])

/** Response fields that are Lists or Dictionaries of RFC 9651. */
export const STRUCTURED_FIELDS: ReadonlySet<string> = new Set([
  ...['accept-ch', 'accept-query', 'cache-groups', 'cache-group-invalidation', 'cache-status', 'cdn-cache-control'],
  ...['content-digest', 'critical-ch', 'no-vary-search', 'permissions-policy', 'priority', 'proxy-status'],
  ...['reporting-endpoints', 'repr-digest', 'signature', 'signature-input', 'unencoded-digest', 'want-content-digest'],
  ...['want-repr-digest'],
])

/**
 * The elements of a line of a list field, empty ones included; none of an empty value. Commas separate nothing inside of
 * quoted-strings, nor of what is left out: what stands between the `<…>` of Link (RFC 8288 §3) and in the comments of Via
 * (RFC 9110 §7.6.3).
 */
export function splitListLine(lowerName: string, value: string): readonly string[] {
  if (value === '') return []
  if (lowerName === 'link') return splitOutsideQuotes(withoutTargets(value), ',')
  if (lowerName === 'via') return splitOutsideQuotes(withoutComments(value), ',')
  return splitOutsideQuotes(value, ',')
}

/** A value of Link without what stands between `<` and `>`, where anything may stand. */
export function withoutTargets(value: string): string {
  let rest = ''
  for (let at = 0; at < value.length; ) {
    const isTarget = value[at] === '<'
    const start = at
    if (isTarget) at = value.indexOf('>', at) + 1 || value.length
    else at = value[at] === '"' ? endOfQuoted(value, at) : at + 1
    rest += isTarget ? '<>' : value.slice(start, at)
  }
  return rest
}

/** Comments nest, and have quoted pairs (RFC 9110 §5.6.5). */
function withoutComments(value: string): string {
  let depth = 0
  let rest = ''
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at)
    if (character === '(') depth++
    if (depth === 0 || character === '(') rest += character
    else if (character === ')') depth--
    else if (character === '\\') at++
  }
  return rest
}
