import type { Exchange, FieldLine } from '../rules/index.ts'

export const MASK = '***'

const CREDENTIALS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'authentication-info',
  'proxy-authentication-info',
  'cookie',
  'set-cookie',
  'dpop',
])

const CREDENTIAL_NAME =
  /(?:token|secret|password|api-?key|session-?id)$|(?:^|-)(?:auth|authorization|jwt|session|signature|assertion|key|oidc-data)$/

/** Whether the value of a field lets somebody in. */
export function isCredential(lowerName: string): boolean {
  return CREDENTIALS.has(lowerName) || CREDENTIAL_NAME.test(lowerName)
}

/** The value of such a field, with what may be shown of it: schemes, names and attributes of cookies. */
export function withoutSecret(lowerName: string, value: string): string {
  if (lowerName === 'cookie') return value.split(';').map(maskPair).join('; ')
  if (lowerName === 'set-cookie') {
    const [pair = '', ...attributes] = value.split(';')
    return [maskPair(pair), ...attributes.map(maskUnknown)].join('; ')
  }
  if (lowerName.endsWith('authorization')) return value.replace(/^(?:(\S+)[ \t]+)?.*$/, maskCredentials)
  return MASK
}

/** What of an exchange lets somebody in, as it was sent. */
export function secretsOf({ request, interim = [], response }: Exchange): readonly string[] {
  const messages = [request?.fields, ...interim.map(({ fields }) => fields), response.fields, response.trailers]
  return messages.flatMap((fields = []) => fields.flatMap(secretsOfField))
}

/**
 * Masks what stands in the query of a URI, but for its names, wherever in a text it is; and what comes before an @ in
 * its authority. Queries of links in e-mails, of redirects and of callbacks have tokens in them.
 */
export function maskUrls(text: string): string {
  return text
    .replace(QUERY_PART, maskQueryPart)
    .replace(USER_INFORMATION, `$1${MASK}@`)
    .replace(PATH_SESSION, `$1${MASK}`)
}

const QUERY_PART = /([?&#])([^\s"'<>&#=?]*)(=[^\s"'<>&#]*)?/g
/** As Java servers put it into paths. */
const PATH_SESSION = /(;[a-z]*(?:sess|token|sid)[a-z]*=)[^\s;?#"'<>]*/gi
const USER_INFORMATION = /(:\/\/)[^\s/?#@"'<>]*@/g

function maskQueryPart(part: string, mark: string, name: string, value: string | undefined): string {
  if (value !== undefined) return `${mark}${name}=${MASK}`
  return mark === '?' && name !== '' ? `?${MASK}` : part
}

function secretsOfField([name, value]: FieldLine): readonly string[] {
  const lowerName = name.toLowerCase()
  if (!isCredential(lowerName)) return []
  if (lowerName === 'cookie') return value.split(';').map(secretOf)
  if (lowerName === 'set-cookie') return [secretOf(value.replace(/;.*$/, ''))]
  return [lowerName.endsWith('authorization') ? value.replace(/^\S+[ \t]+/, '') : value]
}

function secretOf(pair: string): string {
  return pair.slice(pair.indexOf('=') + 1).trim()
}

/** A cookie without a name is all secret. */
function maskPair(pair: string): string {
  const end = pair.indexOf('=')
  return end === -1 ? MASK : `${pair.slice(0, end).trim()}=${MASK}`
}

const ATTRIBUTE = /^(?:expires|max-age|domain|path|samesite|secure|httponly|partitioned|priority)(?:=[^=]*)?$/i

// After an API has combined several lines, the next cookie stands in an attribute of the one before.
function maskUnknown(attribute: string): string {
  const trimmed = attribute.trim()
  return ATTRIBUTE.test(trimmed) ? trimmed : maskPair(trimmed)
}

function maskCredentials(_value: string, scheme: string | undefined): string {
  return scheme === undefined ? MASK : `${scheme} ${MASK}`
}
