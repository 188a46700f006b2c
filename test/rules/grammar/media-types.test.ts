import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMediaType } from '../../../src/rules/grammar/media-types.ts'
import { anyText, token } from '../../headers/arbitraries.ts'

describe('media types', () => {
  it('are read with their parameters; case does not matter (RFC 9110 §8.3.1)', () => {
    for (const text of ['text/html;charset=utf-8', 'Text/HTML;Charset="utf-8"', 'text/html; charset="utf-8"']) {
      const type = parseMediaType(text)
      expect(type).toMatchObject({ essence: 'text/html', type: 'text', subtype: 'html' })
      expect(type?.parameters.map(({ name, value }) => [name, value])).toEqual([['charset', 'utf-8']])
    }
    expect(parseMediaType('text/html;;')?.parameters).toEqual([])
    expect(parseMediaType('a/b; c="d;e, f"')?.parameters).toMatchObject([{ name: 'c', value: 'd;e, f' }])
  })

  it.each([
    '',
    'text',
    'text/',
    '/html',
    'text/html/x',
    'text /html',
    'text/html; charset',
    'text/html; charset = a',
    'a/b; c="d',
    '*',
  ])('are not %s', (text) => {
    expect(parseMediaType(text)).toBeUndefined()
  })

  it('come back from any tokens, and nothing throws', () => {
    fc.assert(
      fc.property(token, token, token, token, (type, subtype, name, value) => {
        const parsed = parseMediaType(`${type}/${subtype}; ${name}=${value}`)
        expect(parsed?.essence).toBe(`${type}/${subtype}`.toLowerCase())
        expect(parsed?.parameters).toEqual([{ name: name.toLowerCase(), value, quoted: false }])
      }),
    )
    fc.assert(fc.property(anyText, (text) => void parseMediaType(text)))
  })
})
