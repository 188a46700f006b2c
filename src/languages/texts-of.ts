import { phraseOf, statusOf } from '../status/index.ts'
import type { Catalogue } from './catalogue.ts'

/** What a language says of a status. */
export interface StatusTexts {
  readonly title: string
  /** Of 4xx and 5xx only. */
  readonly detail: string | undefined
}

/**
 * What a language says of a status. An unregistered one means what the x00 of its class means (RFC 9110 §15); it has the
 * title of that or, if it is an error, the name of its class. What is no status at all is an error of the server.
 *
 * What the catalogue lacks is in English.
 *
 * @throws {TypeError} for what is no catalogue, and for a status that is no number.
 * @example textsOf(zhHant, 404).title // '找不到資源'
 */
export function textsOf(catalogue: Catalogue, status: number): StatusTexts {
  if (typeof status !== 'number') {
    throw new TypeError(`textsOf() takes a status as a number, such as 404, not as ${typeof status}`)
  }
  if (typeof catalogue?.titles !== 'object') {
    throw new TypeError('textsOf() takes a catalogue; what loadLanguage() gives is a promise of one, to be awaited')
  }
  const { title, detail } = ownTextsOf(catalogue, status)
  return { title: title ?? phraseOf(status), detail: detail ?? statusOf(meaningOf(status))?.detail }
}

/** The same, without what the catalogue lacks. */
export function ownTextsOf(
  { titles, classes, details }: StatusCatalogue,
  status: number,
): { readonly title: string | undefined; readonly detail: string | undefined } {
  const meaning = meaningOf(status)
  const isNamedByClass = statusOf(status) === undefined && meaning >= 400
  return {
    title: isNamedByClass ? classes[meaning < 500 ? 'client error' : 'server error'] : titles[meaning],
    detail: details[meaning],
  }
}

interface StatusCatalogue {
  readonly titles: Readonly<Record<number, string | undefined>>
  readonly classes: Readonly<Record<'client error' | 'server error', string | undefined>>
  readonly details: Readonly<Record<number, string | undefined>>
}

function meaningOf(status: number): number {
  if (statusOf(status) !== undefined) return status
  const hundred = Math.floor(status / 100) * 100
  return statusOf(hundred) === undefined ? 500 : hundred
}
