import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseByteRangeSpecs } from '../../src/headers/index.ts'

describe('parseByteRangeSpecs', () => {
  it.each([
    ['bytes=0-499', ['0-499']],
    ['bytes=500-', ['500-']],
    ['bytes=-500', ['-500']],
    ['bytes=0-0,-1', ['0-0', '-1']],
    ['bytes= 0-999, 4500-5499, -1000', ['0-999', '4500-5499', '-1000']],
    ['bytes=,0-1 ,\t, 5-6,', ['0-1', '5-6']],
    ['Bytes=0-1', ['0-1']],
    ['bytes=007-0007', ['007-0007']],
    ['bytes=9-10', ['9-10']],
    ['bytes=00099-0100', ['00099-0100']],
    ['bytes=9007199254740992-9007199254740993', ['9007199254740992-9007199254740993']],
    [`bytes=0-${'9'.repeat(400)}`, [`0-${'9'.repeat(400)}`]],
  ])('reads %s (RFC 9110 §14.1.2)', (value, specs) => {
    expect(parseByteRangeSpecs(value)).toEqual(specs)
  })

  it.each(['lines=0-1', 'byte=0-1', 'bytes2=0-1', 'none=', '=0-1', '', 'bytes', 'bytes 0-1', ' bytes=0-1'])(
    'knows no other unit than bytes: %j (RFC 9110 §14.2)',
    (value) => {
      expect(parseByteRangeSpecs(value)).toBeUndefined()
    },
  )

  it.each([
    '',
    ',',
    '-',
    '1',
    '1-2-3',
    '--1',
    '1--2',
    'a-b',
    '0x1-2',
    '1.5-2',
    '+1-2',
    '1 -2',
    '1- 2',
    '1-2 3-4',
    '1-2;',
    '1-2/9',
    '1-2\n',
  ])('refuses bytes=%s (RFC 9110 §14.1.1)', (set) => {
    expect(parseByteRangeSpecs(`bytes=${set}`)).toBeUndefined()
  })

  it.each([
    '5-2',
    '0-0,5-2',
    '10-9',
    '0100-099',
    '100-0099',
    '100-00099',
    '9007199254740993-9007199254740992',
    `1${'0'.repeat(400)}-${'9'.repeat(400)}`,
  ])('refuses bytes=%s, as one of them ends before it starts (RFC 9110 §14.1.1)', (set) => {
    expect(parseByteRangeSpecs(`bytes=${set}`)).toBeUndefined()
  })

  it('tells a range from one that ends before it starts, however big its positions are (RFC 9110 §14.1.2)', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.bigInt({ min: 0n, max: 10n ** 40n }), (first, last) => {
        expect(parseByteRangeSpecs(`bytes=${first}-${last}`) !== undefined).toBe(first <= last)
      }),
    )
  })
})
