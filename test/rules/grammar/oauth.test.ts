import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearer, dpop } from '../../../src/headers/index.ts'
import { isDpopNonce, isErrorText, isScope } from '../../../src/rules/grammar/oauth.ts'
import { anyText } from '../../headers/arbitraries.ts'

describe('values of OAuth', () => {
  it('a scope is a list with one space between its values (RFC 6749 §3.3)', () => {
    for (const scope of ['openid profile email', 'urn:example:channel=HBO&urn:example:rating=G,PG-13'])
      expect(isScope(scope)).toBe(true)
    for (const scope of ['', ' a', 'a ', 'a  b', 'a"b', 'a\\b', 'ä', 'a\tb']) expect(isScope(scope)).toBe(false)
  })

  it('text of an error has no quotes, no backslashes, and nothing beyond ASCII (RFC 6750 §3)', () => {
    expect(isErrorText('The access token expired')).toBe(true)
    for (const text of ['"x"', 'a\\b', 'ü', 'a\nb', '\x7f']) expect(isErrorText(text)).toBe(false)
  })

  it('a nonce has one character at least (RFC 9449 §8.1)', () => {
    expect(isDpopNonce('eyJ7S_zG.eyJH0-Z.HX4w-7v')).toBe(true)
    for (const nonce of ['', 'a b', '"a"', 'ü']) expect(isDpopNonce(nonce)).toBe(false)
  })

  it('what our challenges hold is by the grammar', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { error_description: description = '' } = bearer({ errorDescription: text }).params ?? {}
        expect(isErrorText(description)).toBe(true)
        expect(accepts(() => bearer({ scope: text }))).toBe(isScope(text))
        expect(accepts(() => dpop({ algs: ['ES256'], error: text }))).toBe(text !== '' && isErrorText(text))
      }),
    )
  })
})

function accepts(make: () => unknown): boolean {
  try {
    make()
    return true
  } catch {
    return false
  }
}
