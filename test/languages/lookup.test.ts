import { describe, expect, it } from 'vitest'
import { de } from '../../src/languages/de.ts'
import { en } from '../../src/languages/en.ts'
import { type Catalogue, languageTags, loadLanguage, textsOf } from '../../src/languages/index.ts'
import { directionOf, isLanguageTag } from '../../src/languages/language-tag.ts'
import { lookup } from '../../src/languages/lookup.ts'

describe('the lookup of a language', () => {
  it.each([
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['ZH-hant', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-cmn-Hant', 'zh-Hant'],
    ['zh-yue-Hant-HK', 'zh-Hant'],
    ['zh-cmn-Hans-TW', 'zh-Hans'],
    ['zh-yue-HK', 'zh-Hant'],
    ['zh-cmn', 'zh-Hans'],
    ['cmn', 'zh-Hans'],
    ['cmn-Hant', 'zh-Hant'],
    ['cmn-TW', 'zh-Hant'],
    ['CMN-hans-TW', 'zh-Hans'],
    ['yue', 'zh-Hant'],
    ['yue-HK', 'zh-Hant'],
    ['yue-Hans', 'zh-Hans'],
    ['yue-CN', 'zh-Hans'],
    ['zh-yue', 'zh-Hant'],
    ['cmnx', undefined],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['pt-br', 'pt-BR'],
    ['de-AT', 'de'],
    ['de-AT-1996', 'de'],
    ['DE', 'de'],
    ['es-419', 'es'],
    ['en-GB-oxendict', 'en'],
    ['ja-JP-u-ca-japanese', 'ja'],
    ['*', 'en'],
    ['la', undefined],
    ['d', undefined],
    ['dee', undefined],
    ['', undefined],
    ['-', undefined],
    ['constructor', undefined],
  ])('takes %s for %s', (range, tag) => {
    expect(lookup([range], languageTags)).toBe(tag)
  })

  it('goes by the first range that fits (RFC 4647 §3.4)', () => {
    expect(lookup(['la', 'fr-CA', 'de'], languageTags)).toBe('fr')
    expect(lookup(['la', '*', 'de'], languageTags)).toBe('en')
  })

  it('prefers an exact tag, then the longest beginning, then the first offer', () => {
    expect(lookup(['de-AT'], ['de', 'de-AT'])).toBe('de-AT')
    expect(lookup(['de-AT-1996'], ['de', 'de-AT'])).toBe('de-AT')
    expect(lookup(['de'], ['de-CH', 'de-AT'])).toBe('de-CH')
    expect(lookup(['de'], ['de-CH', 'de'])).toBe('de')
  })

  it('knows what is offered under a region', () => {
    expect(lookup(['zh-HK'], ['en', 'zh-CN', 'zh-TW'])).toBe('zh-TW')
    expect(lookup(['zh-Hans'], ['en', 'zh-TW', 'zh-CN'])).toBe('zh-CN')
  })

  it('takes another script only where nothing else fits', () => {
    expect(lookup(['zh-CN', 'en'], ['en', 'zh-Hant'])).toBe('en')
    expect(lookup(['zh-CN'], ['en', 'zh-Hant'])).toBe('zh-Hant')
    expect(lookup(['sr-Latn'], ['en', 'sr-Cyrl'])).toBe('sr-Cyrl')
    expect(lookup(['sr-Latn', 'en'], ['en', 'sr-Cyrl', 'sr'])).toBe('sr')
  })

  it('takes Cantonese for Chinese only where it is not on offer itself', () => {
    expect(lookup(['yue-HK'], ['en', 'zh-Hant', 'yue'])).toBe('yue')
    expect(lookup(['yue', 'en'], ['en', 'zh-Hant'])).toBe('zh-Hant')
    expect(lookup(['yue'], ['en', 'zh-Hans'])).toBe('zh-Hans')
    expect(lookup(['yue', 'en'], ['en', 'zh-Hans'])).toBe('en')
  })

  it('is not slowed down by a range of thousands of subtags', () => {
    const range = `de${'-a'.repeat(100_000)}`
    expect(lookup(Array<string>(64).fill(range), languageTags)).toBe('de')
  })
})

describe('loadLanguage()', () => {
  it.each(languageTags)('loads %s', async (tag) => {
    expect((await loadLanguage(tag))?.language).toBe(tag)
  })

  it('finds what is nearest, and nothing for what nobody has', async () => {
    expect((await loadLanguage('zh-TW'))?.language).toBe('zh-Hant')
    for (const range of ['*', '*-DE', 'xx', '', '__proto__', 'fr, de', 'de-', 'de_DE.UTF-8'])
      expect(await loadLanguage(range)).toBeUndefined()
  })

  it('says what it takes, and how a tag is written', async () => {
    await expect(loadLanguage(undefined as unknown as string)).rejects.toThrow(
      new TypeError("loadLanguage() takes a language tag such as 'de', not undefined"),
    )
    await expect(loadLanguage('zh_TW')).rejects.toThrow(
      new TypeError("a language tag has hyphens (RFC 5646): 'zh-TW', not 'zh_TW'"),
    )
  })

  it('has a list that nobody can change', () => {
    expect(Object.isFrozen(languageTags)).toBe(true)
  })

  it('is refused by textsOf() while it is a promise', () => {
    expect(() => textsOf(loadLanguage('de') as never, 404)).toThrow(/textsOf\(\) takes a catalogue.*awaited/)
    expect(() => textsOf(undefined as never, 404)).toThrow(TypeError)
  })

  it('gives what textsOf() tells of a status', async () => {
    const zhHant = await loadLanguage('zh-Hant')
    const en = await loadLanguage('en')
    if (zhHant === undefined || en === undefined) throw new Error('not loaded')
    expect(textsOf(zhHant, 404)).toEqual({ title: '找不到資源', detail: zhHant.details[404] })
    expect(textsOf(zhHant, 201)).toEqual({ title: '已建立', detail: undefined })
    expect(textsOf(zhHant, 499)).toEqual({ title: '用戶端錯誤', detail: zhHant.details[400] })
    expect(textsOf(zhHant, 599)).toEqual({ title: '伺服器錯誤', detail: zhHant.details[500] })
    expect(textsOf(zhHant, 600)).toEqual({ title: '伺服器錯誤', detail: zhHant.details[500] })
    expect(textsOf(en, 405).title).toBe('Method Not Allowed')
  })
})

describe('textsOf()', () => {
  it('takes an unregistered status for the x00 of its class (RFC 9110 §15)', () => {
    expect(textsOf(de, 104)).toEqual({ title: 'Fortfahren', detail: undefined })
    expect(textsOf(de, 299)).toEqual({ title: 'OK', detail: undefined })
    expect(textsOf(de, 399)).toEqual({ title: 'Mehrere Möglichkeiten', detail: undefined })
    expect(textsOf(de, 499)).toEqual({ title: de.classes['client error'], detail: de.details[400] })
    expect(textsOf(de, 599)).toEqual({ title: de.classes['server error'], detail: de.details[500] })
  })

  it.each([600, 99, 0, -404, Number.NaN, Number.POSITIVE_INFINITY])(
    'takes %s, which is no status, for an error of the server',
    (status) => {
      expect(textsOf(de, status)).toEqual({ title: de.classes['server error'], detail: de.details[500] })
    },
  )

  it.each(['404', undefined, null])('takes a number, not %j', (status) => {
    expect(() => textsOf(de, status as unknown as number)).toThrow(
      new TypeError(`textsOf() takes a status as a number, such as 404, not as ${typeof status}`),
    )
  })

  it('says in English what a catalogue lacks', () => {
    const lacking = { ...de, titles: {}, classes: {}, details: {} } as Catalogue
    expect(textsOf(lacking, 404)).toEqual(textsOf(en, 404))
    expect(textsOf(lacking, 499)).toEqual(textsOf(en, 499))
  })
})

describe('a language tag (RFC 5646 §2.1)', () => {
  it.each([
    'de',
    'DE',
    'zh-Hant',
    'zh-Hant-TW',
    'es-419',
    'de-CH-1996',
    'sl-rozaj-biske',
    'en-a-bbb-x-a-ccc',
    'zh-yue',
  ])('is %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(true)
  })

  it.each([
    '',
    'd',
    'de_DE',
    'de-',
    '-de',
    'de--AT',
    'de AT',
    'x-private',
    'a-foo',
    'deutschland',
    'de-\n',
    'dé',
    `de-${'x'.repeat(9)}`,
    `de${'-12345'.repeat(100)}`,
    7,
    undefined,
  ])('is not %j', (value) => {
    expect(isLanguageTag(value)).toBe(false)
  })

  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['UR', 'rtl'],
    ['pa-Arab', 'rtl'],
    ['az-Arab-IR', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['de', 'ltr'],
    ['zh-Hant', 'ltr'],
  ] as const)('says that %s is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction)
  })
})
