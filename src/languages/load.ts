import type { Catalogue } from './catalogue.ts'
import { isLanguageTag, withHyphens } from './language-tag.ts'
import { lookup } from './lookup.ts'

/** The languages that this package brings. */
export type LanguageTag = 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pt-BR' | 'zh-Hans' | 'zh-Hant'

const loaders: Readonly<Record<LanguageTag, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  ja: async () => (await import('./ja.ts')).ja,
  'pt-BR': async () => (await import('./pt-BR.ts')).ptBR,
  'zh-Hans': async () => (await import('./zh-Hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-Hant.ts')).zhHant,
}

/** Their tags, English first. */
export const languageTags: readonly LanguageTag[] = Object.freeze(Object.keys(loaders) as LanguageTag[])

/**
 * Loads one of the languages that this package brings: to be awaited once, at the start.
 *
 * @param range a language tag: `zh-TW` finds `zh-Hant`, as in the negotiation.
 * @returns undefined where none fits, and for what is no language tag.
 * @throws {TypeError} (the promise is rejected) for what is no string, and for a tag with underscores.
 * @example const catalogue = await loadLanguage('de-AT') // de
 */
export async function loadLanguage(range: string): Promise<Catalogue | undefined> {
  if (typeof range !== 'string')
    throw new TypeError(`loadLanguage() takes a language tag such as 'de', not ${String(range)}`)
  const meant = withHyphens(range)
  if (meant !== undefined) throw new TypeError(`a language tag has hyphens (RFC 5646): '${meant}', not '${range}'`)
  const tag = isLanguageTag(range) ? lookup([range], languageTags) : undefined
  return tag === undefined ? undefined : await loaders[tag as LanguageTag]()
}
