/** A rule of the RFCs, as far as somebody who broke it has to know it. */
export interface Rule {
  /** Short name, made of the number of the RFC, the section and the matter. */
  readonly id: string
  /** For example `RFC 9110 §15.5.6`. */
  readonly reference: string
  readonly statement: string
}

/** What can be mended without asking, because only one answer is right. */
export type Mend = 'framing' | 'requiredHeaders' | 'retryAfter' | 'bareStatus' | 'plainText' | 'options'

/** A rule that a response breaks. */
export interface Fault {
  readonly rule: Rule
  /** What the response has, or lacks. */
  readonly found: string
  /** Undefined: only who wrote the response knows what it should have been. */
  readonly mend?: Mend | undefined
  /** It may be right, but there is a safer way to say it. */
  readonly isGuess?: boolean | undefined
  /** The status of the document that takes the place of the response, if that is to be another. */
  readonly becomes?: number | undefined
  /** It is about the status itself, so that it is told whatever becomes of the rest. */
  readonly isOfStatus?: boolean | undefined
  /** What mends it, where that is a matter of header fields and of leaving content out. */
  readonly repair?: Repair | undefined
}

export interface Repair {
  /** Lower-case names of fields to remove. */
  readonly remove?: readonly string[] | undefined
  /** Fields to set. */
  readonly set?: Readonly<Record<string, string>> | undefined
  /** What the status becomes; the rest of the response stays. */
  readonly status?: number | undefined
  /** Whether the content is left out. */
  readonly isContentDropped?: boolean | undefined
}

export function rule(id: string, reference: string, statement: string): Rule {
  return Object.freeze({ id, reference, statement })
}
