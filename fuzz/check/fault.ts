/** Something wrong with what a server did on a connection. */
export interface Fault {
  /** What is the same for the same kind of fault: the id of a rule, or a few words. */
  readonly kind: string
  /** In a sentence. */
  readonly what: string
}
