import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXPLAIN_HELP } from '../../cli/help.ts'
import packageJson from '../../package.json' with { type: 'json' }
import type { Catalogue } from '../../src/languages/catalogue.ts'
import { languageTags, loadLanguage } from '../../src/languages/index.ts'
import { readCatalogue } from '../../src/languages/read-catalogue.ts'
import { statuses } from '../../src/status/index.ts'
import { needsFormatter, texts } from '../../src/text/index.ts'
import { readme } from '../readme/readme.ts'

interface Entry {
  readonly where: string
  readonly text: string
  readonly english: string
}

async function catalogueOf(tag: string): Promise<Catalogue> {
  const catalogue = await loadLanguage(tag)
  if (catalogue === undefined) throw new Error(`there is no ${tag}`)
  return catalogue
}

const english = await catalogueOf('en')
const others = await Promise.all(languageTags.filter((tag) => tag !== 'en').map(catalogueOf))

const PARTS = ['titles', 'classes', 'details', 'texts'] as const

function entriesOf(catalogue: Catalogue): Entry[] {
  return PARTS.flatMap((part) => {
    const own: Readonly<Record<string, string>> = catalogue[part]
    const theirs: Readonly<Record<string, string>> = english[part]
    return Object.entries(own).map(([name, text]) => ({
      where: `${part} ${name}`,
      text,
      english: theirs[name] ?? '',
    }))
  })
}

const sorted = (names: Iterable<string>): string[] => [...names].sort()
const places = (text: string): string[] => sorted(text.match(/\{\w+\}/g) ?? [])

/** What all languages write in the same way: names of fields, methods, values, versions, documents. */
const NAMES =
  /\b(?:(?:WWW|Proxy)-Authenticate|Content-Length|Transfer-Encoding|Retry-After|Last-Modified|If-[A-Z][a-z]+(?:-[A-Z][a-z]+)*|ETag|Allow|Expect|Upgrade|Range|Host|GET|TLS|URI|HTTP\/1\.1|RFC \d+|CR|LF|100-continue|chunked)(?![\w-])/g

/** Characters that only one of the two ways to write Chinese has, and words that only one of the two places has. */
const SIMPLIFIED = /[这请务应该试过无网误码则类权环节错块压]|信息|默认|服务器|协议/
const TRADITIONAL = /[這個請務應該試過無網誤碼則類權環節錯塊壓]|資訊|預設|伺服器|協定/

describe('the languages', () => {
  it('are all that there are files for (src/languages/load.ts)', () => {
    const files = readdirSync(new URL('../../src/languages', import.meta.url))
    const tags = files.filter((file) => /^[a-z]{2}(?:-[A-Za-z]+)?\.ts$/.test(file)).map((file) => file.slice(0, -3))
    expect(sorted(languageTags)).toEqual(sorted(tags))
  })

  it('are entries of the package (package.json)', () => {
    const entries = Object.keys(packageJson.exports).filter((entry) => entry.startsWith('./languages/'))
    expect(sorted(entries)).toEqual(sorted(languageTags.map((tag) => `./languages/${tag}`)))
  })

  it.each(languageTags.filter((tag) => tag !== 'en'))('are in the README and in the help: %s', (tag) => {
    expect(readme).toContain(`\`${tag}\``)
    expect(EXPLAIN_HELP).toMatch(new RegExp(`\\b${tag}\\b`))
  })
})

describe('Chinese', () => {
  it('in traditional characters has none that are simplified, and the terms of Taiwan', async () => {
    for (const { where, text } of entriesOf(await catalogueOf('zh-Hant'))) {
      expect([where, text]).toEqual([where, expect.not.stringMatching(SIMPLIFIED)])
    }
  })

  it('in simplified characters has none that are traditional, and the terms of the mainland', async () => {
    for (const { where, text } of entriesOf(await catalogueOf('zh-Hans'))) {
      expect([where, text]).toEqual([where, expect.not.stringMatching(TRADITIONAL)])
    }
  })
})

describe('English', () => {
  it('is what the table of statuses has', () => {
    expect(english.texts).toBe(texts)
    for (const { code, phrase, detail } of statuses) {
      expect(Reflect.get(english.titles, code)).toBe(phrase)
      expect(Reflect.get(english.details, code)).toBe(detail)
    }
  })

  it('has a text for each registered error', () => {
    const errors = statuses.filter(({ code }) => code >= 400).map(({ code }) => String(code))
    expect(sorted(Object.keys(english.details))).toEqual(sorted(errors))
  })
})

