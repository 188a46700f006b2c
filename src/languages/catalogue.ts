import type { ClientErrorCode, ServerErrorCode, StatusCode } from '../status/index.ts'
import type { TextId } from '../text/index.ts'

/** The registered error statuses, 418 among them, which is reserved: those that have a standard text. */
export type DetailedStatus = ClientErrorCode | ServerErrorCode

/** All registered statuses. */
export type NamedStatus = StatusCode

/**
 * All that this library says to clients, in one language: for the option `languages`. To say something else, or more:
 * `{ ...de, messages: { 'out-of-credit': 'Guthaben: {balance}' } }`.
 *
 * It is read once, at the start. What it lacks then, as one that was written for an earlier version may, is said in English,
 * and a warning tells of it.
 */
export interface Catalogue {
  /** The language tag (RFC 5646), such as `de` or `zh-Hant`. */
  readonly language: string
  /** What each status is called. */
  readonly titles: Readonly<Record<NamedStatus, string>>
  /** What an unregistered status is called (RFC 9110 §15). */
  readonly classes: Readonly<Record<'client error' | 'server error', string>>
  /** One sentence for each status: what happened, and whether trying again helps. */
  readonly details: Readonly<Record<DetailedStatus, string>>
  /** What else there is to say; `{name}` is where a value goes, of those that the English text has. */
  readonly texts: Readonly<Record<TextId, string>>
  /**
   * The application's own messages, by the id that `message()` was given: with `{name}` for values, or in ICU MessageFormat
   * together with the option `messageFormat`.
   */
  readonly messages?: Readonly<Record<string, string>> | undefined
}
