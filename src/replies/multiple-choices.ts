import { english } from '../languages/english.ts'
import { escapeMarkup } from '../text/escape.ts'
import { checkOptions, otherLanguage, pageLanguage, type Voice } from '../text/index.ts'
import { type Localized, translatable } from './in-language.ts'
import { hyperlink, referenceIn } from './location.ts'
import type { Reply, ReplyOptions } from './reply.ts'

/** One of the alternatives of a 300. */
export interface Choice {
  /** Where it is: a URI reference. */
  readonly location: string
  /** Its media type. */
  readonly type?: string | undefined
  /** Its language tag. */
  readonly language?: string | undefined
  /** What to call it. Default: its location. */
  readonly title?: string | undefined
}

/** The server's own preference among the choices, and further header fields. */
export interface MultipleChoicesOptions extends ReplyOptions {
  /** The preferred choice, which clients may go to by themselves: sent as Location. */
  readonly preferred?: string | undefined
}

/**
 * 300: there are several representations, for the user to choose from (RFC 9110 §15.4.1). The content lists them as
 * JSON, or as HTML for who asks for that.
 *
 * @throws {TypeError} for an empty list, and for a location with control characters, a user name or an empty host.
 * @example send(res, multipleChoices([{ location: '/report.pdf', type: 'application/pdf' }, { location: '/report.html' }]))
 */
export function multipleChoices(choices: readonly Choice[], options: MultipleChoicesOptions = {}): Reply {
  if (!Array.isArray(choices) || choices.length === 0) {
    throw new TypeError('multipleChoices() takes a non-empty array of choices (RFC 9110 §15.4.1)')
  }
  checkOptions('multipleChoices', options, ['preferred', 'headers'])
  const list = choices.map((choice) => ({ ...choice, location: referenceIn('A choice', choice.location) }))
  const headers: Record<string, string | readonly string[]> = { ...options.headers, 'Content-Type': 'application/json' }
  if (options.preferred !== undefined) headers.Location = referenceIn('Location', options.preferred)
  return {
    status: 300,
    headers,
    body: JSON.stringify({ choices: list }),
    variants: [translatable({ type: 'text/html; charset=utf-8', body: page(list).body }, (voice) => page(list, voice))],
  }
}

function page(choices: readonly Choice[], voice?: Voice): Localized {
  const { titleOf, language: own } = voice ?? english
  const items = choices.map(({ location, type, language, title }) => {
    // What the application calls it, is in a language of the application's.
    const other = voice === undefined || title === undefined ? '' : otherLanguage('')
    const hints = attribute('type', type) + attribute('hreflang', language) + other
    return `<li>${hyperlink(location, title, hints)}</li>`
  })
  const title = titleOf(300)
  const isWhole = title.language === own && choices.every((choice) => choice.title === undefined)
  return {
    body:
      `<!doctype html><html ${pageLanguage(voice)}><meta charset="utf-8">` +
      `<title${title.language === own ? '' : otherLanguage(title.language)}>${escapeMarkup(title.text)}</title>` +
      `<ul>${items.join('')}</ul></html>\n`,
    language: isWhole ? own : undefined,
  }
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeMarkup(value)}"`
}
