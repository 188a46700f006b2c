import type { Fields } from '../headers/index.ts'

/** A response as data: what to send, whatever framework sends it. */
export interface Reply {
  /** The status code. */
  readonly status: number
  readonly headers: Fields
  /** The content; undefined: none. Text is sent as UTF-8. */
  readonly body?: string | Uint8Array | StreamedContent | undefined
  /** Content for those who ask for its media type by name; chosen by Accept when the reply is sent (adds `Vary: Accept`). */
  readonly variants?: readonly Variant[] | undefined
}

/** Content that is made while it is sent. */
export interface StreamedContent {
  /** How many bytes it will have; undefined: nobody knows yet. */
  readonly length?: number | undefined
  /** Begins to make it. Called once at most, and not where no content is sent, as to HEAD. */
  readonly open: () => AsyncIterable<string | Uint8Array>
}

/** One representation of several that say the same. */
export interface Variant {
  /** The Content-Type to send. */
  readonly type: string
  readonly body: string
}

/** What every reply takes besides its own facts. */
export interface ReplyOptions {
  /** Further header fields. What does not go with the status (Content-Type with 204) is left out when it is sent. */
  readonly headers?: Fields | undefined
}

/** Content of a reply: text, bytes, or anything else as JSON. */
export interface ContentOptions extends ReplyOptions {
  /** A string, a Uint8Array, or a value that JSON can hold; undefined: no content. */
  readonly body?: unknown
  /** Content-Type. Default: `text/plain; charset=utf-8`, `application/octet-stream` or `application/json`. */
  readonly type?: string | undefined
}

/** Turns content options into a body and its Content-Type. Throws what JSON.stringify throws. */
export function content(options: ContentOptions): { body?: string | Uint8Array; headers: Fields } {
  const { body, type } = options
  if (body === undefined) return { headers: {} }
  if (typeof body === 'string') return { body, headers: { 'Content-Type': type ?? 'text/plain; charset=utf-8' } }
  if (body instanceof Uint8Array) return { body, headers: { 'Content-Type': type ?? 'application/octet-stream' } }
  const json: string | undefined = JSON.stringify(body)
  if (json === undefined) throw new TypeError(`a reply takes text, bytes or JSON as its body, not a ${typeof body}`)
  return { body: json, headers: { 'Content-Type': type ?? 'application/json' } }
}
