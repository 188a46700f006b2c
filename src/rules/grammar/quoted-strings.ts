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
  for (let start = value.indexOf('"'); start !== -1; start = value.indexOf('"', start)) {
    const escaped: string[] = []
    let at = start + 1
    while (at < value.length && value[at] !== '"') {
      if (value[at] === '\\' && at + 1 < value.length) escaped.push(value[++at] ?? '')
      at++
    }
    const closed = at < value.length
    found.push({ text: value.slice(start, at + 1), closed, escaped, next: value[at + 1] ?? '' })
    start = at + 1
  }
  return found
}

/** A value with `""` for each text in quotes, so that what stands between them can be looked at. */
export function withoutQuoted(value: string): string {
  let rest = ''
  let start = 0
  while (start < value.length) {
    const open = value.indexOf('"', start)
    if (open === -1) break
    let at = open + 1
    while (at < value.length && value[at] !== '"') at += value[at] === '\\' ? 2 : 1
    rest += `${value.slice(start, open)}""`
    start = at + 1
  }
  return rest + value.slice(start)
}
