import { phraseOf } from '../status/index.ts'
import type { Voice } from '../text/index.ts'

/** English, of which all texts are in the tables: no catalogue has to be loaded for it. */
export const english: Voice = {
  language: 'en',
  direction: 'ltr',
  titleOf: (status) => ({ text: phraseOf(status), language: 'en' }),
  tell: ({ text }) => ({ text, language: 'en' }),
}
