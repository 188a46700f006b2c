import type { StatusClass, StatusCode, UnregisteredCode } from '../status/index.ts'

/**
 * Whether it helps to send the request again: as it is, later, changed, to another address, to the same one on another
 * connection; or not.
 */
export type Retry = 'not needed' | 'as it is' | 'later' | 'changed' | 'elsewhere' | 'on another connection' | 'no'

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

/** Header fields that a response has to have (MUST) in a case. */
export interface MustIf {
  readonly fields: readonly string[]
  readonly when: string
}

/** What there is to know of a registered status code. */
export interface RegisteredStatus {
  readonly registered: true
  readonly code: StatusCode
  /** The registered reason phrase; 418, which is registered as "(Unused)", has the one that deployed software knows. */
  readonly phrase: string
  /** What it was called in older RFCs, and is in older libraries. */
  readonly formerPhrases: readonly string[]
  readonly class: StatusClass
  /** Where it is defined, for example `RFC 9110 §15.5.5`. */
  readonly reference: string
  readonly meaning: string
  /** Header fields that a response with it has to have (MUST). */
  readonly must: readonly string[]
  /** Those that it has to have (MUST) in a case that more than the status decides. */
  readonly mustIf: readonly MustIf[]
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
  /** What else to heed, such as why it is not to be sent any more; undefined of most. */
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
  readonly code: UnregisteredCode
  /** What it is called where it is used. */
  readonly name: string
  readonly seenIn: string
  /** What to send instead; undefined: no response at all. */
  readonly instead: StatusCode | undefined
  readonly why: string
}
