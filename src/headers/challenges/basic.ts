import { type Challenge, challenge } from '../challenge.ts'
import { describe } from '../describe.ts'

/** What a Basic challenge takes (RFC 7617 §2): these and no others. */
export interface BasicParams {
  /** Names the protection space; best ASCII, for nothing else is transported reliably (RFC 7617 §3). */
  readonly realm: string
  /** Asks for user name and password in UTF-8, the only value there is (RFC 7617 §2.1). */
  readonly charset?: 'UTF-8' | undefined
}

/**
 * A Basic challenge (RFC 7617 §2).
 * @throws {TypeError} without a realm, for a realm that can't be quoted, and for any other charset.
 * @example String(basic({ realm: 'orders' })) // 'Basic realm="orders"'
 */
export function basic(params: BasicParams): Challenge {
  const { realm, charset } = params ?? {}
  if (typeof realm !== 'string') {
    throw new TypeError(`A Basic challenge has a realm (RFC 7617 §2): ${describe(realm)} is none`)
  }
  if (charset === undefined) return challenge('Basic', { realm })
  if (charset !== 'UTF-8') {
    throw new TypeError(`The charset of a Basic challenge is 'UTF-8' (RFC 7617 §2.1), not ${describe(charset)}`)
  }
  return challenge('Basic', { realm, charset })
}
