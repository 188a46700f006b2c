import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as germanModule from '../../src/languages/de.ts'
import { de } from '../../src/languages/de.ts'
import { en } from '../../src/languages/en.ts'
import { es } from '../../src/languages/es.ts'
import { fr } from '../../src/languages/fr.ts'
import { loadLanguage } from '../../src/languages/index.ts'
import { ja } from '../../src/languages/ja.ts'
import { ptBR } from '../../src/languages/pt-BR.ts'
import { zhHans } from '../../src/languages/zh-Hans.ts'
import { zhHant } from '../../src/languages/zh-Hant.ts'
import type { ResponderOptions } from '../../src/respond/index.ts'
import { createResponder, readLanguages } from '../../src/respond/index.ts'
import { englishSpeaker } from '../../src/respond/speaker.ts'
import { Speech } from '../../src/respond/speech.ts'

const all = { de, es, fr, ja, 'pt-BR': ptBR, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

function chosen(accept: string | undefined, options: ResponderOptions = { languages: all }): string | undefined {
  return readLanguages(options)?.choose(accept).language
}

describe('Accept-Language', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'de'],
    ['de-AT, en;q=0.5', 'de'],
    ['en;q=0.5, de;q=0.8', 'de'],
    ['en, de', 'en'],
    ['zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7', 'zh-Hant'],
    ['zh-CN,zh;q=0.9,zh-TW;q=0.8', 'zh-Hans'],
    ['zh-HK', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['pt-PT', 'pt-BR'],
    ['it, fr;q=0.3', 'fr'],
    ['it', 'en'],
    ['it, *', 'en'],
    ['*', 'en'],
    ['*;q=0.1, ja', 'ja'],
    ['de, *;q=0', 'de'],
    ['zh-TW, *;q=0', 'zh-Hant'],
    ['it, *;q=0', 'en'],
    ['en;q=0, *', 'de'],
    ['de;q=0, *;q=0.5', 'en'],
    ['de;q=0', 'en'],
    ['en;q=0', 'de'],
    ['fr-CA;q=0, en;q=0, it', 'de'],
    ['it, en;q=0, de;q=0', 'es'],
    ['EN;q=0.0', 'de'],
    ['en;q=0, *;q=0', 'en'],
    ['en-GB;q=0', 'en'],
    ['en;q=0, en;q=1', 'en'],
    ['de-AT;q=0, de', 'de'],
    ['de-AT, zh;q=0', 'de'],
    ['zh;q=0, zh-TW', 'en'],
    ['zh;q=0, zh-Hans;q=0.5', 'zh-Hans'],
    ['cmn-Hans;q=0, cmn', 'zh-Hant'],
    ['cmn-Hant', 'zh-Hant'],
    ['cmn', 'zh-Hans'],
    ['yue', 'zh-Hant'],
    ['de;q=0, de-AT', 'en'],
    ['de;q=0.001', 'de'],
    ['de; q=0.5, fr', 'fr'],
    ['de ;\t q=0, fr;Q=0.1', 'fr'],
  ])('%j gets %s', (accept, language) => {
    expect(chosen(accept)).toBe(language)
  })

  it.each([
    ['is broken', 'de-;;;q=x,,"'],
    ['has a weight over 1', 'de;q=2'],
    ['has no weight behind q=', 'de;q='],
    ['has a weight of four decimals', 'de;q=0.1234'],
    ['has an empty parameter', 'de;;q=1'],
    ['has a broken member', 'de, fr_FR'],
    ['is longer than 4 kB', `de, ${'x'.repeat(4100)}`],
    ['lists more than 64 ranges', `de${', fr'.repeat(64)}`],
  ])('that %s gets the default language', (_, accept) => {
    expect(chosen(accept)).toBe('en')
  })

  it('that rules out everything by name gets the default language', () => {
    expect(chosen('en;q=0, de;q=0', { languages: { de } })).toBe('en')
    expect(chosen('de;q=0', { languages: { de }, defaultLanguage: 'de' })).toBe('de')
  })

  it('is remembered, but no more of it than anybody may fill', () => {
    const languages = readLanguages({ languages: all })
    for (let at = 0; at < 1000; at += 1) languages?.choose(`x-${at}, de`)
    expect(languages?.choose('x-1, de')).toBe(languages?.choose('de'))
  })

  it('may be anything: the response is one all the same', () => {
    const { resolve } = createResponder({ languages: all })
    const tag = fc.constantFrom('de', 'zh-TW', 'zh', 'en', '*', 'pt', 'x', '-', 'de-'.repeat(50))
    const range = fc.tuple(tag, fc.constantFrom('', ';q=0', ';q=1', ';q=.5', ';q=', ';', ';q="')).map(([a, b]) => a + b)
    const header = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(range, { maxLength: 80 }).map((ranges) => ranges.join(', ')),
    )
    fc.assert(
      fc.property(header, fc.constantFrom('text/html', 'application/problem+xml', '*/*'), (accept, format) => {
        const headers = { 'accept-language': accept, accept: format }
        const { reply, dropped } = resolve(undefined, { method: 'GET', httpVersion: '1.1', headers })
        expect(dropped).toEqual([])
        expect(reply.headers.Vary).toBe('Accept, Accept-Language')
        expect(['en', ...Object.keys(all)]).toContain(reply.headers['Content-Language'])
        expect(reply.headers['Content-Length']).toBe(String(Buffer.byteLength(String(reply.body))))
      }),
    )
  })
})

