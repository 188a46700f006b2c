import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../../../src/rules/grammar/utf8.ts'

describe('UTF-8', () => {
  it.each([
    ['an overlong form', [0xc0, 0x80]],
    ['an overlong form of three bytes', [0xe0, 0x80, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['what is beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a lone continuation', [0x80]],
    ['what is cut off', [0xe2, 0x82]],
    ['ISO 8859-1', [0x66, 0xfc, 0x72]],
  ])('is not %s (RFC 3629 §3)', (_what, bytes) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toBeUndefined()
  })

  it('keeps a byte order mark', () => {
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa')
  })

  it('is read and written as the platform does', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const platform = (bytes: Uint8Array): string | undefined => {
      try {
        return strict.decode(bytes)
      } catch {
        return undefined
      }
    }
    const lead = fc.constantFrom(0x61, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0x80, 0x9f, 0xa0, 0xbf)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.array(lead).map((bytes) => Uint8Array.from(bytes)),
        ),
        (bytes) => {
          expect(decodeUtf8(bytes)).toBe(platform(bytes))
        },
      ),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text))
      }),
    )
  })
})
