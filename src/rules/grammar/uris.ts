/** URI-reference (RFC 3986 §4.1). A component that is there and empty is ''; one that is not there is undefined. */
export interface UriReference {
  /** As written. Case does not matter. */
  readonly scheme: string | undefined
  readonly authority: string | undefined
  /** With an authority only; so are host and port. */
  readonly userinfo: string | undefined
  /** An IP literal keeps its brackets. */
  readonly host: string | undefined
  readonly port: string | undefined
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

/** URI (RFC 3986 §3): it has a scheme, and may have a fragment. */
export interface Uri extends UriReference {
  readonly scheme: string
}

/** The components of authority (RFC 3986 §3.2). */
export interface Authority {
  readonly userinfo: string | undefined
  readonly host: string
  readonly port: string | undefined
}

/** URI (RFC 3986 §3); undefined: it is none by the grammar. */
export function parseUri(text: string): Uri | undefined {
  const reference = parseUriReference(text)
  return reference?.scheme === undefined ? undefined : { ...reference, scheme: reference.scheme }
}

/** URI or relative reference (RFC 3986 §4.1); undefined: it is neither by the grammar. '' is a relative reference. */
export function parseUriReference(text: string): UriReference | undefined {
  const [beforeFragment, fragment] = cut(text, '#')
  const [beforeQuery, query] = cut(beforeFragment, '?')
  const scheme = SCHEME.exec(beforeQuery)?.[1]
  const hierarchy = scheme === undefined ? beforeQuery : beforeQuery.slice(scheme.length + 1)
  const slash = hierarchy.startsWith('//') ? hierarchy.indexOf('/', 2) : 0
  const pathStart = slash === -1 ? hierarchy.length : slash
  const path = hierarchy.slice(pathStart)
  // path-noscheme: what stands before a colon in the first segment would be a scheme.
  if (scheme === undefined && /^[^/]*:/.test(path)) return undefined
  if (!consistsOf(path, NO_PATH)) return undefined
  if (!consistsOf(query ?? '', NO_QUERY) || !consistsOf(fragment ?? '', NO_QUERY)) return undefined
  if (!hierarchy.startsWith('//'))
    return {
      scheme,
      authority: undefined,
      userinfo: undefined,
      host: undefined,
      port: undefined,
      path,
      query,
      fragment,
    }
  const authority = hierarchy.slice(2, pathStart)
  const components = parseAuthority(authority)
  return components && { scheme, authority, ...components, path, query, fragment }
}

export function isUriReference(text: string): boolean {
  return parseUriReference(text) !== undefined
}

/** What a reference stands for where `base` is the current URI (RFC 3986 §5.2.2). */
export function resolveReference(base: Uri, reference: UriReference): Uri {
  if (reference.scheme !== undefined)
    return { ...reference, scheme: reference.scheme, path: removeDotSegments(reference.path) }
  const { scheme } = base
  if (reference.authority !== undefined) return { ...reference, scheme, path: removeDotSegments(reference.path) }
  const { authority, userinfo, host, port } = base
  const { fragment } = reference
  const origin = { scheme, authority, userinfo, host, port, fragment }
  if (reference.path === '') return { ...origin, path: base.path, query: reference.query ?? base.query }
  const { path, query } = reference
  if (path.startsWith('/')) return { ...origin, path: removeDotSegments(path), query }
  const directory = base.path.slice(0, base.path.lastIndexOf('/') + 1)
  const isBare = base.authority !== undefined && base.path === ''
  return { ...origin, path: removeDotSegments((isBare ? '/' : directory) + path), query }
}

/** authority (RFC 3986 §3.2); undefined: it is none by the grammar. Its host may be empty. */
export function parseAuthority(text: string): Authority | undefined {
  const at = text.indexOf('@')
  const userinfo = at === -1 ? undefined : text.slice(0, at)
  const hostAndPort = text.slice(at + 1)
  const colon = hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1)
  const host = colon === -1 ? hostAndPort : hostAndPort.slice(0, colon)
  const port = colon === -1 ? undefined : hostAndPort.slice(colon + 1)
  if (!consistsOf(userinfo ?? '', NO_USERINFO) || /[^0-9]/.test(port ?? '')) return undefined
  return isHost(host) ? { userinfo, host, port } : undefined
}

/** host (RFC 3986 §3.2.2): a name, which may be empty, an IPv4 address, or an IP literal in brackets. */
export function isHost(text: string): boolean {
  if (!text.startsWith('[')) return consistsOf(text, NO_NAME)
  if (!text.endsWith(']')) return false
  const literal = text.slice(1, -1)
  return isIpv6Address(literal) || /^v[0-9A-F]+\.[\w\-.~!$&'()*+,;=:]+$/i.test(literal)
}

const SCHEME = /^([A-Za-z][A-Za-z0-9+\-.]*):/
/** What is in none of unreserved, sub-delims, "%", and what a component adds to them (RFC 3986 §2). */
const NO_NAME = /[^\w\-.~!$&'()*+,;=%]/
const NO_USERINFO = /[^\w\-.~!$&'()*+,;=:%]/
const NO_PATH = /[^\w\-.~!$&'()*+,;=:@/%]/
const NO_QUERY = /[^\w\-.~!$&'()*+,;=:@/?%]/

/** Whether there is none of the characters that do not belong, and every "%" begins a pct-encoded. */
function consistsOf(text: string, foreign: RegExp): boolean {
  return !foreign.test(text) && !/%(?![0-9A-Fa-f]{2})/.test(text)
}

/** IPv6address (RFC 3986 §3.2.2): eight groups; "::" stands for one or more of them, once; the last two may be IPv4. */
function isIpv6Address(text: string): boolean {
  const [left = '', right, ...others] = text.split('::')
  if (others.length > 0) return false
  const leftGroups = countGroups(left, right === undefined)
  if (right === undefined) return leftGroups === 8
  const rightGroups = countGroups(right, true)
  return leftGroups >= 0 && rightGroups >= 0 && leftGroups + rightGroups <= 7
}

/** How many groups of 16 bits there are, or -1 for what is none. */
function countGroups(text: string, mayEndInIpv4: boolean): number {
  if (text === '') return 0
  const groups = text.split(':')
  const endsInIpv4 = mayEndInIpv4 && IPV4.test(groups.at(-1) ?? '')
  if (endsInIpv4) groups.pop()
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return -1
  return groups.length + (endsInIpv4 ? 2 : 0)
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

/** RFC 3986 §5.2.4 */
function removeDotSegments(path: string): string {
  const kept: string[] = []
  // Only the first piece may be without a slash before it.
  const pieces = path.replace(/^(?:\.\.?\/)*(?:\.\.?$)?/, '').split(/(?=\/)/)
  for (const [index, piece] of pieces.entries()) {
    if (piece === '/..') kept.pop()
    if (piece !== '/.' && piece !== '/..') kept.push(piece)
    // A last dot segment leaves the slash before it.
    else if (index === pieces.length - 1) kept.push('/')
  }
  return kept.join('')
}

function cut(text: string, separator: string): readonly [before: string, after: string | undefined] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
