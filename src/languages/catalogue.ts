import type { TextId } from '../text/index.ts'

/** The registered error statuses, and 418: those that have a standard text. */
// biome-ignore format: a class of statuses per row
export type DetailedStatus =
  | 400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416
  | 417 | 418 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451
  | 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511

/** All registered statuses. */
// biome-ignore format: a class of statuses per row
export type NamedStatus =
  | DetailedStatus
  | 100 | 101 | 102 | 103
  | 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226
  | 300 | 301 | 302 | 303 | 304 | 305 | 306 | 307 | 308

/**
 * All that this library says to clients, in one language: for the option `languages`. To say something else, or more:
 * `{ ...de, messages: { 'out-of-credit': 'Guthaben: {balance}' } }`.
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
  /** What else there is to say; `{name}` is where a value goes. */
  readonly texts: Readonly<Record<TextId, string>>
  /**
   * The application's own messages, by the id that `message()` was given: with `{name}` for values, or in ICU MessageFormat
   * together with the option `messageFormat`.
   */
  readonly messages?: Readonly<Record<string, string>> | undefined
}
