/**
 * The names of the members of an object, in their order, with those that occur twice. The text must be JSON: JSON.parse
 * keeps the last of two members with one name and says nothing.
 */
export function memberNames(text: string): readonly string[] {
  const names: string[] = []
  let depth = 0
  let isName = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      const end = endOfString(text, at)
      if (isName && depth === 1) names.push(JSON.parse(text.slice(at, end)) as string)
      isName = false
      at = end - 1
    } else if (character === '{') {
      depth++
      isName = true
    } else if (character === '[') {
      if (depth === 0) return names
      depth++
      isName = false
    } else if (character === '}' || character === ']') depth--
    else if (character === ',') isName = true
  }
  return names
}

/** Where the string that begins at a quotation mark is over. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}
