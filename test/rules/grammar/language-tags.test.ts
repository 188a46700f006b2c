import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLanguageTag } from '../../../src/rules/grammar/language-tags.ts'

describe('language tags (RFC 5646 §2.1 and appendix A)', () => {
  it.each([
    'de',
    'i-enochian',
    'zh-Hant',
    'sr-Latn',
    'zh-cmn-Hans-CN',
    'cmn-Hans-CN',
    'zh-yue-HK',
    'sr-Latn-RS',
    'sl-rozaj',
    'sl-rozaj-biske',
    'de-CH-1901',
    'sl-IT-nedis',
    'hy-Latn-IT-arevela',
    'de-DE',
    'es-419',
    'de-CH-x-phonebk',
    'x-whatever',
    'qaa-Qaaa-QM-x-southern',
    'en-US-u-islamcal',
    'zh-CN-a-myext-x-private',
    'en-a-myext-b-another',
    'zh-min-nan',
    'art-lojban',
    'mn-Cyrl-MN',
    'EN-us',
    'und',
    'mul',
    'english',
    'sgn-ase',
    'zh-abc-def-ghi',
    'de-x-abc-d',
    'de-1996-rozaj',
  ])('takes %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(true)
  })

  it.each([
    '',
    'en_US',
    'de-419-DE',
    'a-DE',
    '*',
    'en-*',
    'en;q=0.5',
    'en,de',
    'x',
    'de-x',
    'x-',
    'en-',
    '-en',
    'en--US',
    'en-a',
    'en-a-x-b',
    'en-u-x',
    'i-made-up',
    'englishes-x',
    'overlongsubtag',
    'en-US-12',
    'en-US-12-34',
    'engl-cmn',
    'zh-abc-def-ghi-jkl',
    'sl-rozaj-IT',
    'de-abcd-efgh',
    '419',
    'en US',
    '"en"',
  ])('refuses %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(false)
  })

  it('takes whatever Intl takes, and what it calls canonical', () => {
    const subtag = fc.oneof(
      fc.stringMatching(/^[a-z0-9]{1,8}$/),
      fc.constantFrom('de', 'en', 'zh', 'Hant', 'Latn', 'US', '419', '1901', 'u', 'x', 'a', 'co', 'phonebk', 'cmn'),
    )
    fc.assert(
      fc.property(fc.array(subtag, { minLength: 1, maxLength: 6 }), (subtags) => {
        const tag = subtags.join('-')
        let canonical: string | undefined
        try {
          canonical = Intl.getCanonicalLocales(tag)[0]
        } catch {
          return
        }
        expect(isLanguageTag(tag), tag).toBe(true)
        expect(isLanguageTag(canonical ?? ''), canonical).toBe(true)
      }),
    )
  })
})
