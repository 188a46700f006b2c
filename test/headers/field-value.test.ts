import { validateHeaderName, validateHeaderValue } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFieldName, isFieldValue, isToken, quote, tokenOrQuoted } from '../../src/headers/field-value.ts'
import { parseOnly } from '../../src/headers/scan.ts'
import { anyText, quotable, token } from './arbitraries.ts'

describe('a token', () => {
  it('is made of the characters that need no quotes (RFC 9110 §5.6.2)', () => {
    fc.assert(fc.property(token, (text) => isToken(text)))
  })

  it.each(['', ' ', 'a b', 'a,b', 'a"b', 'a/b', 'a:b', 'a=b', '(a)', 'é', 'a\n', '\x7f'])('is not %j', (text) => {
    expect(isToken(text)).toBe(false)
  })

  it.each([undefined, null, 1, {}, ['GET'], Symbol('GET')])('is a string, not %s', (value) => {
    expect(isToken(value)).toBe(false)
  })
})

describe('a field name', () => {
  it('is a token (RFC 9110 §5.1)', () => {
    expect(['Allow', 'x-request-id', ':status', 'Content Type', 'a\r\nb', ''].map(isFieldName)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('is one that node:http accepts', () => {
    fc.assert(
      fc.property(fc.oneof(token, anyText), (text) => {
        fc.pre(isFieldName(text))
        expect(() => validateHeaderName(text)).not.toThrow()
      }),
    )
  })

  it('is a string', () => {
    expect(isFieldName(['Allow'])).toBe(false)
  })
})

describe('a field value', () => {
  it.each(['', 'a', 'a b', 'a\tb', '"', '\xff', '\x80'])('can be %j (RFC 9110 §5.5)', (value) => {
    expect(isFieldValue(value)).toBe(true)
  })

  it.each(['a\r\nX-Injected: yes', 'a\nb', 'a\rb', 'a\0b', '\x1b', '\x7f', '\u0100', '\u{1f600}', '\ud800'])(
    'has no control character and nothing above U+00FF, as %j (RFC 9110 §5.5)',
    (value) => {
      expect(isFieldValue(value)).toBe(false)
    },
  )

  it.each([' a', 'a ', '\ta', 'a\t', ' '])('has no whitespace at its ends, as %j (RFC 9110 §5.5)', (value) => {
    expect(isFieldValue(value)).toBe(false)
  })

  it('is one that node:http accepts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(isFieldValue(text))
        expect(() => validateHeaderValue('X', text)).not.toThrow()
      }),
    )
  })

  it.each([undefined, null, 0, ['a'], {}])('is a string, not %j', (value) => {
    expect(isFieldValue(value)).toBe(false)
  })
})

describe('a quoted-string', () => {
  it('has a backslash before quotes and backslashes only (RFC 9110 §5.6.4)', () => {
    expect(quote('a"b\\c,d')).toBe('"a\\"b\\\\c,d"')
  })

  it('stands for the text it was made of', () => {
    fc.assert(
      fc.property(quotable, (text) => {
        expect(parseOnly(quote(text), (scanner) => scanner.quotedString())).toBe(text)
      }),
    )
  })

  it.each(['a\nb', '\0', '\x7f', '\u0100', '\ud83d\ude00'])('cannot hold %j (RFC 9110 §5.6.4)', (text) => {
    expect(() => quote(text)).toThrow(TypeError)
    expect(() => quote(text)).toThrow('RFC 9110 §5.6.4')
  })

  it('is made of a string', () => {
    expect(() => Reflect.apply(quote, undefined, [1])).toThrow(TypeError)
    expect(() => Reflect.apply(quote, undefined, [1])).toThrow("RFC 9110 §5.6.4): 1 can't be one")
  })

  it('can be read with any quoted pair, not only those that it is written with (RFC 9110 §5.6.4)', () => {
    expect(parseOnly('"\\a\\ \\\t"', (scanner) => scanner.quotedString())).toBe('a \t')
  })

  it.each(['"', '"a', '"a\\"', '"a\nb"', '"\\\0"', '"\u0100"', 'a'])('is not %j', (text) => {
    expect(parseOnly(text, (scanner) => scanner.quotedString())).toBeUndefined()
  })

  it('is only used where a value is no token', () => {
    expect([tokenOrQuoted('a'), tokenOrQuoted('a b'), tokenOrQuoted('')]).toEqual(['a', '"a b"', '""'])
  })
})
