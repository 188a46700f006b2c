// Every step moves forward or ends the parse, so that no input, however hostile, costs more than linear time.

const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y
const WHITESPACE = /[\t ]*/y
const QUOTED_TEXT = /[\t !#-[\]-~\x80-\xff]*/y
const QUOTED_PAIR = /\\([\t -~\x80-\xff])/y

/** Reads a field value from left to right. What does not match leaves the position where it was. */
export class Scanner {
  readonly text: string
  position = 0

  constructor(text: string) {
    this.text = text
  }

  get done(): boolean {
    return this.position === this.text.length
  }

  /** Steps over optional (or bad) whitespace (RFC 9110 §5.6.3). */
  skipWhitespace(): void {
    this.match(WHITESPACE)
  }

  /** Steps over one given character, if it is next. */
  take(character: string): boolean {
    if (this.text[this.position] !== character) return false
    this.position++
    return true
  }

  /** Steps over what a sticky pattern matches here: gives its first group, or all of it. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.text)
    if (found === null) return undefined
    this.position = pattern.lastIndex
    return found[1] ?? found[0]
  }

  token(): string | undefined {
    return this.match(TOKEN)
  }

  /** The text that a quoted-string stands for (RFC 9110 §5.6.4). */
  quotedString(): string | undefined {
    const start = this.position
    if (!this.take('"')) return undefined
    let value = ''
    for (;;) {
      value += this.match(QUOTED_TEXT)
      if (this.take('"')) return value
      const escaped = this.match(QUOTED_PAIR)
      if (escaped === undefined) {
        this.position = start
        return undefined
      }
      value += escaped
    }
  }

  tokenOrQuotedString(): string | undefined {
    return this.token() ?? this.quotedString()
  }
}

/** Several field lines as one value (RFC 9110 §5.3). */
export function combine(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(', ')
}

/**
 * Parses a comma-separated list, empty members ignored (RFC 9110 §5.6.1.2).
 * @returns `undefined` as soon as a member is invalid.
 */
export function parseList<T>(
  value: string | readonly string[],
  parseMember: (scanner: Scanner) => T | undefined,
): T[] | undefined {
  const scanner = new Scanner(combine(value))
  const members: T[] = []
  for (;;) {
    scanner.skipWhitespace()
    if (scanner.done) return members
    if (scanner.take(',')) continue
    const member = parseMember(scanner)
    if (member === undefined) return undefined
    members.push(member)
    scanner.skipWhitespace()
    if (!scanner.done && !scanner.take(',')) return undefined
  }
}

/** Parses a text that is one list member and nothing else. */
export function parseOnly<T>(text: string, parseMember: (scanner: Scanner) => T | undefined): T | undefined {
  const scanner = new Scanner(text)
  const member = parseMember(scanner)
  return scanner.done ? member : undefined
}
