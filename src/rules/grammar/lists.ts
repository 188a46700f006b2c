/**
 * Splits where a separator stands outside of quoted-strings. Optional blanks around the parts are cut off; empty parts
 * stay.
 */
export function splitOutsideQuotes(value: string, separator: string): string[] {
  // What has no quotes needs no walk.
  if (!value.includes('"')) return value.split(separator).map(trimBlanks)
  const parts: string[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at < value.length; at++) {
    const character = value[at]
    if (quoted) {
      if (character === '\\') at++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === separator) {
      parts.push(trimBlanks(value.slice(start, at)))
      start = at + 1
    }
  }
  parts.push(trimBlanks(value.slice(start)))
  return parts
}

/** The elements of a list (RFC 9110 §5.6.1), without the empty ones, which recipients ignore. */
export function listElements(value: string): string[] {
  return splitOutsideQuotes(value, ',').filter((element) => element !== '')
}

/** Cuts OWS (RFC 9110 §5.6.3) off both ends; not other white space. */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (isBlank(text.charCodeAt(start))) start++
  while (isBlank(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}
