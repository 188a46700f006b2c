import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatContentRange, isFieldValue, parseContentRange } from '../../src/headers/index.ts'
import { token } from './arbitraries.ts'

describe('formatContentRange', () => {
  it.each([
    [{ start: 0, end: 9, size: 100 }, 'bytes 0-9/100'],
    [{ start: 0, end: 9 }, 'bytes 0-9/*'],
    [{ start: 5, end: 5, size: 6 }, 'bytes 5-5/6'],
    [{ size: 100 }, 'bytes */100'],
    [{ size: 0 }, 'bytes */0'],
    [{ size: -0 }, 'bytes */0'],
    [{ unit: 'items', start: 0, end: 1, size: 2 }, 'items 0-1/2'],
    [{ unit: 'items', size: 2 }, 'items */2'],
    [{ size: Number.MAX_SAFE_INTEGER }, 'bytes */9007199254740991'],
  ])('writes %j as %s (RFC 9110 §14.4)', (range, value) => {
    expect(formatContentRange(range)).toBe(value)
  })

  it.each([
    {},
    { start: 0 },
    { end: 9, size: 10 },
    { start: 0, size: 10 },
    { start: 9, end: 0 },
    { start: 0, end: 10, size: 10 },
    { start: -1, end: 1 },
    { start: 0.5, end: 1 },
    { start: 0, end: 2 ** 53 },
    { size: -1 },
    { size: 1.5 },
    { size: Number.NaN },
    { size: Number.POSITIVE_INFINITY },
    { size: '100' },
    { size: null },
    { start: 0, end: 1, size: null },
    { unit: '', size: 1 },
    { unit: 'b y', size: 1 },
    { unit: 'bytes\r\nX: y', size: 1 },
    null,
    undefined,
    100,
  ])('refuses %j (RFC 9110 §14.4)', (range) => {
    expect(() => Reflect.apply(formatContentRange, undefined, [range])).toThrow(TypeError)
    expect(() => Reflect.apply(formatContentRange, undefined, [range])).toThrow('RFC 9110 §14')
  })

  it.each([
    [{ size: -1 }, 'size'],
    [{ start: 0, end: 1, size: 1.5 }, 'size'],
    [{ end: 1 }, 'start'],
    [{ start: -1, end: 1 }, 'start'],
    [{ start: 0 }, 'end'],
  ])('says which position of %j is none: its %2$s (RFC 9110 §14.4)', (range, name) => {
    expect(() => Reflect.apply(formatContentRange, undefined, [range])).toThrow(
      `The ${name} in Content-Range is a non-negative integer up to 2^53 - 1 (RFC 9110 §14.4), not `,
    )
  })
})

describe('parseContentRange', () => {
  it.each([
    ['bytes 0-9/100', { unit: 'bytes', start: 0, end: 9, size: 100 }],
    ['bytes 0-9/*', { unit: 'bytes', start: 0, end: 9 }],
    ['bytes 5-5/6', { unit: 'bytes', start: 5, end: 5, size: 6 }],
    ['bytes */100', { unit: 'bytes', size: 100 }],
    ['bytes */007', { unit: 'bytes', size: 7 }],
    ['Bytes */100', { unit: 'bytes', size: 100 }],
  ])('reads %s (RFC 9110 §14.4)', (value, range) => {
    expect(parseContentRange(value)).toEqual(range)
  })

  it.each([
    '',
    'bytes',
    'bytes */*',
    'bytes 0-9',
    'bytes 0-/9',
    'bytes -9/10',
    'bytes 9-0/10',
    'bytes 0-9/9',
    'bytes 0-10/10',
    'bytes=0-9/10',
    'bytes  0-9/10',
    'bytes 0 - 9/10',
    'bytes 0-9/10,0-9/10',
    '0-9/10',
    'bytes 0-9/99999999999999999999',
    'bytes */99999999999999999999',
    'bytes 99999999999999999998-99999999999999999999/*',
    'bytes 0-9/10\n',
  ])('refuses %j', (value) => {
    expect(parseContentRange(value)).toBeUndefined()
  })

  it('gives back what formatContentRange wrote', () => {
    const position = fc.maxSafeNat()
    const unit = fc.oneof(fc.constant('bytes'), token)
    const range = fc.oneof(
      fc.record({ unit, size: position }),
      fc
        .tuple(unit, fc.uniqueArray(position, { minLength: 3, maxLength: 3 }), fc.boolean())
        .map(([name, positions, sized]) => {
          const [start = 0, end = 0, size = 0] = positions.sort((a, b) => a - b)
          return sized ? { unit: name, start, end, size } : { unit: name, start, end }
        }),
    )
    fc.assert(
      fc.property(range, (given) => {
        const value = formatContentRange(given)
        expect(isFieldValue(value)).toBe(true)
        expect(parseContentRange(value)).toEqual({ ...given, unit: given.unit.toLowerCase() })
      }),
    )
  })
})
