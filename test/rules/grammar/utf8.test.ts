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
    ['what is cut off before something else', [0xe2, 0x82, 0x61]],
    ['ISO 8859-1', [0x66, 0xfc, 0x72]],
    ['the last overlong form of two bytes', [0xc1, 0xbf]],
    ['the last overlong form of three bytes', [0xe0, 0x9f, 0xbf]],
    ['the last overlong form of four bytes', [0xf0, 0x8f, 0xbf, 0xbf]],
    ['a last surrogate', [0xed, 0xbf, 0xbf]],
    ['two continuations', [0x9f, 0x80]],
    ['a form of five bytes', [0xf8, 0x90, 0x80, 0x80]],
    ['a byte that there is not', [0xff, 0x90, 0x80, 0x80]],
  ])('is not %s (RFC 3629 §3)', (_what, bytes) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toBeUndefined()
  })

  it.each([
    ['', []],
    ['\0\x7f', [0, 0x7f]],
    ['\x80', [0xc2, 0x80]],
    ['\u07ff', [0xdf, 0xbf]],
    ['\u0800', [0xe0, 0xa0, 0x80]],
    ['\ud7ff', [0xed, 0x9f, 0xbf]],
    ['\ue000', [0xee, 0x80, 0x80]],
    ['\uffff', [0xef, 0xbf, 0xbf]],
    ['\u{10000}', [0xf0, 0x90, 0x80, 0x80]],
    ['\u{10ffff}', [0xf4, 0x8f, 0xbf, 0xbf]],
  ])('has %j in the shortest form', (text, bytes) => {
    expect(encodeUtf8(text)).toEqual(Uint8Array.from(bytes))
    expect(decodeUtf8(Uint8Array.from(bytes))).toBe(text)
  })

  it('has U+FFFD in place of a lone surrogate', () => {
    expect(encodeUtf8('\ud800a\udfff')).toEqual(encodeUtf8('\ufffda\ufffd'))
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
