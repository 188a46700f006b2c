/** Something that was left out of a response, or of the way to it, so that the response could be right. */
export interface Dropped {
  /** A header field, a member of the problem document, what a callback of the application gave, or the whole reply. */
  readonly kind: 'header' | 'member' | 'callback' | 'reply'
  /** Name of the field, the member, the option, or the step that failed. */
  readonly name: string
  readonly reason: string
  /** What was thrown then. */
  readonly error?: unknown
}

/** Takes note of what was left out. */
export type Drop = (dropped: Dropped) => void
