import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSetCookie, unfoldSetCookie } from '../../../src/rules/grammar/cookies.ts'
import { anyText, fieldLike, token } from '../../headers/arbitraries.ts'

const OCTETS = "!#$%&'()*+-./0123456789:<=>?@ABCXYZ[]^_`abcxyz{|}~"
const octets = fc.string({ unit: fc.constantFrom(...OCTETS), maxLength: 12 })

describe('parseSetCookie', () => {
  it.each([
    ['SID=31d4d96e407aad42', 'SID', '31d4d96e407aad42', []],
    ['SID=31d4d96e407aad42; Path=/; Domain=example.com', 'SID', '31d4d96e407aad42', ['path', 'domain']],
    ['SID=31d4d96e407aad42; Path=/; Secure; HttpOnly', 'SID', '31d4d96e407aad42', ['path', 'secure', 'httponly']],
    ['lang=en-US; Expires=Wed, 09 Jun 2021 10:18:14 GMT', 'lang', 'en-US', ['expires']],
    ['lang=; Expires=Sun, 06 Nov 1994 08:49:37 GMT', 'lang', '', ['expires']],
  ])('reads %s (the examples of RFC 6265 §3.1)', (text, name, value, attributes) => {
    const cookie = parseSetCookie(text)
    expect(cookie).toMatchObject({ name, value, quoted: false })
    expect(typeof cookie === 'string' ? cookie : cookie.attributes.map((attribute) => attribute.name)).toEqual(
      attributes,
    )
  })

  it('takes a value in quotes, and one with "=" (RFC 6265 §4.1.1)', () => {
    expect(parseSetCookie('a="b"')).toMatchObject({ value: 'b', quoted: true })
    expect(parseSetCookie('a=b=c==')).toMatchObject({ value: 'b=c==', quoted: false })
  })

  it('takes attributes that it does not know, and blanks as they come', () => {
    expect(parseSetCookie('a=b;SameSite=Lax ;  Priority = High;Partitioned;')).toMatchObject({
      attributes: [
        { name: 'samesite', value: 'Lax' },
        { name: 'priority', value: 'High' },
        { name: 'partitioned', value: undefined },
      ],
    })
  })

  it.each(['0', '1', '31536000', '-1'])('takes Max-Age=%s', (age) => {
    expect(parseSetCookie(`a=b; Max-Age=${age}`)).toMatchObject({ name: 'a' })
  })

  it.each([
    ['', 'pair'],
    ['a', 'pair'],
    ['; Path=/', 'pair'],
    ['=b', 'name'],
    ['a b=c', 'name'],
    ['a"=c', 'name'],
    ['é=c', 'name'],
    ['a=b c', 'value'],
    ['a=b,c', 'value'],
    ['a=b\\c', 'value'],
    ['a="b', 'value'],
    ['a=b"', 'value'],
    ['a="b"c"', 'value'],
    ['a="', 'value'],
    ['a={"b":1}', 'value'],
    ['a=é', 'value'],
    ['a=b; Path=/é', 'attribute'],
    ['a=b; Path=/\0', 'attribute'],
    ['a=b; Max-Age=1.5', 'max-age'],
    ['a=b; Max-Age=undefined', 'max-age'],
    ['a=b; Max-Age', 'max-age'],
    ['a=b; max-age=', 'max-age'],
  ])('refuses %j: %s', (text, fault) => {
    expect(parseSetCookie(text)).toBe(fault)
  })

  it('gives back what was put together', () => {
    fc.assert(
      fc.property(token, octets, fc.boolean(), (name, value, quoted) => {
        const text = `${name}=${quoted ? `"${value}"` : value}; Path=/; HttpOnly`
        expect(parseSetCookie(text)).toMatchObject({ name, value, quoted })
      }),
    )
  })

  it('gives a cookie or a fault, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fieldLike), (text) => {
        const cookie = parseSetCookie(text)
        if (typeof cookie !== 'string') expect(cookie.value).toMatch(/^[\x21-\x7e]*$/)
      }),
    )
  })
})

describe('unfoldSetCookie', () => {
  it.each([
    'sid=1; Expires=Wed, 09 Jun 2021 10:18:14 GMT; Path=/',
    'sid=1; Path=/a, b',
    'sid=1; Path=/a, bc',
    'sid=1,b=2',
    'sid={"a": 1, "b": 2}',
    'prefs=lang=en,theme=dark',
    '',
    ', ',
  ])('leaves %j alone', (line) => {
    expect(unfoldSetCookie(line)).toEqual([line])
  })

  it('parts cookies that were joined as lists are', () => {
    expect(unfoldSetCookie('a=1; Expires=Wed, 09 Jun 2021 10:18:14 GMT, b=2; Path=/, c="3"')).toEqual([
      'a=1; Expires=Wed, 09 Jun 2021 10:18:14 GMT',
      'b=2; Path=/',
      'c="3"',
    ])
  })

  it('parts them at any number of blanks', () => {
    expect(unfoldSetCookie('a=1, \t b=2,\tc=3')).toEqual(['a=1', 'b=2', 'c=3'])
  })

  it('parts what was joined', () => {
    const cookie = fc
      .tuple(token, octets)
      .map(([name, value]) => `${name}=${value}; Expires=Thu, 01 Jan 1970 00:00:00 GMT`)
    fc.assert(
      fc.property(fc.array(cookie, { minLength: 1 }), (cookies) => {
        expect(unfoldSetCookie(cookies.join(', '))).toEqual(cookies)
      }),
    )
  })

  it('takes no time over commas and blanks', () => {
    expect(unfoldSetCookie(`a=1${', '.repeat(50_000)}`)).toHaveLength(1)
    expect(unfoldSetCookie(`a=1,${' '.repeat(100_000)}`)).toHaveLength(1)
  })
})