describe.each(others.map((catalogue) => [catalogue.language, catalogue] as const))('%s', (language, catalogue) => {
  const entries = entriesOf(catalogue)

  it('has each text that English has, and no other', () => {
    expect(readCatalogue(catalogue)).toMatchObject({ language, lacking: [] })
    for (const part of PARTS) expect(sorted(Object.keys(catalogue[part]))).toEqual(sorted(Object.keys(english[part])))
  })

  it('is not English', () => {
    // What is the same word in both, or no word at all.
    const same = ['titles 200', 'texts redirect']
    expect(entries.filter(({ where, text, english }) => text === english && !same.includes(where))).toEqual([])
  })

  it('tells the statuses apart', () => {
    const titles = Object.values(catalogue.titles)
    expect(new Set(titles).size).toBe(titles.length)
    const details = Object.values(catalogue.details)
    expect(new Set(details).size).toBe(details.length)
  })

  it('has the values that English has, and needs no formatter', () => {
    for (const { where, text, english } of entries) {
      expect([where, ...places(text)]).toEqual([where, ...places(english)])
      expect([where, needsFormatter(text)]).toEqual([where, false])
    }
  })

  it('leaves technical names as they are', () => {
    // In titles the same words are words.
    for (const { where, text, english } of entries.filter(({ where }) => !where.startsWith('titles'))) {
      const missing = (english.match(NAMES) ?? []).filter((name) => !text.includes(name))
      expect([where, ...missing]).toEqual([where])
    }
  })

  it('has neither markup nor untidy blanks', () => {
    for (const { where, text } of entries) {
      expect([where, text]).toEqual([where, expect.not.stringMatching(/[<>&"]|&\w+;|^\s|\s$|\s{2}|[\n\t]/)])
    }
  })

  it('says in one sentence or more what happened, and ends it', () => {
    for (const text of Object.values(catalogue.details)) expect(text).toMatch(/[.。]$/)
    for (const title of Object.values(catalogue.titles)) expect(title).not.toMatch(/[.。]$/)
  })

  it('is written in its own script', () => {
    const script = SCRIPTS[language] ?? /\p{Script=Latin}/u
    for (const { where, text } of entries) {
      if (where !== 'titles 200' && where !== 'texts redirect')
        expect([where, text]).toEqual([where, expect.stringMatching(script)])
    }
  })
})

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  'zh-Hant': /\p{Script=Han}/u,
  'zh-Hans': /\p{Script=Han}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
}

describe('German', () => {
  it('says Sie to its reader', async () => {
    for (const { where, text } of entriesOf(await catalogueOf('de'))) {
      expect([where, text]).toEqual([
        where,
        expect.not.stringMatching(/\b(?:du|dir|dich|deine?[mnrs]?)\b|\b(?:versuche|prüfe|sende) (?:es|sie)\b/i),
      ])
    }
  })
})

describe.each(Object.keys(SCRIPTS))('%s', (language) => {
  /** Names that are said in English: of fields and their values, pseudo-header fields, codings, protocols. */
  const names =
    /(?:[A-Z][A-Za-z]*-)+[A-Z][a-z]+|\b(?:GET|Host|Expect|Allow|Upgrade|Range|Proxy|ETag)\b|:\w+|chunked|100-continue|OK/g

  it('has no English words but names, and those that explain a term', async () => {
    for (const { where, text } of entriesOf(await catalogueOf(language))) {
      const own = text.replace(/（[^（）]+）|\{\w+\}/g, '').replace(names, '')
      expect([where, own]).toEqual([where, expect.not.stringMatching(/[a-z]{2}/)])
    }
  })

  it('has the punctuation of its script, and blanks between its script and Latin letters and figures', async () => {
    const own = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]'
    const untidy = new RegExp(`${own}(?:[A-Za-z0-9{*]|[,;!?.()]| ${own})|[A-Za-z0-9}*]${own}|[,;!?.()]${own}`, 'u')
    for (const { where, text } of entriesOf(await catalogueOf(language))) {
      expect([where, text]).toEqual([where, expect.not.stringMatching(untidy)])
    }
  })
})

describe('Japanese', () => {
  it('is polite in each of its sentences', async () => {
    const { details, texts } = await catalogueOf('ja')
    for (const text of [...Object.values(details), ...Object.values(texts)]) {
      for (const sentence of text.split(/(?<=。)/)) {
        if (sentence.endsWith('。'))
          expect(sentence).toMatch(/(?:です|ます|ません|ました|でした|ください|（RFC 9112 §7\.1\.1）)。$/)
      }
    }
  })
})

describe('French', () => {
  it('has no-break spaces before its double punctuation, and its own apostrophe', async () => {
    for (const { where, text } of entriesOf(await catalogueOf('fr'))) {
      expect([where, text]).toEqual([
        where,
        expect.not.stringMatching(/ [:;!?»]|« |\w'\w|\u00a0[;!?]|\u202f[:»]|«\u202f/),
      ])
    }
  })
})
