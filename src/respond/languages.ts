import { type LanguageRange, parseAcceptLanguage } from '../headers/index.ts'
import type { Catalogue } from '../languages/catalogue.ts'
import { fits, lookup } from '../languages/lookup.ts'
import { readOffers } from './offers.ts'
import { remembered } from './remembered.ts'
import { createSpeaker, englishSpeaker, type MessageFormat, type Speaker } from './speaker.ts'

/** In which languages an application answers. */
export interface LanguageOptions {
  /**
   * The languages on offer by their tags, beside the default one: catalogues of `statuswise/languages/de` and the like, or
   * the application's own. Which one a client gets, its Accept-Language decides (RFC 9110 §12.5.4). Default: none, so that
   * all is in English and nothing is negotiated.
   */
  readonly languages?: Readonly<Record<string, Catalogue>> | undefined
  /**
   * What is for those who ask for none of the languages on offer. Another one than English has to be among `languages`;
   * English is then on offer only if it is, too. Default: `en`.
   */
  readonly defaultLanguage?: string | undefined
  /**
   * What makes texts of messages in ICU MessageFormat (plurals, numbers, dates): the class `IntlMessageFormat` of the package
   * intl-messageformat. Needed only where a catalogue has such messages.
   */
  readonly messageFormat?: MessageFormat | undefined
}

/** The languages on offer, made ready. */
export interface Languages {
  /** The language for an Accept-Language. */
  choose(acceptLanguage: string | undefined): Speaker
  /** Whether there is a choice, so that responses vary by Accept-Language. */
  readonly varies: boolean
}

/**
 * @param warn is told of what a catalogue lacks.
 * @throws {TypeError} for what is no language tag, no catalogue, and for a message that cannot be formatted.
 */
export function readLanguages(
  options: LanguageOptions,
  warn: (message: string) => void = ignore,
): Languages | undefined {
  const { languages, messageFormat, defaultLanguage = 'en' } = options
  const offers = readOffers(languages, defaultLanguage, warn)
  if (languages === undefined) return undefined
  const given = offers.get(defaultLanguage)
  const fallback =
    given === undefined ? englishSpeaker : createSpeaker(defaultLanguage, given, messageFormat, undefined)
  const speakers = new Map([[defaultLanguage, fallback]])
  for (const [tag, catalogue] of offers) {
    if (tag !== defaultLanguage) speakers.set(tag, createSpeaker(tag, catalogue, messageFormat, fallback))
  }
  const tags = [...speakers.keys()]
  // It is one of the tags.
  const decide = (header: string): Speaker => speakers.get(decideOn(header, tags)) as Speaker
  return { choose: remembered(fallback, decide), varies: tags.length > 1 }
}

function ignore(): void {}

/** @param tags that of the default language first. */
function decideOn(header: string, tags: readonly string[]): string {
  const [byDefault = ''] = tags
  const ranges = parseAcceptLanguage(header) ?? []
  const admitted = tags.filter((tag) => !isRuledOut(tag, ranges))
  const wished = ranges.filter(({ weight }) => weight > 0).toSorted((one, other) => other.weight - one.weight)
  const found = lookup(
    wished.map(({ range }) => range),
    admitted,
  )
  if (found !== undefined) return found
  // A default language that nobody wants is worse than another one, but for who wants none of them.
  const isNoneWanted = ranges.some(({ range, weight }) => range === '*' && weight === 0)
  return isNoneWanted || admitted.includes(byDefault) ? byDefault : (admitted[0] ?? byDefault)
}

// By a range of its own, of which the most specific counts: `*;q=0` is for what else there may be.
function isRuledOut(tag: string, ranges: readonly LanguageRange[]): boolean {
  const own = ranges.filter(({ range }) => range !== '*' && fits(range, tag))
  const longest = Math.max(...own.map(({ range }) => range.length))
  return own.length > 0 && own.every(({ range, weight }) => range.length < longest || weight === 0)
}
