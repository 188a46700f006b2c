import { utf8Length } from '../headers/index.ts'
import type { ByteRange } from './byte-ranges.ts'
import type { StreamedContent } from './reply.ts'

/** Makes the bytes from `start` to `end`, both inclusive and counted from 0, as `fs.createReadStream` takes them. */
export type ReadRange = (start: number, end: number) => AsyncIterable<string | Uint8Array>

/** The content of a representation: text (sent as UTF-8), bytes, or what makes any range of them. */
export type RangedBody = string | Uint8Array | ReadRange

/** The bytes of a representation: how many there are, all of them, and some of them. */
export interface ByteSource {
  readonly size: number
  readonly whole: string | Uint8Array | StreamedContent
  part(range: ByteRange): Uint8Array | StreamedContent
}

/**
 * @param size in bytes: owed where the body is a function, else it may be left out.
 * @throws {TypeError} for a body of another kind, and for a size that is missing or wrong.
 */
export function byteSource(body: RangedBody, size: number | undefined): ByteSource {
  if (typeof body === 'function') return madeOf(body, checkedSize(size))
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw new TypeError('representation() takes a string, a Uint8Array or a function of (start, end) as its body')
  }
  const length = typeof body === 'string' ? utf8Length(body) : body.length
  if (size !== undefined && size !== length) {
    throw new TypeError(`representation() was given the size ${String(size)} for a body of ${length} bytes`)
  }
  const part = ({ start, end }: ByteRange): Uint8Array => bytesOf(body).subarray(start, end + 1)
  return { size: length, whole: body, part }
}

function madeOf(read: ReadRange, size: number): ByteSource {
  const part = ({ start, end }: ByteRange): StreamedContent => ({
    length: end - start + 1,
    open: () => read(start, end),
  })
  return { size, whole: size === 0 ? '' : part({ start: 0, end: size - 1 }), part }
}

function checkedSize(size: number | undefined): number {
  if (typeof size === 'number' && Number.isSafeInteger(size) && size >= 0) return size
  throw new TypeError(
    `representation() takes the size in bytes, an integer from 0 to 2^53 - 1, where the body is a function, not ${String(size)}`,
  )
}

// Not ECMAScript, but every host has it.
const host = globalThis as unknown as { readonly TextEncoder: new () => { encode(text: string): Uint8Array } }

function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? new host.TextEncoder().encode(body) : body
}
