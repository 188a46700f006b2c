import { languageTags, loadLanguage, textsOf } from '../../src/languages/index.ts'
import { phraseOf, statusOf } from '../../src/status/index.ts'
import { didYouMean } from '../suggest.ts'
import { UsageError } from '../usage-error.ts'
import { english } from './words/english.ts'
import type { Words } from './words/words.ts'
import { zhHant } from './words/zh-hant.ts'

/** In which language something is explained. */
export interface Speech {
  readonly words: Words
  /** The name of a status; in another language than English with the English one, which is what goes over the wire. */
  titleOf(code: number): string
  /** What a client is told of an error. */
  detailOf(code: number): string | undefined
}

export const inEnglish: Speech = {
  words: english,
  titleOf: phraseOf,
  detailOf: (code) => statusOf(code)?.detail,
}

/** Of the other languages there are the names and details of the statuses; what stands around them is English. */
const wordsOf: Readonly<Record<string, Words>> = { 'zh-Hant': zhHant }

/** @throws UsageError for a language that there is not */
export async function speechOf(language: string | undefined): Promise<Speech> {
  if (language === undefined) return inEnglish
  // Names of locales have underscores.
  const catalogue = await loadLanguage(language.replaceAll('_', '-'))
  if (catalogue === undefined) {
    throw new UsageError(
      `There is no language ${language}; there are ${languageTags.join(', ')}.${didYouMean(language, languageTags)}`,
    )
  }
  if (catalogue.language === 'en') return inEnglish
  return {
    words: wordsOf[catalogue.language] ?? english,
    titleOf: (code) => {
      const { title } = textsOf(catalogue, code)
      return title === phraseOf(code) ? title : `${phraseOf(code)} / ${title}`
    },
    detailOf: (code) => textsOf(catalogue, code).detail,
  }
}
