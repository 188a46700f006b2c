import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote } from '../../../src/headers/index.ts'
import { findQuotedTexts, withoutQuoted } from '../../../src/rules/grammar/quoted-strings.ts'
import { quotable, token } from '../../headers/arbitraries.ts'

describe('texts in quotes', () => {
  it('are found with what is escaped in them, and what follows (RFC 9110 §5.6.4)', () => {
    expect(findQuotedTexts('a="b\\"c", d="\\e"x')).toEqual([
      { text: '"b\\"c"', closed: true, escaped: ['"'], next: ',' },
      { text: '"\\e"', closed: true, escaped: ['e'], next: 'x' },
    ])
  })

  it.each([
    ['a="b\\', { text: '"b\\', closed: false, escaped: [], next: '' }],
    ['a="b\\"', { text: '"b\\"', closed: false, escaped: ['"'], next: '' }],
    ['"\\\n"', { text: '"\\\n"', closed: true, escaped: ['\n'], next: '' }],
    ['"\\\\"', { text: '"\\\\"', closed: true, escaped: ['\\'], next: '' }],
  ])('end where they are closed, or at the end: %j', (value, text) => {
    expect(findQuotedTexts(value)).toEqual([text])
  })

  it.each([
    ['a', 'a'],
    ['a="b"; c="d"e', 'a=""; c=""e'],
    ['"a\\"b', '""'],
    ['a="b\\', 'a=""'],
    ['"a\\\\"b', '""b'],
  ])('can be left out: %j', (value, rest) => {
    expect(withoutQuoted(value)).toBe(rest)
  })

  it.each(['"', 'a="b', 'a="b\\"', 'a="b\\'])('are not closed: %s', (value) => {
    expect(findQuotedTexts(value).map(({ closed }) => closed)).toEqual([false])
  })

  it('are what we quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(token, quotable)), (parameters) => {
        const value = parameters.map(([name, text]) => `${name}=${quote(text)}`).join(', ')
        const found = findQuotedTexts(value)
        expect(found.map(({ text }) => text)).toEqual(parameters.map(([, text]) => quote(text)))
        expect(found.every(({ closed, escaped }) => closed && escaped.every((each) => /["\\]/.test(each)))).toBe(true)
        expect(withoutQuoted(value)).toBe(parameters.map(([name]) => `${name}=""`).join(', '))
      }),
    )
  })

  it('are found in time that grows with the length', () => {
    for (const piece of ['"', '\\', '"\\', '" ']) {
      const started = performance.now()
      findQuotedTexts(piece.repeat(300_000))
      withoutQuoted(piece.repeat(300_000))
      expect(performance.now() - started).toBeLessThan(10_000)
    }
  })
})
