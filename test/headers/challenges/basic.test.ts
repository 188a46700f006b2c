import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basic, formatChallenge, isFieldValue, parseChallenges } from '../../../src/headers/index.ts'
import { quotable } from '../arbitraries.ts'

describe('basic', () => {
  it('has a realm (RFC 7617 §2)', () => {
    expect(formatChallenge(basic({ realm: 'orders' }))).toBe('Basic realm="orders"')
  })

  it('may ask for UTF-8 (RFC 7617 §2.1)', () => {
    expect(formatChallenge(basic({ realm: 'orders', charset: 'UTF-8' }))).toBe('Basic realm="orders", charset="UTF-8"')
  })

  it('takes no other parameters (RFC 7617 §2)', () => {
    expect(String(Reflect.apply(basic, undefined, [{ realm: 'a', scope: 'b' }]))).toBe('Basic realm="a"')
  })

  it.each([undefined, null, {}, { realm: 7 }])('refuses %j: no realm (RFC 7617 §2)', (params) => {
    expect(() => Reflect.apply(basic, undefined, [params])).toThrow('A Basic challenge has a realm (RFC 7617 §2)')
  })

  it.each(['latin1', 'utf-16', '', 8])('refuses the charset %j (RFC 7617 §2.1)', (charset) => {
    expect(() => Reflect.apply(basic, undefined, [{ realm: 'a', charset }])).toThrow('RFC 7617 §2.1')
  })

  it('refuses a realm with line breaks', () => {
    expect(() => basic({ realm: 'a\r\nSet-Cookie: b=c' })).toThrow(TypeError)
  })

  it('is read as it was made', () => {
    fc.assert(
      fc.property(quotable, (realm) => {
        const value = formatChallenge(basic({ realm, charset: 'UTF-8' }))
        expect(isFieldValue(value)).toBe(true)
        expect(parseChallenges(value)).toEqual([basic({ realm, charset: 'UTF-8' })])
      }),
    )
  })
})
