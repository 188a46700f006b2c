import { endOfQuoted } from './quoted-strings.ts'

const COLON = /[\t\n\r ]*:/y

/**
 * The names of the members of an object, in their order, with those that occur twice. The text must be JSON: JSON.parse
 * keeps the last of two members with one name and says nothing.
 */
export function memberNames(text: string): readonly string[] {
  const names: string[] = []
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      const end = endOfQuoted(text, at)
      COLON.lastIndex = end
      if (depth === 1 && COLON.test(text)) names.push(JSON.parse(text.slice(at, end)) as string)
      at = end - 1
    } else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
  }
  return names
}
