import type { StatusClass } from '../status/index.ts'

/** The registered informational codes (RFC 9110 §15.2); 104 is registered for a time only. */
export type InformationalCode = 100 | 101 | 102 | 103
/** The registered successful codes (RFC 9110 §15.3). */
export type SuccessfulCode = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226
/** The registered redirections (RFC 9110 §15.4), 306 among them, which is reserved. */
export type RedirectionCode = 300 | 301 | 302 | 303 | 304 | 305 | 306 | 307 | 308
/** The registered client errors (RFC 9110 §15.5), 418 among them, which is reserved. */
export type ClientErrorCode =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409)
  | (410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418 | 421)
  | (422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451)
/** The registered server errors (RFC 9110 §15.6). */
export type ServerErrorCode = 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511
/** Every registered status code. */
export type StatusCode = InformationalCode | SuccessfulCode | RedirectionCode | ClientErrorCode | ServerErrorCode
/** The codes whose responses never have content (RFC 9110 §6.4.1, §15.3.6). */
export type ContentlessCode = InformationalCode | 204 | 205 | 304
/** The codes whose responses may have content. */
export type ContentfulCode = Exclude<StatusCode, ContentlessCode>

/** Whether it helps to send the request again: as it is, later, changed, somewhere else; or not. */
export type Retry = 'not needed' | 'as it is' | 'later' | 'changed' | 'elsewhere' | 'no'

/** Who may say it: any server, all but proxies, only one between the client and the origin server, or nobody any more. */
export type Sender =
  | 'any server'
  | 'an origin server or gateway'
  | 'a gateway or proxy'
  | 'a proxy'
  | 'the network'
  | 'nobody'

/** Another code, and when it is the better one. */
export interface Alternative {
  readonly code: StatusCode
  readonly when: string
}

/** What there is to know of a registered status code. */
export interface RegisteredStatus {
  readonly registered: true
  readonly code: StatusCode
  /** The registered reason phrase. */
  readonly phrase: string
  /** What it was called in older RFCs, and is in older libraries. */
  readonly formerPhrases: readonly string[]
  readonly class: StatusClass
  /** Where it is defined, for example `RFC 9110 §15.5.5`. */
  readonly reference: string
  readonly meaning: string
  /** Header fields that a response with it has to have (MUST). */
  readonly must: readonly string[]
  /** Header fields that it ought to have, where they apply (SHOULD). */
  readonly should: readonly string[]
  /** Whether a response with it may have content. */
  readonly content: boolean
  /** Whether a cache may keep it without being told so (RFC 9110 §15.1). */
  readonly cacheable: boolean
  /** Whether statuswise sends it with `Cache-Control: no-store`. */
  readonly noStore: boolean
  readonly retry: Retry
  readonly sender: Sender
  readonly alternatives: readonly Alternative[]
  /** What caches do with it. */
  readonly caches: string
  /** What the crawlers of search engines do with it, as their operators describe it. */
  readonly crawlers: string
  /** Why it should not be sent any more, or what about it has changed; undefined of most. */
  readonly note: string | undefined
  /** What the code once meant, and the code that says so today. */
  readonly formerMeaning: FormerMeaning | undefined
}

/** What a code meant before it was given its meaning of today. */
export interface FormerMeaning {
  readonly name: string
  readonly from: string
  /** What says so today; undefined: nothing does. */
  readonly today: StatusCode | undefined
}

/** A code that is seen on the web, and registered nowhere. */
export interface UnknownToRegistry {
  readonly registered: false
  readonly code: number
  /** What it is called where it is used. */
  readonly name: string
  readonly seenIn: string
  /** What to send instead; undefined: no response at all. */
  readonly instead: StatusCode | undefined
  readonly why: string
}
