/**
 * Text that may come from hostile servers and clients, for people: so many lines of so many characters, without the
 * control characters that rewrite what a terminal shows.
 */
export function legible(text: string, maxLines: number, maxWidth: number): string {
  const lines = text.split('\n', maxLines + 1)
  return lines
    .slice(0, maxLines)
    .map((line) => printable(cutOff(line, maxWidth)))
    .concat(lines.length > maxLines ? ['…'] : [])
    .join('\n')
}

function cutOff(line: string, maxWidth: number): string {
  return line.length > maxWidth ? `${line.slice(0, maxWidth)}… (${line.length} characters)` : line
}

function printable(line: string): string {
  // Lone surrogates (Cs) and the separators of lines (Zl) and paragraphs (Zp) are no text of one line either.
  return line.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (each) => `\\u{${Number(each.codePointAt(0)).toString(16)}}`,
  )
}
