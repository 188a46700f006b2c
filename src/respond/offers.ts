import type { Catalogue } from '../languages/catalogue.ts'
import { isLanguageTag, scriptOf, withHyphens } from '../languages/language-tag.ts'
import { type CatalogueReading, readCatalogue } from '../languages/read-catalogue.ts'

/**
 * Reads the catalogues on offer, by their tags.
 *
 * @param warn is told of what a catalogue lacks, once.
 * @throws {TypeError} for what is no language tag or no catalogue, and where the two do not go together.
 */
export function readOffers(
  languages: Readonly<Record<string, Catalogue>> | undefined,
  defaultLanguage: string,
  warn: (message: string) => void,
): ReadonlyMap<string, CatalogueReading> {
  const offers = new Map<string, CatalogueReading>()
  for (const [tag, catalogue] of Object.entries(languages ?? {})) {
    const reading = readOffer(tag, catalogue)
    offers.set(tag, reading)
    if (reading.lacking.length > 0) tellOnce(catalogue, reading, warn)
  }
  checkTwins([...new Set([defaultLanguage, ...offers.keys()])])
  if (defaultLanguage !== 'en' && !offers.has(defaultLanguage)) {
    throw new TypeError(`the option "languages" lacks the default one, ${defaultLanguage}`)
  }
  return offers
}

function readOffer(tag: string, catalogue: unknown): CatalogueReading {
  if (!isLanguageTag(tag)) {
    const meant = withHyphens(tag)
    throw new TypeError(
      `the option "languages" takes catalogues by language tag (RFC 5646), such as pt-BR, not "${tag}"` +
        (meant === undefined ? '' : `; write ${meant}`),
    )
  }
  const reading = readCatalogue(catalogue)
  if (typeof reading === 'string') {
    throw new TypeError(`the option "languages" takes catalogues, and that of ${tag} ${reading}`)
  }
  const { language } = reading
  if (primary(language) !== primary(tag)) {
    throw new TypeError(`the option "languages" has a catalogue in ${language} under the tag ${tag}`)
  }
  // The tag is what clients are told that the text is in.
  const [own, told] = [scriptOf(language), scriptOf(tag)]
  if (own !== undefined && told !== undefined && own !== told) {
    throw new TypeError(
      `the option "languages" has a catalogue in ${language}, the script ${own}, under the tag ${tag}, which stands for ` +
        `the script ${told}: give it the tag ${language}`,
    )
  }
  return reading
}

function checkTwins(tags: readonly string[]): void {
  const seen = new Map<string, string>()
  for (const tag of tags) {
    const twin = seen.get(tag.toLowerCase())
    if (twin !== undefined) {
      throw new TypeError(
        `the options "languages" and "defaultLanguage" have ${twin} and ${tag}, which are the same tag (RFC 5646 §2.1.1): ` +
          'write it in one way, and list it once',
      )
    }
    seen.set(tag.toLowerCase(), tag)
  }
}

// The same catalogue is read for each middleware that it is given to.
const told: WeakSet<object> = new WeakSet()

function tellOnce(catalogue: object, { language, lacking }: CatalogueReading, warn: (message: string) => void): void {
  if (told.has(catalogue)) return
  told.add(catalogue)
  warn(`the catalogue in ${language} lacks ${lacking.join(', ')}: said in English`)
}

function primary(tag: string): string | undefined {
  return tag.toLowerCase().split('-', 1)[0]
}
