/**
 * Writes text of any script for a parameter whose name ends in an asterisk (RFC 8187 §3.2).
 * @param text A lone surrogate counts as U+FFFD.
 */
export function formatExtValue(text: string): string {
  return `UTF-8''${encodeURIComponent(text.toWellFormed()).replace(/['()*]/g, percentEncode)}`
}

/** Reads such a value; `undefined` for bad syntax and for other character sets than UTF-8. */
export function parseExtValue(value: string): string | undefined {
  const encoded = /^utf-8'[A-Za-z0-9-]*'([A-Za-z0-9!#$&+.^_`|~%-]*)$/i.exec(value)?.[1]
  if (encoded === undefined) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
