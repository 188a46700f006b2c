const MOST_CHARACTERS = 200

/** What a peer wrote for people, cut to the size of a phrase and to a single line, without marks that turn its direction. */
export function lineOf(text: string): string {
  const line = text.slice(0, MOST_CHARACTERS).replaceAll(CONTROL, ' ').trim()
  // The end may have cut a pair of surrogates in two.
  return (text.length > MOST_CHARACTERS ? line.replace(/[\ud800-\udbff]$/, '') : line).toWellFormed()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
