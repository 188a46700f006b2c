/** What is wrong with an exchange, by one rule. */
export interface Fault {
  /** One sentence that names what is wrong and, where there is one, what would be right. */
  readonly what: string
  /** The part of the exchange that shows it, as on the wire. */
  readonly evidence: string
}

export function fault(what: string, evidence: string): Fault {
  return { what, evidence }
}

/** A value for a sentence: in quotes, on one line, and cut off if it is long. */
export function quoted(value: string, limit = 60): string {
  const line = value.replace(/[\r\n\t]/g, ' ')
  return `"${line.length > limit ? `${line.slice(0, limit)}…` : line}"`
}
