const NAME_START =
  ':A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}' +
  '\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}'
const NAME_REST = `${NAME_START}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}`

/** Name (XML 1.0 §2.3), wherever `lastIndex` says. */
export const NAME: RegExp = new RegExp(`[${NAME_START}][${NAME_REST}]*`, 'uy')

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
])

/** Where the first character stands that is no Char of XML 1.0 §2.2, if there is one. */
export function findForeignCharacter(text: string): number | undefined {
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    if (!isXmlCharacter(code)) return at
    if (code > 0xffff) at++
  }
  return undefined
}

/** The reference that begins at an "&" (XML 1.0 §4.1), of a character or one of the five entities. */
export function readReference(text: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const match = REFERENCE.exec(text.slice(at, at + 40))
  if (match === null) return undefined
  const [whole, name, decimal, hexadecimal] = match
  const end = at + whole.length
  const known = name === undefined ? undefined : ENTITIES.get(name)
  if (known !== undefined) return { text: known, end }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return isXmlCharacter(code) ? { text: String.fromCodePoint(code), end } : undefined
}

const REFERENCE = /^&(?:([a-z]{2,4})|#(\d{1,32})|#x([0-9A-Fa-f]{1,32}));/

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}
