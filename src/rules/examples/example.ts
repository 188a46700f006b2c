/** Exchanges that obey a rule and exchanges that break it, as transcripts (see `exchangeOf`). */
export interface RuleExample {
  /** The id of the rule. */
  readonly rule: string
  /** The rule speaks of these, and finds nothing; nor does any other rule. */
  readonly passes: readonly string[]
  /** The rule finds a fault in these; no other does, but for those named in `also`. */
  readonly breaks: readonly string[]
  /** Ids of rules that an exchange of `breaks` cannot but break as well. */
  readonly also?: readonly string[]
}
