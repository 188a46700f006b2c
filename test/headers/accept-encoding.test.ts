import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAcceptEncoding, isFieldValue, parseAcceptEncoding } from '../../src/headers/index.ts'
import { token } from './arbitraries.ts'

describe('formatAcceptEncoding', () => {
  it('lists content codings with their weights (RFC 9110 §12.5.3)', () => {
    expect(formatAcceptEncoding(['gzip', 'br ; Q=0.5', 'identity', '*;q=0'])).toBe('gzip, br;q=0.5, identity, *;q=0')
  })

  it('is empty where no coding is wanted (RFC 9110 §12.5.3)', () => {
    expect(formatAcceptEncoding([])).toBe('')
  })

  it.each([
    '',
    'g zip',
    'gzip, br',
    'gzip;',
    'gzip;q',
    'gzip;q=',
    'gzip;q=2',
    'gzip;level=1',
    'gzip;q=1;q=1',
    'a\r\nb',
    1,
    [['x']],
  ])('refuses %j (RFC 9110 §12.5.3)', (coding) => {
    expect(() => Reflect.apply(formatAcceptEncoding, undefined, [[coding]])).toThrow(
      'Accept-Encoding lists content codings',
    )
  })

  it.each(['gzip', undefined, { 0: 'gzip' }])('wants an array, not %j', (codings) => {
    expect(() => Reflect.apply(formatAcceptEncoding, undefined, [codings])).toThrow('pass an array')
  })
})

describe('parseAcceptEncoding', () => {
  it('ignores empty members and whitespace (RFC 9110 §5.6.1.2)', () => {
    expect(parseAcceptEncoding([', gzip ,', 'br\t;\tq=0.5'])).toEqual(['gzip', 'br;q=0.5'])
  })

  it('reads an empty value (RFC 9110 §12.5.3)', () => {
    expect(parseAcceptEncoding('')).toEqual([])
  })

  it.each(['gzip br', 'gzip;level=1', 'gzip;q=1.001', '"gzip"', ';q=1'])('refuses %j', (value) => {
    expect(parseAcceptEncoding(value)).toBeUndefined()
  })

  it('gives back what formatAcceptEncoding wrote', () => {
    const coding = fc.tuple(token, fc.constantFrom('', ';q=0', ';q=0.25', ';q=1.0')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(coding), (codings) => {
        const value = formatAcceptEncoding(codings)
        expect(isFieldValue(value)).toBe(true)
        expect(parseAcceptEncoding(value)).toEqual(codings)
      }),
    )
  })
})
