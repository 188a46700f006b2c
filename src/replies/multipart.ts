import { formatContentRange, utf8Length } from '../headers/index.ts'
import type { ByteRange } from './byte-ranges.ts'
import type { ByteSource } from './byte-source.ts'
import type { StreamedContent } from './reply.ts'

/** Several ranges of a representation as the parts of one content (RFC 9110 §14.6). */
export interface Multipart extends StreamedContent {
  readonly length: number
}

/**
 * Puts ranges into one content, in the given order.
 * @param type Content-Type of the representation: each part has it (RFC 9110 §15.3.7.2).
 */
export function multipart(ranges: readonly ByteRange[], source: ByteSource, type: string, boundary: string): Multipart {
  const parts = ranges.map((range) => ({ range, head: partHead(range, source.size, type, boundary) }))
  const end = `\r\n--${boundary}--\r\n`
  return {
    length: parts.reduce((sum, { range, head }) => sum + utf8Length(head) + lengthOf(range), end.length),
    open() {
      let current: unknown
      const content = (async function* () {
        for (const { range, head } of parts) {
          const part = source.part(range)
          // Before its head is out: what can't even be opened is no part.
          const chunks = part instanceof Uint8Array ? [part] : opened(part.open())
          current = chunks
          yield head
          yield* exactly(lengthOf(range), chunks)
        }
        yield end
      })()
      // A generator that waits can't be ended; the stream that it waits for can.
      return Object.assign(content, { destroy: () => destroyIfStream(current) })
    },
  }
}

/** How many bytes a part costs beside its range, at least. */
export function partOverhead(size: number, type: string, boundary: string): number {
  return utf8Length(partHead({ start: 0, end: 0 }, size, type, boundary))
}

const host = globalThis as { readonly crypto?: { readonly randomUUID?: () => string } }

/** What separates the parts: so long and random that it will not be found in them (RFC 2046 §5.1.1). */
export function newBoundary(): string {
  return host.crypto?.randomUUID?.() ?? `${Math.random()}${Math.random()}`.replaceAll('0.', '')
}

// Also before the first part a CRLF is allowed (RFC 9110 §14.6).
function partHead(range: ByteRange, size: number, type: string, boundary: string): string {
  const lines = [`--${boundary}`, `Content-Type: ${type}`, `Content-Range: ${formatContentRange({ ...range, size })}`]
  return `\r\n${lines.join('\r\n')}\r\n\r\n`
}

function lengthOf({ start, end }: ByteRange): number {
  return end - start + 1
}

type Chunks = AsyncIterable<string | Uint8Array> | readonly Uint8Array[]

// A part that is too short and one that is too long would make the right length together.
async function* exactly(length: number, chunks: Chunks): AsyncGenerator<string | Uint8Array> {
  let left = length
  for await (const chunk of chunks) {
    left -= typeof chunk === 'string' ? utf8Length(chunk) : chunk.length
    if (left < 0) break
    yield chunk
  }
  if (left !== 0) throw new Error(`a range of ${length} bytes came with ${left < 0 ? 'more' : `${left} less`}`)
}

// An async function gives a promise where a stream was meant; without a listener, its rejection would end the process.
function opened(chunks: AsyncIterable<string | Uint8Array>): AsyncIterable<string | Uint8Array> {
  const then: unknown = Object(chunks) === chunks ? Reflect.get(chunks, 'then') : undefined
  if (typeof then === 'function') then.call(chunks, ignore, ignore)
  if (Object(chunks) === chunks && Symbol.asyncIterator in chunks) return chunks
  throw new TypeError('representation() takes a function that gives an AsyncIterable, not a promise or anything else')
}

function ignore(): void {}

function destroyIfStream(chunks: unknown): void {
  const destroy: unknown = typeof chunks === 'object' && chunks !== null ? Reflect.get(chunks, 'destroy') : undefined
  if (typeof destroy === 'function') destroy.call(chunks)
}
