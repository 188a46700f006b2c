import { Scanner } from '../headers/scan.ts'

// The grammar of SIP is not that of HTTP: another token, whitespace around separators, any UTF-8 (RFC 3261 §25.1). Each
// pattern takes what it can in one go and never gives back, so that no text costs more than linear time.
const TOKEN = /[A-Za-z0-9.!%*_+`'~-]+/y
const DIGITS = /\d+/y
const HOST = /\[[0-9A-Fa-f:.]+\]/y
const QUOTED_TEXT = /[^"\\]+/y
const COMMENT_TEXT = /[^()\\]+/y
const QUOTED_PAIR = /\\[^\r\n]/y

/** Reads the value of a SIP header field from left to right. */
export class SipScanner extends Scanner {
  override token(): string | undefined {
    return this.match(TOKEN)
  }

  /** Steps over a separator and the whitespace around it. */
  separator(character: string): boolean {
    const start = this.position
    this.skipWhitespace()
    if (this.take(character)) {
      this.skipWhitespace()
      return true
    }
    this.position = start
    return false
  }

  /** A number of seconds, at most 2^32 - 1 (RFC 3261 §20.19). */
  seconds(): number | undefined {
    const digits = this.match(DIGITS)
    return digits === undefined ? undefined : Math.min(Number(digits), 2 ** 32 - 1)
  }

  /** The text that a quoted-string stands for. */
  override quotedString(): string | undefined {
    const start = this.position
    if (!this.take('"')) return undefined
    // Piece by piece: of one pattern for all of it, the engine keeps every repetition in mind, until its stack overflows.
    while (!this.take('"')) {
      if ((this.match(QUOTED_TEXT) ?? this.match(QUOTED_PAIR)) === undefined) {
        this.position = start
        return undefined
      }
    }
    return this.text.slice(start + 1, this.position - 1).replaceAll(/\\(.)/gs, '$1')
  }

  /** Steps over a comment, in which others may nest. False: there is none, or it has no end. */
  comment(): boolean {
    const start = this.position
    this.skipWhitespace()
    let depth = 0
    do {
      if (this.take('(')) depth++
      else if (depth > 0 && this.take(')')) depth--
      else if (depth === 0 || (this.match(COMMENT_TEXT) ?? this.match(QUOTED_PAIR)) === undefined) {
        this.position = start
        return false
      }
    } while (depth > 0)
    return true
  }

  /** Steps over parameters, each `;name` or `;name=value`. False: one of them is malformed. */
  parameters(): boolean {
    while (this.separator(';')) {
      if (this.token() === undefined) return false
      if (!this.separator('=')) continue
      if ((this.token() ?? this.match(HOST) ?? this.quotedString()) === undefined) return false
    }
    return true
  }
}

/** The members of a comma-separated list; undefined where one of them is malformed, or there are more than `most`. */
export function readList<T>(
  lines: readonly string[],
  most: number,
  readMember: (scanner: SipScanner) => T | undefined,
): T[] | undefined {
  const members: T[] = []
  for (const line of lines) {
    const scanner = new SipScanner(line)
    scanner.skipWhitespace()
    do {
      const member = members.length < most ? readMember(scanner) : undefined
      if (member === undefined) return undefined
      members.push(member)
    } while (scanner.separator(','))
    scanner.skipWhitespace()
    if (!scanner.done) return undefined
  }
  return members
}
