import { type Challenge, challenge } from '../challenge.ts'
import { type OAuthParams, oauthParams } from './oauth.ts'

/** What a Bearer challenge takes; further parameters go through `challenge('Bearer', …)`. */
export type BearerParams = OAuthParams<
  'invalid_request' | 'invalid_token' | 'insufficient_scope' | 'insufficient_user_authentication'
>

/**
 * The realm of a Bearer challenge that would else have no parameter. A constant: taken from Host or the path, a realm
 * would be the client's choice.
 */
export const DEFAULT_REALM = 'api'

/**
 * A Bearer challenge (RFC 6750 §3), with the parameters of RFC 9470 and RFC 9728. One parameter at least is a MUST, so
 * without any it says `realm="api"`.
 * @throws {TypeError} for a scope, error, URI or age of the wrong form. A description never throws: it is made to fit.
 * @example String(bearer({ error: 'invalid_token' })) // 'Bearer error="invalid_token"'
 * @example String(bearer()) // 'Bearer realm="api"'
 */
export function bearer(params: BearerParams = {}): Challenge {
  const given = oauthParams(params)
  return challenge('Bearer', Object.keys(given).length === 0 ? { realm: DEFAULT_REALM } : given)
}
