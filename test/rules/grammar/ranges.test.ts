import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatContentRange, parseContentRange as parseOurs } from '../../../src/headers/content-range.ts'
import { parseByteRangeSpecs } from '../../../src/headers/range.ts'
import { isPossible, parseContentRange, parseRange, selected } from '../../../src/rules/grammar/ranges.ts'
import { fieldLike, token } from '../../headers/arbitraries.ts'

const position = fc.oneof(fc.nat(20), fc.maxSafeNat())

describe('Range (RFC 9110 §14.1.1, §14.1.2, §14.2)', () => {
  it('reads the examples of the RFC', () => {
    expect(parseRange('bytes=0-499')?.bytes).toEqual([{ first: 0, last: 499 }])
    expect(parseRange('bytes=9500-')?.bytes).toEqual([{ first: 9500, last: undefined }])
    expect(parseRange('bytes=-500')?.bytes).toEqual([{ suffix: 500 }])
    expect(parseRange('bytes= 0-999, 4500-5499, -1000')?.bytes).toHaveLength(3)
    expect(parseRange('bytes=500-600,601-999')?.set).toEqual(['500-600', '601-999'])
    expect(parseRange('seconds=1-2')).toEqual({ unit: 'seconds', set: ['1-2'], bytes: undefined })
  })

  it('reads units in any case, and lists with empty elements', () => {
    expect(parseRange('BYTES=,0-1,,')).toEqual({ unit: 'bytes', set: ['0-1'], bytes: [{ first: 0, last: 1 }] })
  })

  it.each([
    '',
    'bytes',
    'bytes=',
    'bytes=,',
    '=0-1',
    'by tes=0-1',
    '0-24',
    'bytes=0 -1',
    'bytes=0-1,2 -3',
    'bytes="0-1"\u00e9',
  ])('takes %j for no Range at all', (value) => expect(parseRange(value)).toBeUndefined())

  it.each(['bytes=5-2', 'bytes=a-b', 'bytes=-', 'bytes=5', 'bytes=0-0,5-2', 'bytes=1-2-3', 'bytes=--1', 'bytes=+1-2'])(
    'finds an invalid range in %j',
    (value) => expect(parseRange(value)).toMatchObject({ unit: 'bytes', bytes: undefined }),
  )

  it('compares positions of any size exactly', () => {
    expect(parseRange('bytes=99999999999999999999999-99999999999999999999998')?.bytes).toBeUndefined()
    expect(parseRange('bytes=99999999999999999999998-99999999999999999999999')?.bytes).toHaveLength(1)
    expect(parseRange('bytes=0007-10')?.bytes).toEqual([{ first: 7, last: 10 }])
    expect(parseRange('bytes=5-5')?.bytes).toEqual([{ first: 5, last: 5 }])
  })

  it('says what is selected', () => {
    expect(selected({ first: 0, last: 499 }, 10_000)).toEqual({ first: 0, last: 499 })
    expect(selected({ first: 9500, last: undefined }, 10_000)).toEqual({ first: 9500, last: 9999 })
    expect(selected({ first: 0, last: 99 }, 10)).toEqual({ first: 0, last: 9 })
    expect(selected({ suffix: 500 }, 10_000)).toEqual({ first: 9500, last: 9999 })
    expect(selected({ suffix: 500 }, 10)).toEqual({ first: 0, last: 9 })
    expect(selected({ suffix: 0 }, 10)).toBeUndefined()
    expect(selected({ suffix: 1 }, 0)).toBeUndefined()
    expect(selected({ first: 10, last: undefined }, 10)).toBeUndefined()
  })

  it('agrees with the parser of src/headers about byte ranges', () => {
    const spec = fc
      .tuple(fc.option(fc.nat(30), { nil: '' }), fc.option(fc.nat(30), { nil: '' }))
      .map(([first, last]) => `${first}-${last}`)
    const sets = fc.array(fc.oneof(spec, fc.constantFrom('', 'x', ' 1-2 ', '1 -2', '5')), { maxLength: 4 })
    const values = fc.oneof(
      sets.map((set) => `bytes=${set.join(',')}`),
      fieldLike,
    )
    fc.assert(
      fc.property(values, (value) => {
        const ours = parseRange(value)
        expect(ours?.bytes === undefined ? undefined : ours.set).toEqual(parseByteRangeSpecs(value))
      }),
    )
  })
})

describe('Content-Range (RFC 9110 §14.4)', () => {
  it('reads the examples of the RFC', () => {
    expect(parseContentRange('bytes 42-1233/1234')).toEqual({
      unit: 'bytes',
      enclosed: { first: 42, last: 1233 },
      size: 1234,
    })
    expect(parseContentRange('bytes 42-1233/*')).toEqual({
      unit: 'bytes',
      enclosed: { first: 42, last: 1233 },
      size: undefined,
    })
    expect(parseContentRange('bytes */1234')).toEqual({ unit: 'bytes', enclosed: undefined, size: 1234 })
  })

  it.each([
    '',
    'bytes',
    'bytes=0-1/2',
    'bytes */*',
    'bytes 0-1',
    'bytes  0-1/2',
    '0-1/2',
    '*/2',
    'bytes 0-1/2 ',
    'b"s 0-1/2',
  ])('refuses %j', (value) => expect(parseContentRange(value)).toBeUndefined())

  it('tells what cannot be from what is no Content-Range', () => {
    for (const value of ['bytes 5-4/10', 'bytes 0-10/10', 'bytes 0-0/0']) {
      const range = parseContentRange(value)
      expect(range !== undefined && isPossible(range), value).toBe(false)
      expect(range, value).toBeDefined()
    }
    expect(isPossible({ unit: 'bytes', enclosed: undefined, size: 0 })).toBe(true)
  })

  it('reads what src/headers writes, with the same meaning', () => {
    fc.assert(
      fc.property(token, position, position, fc.option(position), (unit, one, other, above) => {
        const [start, end] = one < other ? [one, other] : [other, one]
        const size = above === null || end + 1 + above > Number.MAX_SAFE_INTEGER ? undefined : end + 1 + above
        const range = parseContentRange(formatContentRange({ unit, start, end, size }))
        expect(range).toEqual({ unit: unit.toLowerCase(), enclosed: { first: start, last: end }, size })
        expect(range !== undefined && isPossible(range)).toBe(true)
        expect(parseContentRange(formatContentRange({ unit, size: one }))).toEqual({
          unit: unit.toLowerCase(),
          enclosed: undefined,
          size: one,
        })
      }),
    )
  })

  it('agrees with the parser of src/headers', () => {
    const values = fc.oneof(
      fieldLike,
      fc
        .tuple(fc.constantFrom('bytes', 'x', ''), fc.constantFrom(' ', '=', '  '), fc.nat(5), fc.nat(5), fc.nat(9))
        .map(([unit, gap, first, last, size]) => `${unit}${gap}${first}-${last}/${size}`),
    )
    fc.assert(
      fc.property(values, (value) => {
        const range = parseContentRange(value)
        const ours = parseOurs(value)
        expect(range !== undefined && isPossible(range)).toBe(ours !== undefined)
        if (range !== undefined && ours !== undefined)
          expect({ start: range.enclosed?.first, size: range.size }).toEqual({ start: ours.start, size: ours.size })
      }),
    )
  })
})
