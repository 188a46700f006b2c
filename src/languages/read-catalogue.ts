import { needsFormatter, placesOf } from '../text/index.ts'
import { en } from './en.ts'
import { isLanguageTag, withHyphens } from './language-tag.ts'

/** What a catalogue had when it was read: changing it later changes nothing, and no getter of it is called again. */
export interface CatalogueReading {
  readonly language: string
  readonly titles: Texts
  readonly classes: Texts
  readonly details: Texts
  readonly texts: Texts
  readonly messages: Texts
  /** What it has no text for, such as `titles 404`. */
  readonly lacking: readonly string[]
}

/** Texts by their names, of which some may be missing. */
export type Texts = Readonly<Record<string, string | undefined>>

/**
 * Reads a catalogue.
 *
 * A text that is missing is no fault, so that a version of this package with one more ends no application that has a
 * catalogue of its own. TypeScript finds it, and whoever reads the catalogue tells of it.
 *
 * @returns a string: what is wrong with it, as the end of a sentence.
 */
export function readCatalogue(catalogue: unknown): CatalogueReading | string {
  if (!isRecord(catalogue)) return describeOther(catalogue)
  const { language } = catalogue
  if (!isLanguageTag(language)) return describeWithoutTag(catalogue)
  const unknown = Object.keys(catalogue).find((name) => !PARTS.includes(name))
  if (unknown !== undefined) {
    return `has "${unknown}", which no catalogue has: the parts of one are ${PARTS.join(', ')}`
  }
  const lacking: string[] = []
  const read = (part: Part): Texts => readPart(part, catalogue[part], lacking)
  try {
    return {
      language,
      titles: read('titles'),
      classes: read('classes'),
      details: read('details'),
      texts: read('texts'),
      messages: readMessages(catalogue.messages),
      lacking,
    }
  } catch (error) {
    if (error instanceof Fault) return error.message
    throw error
  }
}

type Part = 'titles' | 'classes' | 'details' | 'texts'

const PARTS: readonly string[] = [...Object.keys(en), 'messages']

class Fault extends Error {}

function readPart(part: Part, given: unknown, lacking: string[]): Texts {
  if (!isRecord(given)) throw new Fault(`has no "${part}"`)
  const english: Texts = en[part]
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(english, name))
  if (unknown !== undefined) {
    throw new Fault(`has in ${part} "${unknown}", which is never said: look it up in English (statuswise/languages/en)`)
  }
  const found: Record<string, string> = {}
  for (const [name, inEnglish = ''] of Object.entries(english)) {
    const text = given[name]
    if (text === undefined) lacking.push(`${part} ${name}`)
    else if (typeof text !== 'string' || text === '') throw new Fault(`has no text in ${part}, "${name}"`)
    else found[name] = part === 'texts' ? checkPlaces(name, text, inEnglish) : text
  }
  return found
}

function checkPlaces(name: string, text: string, inEnglish: string): string {
  const known = placesOf(inEnglish)
  const unknown = placesOf(text).find((place) => !known.includes(place))
  if (unknown === undefined && !needsFormatter(text)) return text
  const wrong = unknown === undefined ? 'braces that are no {name}' : `{${unknown}}`
  const values = known.length === 0 ? 'it has no values' : `its values are ${known.map((it) => `{${it}}`).join(', ')}`
  throw new Fault(`has in texts, "${name}", ${wrong}; ${values}`)
}

function readMessages(given: unknown): Texts {
  if (given === undefined) return {}
  if (!isRecord(given) || Symbol.iterator in given) throw new Fault('has "messages" that are no object of texts by id')
  return Object.fromEntries(
    Object.entries(given).map(([id, text]) => {
      if (typeof text !== 'string') throw new Fault(`has a message "${id}" that is no text`)
      return [id, text]
    }),
  )
}

function describeOther(value: unknown): string {
  return value === undefined
    ? 'is undefined: there is no catalogue under it (loadLanguage() gives undefined where none fits)'
    : 'is none'
}

function describeWithoutTag(given: Readonly<Record<string, unknown>>): string {
  if (typeof given.then === 'function') return 'is a promise: await it first'
  const meant = withHyphens(given.language)
  if (meant !== undefined) return `has the "language" "${given.language}"; write ${meant}`
  const name = Object.keys(given).find((key) => isRecord(given[key]) && isLanguageTag(given[key].language))
  return name === undefined
    ? 'has no "language" tag'
    : `has no "language" tag; it is a module, or an object like one, with the catalogue in it: give its "${name}"`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
