import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatAccept,
  formatAcceptPatch,
  formatAcceptPost,
  isFieldValue,
  parseAccept,
  parseAcceptPatch,
  parseAcceptPost,
  quote,
} from '../../src/headers/index.ts'
import { quotable, token } from './arbitraries.ts'

describe('formatAccept', () => {
  it('lists media ranges in order (RFC 9110 §12.5.1)', () => {
    expect(formatAccept(['application/json', 'text/*;q=0.5', '*/*;q=0.1'])).toBe(
      'application/json, text/*;q=0.5, */*;q=0.1',
    )
  })

  it('puts the weight last (RFC 9110 §12.5.1)', () => {
    expect(formatAccept(['text/html;Q=0.5;level=1'])).toBe('text/html;level=1;q=0.5')
  })

  it('leaves out whitespace and empty parameters', () => {
    expect(formatAccept(['text/html ; level=1 ;; q=1.000'])).toBe('text/html;level=1;q=1.000')
  })

  it('quotes only what has to be quoted', () => {
    expect(formatAccept(['text/html;a="b";c="d,\\"e"'])).toBe('text/html;a=b;c="d,\\"e"')
  })

  it('may be empty', () => {
    expect(formatAccept([])).toBe('')
  })

  it.each([
    '',
    'json',
    'text/',
    '/html',
    '*',
    '*/html',
    'text/html, text/plain',
    'text/html;level',
    'text/html;level=',
    'text/html;level = 1',
    'text/html;q=2',
    'text/html;q=',
    'text/html;q=0.3333',
    'text/html;q=.5',
    'text/html;q=-1',
    'text/html;q="0.5"',
    'text/html;q=0.5;q=0.4',
    'text/html\r\nX: y',
    ' text/html',
    'text/html ',
    'text/html;a="\u0100"',
    7,
    undefined,
  ])('refuses %j (RFC 9110 §12.5.1)', (range) => {
    expect(() => Reflect.apply(formatAccept, undefined, [[range]])).toThrow('Accept lists media ranges')
  })

  it.each(['text/html', undefined, new Set(['text/html'])])('wants an array, not %s', (ranges) => {
    expect(() => Reflect.apply(formatAccept, undefined, [ranges])).toThrow('pass an array')
  })
})

describe('formatAcceptPatch', () => {
  it('lists media types (RFC 5789 §3.1)', () => {
    expect(formatAcceptPatch(['application/json-patch+json', 'text/example;charset=utf-8'])).toBe(
      'application/json-patch+json, text/example;charset=utf-8',
    )
  })

  it('names at least one (RFC 5789 §3.1)', () => {
    expect(() => formatAcceptPatch([])).toThrow('at least one media type')
  })

  it.each(['*/*', 'text/*', 'text/example;q=0.5'])('refuses %s: no ranges, no weights (RFC 5789 §3.1)', (type) => {
    expect(() => formatAcceptPatch([type])).toThrow('Accept-Patch lists media types')
  })
})

describe('formatAcceptPost', () => {
  it('lists media ranges (LDP 1.0 §7.1)', () => {
    expect(formatAcceptPost(['text/turtle', 'image/*', '*/*'])).toBe('text/turtle, image/*, */*')
  })

  it('refuses weights (LDP 1.0 §7.1)', () => {
    expect(() => formatAcceptPost(['text/turtle;q=0.5'])).toThrow('Accept-Post lists media ranges')
  })
})

describe('parseAccept', () => {
  it('gives each media range in its shortest form', () => {
    expect(parseAccept(' text/html ; level=1 , , */* ; Q=0.5')).toEqual(['text/html;level=1', '*/*;q=0.5'])
  })

  it('takes a comma in quotes for what it is (RFC 9110 §5.6.4)', () => {
    expect(parseAccept('text/html;a="b,c", text/plain')).toEqual(['text/html;a="b,c"', 'text/plain'])
  })

  it('takes q for the weight wherever it stands (RFC 9110 §12.5.1)', () => {
    expect(parseAccept('text/html;q=0;level=1')).toEqual(['text/html;level=1;q=0'])
  })

  it('reads several field lines (RFC 9110 §5.3)', () => {
    expect(parseAccept(['text/html', 'text/plain'])).toEqual(['text/html', 'text/plain'])
  })

  it.each([
    'text',
    'text/html text/plain',
    'text/html;q=x',
    'text/html;q=',
    'text/html;q=0.5x',
    'text/html;a="b',
    '*/html',
  ])('refuses %j', (value) => {
    expect(parseAccept(value)).toBeUndefined()
  })
})

describe('parseAcceptPatch', () => {
  it.each(['', ',', 'text/*', 'text/html;q=1'])('refuses %j (RFC 5789 §3.1)', (value) => {
    expect(parseAcceptPatch(value)).toBeUndefined()
  })

  it('reads media types', () => {
    expect(parseAcceptPatch('text/a , text/b;c=d')).toEqual(['text/a', 'text/b;c=d'])
  })
})

describe('round trips', () => {
  const word = token.filter((text) => text !== '*')
  const parameter = fc
    .tuple(
      token.filter((text) => !/^q$/i.test(text)),
      fc.oneof(token, quotable.filter((text) => !/^[!#$%&'*+.^_`|~\w-]+$/.test(text)).map(quote)),
    )
    .map(([name, value]) => `;${name}=${value}`)
  const parameters = fc.array(parameter, { maxLength: 3 }).map((list) => list.join(''))
  const weight = fc.constantFrom('', ';q=0', ';q=1', ';q=1.000', ';q=0.5', ';q=0.123', ';q=0.')
  const type = fc.tuple(word, word, parameters).map(([main, sub, rest]) => `${main}/${sub}${rest}`)
  const range = fc.oneof(
    type,
    parameters.map((rest) => `*/*${rest}`),
    fc.tuple(word, parameters).map(([main, rest]) => `${main}/*${rest}`),
  )

  it('parseAccept gives back what formatAccept wrote', () => {
    const weighted = fc.tuple(range, weight).map(([media, q]) => media + q)
    fc.assert(
      fc.property(fc.array(weighted), (ranges) => {
        const value = formatAccept(ranges)
        expect(isFieldValue(value)).toBe(true)
        expect(parseAccept(value)).toEqual(ranges)
      }),
    )
  })

  it('parseAcceptPatch gives back what formatAcceptPatch wrote', () => {
    fc.assert(
      fc.property(fc.array(type, { minLength: 1 }), (types) => {
        const value = formatAcceptPatch(types)
        expect(isFieldValue(value)).toBe(true)
        expect(parseAcceptPatch(value)).toEqual(types)
      }),
    )
  })

  it('parseAcceptPost gives back what formatAcceptPost wrote', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const value = formatAcceptPost(ranges)
        expect(isFieldValue(value)).toBe(true)
        expect(parseAcceptPost(value)).toEqual(ranges)
      }),
    )
  })
})
