import { escapeMarkup } from './escape.ts'
import type { Message } from './message.ts'

/** A text, and which language it is in: its tag. */
export interface Said {
  readonly text: string
  readonly language: string
}

/** Says the library's own texts, and messages, in one language. */
export interface Voice {
  /** Its language tag (RFC 5646). */
  readonly language: string
  /** Which way it is written. */
  readonly direction: 'ltr' | 'rtl'
  /** The name of a status, in English where this language has none for it. */
  titleOf(status: number): Said
  /** A message, in the default language where this one does not have it. */
  tell(message: Message): Said
}

/** The attributes of a page in a language; where none is on offer but English, as it always was. */
export function pageLanguage(voice: Voice | undefined): string {
  return voice === undefined ? 'lang="en"' : `lang="${escapeMarkup(voice.language)}" dir="${voice.direction}"`
}

/**
 * The attributes of a text in another language than its page; '' is one that nobody knows. Which way it is written, the
 * browser finds out (HTML §3.2.6).
 */
export function otherLanguage(language: string): string {
  return ` lang="${escapeMarkup(language)}" dir="auto"`
}
