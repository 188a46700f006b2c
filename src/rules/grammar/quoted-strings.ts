/** Text in double quotes, found in a field value (RFC 9110 §5.6.4). */
export interface QuotedText {
  /** With its quotes; up to the end of the value if it is not closed. */
  readonly text: string
  readonly closed: boolean
  /** The characters that a backslash stands before. */
  readonly escaped: readonly string[]
  /** The character behind it; empty at the end. */
  readonly next: string
}

/** All of them in the value of a field whose grammar has quoted-strings, as a recipient finds them. */
export function findQuotedTexts(value: string): readonly QuotedText[] {
  const found: QuotedText[] = []
  let start = value.indexOf('"')
  while (start !== -1) {
    const end = endOfQuoted(value, start)
    const text = value.slice(start, end)
    const escaped = Array.from(text.matchAll(/\\(.)/gs), ([, character = '']) => character)
    found.push({ text, closed: end <= value.length, escaped, next: value.charAt(end) })
    start = value.indexOf('"', end)
  }
  return found
}

/** A value with `""` for each text in quotes, so that what stands between them can be looked at. */
export function withoutQuoted(value: string): string {
  let rest = ''
  let start = 0
  for (let open = value.indexOf('"'); open !== -1; open = value.indexOf('"', start)) {
    rest += `${value.slice(start, open)}""`
    start = endOfQuoted(value, open)
  }
  return rest + value.slice(start)
}

/** Behind the quote that closes what one at `open` begins; beyond the end where none does. */
export function endOfQuoted(text: string, open: number): number {
  let at = open + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}
