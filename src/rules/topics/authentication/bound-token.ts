import { decodeUtf8 } from '../../grammar/utf8.ts'

/** A JWT that is signed (RFC 7515 §3.1): three parts in base64url, the last one empty where the algorithm is none. */
const JWT = /^[\w-]+\.([\w-]+)\.[\w-]*$/

/** Whether an access token is a JWT that is bound to a key of DPoP: it has cnf.jkt (RFC 9449 §6.1). */
export function isBoundToken(token: string | undefined): boolean {
  const claims = token?.match(JWT)?.[1]
  if (claims === undefined) return false
  const text = decodeUtf8(decodeBase64url(claims))
  if (text === undefined) return false
  try {
    const { cnf } = JSON.parse(text) as { readonly cnf: { readonly jkt: unknown } }
    return typeof cnf.jkt === 'string'
  } catch {
    // No JSON, or none with such a member.
    return false
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The bytes of base64url (RFC 4648 §5) without padding. */
function decodeBase64url(text: string): Uint8Array {
  const bytes: number[] = []
  let bits = 0
  let count = 0
  for (const character of text) {
    bits = (bits << 6) | ALPHABET.indexOf(character)
    count += 6
    if (count < 8) continue
    count -= 8
    bytes.push((bits >> count) & 0xff)
  }
  return Uint8Array.from(bytes)
}
