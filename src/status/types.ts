/** The first digit of a status code, in words (RFC 9110 §15). */
export type StatusClass = 'informational' | 'successful' | 'redirection' | 'client error' | 'server error'

/** The registered informational codes (RFC 9110 §15.2). 104 (Upload Resumption Supported) is registered for a time only, and none here. */
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
/**
 * Every registered status code. The table has a row for each, and so have all tables by code elsewhere: with a code more here,
 * the compiler names those that lack it.
 */
export type StatusCode = InformationalCode | SuccessfulCode | RedirectionCode | ClientErrorCode | ServerErrorCode
/** The codes whose responses never have content (RFC 9110 §6.4.1, §15.3.6). */
export type ContentlessCode = InformationalCode | 204 | 205 | 304
/** The codes whose responses may have content. */
export type ContentfulCode = Exclude<StatusCode, ContentlessCode>

/** The fields that errors can owe. The pipeline supplies each where it lacks: src/respond/complete.ts has an entry for it. */
export type OwedField = 'Allow' | 'Proxy-Authenticate' | 'Upgrade' | 'WWW-Authenticate'

/** What the RFCs say of one status code. */
export interface Status {
  readonly code: StatusCode
  /**
   * The registered reason phrase, which is also the `title` of an `about:blank` problem (RFC 9457 §4.2.1). 418, which is
   * registered as "(Unused)", has the one that deployed software knows.
   */
  readonly phrase: string
  /** Where the code is defined, for example `RFC 9110 §15.5.5`. */
  readonly reference: string
  readonly class: StatusClass
  /** Whether a response with this code may have content (RFC 9110 §6.4.1, §15.3.6). */
  readonly content: boolean
  /** Whether a cache may store it without explicit freshness (RFC 9110 §15.1). */
  readonly cacheable: boolean
  /** Header fields that a response with this code has to carry (MUST). */
  readonly must?: readonly (OwedField | 'ETag')[]
  /** Header fields that it ought to carry, where they apply (SHOULD). */
  readonly should?: readonly string[]
  /** Whether a cache must not or should not keep it: sent with `Cache-Control: no-store`. */
  readonly noStore?: boolean
  /** Reserved in the registry but not assigned: 306 and 418. */
  readonly unused?: boolean
  /** One sentence for the client: what happened, and whether trying again helps. Every 4xx and 5xx has one. */
  readonly detail?: string
}
