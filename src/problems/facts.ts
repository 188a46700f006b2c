import type { Challenge } from '../headers/index.ts'
import type { Message } from '../text/index.ts'

/** Members of a problem document beyond the five standard ones (RFC 9457 §3.2). */
export type Extensions = Readonly<Record<string, unknown>> & {
  readonly type?: never
  readonly status?: never
  readonly title?: never
  readonly detail?: never
  readonly instance?: never
}

/** One of several things wrong with a request, as in the example of RFC 9457 §3. */
export interface InvalidPart {
  /** What is wrong with this part, for the client: text, or a `message()` that catalogues may have in other languages. */
  readonly detail: string | Message
  /** JSON Pointer into the request content, in its URI fragment form: `#/profile/colour` (RFC 6901 §6). */
  readonly pointer?: string | undefined
}

/** The problem type and its name. A `title` needs a `type`: the title of `about:blank` is the status phrase (RFC 9457 §4.2.1). */
export type TypeFacts =
  | { readonly type: string; readonly title?: string | Message | undefined }
  | { readonly type?: undefined; readonly title?: undefined }

interface CommonFacts {
  /** For the log; not sent here, unless `expose: true` is given and there is no `detail`. Default: `detail`, else the status phrase. */
  readonly message?: string | undefined
  /**
   * For the client: what happened this time and what it can do about it (RFC 9457 §3.1.4). Text goes out as it is; a
   * `message()` in the client's language, if a catalogue has it.
   */
  readonly detail?: string | Message | undefined
  /** URI reference of this occurrence (RFC 9457 §3.1.5). */
  readonly instance?: string | undefined
  readonly extensions?: Extensions | undefined
  /** Further header fields of the response. Framing and Content-* fields are the pipeline's and are dropped. */
  readonly headers?: Readonly<Record<string, string | number | readonly string[]>> | undefined
  /** What caused it; for the log, never sent. */
  readonly cause?: unknown
  /** An Error is no set of facts: it goes into `cause`. */
  readonly stack?: never
  /** `false` keeps `detail`, `type`, `title`, `instance` and `extensions` from the client. */
  readonly expose?: boolean | undefined
  /** When to try again: seconds from now (0 or more; fractions round up) or a date (RFC 9110 §10.2.3). */
  readonly retryAfter?: number | Date | undefined
}

/** The facts that every problem takes. */
export type Facts = CommonFacts & TypeFacts

/** A list with at least one member. */
export type NonEmpty<T> = readonly [T, ...T[]]

interface InvalidParts {
  /** What is wrong, part by part: sent as the extension member `errors`. */
  readonly errors?: readonly (InvalidPart | (InvalidPart & Readonly<Record<string, unknown>>))[] | undefined
}

/** The facts that a status owes or may add, by status code. Required here is what the RFC requires. */
export interface StatusFacts {
  400: InvalidParts
  401: {
    /** At least one challenge, each its own WWW-Authenticate line (RFC 9110 §15.5.2). */
    readonly challenges: NonEmpty<Challenge>
  }
  405: {
    /** The methods that the resource has now; HEAD joins GET by itself; may be empty (RFC 9110 §15.5.6, §10.2.1). */
    readonly allow: readonly string[]
  }
  407: {
    /** At least one challenge, each its own Proxy-Authenticate line (RFC 9110 §15.5.8). */
    readonly challenges: NonEmpty<Challenge>
  }
  415: {
    /** Media ranges that would have been accepted: Accept (RFC 9110 §12.5.1, §15.5.16). */
    readonly accept?: readonly string[] | undefined
    /** Content codings that would have been accepted: Accept-Encoding, only where the coding was the cause (§12.5.3). */
    readonly acceptEncoding?: readonly string[] | undefined
    /** Patch documents that would have been accepted: Accept-Patch (RFC 5789 §2.2). */
    readonly acceptPatch?: readonly string[] | undefined
    /** Media ranges accepted in POST: Accept-Post (LDP 1.0 §7.1). */
    readonly acceptPost?: readonly string[] | undefined
  }
  416: {
    /** The current length of the representation in bytes, sent in Content-Range (RFC 9110 §15.5.17). */
    readonly size: number
  }
  422: InvalidParts
  426: {
    /** The protocols to upgrade to, most preferred first: Upgrade (RFC 9110 §15.5.22). */
    readonly protocols: NonEmpty<string>
  }
  451: {
    /** URI of who implements the block: Link with rel=blocked-by (RFC 7725 §4). */
    readonly blockedBy?: string | undefined
  }
}

/** Everything that a problem with this status takes. */
export type FactsOf<Code extends number> = Facts & (Code extends keyof StatusFacts ? StatusFacts[Code] : unknown)

/** Facts of any status: what does not belong to the status at hand is left out. */
export type AnyFacts = Facts & {
  readonly [Fact in keyof AllStatusFacts]?: AllStatusFacts[Fact] | undefined
}

type AllStatusFacts = StatusFacts[401] &
  StatusFacts[405] &
  Required<StatusFacts[415]> &
  StatusFacts[416] &
  Required<StatusFacts[422]> &
  StatusFacts[426] &
  Required<StatusFacts[451]>
