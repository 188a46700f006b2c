/** A response of anybody's, at the moment when its head has to leave. */
export interface ResponseInHand {
  /** Of its request. */
  readonly method: string
  /** Whether the client expects no content, because it sent HEAD; middleware may have changed `method` since. */
  readonly isHead: boolean
  /** Of its request. */
  readonly httpVersionMajor: number
  /** Of its request. */
  readonly httpVersionMinor: number
  /** A field of its request. */
  requestField(lowerName: string): string | undefined
  readonly status: number
  /** A field of the response; several lines as an array. */
  field(lowerName: string): FieldValue | undefined
  /**
   * Bytes of content that the handler gave: all of it, and no more will come. -1: it has begun, and has an unknown
   * length. -2: nobody knows yet whether there is any.
   */
  readonly contentLength: number
  /** The content, where it is text and all of it is known. */
  contentText(): string | undefined
  /** Whether the content is nothing that the application wrote, but the framework, for want of an answer. */
  readonly isPlaceholder: boolean
  /** Whether Content-Length need not be set, because what writes the head sets it to what it should be. */
  readonly isLengthAutomatic: boolean
}

export type FieldValue = string | number | readonly string[]

/** Values of `contentLength` that are no lengths. */
export const BEGUN = -1
export const UNKNOWN = -2

/** A field as one text, as recipients combine its lines (RFC 9110 §5.3). */
export function textOf(value: FieldValue | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : String(value)
}
