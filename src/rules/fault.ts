/** What is wrong with an exchange, by one rule. Both texts are short and safe to print, whatever the exchange holds. */
export interface Fault {
  /** One sentence that names what is wrong and, where there is one, what would be right. */
  readonly what: string
  /** The part of the exchange that shows it, as on the wire. */
  readonly evidence: string
}

const MAX_LINES = 40
const MAX_WIDTH = 500

export function fault(what: string, evidence: string): Fault {
  const lines = evidence.split('\n', MAX_LINES + 1).map((line) => printable(brief(line, MAX_WIDTH)))
  return {
    what: printable(brief(what, 2 * MAX_WIDTH)),
    evidence: (lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), '…'] : lines).join('\n'),
  }
}

/** A value for a sentence: cut off if it is long. */
export function brief(value: string, limit = 60): string {
  return value.length > limit ? `${value.slice(0, limit)}…` : value
}

/** As `brief`, in quotes. */
export function quoted(value: string, limit = 60): string {
  return `"${brief(value, limit)}"`
}

/** `1 byte`, `5 bytes`: how messages count. */
export function bytes(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`
}

const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' }

// Exchanges come from hostile servers: control characters rewrite what a terminal shows.
function printable(line: string): string {
  return line.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (each) => {
    return NAMES[each] ?? `\\u{${Number(each.codePointAt(0)).toString(16)}}`
  })
}
