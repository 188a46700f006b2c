// What a segment of a path may hold as it is (RFC 3986 §3.3).
const PLAIN = /^[A-Za-z0-9\-._~!$&'()*+,;=:@]*$/
const TRIPLET = /%[0-9A-Fa-f]{2}/g
const UNRESERVED = /^[A-Za-z0-9\-._~]$/

/**
 * One spelling for all that mean the same segment of a path (RFC 3986 §6.2.2): `%41` is `A`, `%c3` is `%C3`, and what may
 * not stand there is encoded.
 *
 * @param raw text as node:http gives it, a character for each byte.
 * @returns undefined for what leads elsewhere, or might on its way: `.` and `..`, encoded or not, an encoded `/`, `\`, which
 *   browsers take for `/`, encoded or not, control characters, and `%` without two digits.
 */
export function normalSegment(raw: string): string | undefined {
  if (PLAIN.test(raw)) return isDots(raw) ? undefined : raw
  const rest = raw.replaceAll(TRIPLET, '')
  if (rest.includes('%') || CONTROL.test(rest)) return undefined
  const encoded = raw.replaceAll(NOT_PLAIN, encode).replaceAll(TRIPLET, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16))
    return UNRESERVED.test(character) ? character : triplet.toUpperCase()
  })
  return isDots(encoded) || MISLEADING.test(encoded) ? undefined : encoded
}

/** The same for a query, where nothing leads elsewhere: what may not stand there is encoded. */
export function encodedQuery(raw: string): string {
  return raw.replaceAll(NOT_QUERY, encode)
}

const NOT_PLAIN = /[^A-Za-z0-9\-._~!$&'()*+,;=:@%]/gu
const NOT_QUERY = /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/?]|%(?![0-9A-Fa-f]{2})/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be refused
const CONTROL = /[\u0000-\u001f\u007f]/
// Encoded: a slash, a backslash, a control character.
const MISLEADING = /%(?:2F|5C|[01][0-9A-F]|7F)/

function isDots(segment: string): boolean {
  return segment === '.' || segment === '..'
}

// A character for each byte is what came over the wire; any other is text of the application's.
function encode(character: string): string {
  const code = character.charCodeAt(0)
  if (code > 0xff) return encodeURIComponent(character.toWellFormed())
  return `%${code.toString(16).toUpperCase().padStart(2, '0')}`
}
