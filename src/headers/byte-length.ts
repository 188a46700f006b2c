const BEYOND_ASCII = /[\x80-\uffff]/

/**
 * How many bytes a text has in UTF-8. A lone surrogate counts 3, as it is sent as U+FFFD.
 * @example utf8Length('naïve') // 6
 */
export function utf8Length(text: string): number {
  const length = text.length
  // Nearly all that is sent is ASCII, which a regular expression tells faster than a loop does.
  if (!BEYOND_ASCII.test(text)) return length
  let bytes = length
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index)
    if (unit >= 0x80) bytes += unit < 0x800 ? 1 : 2
    // The two units of a pair make 4 bytes together: 2 are counted by the length, 2 by the first unit.
    if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(index + 1))) index++
  }
  return bytes
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