describe('what is said of a status', () => {
  it('has no detail where nothing went wrong', () => {
    const speech = new Speech(englishSpeaker, '', () => {})
    expect([speech.standard('title', 204), speech.standard('detail', 204)]).toEqual(['No Content', undefined])
    expect(speech.isWhole).toBe(true)
  })
})

describe('the default language', () => {
  it('is English, which is then on offer', () => {
    expect(chosen('en, de', { languages: { de } })).toBe('en')
    expect(chosen('it', { languages: { de } })).toBe('en')
  })

  it('gives way to the next one on offer for those who rule it out by name', () => {
    expect(chosen('en;q=0', { languages: { de, fr } })).toBe('de')
    expect(chosen('fr;q=0, it', { languages: { de, fr }, defaultLanguage: 'fr' })).toBe('de')
    expect(chosen('it, *;q=0', { languages: { de, fr }, defaultLanguage: 'fr' })).toBe('fr')
  })

  it('is another one where the application says so; English is then on offer only if it is listed', () => {
    expect(chosen('it', { languages: { de, fr }, defaultLanguage: 'fr' })).toBe('fr')
    expect(chosen('en', { languages: { de, fr }, defaultLanguage: 'fr' })).toBe('fr')
    expect(chosen('en', { languages: { de, en }, defaultLanguage: 'de' })).toBe('en')
  })

  it('alone leaves nothing to choose', () => {
    expect(readLanguages({ languages: { de }, defaultLanguage: 'de' })?.varies).toBe(false)
    expect(readLanguages({ languages: {} })?.varies).toBe(false)
    expect(readLanguages({ languages: { de } })?.varies).toBe(true)
    expect(readLanguages({})).toBeUndefined()
  })
})

