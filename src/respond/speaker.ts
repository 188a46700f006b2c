import { english } from '../languages/english.ts'
import { directionOf } from '../languages/language-tag.ts'
import type { CatalogueReading } from '../languages/read-catalogue.ts'
import { ownTextsOf } from '../languages/texts-of.ts'
import { ask, type Drop, isText } from '../recognize/index.ts'
import { statusOf } from '../status/index.ts'
import { fill, type Message, type MessageValues, needsFormatter, OWN, type Said, type Voice } from '../text/index.ts'

/** A language on offer. */
export interface Speaker extends Voice {
  /** The standard text of a status, in English where this language has none for it. */
  detailOf(status: number): Said | undefined
  tell(message: Message, drop?: Drop): Said
}

/** What ICU messages are formatted with: the class `IntlMessageFormat` of the package intl-messageformat, or one like it. */
export type MessageFormat = new (
  message: string,
  locale: string,
  formats?: undefined,
  options?: { readonly ignoreTag: boolean },
) => { format(values: Record<string, unknown>): unknown }

/** English, with the standard texts. */
export const englishSpeaker: Speaker = {
  ...english,
  // An unregistered code means what the x00 of its class means (RFC 9110 §15).
  detailOf: (status) => inEnglish((statusOf(status) ?? statusOf(status - (status % 100)))?.detail),
}

/**
 * Makes a language of a catalogue.
 *
 * @param language the tag that it is offered under.
 * @param fallback the default language, if this is another one.
 * @throws {TypeError} for a message that cannot be formatted.
 */
export function createSpeaker(
  language: string,
  catalogue: CatalogueReading,
  messageFormat: MessageFormat | undefined,
  fallback: Speaker | undefined,
): Speaker {
  const formatters = new Map<string, Format>()
  for (const [id, text = ''] of Object.entries(catalogue.texts)) {
    formatters.set(`${OWN}${id}`, (values) => fill(text, values))
  }
  for (const [id, text = ''] of Object.entries(catalogue.messages)) {
    formatters.set(id, createFormat(id, text, language, messageFormat))
  }
  const say = (text: string | undefined): Said | undefined => (text === undefined ? undefined : { text, language })
  return {
    language,
    direction: directionOf(language),
    titleOf: (status) => say(ownTextsOf(catalogue, status).title) ?? englishSpeaker.titleOf(status),
    detailOf: (status) => say(ownTextsOf(catalogue, status).detail) ?? englishSpeaker.detailOf(status),
    tell(message, drop = ignore) {
      const format = formatters.get(message.id)
      // What the catalogue of an earlier version lacks.
      if (format === undefined && message.id.startsWith(OWN)) return englishSpeaker.tell(message)
      // A formatter is as foreign as any callback.
      const name = `languages: "${message.id}" in ${language}`
      const text =
        format === undefined ? undefined : ask(name, isText, () => format({ ...message.values }) ?? null, drop)
      if (text !== undefined) return { text, language }
      return fallback === undefined ? { text: message.text, language } : fallback.tell(message, drop)
    },
  }
}

function ignore(): void {}

function inEnglish(text: string | undefined): Said | undefined {
  return text === undefined ? undefined : { text, language: 'en' }
}

type Format = (values: MessageValues) => unknown

function createFormat(id: string, text: string, language: string, Class: MessageFormat | undefined): Format {
  if (!needsFormatter(text)) {
    // Where there are only places, an apostrophe is one; translators who think of ICU MessageFormat write two.
    const plain = text.replaceAll("''", "'")
    return (values) => fill(plain, values)
  }
  if (Class === undefined) {
    throw new TypeError(
      `the message "${id}" in ${language} has braces that are no {name}. If it is in ICU MessageFormat, give the option ` +
        '"messageFormat" the class IntlMessageFormat of the package intl-messageformat',
    )
  }
  try {
    // A text with markup is text: what goes out is escaped.
    const format = new Class(text, language, undefined, { ignoreTag: true })
    return (values) => format.format(values)
  } catch (error) {
    throw new TypeError(`the message "${id}" in ${language} is no ICU MessageFormat`, { cause: error })
  }
}
