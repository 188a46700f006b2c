/**
 * Makes text that came over the wire fit for terminals and documents: control characters (which can rewrite what a
 * terminal shows), marks that reorder text, and lone surrogates become visible escapes. Line feeds and tabs stay.
 */
export function safeText(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
  })
}

const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text of at most so many characters. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, max)}… (${text.length - max} more)`
}

/** What somebody has typed, in a message of one line: what would begin another one becomes a visible escape, too. */
export function oneLine(text: string): string {
  return safeText(shorten(text, 200)).replace(/[\n\t]/g, (character) => (character === '\n' ? '\\n' : '\\t'))
}

/** A target where there is little room. */
export function briefly(target: string): string {
  return target.length > 50 ? `${target.slice(0, 49)}…` : target
}