describe('the options', () => {
  const make = (options: object) => () => createResponder(options as ResponderOptions)
  const { titles, ...withoutTitles } = de

  it.each<[what: string, options: object, complaint: RegExp]>([
    ['a list', { languages: [de] }, /"languages" takes an object of catalogues by language tag, such as \{ de \}/],
    ['a list of tags', { languages: ['de'] }, /takes an object of catalogues by language tag, such as \{ de \}/],
    ['a Map', { languages: new Map([['de', de]]) }, /takes an object of catalogues by language tag, such as \{ de \}/],
    ['a promise', { languages: Promise.resolve(de) }, /"languages" takes an object of catalogues.*no promise/],
    ['messages as a Map', { languages: { de: { ...de, messages: new Map() } } }, /"messages" that are no object/],
    ['what is no tag', { languages: { 'de-': de } }, /language tag \(RFC 5646\).*not "de-"$/],
    ['a tag with underscores', { languages: { de_DE: de } }, /language tag \(RFC 5646\).*not "de_DE"; write de-DE$/],
    ['one tag twice', { languages: { de, DE: de } }, /have de and DE, which are the same tag .* list it once/],
    ['the default tag twice', { languages: { EN: en } }, /have en and EN, which are the same tag/],
    ['what is no catalogue', { languages: { de: 'German' } }, /that of de is none/],
    ['no catalogue', { languages: { fr: undefined } }, /that of fr is undefined: there is no catalogue under it/],
    ['a promise', { languages: { de: loadLanguage('de') } }, /that of de is a promise: await it first/],
    [
      'the module of a catalogue',
      { languages: { de: germanModule } },
      /that of de has no "language".*module.*its "de"/,
    ],
    ['an object like one', { languages: { 'zh-Hant': { zhHant } } }, /has no "language".*module.*its "zhHant"/],
    ['an object without a tag', { languages: { de: { ...de, language: undefined } } }, /has no "language" tag$/],
    [
      'a catalogue whose own tag has underscores',
      { languages: { de: { ...de, language: 'de_AT' } } },
      /that of de has the "language" "de_AT"; write de-AT$/,
    ],
    [
      'a part that no catalogue has',
      { languages: { de: { ...de, message: {} } } },
      /that of de has "message", which .* language, titles, classes, details, texts, messages$/,
    ],
    [
      'a text that is never said',
      { languages: { de: { ...de, texts: { ...de.texts, maintainance: 'Zu' } } } },
      /that of de has in texts "maintainance", which is never said: look it up in English \(statuswise\/languages\/en\)/,
    ],
    [
      'the title of a status that is not registered',
      { languages: { de: { ...de, titles: { ...titles, 599: 'x' } } } },
      /that of de has in titles "599"/,
    ],
    [
      'a place for a value that there is not',
      { languages: { de: { ...de, texts: { ...de.texts, maintenance: 'neu {foo}' } } } },
      /that of de has in texts, "maintenance", \{foo\}; it has no values/,
    ],
    [
      'a place for another value than there is',
      { languages: { de: { ...de, texts: { ...de.texts, type: 'Typ: {url}' } } } },
      /that of de has in texts, "type", \{url\}; its values are \{uri\}/,
    ],
    [
      'formats in a text that has none',
      { languages: { de: { ...de, texts: { ...de.texts, type: '{uri, number}' } } } },
      /that of de has in texts, "type", braces that are no \{name\}/,
    ],
    ['traditional characters as zh', { languages: { zh: zhHant } }, /zh-Hant.*Hant, under the tag zh.*Hans/],
    ['simplified characters as those of Taiwan', { languages: { 'zh-TW': zhHans } }, /zh-Hans.*under the tag zh-TW/],
    ['a catalogue without titles', { languages: { de: withoutTitles } }, /that of de has no "titles"/],
    [
      'a title that is no text',
      { languages: { de: { ...de, titles: { ...titles, 404: 5 } } } },
      /that of de has no text in titles, "404"/,
    ],
    [
      'a catalogue without the detail of a status',
      { languages: { de: { ...de, details: { ...de.details, 511: '' } } } },
      /that of de has no text in details, "511"/,
    ],
    ['messages that are none', { languages: { de: { ...de, messages: [] } } }, /"messages" that are no object/],
    [
      'a message that is no text',
      { languages: { de: { ...de, messages: { x: 1 } } } },
      /a message "x" that is no text/,
    ],
    ['a catalogue of another language', { languages: { fr: de } }, /in de under the tag fr/],
    ['a default language that is not there', { languages: { de }, defaultLanguage: 'fr' }, /lacks the default one, fr/],
    ['a default language alone', { defaultLanguage: 'fr' }, /lacks the default one, fr/],
    [
      'a default language that is no tag',
      { languages: { de }, defaultLanguage: 'de_DE' },
      /"defaultLanguage" takes a language tag \(RFC 5646\), which has hyphens/,
    ],
    ['a formatter that is none', { messageFormat: 'icu' }, /"messageFormat" takes/],
    [
      'a message that needs a formatter',
      { languages: { de: { ...de, messages: { x: '{n, number}' } } } },
      /the message "x" in de has braces that are no \{name\}.*IntlMessageFormat/,
    ],
  ])('refuse %s', (_, options, complaint) => {
    expect(make(options)).toThrow(complaint)
    expect(make(options)).toThrow(TypeError)
  })

  it('take a catalogue under the tag of a region, in its own script', () => {
    expect(chosen('zh-HK', { languages: { 'zh-TW': zhHant } })).toBe('zh-TW')
    expect(chosen('zh-TW', { languages: { 'zh-HK': zhHant, zh: zhHans } })).toBe('zh-HK')
    expect(chosen('de', { languages: { 'de-AT': de, pt: ptBR } })).toBe('de-AT')
    expect(chosen('pt-BR', { languages: { 'de-AT': de, pt: ptBR } })).toBe('pt')
  })
})
