import { describe } from '../describe.ts'
import { isUri } from '../uri-reference.ts'
import { ERROR_TEXT, errorDescription } from './error-description.ts'

/** What the challenges of OAuth schemes have in common (RFC 6750 §3, RFC 9449 §7.1). Each is optional. */
export interface OAuthParams<ErrorCode extends string> {
  /** Names the protection space. */
  readonly realm?: string | undefined
  /** The scope that access takes: one string with single spaces, or a list (RFC 6750 §3). */
  readonly scope?: string | readonly string[] | undefined
  /** Why the credentials did not do. Leave it out where there were none (RFC 6750 §3.1). */
  readonly error?: ErrorCode | (string & Record<never, never>) | undefined
  /** For developers. Characters that RFC 6750 §3 forbids are replaced by similar ones. */
  readonly errorDescription?: string | undefined
  /** Absolute URI of a page that explains the error. */
  readonly errorUri?: string | undefined
  /** URL of the metadata of the protected resource (RFC 9728 §5.1). */
  readonly resourceMetadata?: string | undefined
  /** Authentication contexts that would do, the preferred ones first (RFC 9470 §3). */
  readonly acrValues?: string | readonly string[] | undefined
  /** The greatest age of the user's authentication, in whole seconds (RFC 9470 §3). */
  readonly maxAge?: number | undefined
}

const NAMES = ['realm', 'scope', 'error', 'errorDescription', 'errorUri', 'resourceMetadata', 'acrValues', 'maxAge']

/**
 * Turns options into parameters of a challenge. What is `undefined` is left out.
 * @param more names that the caller reads by itself.
 */
export function oauthParams(given: OAuthParams<string>, more: readonly string[] = []): Record<string, string> {
  if (typeof given !== 'object' || given === null) {
    throw new TypeError(`A challenge takes an object of parameters (RFC 6750 §3), not ${describe(given)}`)
  }
  for (const name of Object.keys(given)) {
    if (!NAMES.includes(name) && !more.includes(name))
      throw new TypeError(`A challenge has no ${name}; it has ${NAMES.join(', ')}`)
  }
  const params: Record<string, string> = {}
  const { realm, scope, error, errorDescription: description, errorUri, resourceMetadata, acrValues, maxAge } = given
  if (realm !== undefined) params.realm = text(realm, 'realm (RFC 6750 §3)')
  if (scope !== undefined) params.scope = spaceDelimited(scope, 'scope (RFC 6750 §3)')
  if (error !== undefined) params.error = errorCode(error)
  if (description !== undefined) {
    const ascii = errorDescription(text(description, 'errorDescription (RFC 6750 §3)'))
    // The grammar has no empty one (RFC 6749 appendix A.8).
    if (ascii !== '') params.error_description = ascii
  }
  if (errorUri !== undefined) params.error_uri = uri(errorUri, 'errorUri (RFC 6750 §3)')
  if (resourceMetadata !== undefined) {
    params.resource_metadata = uri(resourceMetadata, 'resourceMetadata (RFC 9728 §5.1)')
  }
  if (acrValues !== undefined) params.acr_values = spaceDelimited(acrValues, 'acrValues (RFC 9470 §3)')
  if (maxAge !== undefined) params.max_age = wholeSeconds(maxAge)
  return params
}

/**
 * Joins values that have neither spaces nor quotes, backslashes, controls or non-ASCII characters in them.
 * @throws {TypeError} for any other, and for none.
 */
export function spaceDelimited(value: string | readonly string[], name: string): string {
  const list: unknown = typeof value === 'string' ? value.split(' ') : value
  if (!Array.isArray(list) || list.length === 0 || !list.every(isDelimitable)) {
    throw new TypeError(
      `${name} is one or more values of visible ASCII without quotes and backslashes, separated by one space, not ${describe(value)}`,
    )
  }
  return list.join(' ')
}

function isDelimitable(value: unknown): value is string {
  return typeof value === 'string' && /^[!#-[\]-~]+$/.test(value)
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string') return value
  throw new TypeError(`${name} is a string, not ${describe(value)}`)
}

function errorCode(value: unknown): string {
  if (typeof value === 'string' && value !== '' && ERROR_TEXT.test(value)) return value
  throw new TypeError(
    `error (RFC 6750 §3) is ASCII without quotes, backslashes and control characters, not ${describe(value)}`,
  )
}

function uri(value: unknown, name: string): string {
  if (isUri(value)) return value
  throw new TypeError(`${name} is an absolute URI, not ${describe(value)}`)
}

function wholeSeconds(value: unknown): string {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return String(Number(value))
  throw new TypeError(`maxAge (RFC 9470 §3) is a non-negative whole number of seconds, not ${describe(value)}`)
}
