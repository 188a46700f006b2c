import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote } from '../../../src/headers/field-value.ts'
import { formatAllow, formatUpgrade, parseUpgrade, parseVary } from '../../../src/headers/index.ts'
import { listElements, splitOutsideQuotes, trimBlanks } from '../../../src/rules/grammar/lists.ts'
import { anyText, fieldLike, quotable, token } from '../../headers/arbitraries.ts'

describe('listElements', () => {
  it.each([
    ['foo,bar', ['foo', 'bar']],
    ['foo ,bar,', ['foo', 'bar']],
    ['foo , ,bar,charlie', ['foo', 'bar', 'charlie']],
  ])('reads %j (the examples of RFC 9110 §5.6.1.2)', (value, elements) => {
    expect(listElements(value)).toEqual(elements)
  })

  it.each(['', ',', ',   ,'])('finds nothing in %j (RFC 9110 §5.6.1.2)', (value) => {
    expect(listElements(value)).toEqual([])
  })

  it('does not split at a comma within quotes, nor at one behind a quote with a backslash', () => {
    expect(listElements('a="1, 2", b="\\",", c')).toEqual(['a="1, 2"', 'b="\\","', 'c'])
  })

  it('takes the rest for one element where a quote is not closed', () => {
    expect(listElements('a, "b, c')).toEqual(['a', '"b, c'])
  })

  it('gives back what was joined', () => {
    const element = fc.oneof(
      token,
      quotable.map(quote),
      fc.tuple(token, quotable).map(([name, value]) => `${name}=${quote(value)}`),
    )
    fc.assert(
      fc.property(fc.array(element), fc.constantFrom(',', ', ', ' ,\t', ',,'), (elements, comma) => {
        expect(listElements(elements.join(comma))).toEqual(elements)
      }),
    )
  })

  it('finds the members of the lists that the headers write', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('GET', 'PUT', 'PURGE', 'M-SEARCH'), { minLength: 1 }), (methods) => {
        expect(listElements(formatAllow(methods)).filter((method) => method !== 'HEAD')).toEqual(methods)
      }),
    )
    fc.assert(
      fc.property(fc.array(token, { minLength: 1 }), (protocols) => {
        expect(listElements(formatUpgrade(protocols))).toEqual(protocols)
      }),
    )
  })

  it('finds what the headers find, wherever they find a list of tokens', () => {
    fc.assert(
      fc.property(
        fc.oneof(fieldLike, fc.array(fc.oneof(token, fc.constantFrom(',', ' ', '/'))).map(String)),
        (text) => {
          for (const parse of [parseUpgrade, parseVary]) {
            const members = parse(text)
            if (members !== undefined) expect(listElements(text).map(lower)).toEqual(members.map(lower))
          }
        },
      ),
    )
  })
})

const lower = (text: string): string => text.toLowerCase()

describe('splitOutsideQuotes', () => {
  it('keeps empty parts', () => {
    expect(splitOutsideQuotes('a;;b; ', ';')).toEqual(['a', '', 'b', ''])
    expect(splitOutsideQuotes('"a;";;b', ';')).toEqual(['"a;"', '', 'b'])
  })

  it('loses nothing but separators and blanks', () => {
    fc.assert(
      fc.property(fc.oneof(fieldLike, anyText), (text) => {
        const without = (given: string): string => given.replace(/[\t ,]/g, '')
        expect(without(splitOutsideQuotes(text, ',').join(''))).toBe(without(text))
      }),
    )
  })
})

describe('trimBlanks', () => {
  it('cuts blanks and tabs off, and nothing else (RFC 9110 §5.6.3)', () => {
    expect(trimBlanks(' \t a b\t ')).toBe('a b')
    expect(trimBlanks('\r\n\xa0a\v')).toBe('\r\n\xa0a\v')
    expect(trimBlanks(' \t')).toBe('')
  })
})
