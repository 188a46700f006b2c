import { decodeUtf8 } from '../../grammar/utf8.ts'

/** Whether an access token is a JWT that is bound to a key of DPoP: it has cnf.jkt (RFC 9449 §6.1). */
export function isBoundToken(token: string): boolean {
  const [, claims, , ...others] = token.split('.', 5)
  if (claims === undefined || others.length > 0 || claims.length > 8192) return false
  const text = decodeUtf8(decodeBase64url(claims))
  if (text === undefined) return false
  try {
    const value = JSON.parse(text) as { readonly cnf?: { readonly jkt?: unknown } | null } | null
    return typeof value?.cnf?.jkt === 'string'
  } catch {
    return false
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The bytes of base64url (RFC 4648 §5) without padding; what is foreign to it ends them. */
function decodeBase64url(text: string): Uint8Array {
  const bytes: number[] = []
  let bits = 0
  let count = 0
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value === -1) break
    bits = ((bits << 6) | value) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes.push((bits >> count) & 0xff)
  }
  return Uint8Array.from(bytes)
}
