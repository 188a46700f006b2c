import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDigestOf, parseDigests } from '../../../src/rules/grammar/digests.ts'
import { sha256 } from '../../../src/rules/grammar/sha256.ts'
import { encodeUtf8 } from '../../../src/rules/grammar/utf8.ts'

const nodeSha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

describe('SHA-256', () => {
  it('is what Node makes of it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(nodeSha256(bytes).toString('hex'))
      }),
    )
    for (const length of [0, 55, 56, 57, 63, 64, 65, 119, 120, 128, 100_001]) {
      const bytes = new Uint8Array(length).fill(0x61)
      expect(Buffer.from(sha256(bytes)).equals(nodeSha256(bytes)), String(length)).toBe(true)
    }
  })
})

describe('digest fields (RFC 9530)', () => {
  it('match the example of its appendix B.1', () => {
    const content = encodeUtf8('{"hello": "world"}\n')
    const value = 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'
    expect(isDigestOf(value, content)).toBe(true)
    expect(isDigestOf(value, encodeUtf8('{"hello": "world"}'))).toBe(false)
    expect(isDigestOf('sha-512=:AAAA:', content)).toBeUndefined()
    expect(isDigestOf('sha-256=:AAAA:', content)).toBe(false)
    expect(isDigestOf('sha-256=:RK/0qy18MlBSVnWg:', content)).toBe(false)
    expect(isDigestOf('sha-256=RK', content)).toBeUndefined()
  })

  it('are dictionaries of byte sequences', () => {
    expect([...(parseDigests('sha-256=:AAAA:, sha-512=:AAAA:')?.keys() ?? [])]).toEqual(['sha-256', 'sha-512'])
    expect(parseDigests('sha-256=AAAA')).toBeUndefined()
    expect(parseDigests('SHA-256=:AAAA:')).toBeUndefined()
  })

  it('are right whatever the content', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (bytes, others) => {
        const value = `sha-256=:${nodeSha256(bytes).toString('base64')}:`
        expect(isDigestOf(value, bytes)).toBe(true)
        expect(isDigestOf(value, others)).toBe(Buffer.from(bytes).equals(others))
      }),
    )
  })
})
