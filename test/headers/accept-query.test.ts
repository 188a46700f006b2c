import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAcceptQuery, isFieldValue, quote } from '../../src/headers/index.ts'
import { token } from './arbitraries.ts'

const formatOne = (range: unknown): string => Reflect.apply(formatAcceptQuery, undefined, [[range]])

describe('formatAcceptQuery', () => {
  it('lists media ranges in order, as a structured list (RFC 10008 §3)', () => {
    expect(formatAcceptQuery(['application/sql', 'text/*', '*/*'])).toBe('application/sql, text/*, */*')
  })

  it('writes the values of parameters as strings: not each token is one of structured fields (RFC 9651 §3.3.4)', () => {
    expect(formatOne('application/sql;charset=utf-8;version=1')).toBe('application/sql;charset="utf-8";version="1"')
  })

  it('keeps what a quoted value stands for (RFC 9651 §3.3.3)', () => {
    expect(formatOne('a/b;c="d\\e, \\"f\\" \\\\";g=""')).toBe('a/b;c="de, \\"f\\" \\\\";g=""')
  })

  it('leaves out whitespace and writes names in lower case (RFC 9651 §3.1.2)', () => {
    expect(formatOne('a/b ;\tCharset=c ; D=e')).toBe('a/b;charset="c";d="e"')
  })

  it.each(['a_b-c.d*1', '*a', 'q1', 'aq'])('takes the parameter %s (RFC 9651 §3.1.2)', (name) => {
    expect(formatOne(`a/b;${name}=x`)).toBe(`a/b;${name}="x"`)
  })

  it.each(['1/b', '!a/b', '1/b*'])(
    'writes %s as a string, as no structured token begins so (RFC 9651 §3.3.4)',
    (range) => {
      expect(formatOne(range)).toBe(`"${range}"`)
      expect(formatOne(`${range};c=d`)).toBe(`"${range}";c="d"`)
    },
  )

  it.each([
    ...['', 'sql', 'a/', '/b', '*', '*/b', 'a/b/c', 'a/b, c/d', 'a/b c', ' a/b', 'a/b ', 'a/b;', 'a/b;;c=d'],
    ...[
      'a/b;c',
      'a/b;c=',
      'a/b;c =d',
      'a/b;=d',
      'a/b;c="d',
      'a/b c=d',
      'a\r\nb/c',
      '\u00e9/b',
      7,
      null,
      undefined,
      [['a/b']],
    ],
  ])('refuses %j, which is no media range (RFC 9110 §12.5.1)', (range) => {
    expect(() => formatOne(range)).toThrow(TypeError)
    expect(() => formatOne(range)).toThrow('Accept-Query lists media ranges (RFC 10008 §3), not ')
  })

  it.each(['a/b;q=0.5', 'a/b;Q=1', 'a/b;c=d;q=0'])('refuses the weight in %s (RFC 10008 §3)', (range) => {
    expect(() => formatOne(range)).toThrow('Accept-Query lists media ranges')
  })

  it.each(['a/b;1c=d', 'a/b;-c=d', "a/b;c'=d", 'a/b;c!=d', 'a/b;c="\u00e9"', 'a/b;c="\td"', 'a/b;c="d\t"'])(
    'refuses the parameter in %j, which no structured field can have (RFC 9651 §3.1.2, §3.3.3)',
    (range) => {
      expect(() => formatOne(range)).toThrow('Accept-Query lists media ranges')
    },
  )

  it('lists at least one (RFC 9651 §4.1)', () => {
    expect(() => formatAcceptQuery([])).toThrow(
      new TypeError('Accept-Query lists at least one media range (RFC 9651 §4.1)'),
    )
  })

  it.each(['a/b', undefined, null, 7, {}])('wants an array, not %j', (ranges) => {
    expect(() => Reflect.apply(formatAcceptQuery, undefined, [ranges])).toThrow(
      'Accept-Query takes a list of media ranges (RFC 10008 §3): pass an array, not ',
    )
  })

  it('gives strings and tokens of structured fields, whatever the parameters', () => {
    const key = fc.stringMatching(/^[a-z*][a-z0-9_.*-]{0,5}$/).filter((name) => name !== 'q')
    const text = fc.string({ unit: 'grapheme-ascii' })
    fc.assert(
      fc.property(
        token.filter((type) => type !== '*'),
        token,
        key,
        text,
        (type, subtype, name, value) => {
          const written = formatOne(`${type}/${subtype};${name}=${quote(value)}`)
          expect(isFieldValue(written)).toBe(true)
          const found = /^("?)([^;]*)\1;([^=]+)=("(?:[^"\\]|\\["\\])*")$/.exec(written)
          expect(found?.slice(2)).toEqual([`${type}/${subtype}`, name, quote(value)])
          expect(found?.[1] === '').toBe(/^[*A-Za-z]/.test(type))
        },
      ),
    )
  })
})
