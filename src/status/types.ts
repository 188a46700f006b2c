/** The first digit of a status code, in words (RFC 9110 §15). */
export type StatusClass = 'informational' | 'successful' | 'redirection' | 'client error' | 'server error'

/** What the RFCs say of one status code. */
export interface Status {
  readonly code: number
  /** The registered reason phrase, which is also the `title` of an `about:blank` problem (RFC 9457 §4.2.1). */
  readonly phrase: string
  /** Where the code is defined, for example `RFC 9110 §15.5.5`. */
  readonly reference: string
  readonly class: StatusClass
  /** Whether a response with this code may have content (RFC 9110 §6.4.1, §15.3.6). */
  readonly content: boolean
  /** Whether a cache may store it without explicit freshness (RFC 9110 §15.1). */
  readonly cacheable: boolean
  /** Header fields that a response with this code has to carry (MUST). */
  readonly must?: readonly string[]
  /** Header fields that it ought to carry, where they apply (SHOULD). */
  readonly should?: readonly string[]
  /** Whether a cache must not or should not keep it: sent with `Cache-Control: no-store`. */
  readonly noStore?: boolean
  /** Reserved in the registry but not assigned: 306 and 418. */
  readonly unused?: boolean
  /** One sentence for the client: what happened, and whether trying again helps. Every 4xx and 5xx has one. */
  readonly detail?: string
}
