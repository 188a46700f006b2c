import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteBuffer } from '../../../adapters/node/wire/byte-buffer.ts'

describe('a byte buffer', () => {
  it('has all that came, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 20 }), (pieces) => {
        const buffer = new ByteBuffer()
        for (const piece of pieces) buffer.push(Buffer.from(piece))
        const whole = Buffer.concat(pieces)
        expect(buffer.length).toBe(whole.length)
        expect(buffer.bytes().equals(whole)).toBe(true)
      }),
    )
  })

  it('keeps nothing of the memory that a piece was cut from', () => {
    const buffer = new ByteBuffer()
    buffer.push(Buffer.alloc(65_536, 1).subarray(0, 1))
    expect(buffer.bytes().buffer.byteLength).toBeLessThan(65_536)
  })

  it('is empty when it was cleared', () => {
    const buffer = new ByteBuffer()
    buffer.push(Buffer.from('abc'))
    buffer.clear()
    expect([buffer.length, buffer.bytes().length]).toEqual([0, 0])
  })
})
