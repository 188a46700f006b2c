import { type Fields, formatContentRange } from '../headers/index.ts'
import { type ByteRange, coalesce } from './byte-ranges.ts'
import type { ByteSource } from './byte-source.ts'
import { multipart, newBoundary, partOverhead } from './multipart.ts'
import type { StreamedContent } from './reply.ts'

/** What a 206 has in place of the whole. */
export interface PartialContent {
  /** Content-Type, and for a single part Content-Range. */
  readonly headers: Fields
  readonly body: Uint8Array | StreamedContent
}

const MOST_PARTS = 16

/**
 * The content for some ranges: one part, or several as multipart/byteranges (RFC 9110 §15.3.7).
 *
 * @param type Content-Type of the representation.
 * @returns `undefined` where the whole is better: for more than 16 parts that are far from each other, and for parts
 *   that take more bytes than the whole does (RFC 9110 §14.2, §17.15).
 */
export function partialContent(
  wanted: readonly ByteRange[],
  source: ByteSource,
  type: string,
): PartialContent | undefined {
  const boundary = newBoundary()
  const [first, ...others] = coalesce(wanted, partOverhead(source.size, type, boundary))
  if (first === undefined || others.length >= MOST_PARTS) return undefined
  if (others.length === 0) {
    const range = formatContentRange({ ...first, size: source.size })
    return { headers: { 'Content-Type': type, 'Content-Range': range }, body: source.part(first) }
  }
  const body = multipart([first, ...others], source, type, boundary)
  if (body.length > source.size) return undefined
  // Unquoted, as some clients take it only so (RFC 9110 §14.6).
  return { headers: { 'Content-Type': `multipart/byteranges; boundary=${boundary}` }, body }
}
