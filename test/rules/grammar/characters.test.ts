import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote } from '../../../src/headers/field-value.ts'
import * as headers from '../../../src/headers/index.ts'
import {
  isDigits,
  isFieldValue,
  isQuotedString,
  isToken,
  isToken68,
  unquote,
} from '../../../src/rules/grammar/characters.ts'
import { anyText, fieldLike, quotable, token } from '../../headers/arbitraries.ts'

describe('isToken', () => {
  it.each(['GET', 'no-cache', "!#$%&'*+-.^_`|~0aZ", '0'])('says yes to %s (RFC 9110 §5.6.2)', (text) => {
    expect(isToken(text)).toBe(true)
  })

  it.each(['', 'a b', 'a/b', 'a=b', '"a"', 'é', 'a\n', 'a\0', '(a)'])('says no to %j', (text) => {
    expect(isToken(text)).toBe(false)
  })

  it('agrees with what the headers are written by', () => {
    fc.assert(fc.property(fc.oneof(token, anyText, fieldLike), (text) => isToken(text) === headers.isToken(text)))
  })
})

describe('isToken68', () => {
  it.each(['dXNlcjpwYXNz', 'YQ==', 'a-b._~+/c', 'a='])('says yes to %s (RFC 9110 §11.2)', (text) => {
    expect(isToken68(text)).toBe(true)
  })

  it.each(['', '=', 'a=b', 'a b', 'a"', 'é', 'a==\n'])('says no to %j', (text) => {
    expect(isToken68(text)).toBe(false)
  })
})

describe('isQuotedString', () => {
  it.each(['""', '"a, b"', '"\\""', '"\\\\"', '"\té"', '"\\a"'])('says yes to %s (RFC 9110 §5.6.4)', (text) => {
    expect(isQuotedString(text)).toBe(true)
  })

  it.each(['', '"', 'a', '"a', 'a"', '"""', '"\\"', '"\0"', '"a\nb"', '"a\\\n"', '"Ā"', '""\n'])(
    'says no to %j',
    (text) => {
      expect(isQuotedString(text)).toBe(false)
    },
  )

  it('takes what the headers quote, and reads it back', () => {
    fc.assert(
      fc.property(quotable, (text) => {
        expect(isQuotedString(quote(text))).toBe(true)
        expect(unquote(quote(text))).toBe(text)
      }),
    )
  })

  it('takes no time over what is nearly one', () => {
    expect(isQuotedString(`"${'\\a'.repeat(50_000)}`)).toBe(false)
    expect(isQuotedString(`"${'a\\'.repeat(50_000)}\n"`)).toBe(false)
  })
})

describe('unquote', () => {
  it('takes a backslash before any character away (RFC 9110 §5.6.4)', () => {
    expect(unquote('"a\\"b\\\\c\\d"')).toBe('a"b\\cd')
  })
})

describe('isFieldValue', () => {
  it.each(['', 'a', 'a b', 'a\tb', '\xe9', '"', 'a  b'])('says yes to %j (RFC 9110 §5.5)', (text) => {
    expect(isFieldValue(text)).toBe(true)
  })

  it.each([' ', ' a', 'a ', '\ta', 'a\r\nb', 'a\0', '\x7f', 'Ā', 'a\n'])('says no to %j', (text) => {
    expect(isFieldValue(text)).toBe(false)
  })

  it('agrees with what the headers are written by', () => {
    fc.assert(
      fc.property(fc.oneof(quotable, anyText, fieldLike), (text) => isFieldValue(text) === headers.isFieldValue(text)),
    )
  })

  it('takes no time over blanks', () => {
    expect(isFieldValue(`a${' '.repeat(100_000)}`)).toBe(false)
  })
})

describe('isDigits', () => {
  it.each(['0', '007', '9'.repeat(400)])('says yes to %s', (text) => {
    expect(isDigits(text)).toBe(true)
  })

  it.each(['', '-1', '+1', '1.0', '1e3', '0x1', '1 ', '1\n', '１', 'NaN'])('says no to %j', (text) => {
    expect(isDigits(text)).toBe(false)
  })
})
