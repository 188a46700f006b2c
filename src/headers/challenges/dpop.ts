import { type Challenge, challenge } from '../challenge.ts'
import { type OAuthParams, oauthParams, spaceDelimited } from './oauth.ts'

/** What a DPoP challenge takes (RFC 9449 §7.1). */
export interface DPoPParams
  extends OAuthParams<
    | 'invalid_token'
    | 'insufficient_scope'
    | 'insufficient_user_authentication'
    | 'invalid_dpop_proof'
    | 'use_dpop_nonce'
  > {
  /** JWS algorithms that a proof may be signed with: asymmetric ones, at least one. */
  readonly algs: readonly string[]
}

/**
 * A DPoP challenge (RFC 9449 §7.1): for WWW-Authenticate only, never for Proxy-Authenticate. With `use_dpop_nonce` the
 * response carries a DPoP-Nonce too (§9).
 * @throws {TypeError} without algorithms, for `none` and symmetric ones (§4.2), and as `bearer` does.
 * @example String(dpop({ algs: ['ES256', 'PS256'] })) // 'DPoP algs="ES256 PS256"'
 */
export function dpop(params: DPoPParams): Challenge {
  const given = oauthParams(params, ['algs'])
  if (!Array.isArray(params.algs)) throw new TypeError('A DPoP challenge lists its algs in an array (RFC 9449 §7.1)')
  const algs = spaceDelimited(params.algs, 'algs (RFC 9449 §7.1)')
  if (/(?:^| )(?:none|HS\d+)(?: |$)/.test(algs)) {
    throw new TypeError(`A DPoP proof is signed with an asymmetric algorithm (RFC 9449 §4.2): algs can't be "${algs}"`)
  }
  return challenge('DPoP', { ...given, algs })
}
