import type { Fields } from '../headers/index.ts'

// They describe the bytes of one message (RFC 9530 §2).
const OF_CONTENT = ['content-digest', 'content-md5']
// They describe the whole representation. Not Content-Type: content always has one (RFC 9110 §8.3).
const OF_REPRESENTATION = ['content-encoding', 'content-language', 'digest', 'last-modified', 'repr-digest']

/** Header fields for a part of the content. */
export function withoutContentMetadata(headers: Fields): Fields {
  return without(headers, OF_CONTENT)
}

/** Header fields for who has the representation, or a part of it, and its metadata already (RFC 9110 §15.3.7, §15.4.5). */
export function withoutMetadata(headers: Fields): Fields {
  return without(headers, [...OF_CONTENT, ...OF_REPRESENTATION])
}

function without(headers: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())))
}
