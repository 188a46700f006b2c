import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRetryAfter, isFieldValue, parseRetryAfter } from '../../src/headers/index.ts'

describe('formatRetryAfter', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [120, '120'],
    [0.001, '1'],
    [1.5, '2'],
    [Number.MIN_VALUE, '1'],
    [1e20, '100000000000000000000'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
  ])('writes %d as %s: whole seconds, rounded up, in digits only (RFC 9110 §10.2.3)', (seconds, value) => {
    expect(formatRetryAfter(seconds)).toBe(value)
  })

  it('writes even the largest number in digits', () => {
    expect(formatRetryAfter(Number.MAX_VALUE)).toMatch(/^\d{309}$/)
  })

  it('writes a Date as IMF-fixdate (RFC 9110 §10.2.3)', () => {
    expect(formatRetryAfter(new Date(Date.UTC(1994, 10, 6, 8, 49, 37)))).toBe('Sun, 06 Nov 1994 08:49:37 GMT')
  })

  it.each([
    [-1, '-1'],
    [-0.5, '-0.5'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [new Date(Number.NaN), 'an invalid Date'],
    ['120', '"120"'],
    [5n, '5'],
    [null, 'null'],
    [undefined, 'undefined'],
    [{}, 'an object'],
  ])('refuses %s (RFC 9110 §10.2.3)', (value, shown) => {
    expect(() => Reflect.apply(formatRetryAfter, undefined, [value])).toThrow(
      new TypeError(`Retry-After takes a non-negative number of seconds or a Date (RFC 9110 §10.2.3), not ${shown}`),
    )
  })

  it('refuses a Date that an HTTP-date cannot tell (RFC 9110 §5.6.7)', () => {
    expect(() => formatRetryAfter(new Date(Date.UTC(10000, 0)))).toThrow(TypeError)
  })
})

describe('parseRetryAfter', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['120', 120],
  ])('reads %s seconds (RFC 9110 §10.2.3)', (value, seconds) => {
    expect(parseRetryAfter(value)).toBe(seconds)
  })

  it('reads more digits than a number can hold as the largest one', () => {
    expect(parseRetryAfter('9'.repeat(400))).toBe(Number.MAX_VALUE)
  })

  it('reads all forms of a date (RFC 9110 §10.2.3)', () => {
    expect(parseRetryAfter('Sun Nov  6 08:49:37 1994')).toEqual(new Date(Date.UTC(1994, 10, 6, 8, 49, 37)))
  })

  it.each(['', '-1', '+1', '1.5', '1e3', '2s', ' 1', '1 ', '1,2', '0x10', 'soon', '2026-01-01', '١'])(
    'refuses %j',
    (value) => {
      expect(parseRetryAfter(value)).toBeUndefined()
    },
  )

  it('gives back the seconds that formatRetryAfter wrote, rounded up', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (seconds) => {
        const value = formatRetryAfter(seconds)
        expect(isFieldValue(value)).toBe(true)
        expect(parseRetryAfter(value)).toBe(Math.ceil(seconds) + 0)
      }),
    )
  })

  it('gives back the date that formatRetryAfter wrote', () => {
    const second = fc.integer({ min: 0, max: 4e9 })
    fc.assert(
      fc.property(second, (seconds) => {
        const date = new Date(seconds * 1000)
        expect(parseRetryAfter(formatRetryAfter(date))).toEqual(date)
      }),
    )
  })
})
