import { randomUUID } from 'node:crypto'
import { basic, bearer, type Challenge, Forbidden, TooManyRequests, Unauthorized } from 'statuswise'

export type Scope = 'orders:read' | 'orders:write'

interface Account {
  /** Of a demonstration: a real application keeps a slow hash of it. */
  readonly password: string
  readonly scopes: readonly Scope[]
}

const REALM = 'orders'
const MOST_FAILURES = 3

/** What the API takes as credentials: tokens, and for scripts name and password. */
export const challenges: readonly [Challenge, ...Challenge[]] = [bearer({ realm: REALM }), basic({ realm: REALM })]

/** Who may do what. */
export class Accounts {
  readonly #accounts = new Map<string, Account>([
    ['ada', { password: 'difference-engine', scopes: ['orders:read', 'orders:write'] }],
    ['bob', { password: 'builder', scopes: ['orders:read'] }],
  ])
  readonly #tokens = new Map<string, Account>()
  readonly #failures = new Map<string, number>([['mallory', MOST_FAILURES]])

  /** @returns a token for `Authorization: Bearer`. */
  login(name: string, password: string): string {
    const token = randomUUID()
    this.#tokens.set(token, this.#check(name, password))
    return token
  }

  /** @param authorization the Authorization field of the request. */
  authorize(authorization: string | undefined, scope: Scope): void {
    const { scopes } = this.#identify(authorization)
    if (scopes.includes(scope)) return
    throw new Forbidden({
      detail: `Your token does not cover ${scope}`,
      headers: { 'WWW-Authenticate': String(bearer({ realm: REALM, error: 'insufficient_scope', scope })) },
    })
  }

  #identify(authorization: string | undefined): Account {
    // Without credentials there is no error to tell of, only what is asked for (RFC 6750 §3.1).
    if (authorization === undefined) throw new Unauthorized({ challenges })
    const [scheme = '', credentials = ''] = authorization.split(' ')
    if (scheme.toLowerCase() === 'basic') {
      const [name = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':')
      return this.#check(name, password.join(':'))
    }
    if (scheme.toLowerCase() !== 'bearer') throw new Unauthorized({ challenges })
    const account = this.#tokens.get(credentials)
    if (account !== undefined) return account
    throw new Unauthorized({
      detail: 'The token is unknown or has expired; log in again',
      challenges: [bearer({ realm: REALM, error: 'invalid_token' }), basic({ realm: REALM })],
    })
  }

  #check(name: string, password: string): Account {
    const failures = this.#failures.get(name) ?? 0
    if (failures >= MOST_FAILURES) throw new TooManyRequests({ detail: 'Too many wrong passwords', retryAfter: 30 })
    const account = this.#accounts.get(name)
    if (account?.password === password) return account
    if (account !== undefined) this.#failures.set(name, failures + 1)
    throw new Unauthorized({ detail: 'Wrong name or password', challenges })
  }
}
