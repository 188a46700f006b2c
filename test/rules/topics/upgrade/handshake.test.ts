import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptOf } from '../../../../src/rules/topics/upgrade/handshake.ts'
import { sha1 } from '../../../../src/rules/topics/upgrade/sha1.ts'

describe('acceptOf', () => {
  it('answers the key of RFC 6455 §1.3', () => {
    expect(acceptOf('dGhlIHNhbXBsZSBub25jZQ==')).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
  })
})

describe('sha1', () => {
  it('is that of RFC 3174, for any length', () => {
    const latin1 = fc.string({
      unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
      maxLength: 200,
    })
    fc.assert(
      fc.property(latin1, (text) => {
        expect([...sha1(text)]).toEqual([...createHash('sha1').update(text, 'latin1').digest()])
      }),
    )
  })
})
