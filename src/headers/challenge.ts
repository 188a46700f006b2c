import { describe } from './describe.ts'
import { isToken, quote } from './field-value.ts'

/**
 * What a 401 or a 407 asks the client for (RFC 9110 §11.3): a scheme with parameters, with a token68, or alone. Those of
 * `challenge`, `basic`, `bearer`, `digest`, `dpop` and `parseChallenges` are frozen and print as the field value.
 */
export interface Challenge {
  /** Authentication scheme, case-insensitive. */
  readonly scheme: string
  /** Parameters by name, each as the text that it stands for, without quotes and escapes. */
  readonly params?: Readonly<Record<string, string>>
  readonly token68?: string
  toString(): string
}

/** RFC 7616 §3.3 forbids quotes for the first two; its examples have none on the others. */
const DIGEST_UNQUOTED = new Set(['stale', 'algorithm', 'userhash', 'charset'])

/**
 * Makes a challenge of any scheme (RFC 9110 §11.3).
 * @param scheme A token, best as registered: `Negotiate`, `HOBA`.
 * @param rest Parameters by name (each name once in any case), or a token68.
 * @throws {TypeError} for a scheme or name that is no token, a name given twice, a value that can't be quoted, for what is no
 * token68, and where what the scheme requires is missing: a realm (Basic, RFC 7617 §2), a parameter (Bearer, RFC 6750 §3),
 * realm, nonce and qop (Digest, RFC 7616 §3.3).
 * @example challenge('HOBA', { 'max-age': 180, challenge: 'MTIz' })
 * @example challenge('Negotiate', 'oYGxMIGuoAMKAQA=')
 */
export function challenge(
  scheme: string,
  rest?: Readonly<Record<string, string | number | boolean>> | string,
): Challenge {
  return checked(challengeAsSent(scheme, rest))
}

/**
 * Makes a challenge that somebody else sent: it is well-formed, but may lack what its scheme requires.
 * @throws {TypeError} for what no challenge of any scheme can be.
 */
export function challengeAsSent(
  scheme: string,
  rest?: Readonly<Record<string, string | number | boolean>> | string,
): Challenge {
  if (rest === undefined) return new WrittenChallenge({ scheme })
  if (typeof rest === 'string') return new WrittenChallenge({ scheme, token68: rest })
  if (typeof rest !== 'object' || rest === null) {
    throw new TypeError(`A challenge has parameters or a token68 (RFC 9110 §11.3), not ${describe(rest)}`)
  }
  // Without a prototype, a parameter may have any name, `__proto__` too.
  const params: Record<string, string> = Object.create(null)
  const entries = Object.entries(rest)
  for (const [name, value] of entries) params[name] = textOf(name, value)
  return new WrittenChallenge(entries.length === 0 ? { scheme } : { scheme, params })
}

/**
 * Writes one challenge. Send each on a field line of its own: some clients misread a line with several (RFC 9110 §11.6.1).
 * @throws {TypeError} as `challenge` does, and for parameters beside a token68.
 * @example formatChallenge({ scheme: 'Basic', params: { realm: 'the "inner" room' } }) // 'Basic realm="the \\"inner\\" room"'
 */
export function formatChallenge(challenge: Challenge): string {
  return checked(challenge instanceof WrittenChallenge ? challenge : new WrittenChallenge(challenge)).toString()
}

class WrittenChallenge implements Challenge {
  declare readonly scheme: string
  declare readonly params?: Readonly<Record<string, string>>
  declare readonly token68?: string
  readonly #value: string

  constructor(parts: Challenge) {
    this.#value = write(parts)
    this.scheme = parts.scheme
    if (parts.params !== undefined) this.params = Object.freeze(parts.params)
    if (parts.token68 !== undefined) this.token68 = parts.token68
    Object.freeze(this)
  }

  toString(): string {
    return this.#value
  }
}

function write(challenge: Challenge): string {
  if (typeof challenge !== 'object' || challenge === null) {
    throw new TypeError(`A challenge is an object with a scheme (RFC 9110 §11.3), not ${describe(challenge)}`)
  }
  const { scheme, params, token68 } = challenge
  if (!isToken(scheme)) {
    throw new TypeError(`An authentication scheme is a token (RFC 9110 §11.1), not ${describe(scheme)}`)
  }
  const given = Object.entries(params ?? {})
  if (token68 !== undefined) {
    if (given.length > 0) throw new TypeError('A challenge has parameters or a token68, never both (RFC 9110 §11.3)')
    if (typeof token68 !== 'string' || !/^[A-Za-z0-9._~+/-]+=*$/.test(token68)) {
      throw new TypeError(`A token68 is like Base64 (RFC 9110 §11.2): ${describe(token68)} is none`)
    }
    return `${scheme} ${token68}`
  }
  const unquoted = scheme.toLowerCase() === 'digest' ? DIGEST_UNQUOTED : undefined
  const seen = new Set<string>()
  let value = scheme
  for (const [name, parameter] of given) {
    if (!isToken(name)) {
      throw new TypeError(`The name of a challenge parameter is a token (RFC 9110 §11.2), not ${describe(name)}`)
    }
    const key = name.toLowerCase()
    if (seen.has(key)) throw new TypeError(`A challenge parameter occurs once (RFC 9110 §11.2): ${name} does not`)
    seen.add(key)
    const text = textOf(name, parameter)
    value += `${seen.size === 1 ? ' ' : ', '}${name}=${unquoted?.has(key) && isToken(text) ? text : quote(text)}`
  }
  return value
}

// RFC 6750 §3, RFC 7617 §2, RFC 7616 §3.3
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  basic: ['realm'],
  digest: ['realm', 'nonce', 'qop'],
}

/**
 * Gives a challenge back that has what its scheme requires.
 * @throws {TypeError} for one that lacks it.
 */
export function checked(challenge: Challenge): Challenge {
  const { scheme, params = {} } = challenge
  const lower = scheme.toLowerCase()
  const given = Object.keys(params).map((name) => name.toLowerCase())
  if (lower === 'bearer' && given.length === 0) {
    throw new TypeError('A Bearer challenge has one parameter at least (RFC 6750 §3)')
  }
  for (const name of (Object.hasOwn(REQUIRED, lower) ? REQUIRED[lower] : undefined) ?? []) {
    if (!given.includes(name)) throw new TypeError(`A ${scheme} challenge has a ${name} (RFC 7616 §3.3, RFC 7617 §2)`)
  }
  return challenge
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || Number.isFinite(value)) return String(value)
  throw new TypeError(
    `The challenge parameter ${name} is a string, a boolean or a finite number (RFC 9110 §11.2), not ${describe(value)}`,
  )
}
