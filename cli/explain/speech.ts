import { languageTags, loadLanguage, textsOf } from '../../src/languages/index.ts'
import { phraseOf, statusOf } from '../../src/status/index.ts'
import { oneLine } from '../report/safe-text.ts'
import { didYouMean } from '../suggest.ts'
import { UsageError } from '../usage-error.ts'
import { englishWords } from './words/english.ts'
import type { Words } from './words/words.ts'
import { zhHantWords } from './words/zh-hant.ts'

/** In which language something is explained. */
export interface Speech {
  readonly words: Words
  /** The name of a status; in another language than English with the English one, which is what goes over the wire. */
  titleOf(code: number): string
  /** What a client is told of an error. */
  detailOf(code: number): string | undefined
}

export const inEnglish: Speech = {
  words: englishWords,
  titleOf: phraseOf,
  detailOf: (code) => statusOf(code)?.detail,
}

/** Of the other languages there are the names and details of the statuses; what stands around them is English. */
const wordsOf: Readonly<Record<string, Words>> = { 'zh-Hant': zhHantWords }

/** @throws UsageError for a language that there is not */
export async function speechOf(language: string | undefined): Promise<Speech> {
  if (language === undefined) return inEnglish
  const catalogue = await loadLanguage(tagOf(language))
  if (catalogue === undefined) {
    const known = languageTags.join(', ')
    throw new UsageError(
      `There is no language ${oneLine(language)}; there are ${known}.${didYouMean(language, languageTags)}`,
    )
  }
  if (catalogue.language === 'en') return inEnglish
  return {
    words: wordsOf[catalogue.language] ?? englishWords,
    titleOf: (code) => {
      const { title } = textsOf(catalogue, code)
      return title === phraseOf(code) ? title : `${phraseOf(code)} / ${title}`
    },
    detailOf: (code) => textsOf(catalogue, code).detail,
  }
}

// Locales are written zh_TW.UTF-8, or de_DE@euro.
function tagOf(language: string): string {
  return language.replace(/[.@].*$/s, '').replaceAll('_', '-')
}
