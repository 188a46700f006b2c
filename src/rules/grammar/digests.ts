import { sha256 } from './sha256.ts'
import { parseDictionary } from './structured-fields.ts'

/** Content-Digest and Repr-Digest (RFC 9530 §2, §3): digests by the name of their algorithm; undefined: none by the grammar. */
export function parseDigests(value: string): ReadonlyMap<string, Uint8Array> | undefined {
  const members = parseDictionary(value)
  if (members === undefined) return undefined
  const digests = new Map<string, Uint8Array>()
  for (const [algorithm, member] of members) {
    if (member.type !== 'byte-sequence') return undefined
    digests.set(algorithm, member.value)
  }
  return digests
}

/** Whether the SHA-256 that a field claims is that of the bytes; undefined: it claims none. */
export function isDigestOf(value: string, bytes: Uint8Array): boolean | undefined {
  const claimed = parseDigests(value)?.get('sha-256')
  if (claimed === undefined) return undefined
  const real = sha256(bytes)
  return claimed.length === real.length && claimed.every((byte, index) => byte === real[index])
}
