import type { ExchangeView } from './exchange-view.ts'
import type { Fault } from './fault.ts'

/** BCP 14, or `advice` for what an RFC says without one of its words. */
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'advice'

export type Topic =
  | 'authentication'
  | 'caching'
  | 'conditional'
  | 'connection'
  | 'content'
  | 'cookies'
  | 'deprecation'
  | 'framing'
  | 'interim'
  | 'metadata'
  | 'method'
  | 'negotiation'
  | 'problem-details'
  | 'range'
  | 'rate-limit'
  | 'redirection'
  | 'retry'
  | 'security'
  | 'status-code'
  | 'syntax'
  | 'upgrade'
  | 'webdav'

/**
 * What an observer may have missed. A rule is not asked about exchanges that lack what it needs.
 *
 * - `content`: the bytes of the content; `length`: how many there were.
 * - `lines`: field lines as they were, with their order, case and duplicates; `head`: raw, with the status line.
 * - `end`: whether the message was complete, and whether something came after it.
 * - `connection`: whether the connection was closed.
 * - `trailers`, `interim`: trailer fields, interim responses.
 * - `earlier`: exchanges to compare with.
 * - `secure`: whether the request came over TLS.
 * - `sent`: what the server itself adds when it sends a message, such as Date.
 */
export type Need = (typeof NEEDS)[number]

export const NEEDS = [
  'content',
  'length',
  'lines',
  'head',
  'end',
  'connection',
  'trailers',
  'interim',
  'earlier',
  'secure',
  'sent',
] as const

/** `4xx` and the like, or a code. */
export type StatusRange = number | '2xx' | '3xx' | '4xx' | '5xx'

/** A rule of an RFC, as data with a check. */
export interface Rule {
  /** Unique, and stable over versions: RFC, section, words. */
  readonly id: string
  readonly level: Level
  /** `9110`, or the name of a draft. */
  readonly rfc: string
  /** `15.5.6` */
  readonly section: string
  readonly topic: Topic
  /** One sentence, in our words. */
  readonly statement: string
  /** Other rules of the catalogue that say the same, and that this one checks too. */
  readonly covers?: readonly string[]
  /** The statuses of the responses that it speaks of. Undefined: all. */
  readonly status?: readonly StatusRange[]
  /** Response fields, in lower case, without one of which the rule has nothing to say. Undefined: it needs none. */
  readonly fields?: readonly string[]
  readonly needs?: readonly Need[]
  /**
   * Who decides what the rule asks for: `application` where it is the text, the resource or the policy of the one who
   * wrote the handler, which no middleware can know. Undefined: the server.
   */
  readonly decidedBy?: 'application'
  /** Whether it speaks of an exchange, beyond `status`, `fields` and `needs`. Undefined: of all. */
  readonly applies?: (exchange: ExchangeView) => boolean
  /** What is wrong, or undefined. Never throws, whatever the exchange. */
  readonly check: (exchange: ExchangeView) => Fault | undefined
  /** What to write to obey, for a user of Express or Koa with statuswise. */
  readonly remedy: string
}
