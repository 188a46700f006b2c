/** A field line as it was on the wire: the name in its own case, the value as ISO 8859-1 without surrounding blanks. */
export type FieldLine = readonly [name: string, value: string]

export type HttpVersion = '1.0' | '1.1' | '2' | '3'

/** A request as the server received it. */
export interface RequestMessage {
  /** Case matters (RFC 9110 §9.1). */
  readonly method: string
  /** As sent: `/path?query`, `*`, an absolute URI, or `host:port` of CONNECT. */
  readonly target: string
  readonly version: HttpVersion
  /** In their order, duplicates and all. */
  readonly fields: readonly FieldLine[]
  /** Bytes of content. Undefined: not known. */
  readonly contentLength?: number | undefined
  /** Whether it came over TLS. Undefined: not known. */
  readonly secure?: boolean | undefined
}

/** An interim response (RFC 9110 §15.2). */
export interface InterimMessage {
  readonly version: HttpVersion
  readonly status: number
  readonly reason?: string | undefined
  readonly fields: readonly FieldLine[]
}

/**
 * A final response as the wire had it. What an observer could not see is undefined, and the rules that need it are not
 * asked.
 */
export interface ResponseMessage extends InterimMessage {
  /**
   * Whether `fields` are not lines but what an API made of them: several lines of a name combined to one, in another order.
   */
  readonly combined?: boolean | undefined
  /** Whether no server has sent it, so that what a server adds is missing: Date, and how it is delimited. */
  readonly unsent?: boolean | undefined
  /** Status line and field section as ISO 8859-1, up to and with the empty line; HTTP/1 only. */
  readonly head?: string | undefined
  /** The content, without its transfer coding and with its content coding. All that came, if it was cut short. */
  readonly content?: Uint8Array | undefined
  /** How many bytes of content came; where `content` is given, its length. */
  readonly contentLength?: number | undefined
  readonly trailers?: readonly FieldLine[] | undefined
  /** Whether the message was complete by its own framing (RFC 9112 §8). */
  readonly complete?: boolean | undefined
  /** What is wrong with its chunks (RFC 9112 §7.1), in a few words without a full stop. Undefined: nothing, or not seen. */
  readonly chunkFault?: string | undefined
  /** Bytes that came after the end of the message and that begin no other response. */
  readonly surplus?: number | undefined
  /** Whether the server closed the connection after it: at once, not when it had been idle for a while. */
  readonly closed?: boolean | undefined
}

/** A request and what answered it. */
export interface Exchange {
  /** Undefined: not seen. Then nothing is said by rules that have to know it. */
  readonly request?: RequestMessage | undefined
  /** In their order. Undefined: not seen. */
  readonly interim?: readonly InterimMessage[] | undefined
  readonly response: ResponseMessage
  /**
   * What the same server answered shortly before, the oldest first; for rules that compare: the GET before a HEAD or
   * before a conditional GET, the same GET with another Accept.
   */
  readonly earlier?: readonly Exchange[] | undefined
}
