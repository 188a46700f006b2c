import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { isError, isObject, watchPromise } from '../../src/recognize/index.ts'
import type { StreamedContent } from '../../src/replies/index.ts'
import type { FramedReply } from '../../src/respond/index.ts'

/**
 * The content of a reply as a stream of bytes. The source is opened when the stream is first read, and given up when the
 * stream is destroyed, whatever the source is doing then. The stream fails where the source does, and where that has more
 * or fewer bytes than Content-Length says: before the last of them are out, so that the client can be shown.
 */
export function contentStream({ body, headers }: FramedReply<StreamedContent>): Readable {
  const { 'Content-Length': length } = headers
  const source = new Source(body, length === undefined ? Number.POSITIVE_INFINITY : Number(length))
  const stream = new Readable({
    // What is read ahead would be lost with a failure behind it.
    highWaterMark: 1,
    read() {
      source
        .next()
        .then((bytes) => stream.push(bytes))
        .catch((thrown) => stream.destroy(errorOf(thrown)))
    },
    destroy(error, callback) {
      source.close()
      callback(error)
    },
  })
  // It may fail when nobody listens yet, or any more.
  return stream.on('error', ignore)
}

/** Waits until a stream has something to send, or is over: at its end, failed, or destroyed. */
export function ready(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    stream.once('readable', resolve).once('close', resolve)
  })
}

class Source {
  readonly #content: StreamedContent | undefined
  readonly #length: number
  #given = 0
  // The bytes that make the content complete are kept until it is known that no more follow.
  #last: Buffer | null = null
  #opened: unknown
  #iterator: AsyncIterator<unknown> | undefined
  #isOver = false
  #hasFailed = false

  /** @param length in bytes; Infinity: not known. */
  constructor(content: StreamedContent | undefined, length: number) {
    this.#content = content
    this.#length = length
  }

  /** The next bytes, at least one; null at the end. */
  async next(): Promise<Buffer | null> {
    while (!this.#isOver) {
      this.#iterator ??= this.#open()
      const { done, value } = await this.#ask(this.#iterator)
      const bytes = done ? this.#end() : this.#count(bytesOf(value))
      if (bytes !== null) return bytes
    }
    return null
  }

  /** Gives the source up. */
  close(): void {
    if (this.#isOver) return
    this.#isOver = true
    const iterator = this.#iterator
    const opened = this.#opened
    // A stream, and what is made of several, can be destroyed while it is waited for; an iterator, as any generator, returns
    // no sooner than it goes on.
    quietly(() => isObject(opened) && 'destroy' in opened && (opened as Readable).destroy())
    if (!this.#hasFailed) quietly(() => iterator?.return?.())
  }

  async #ask(iterator: AsyncIterator<unknown>): Promise<IteratorResult<unknown>> {
    try {
      const result: unknown = await iterator.next()
      if (isObject(result)) return result as IteratorResult<unknown>
    } catch (error) {
      // As with `for await`, what has failed is not asked to return.
      this.#hasFailed = true
      throw error
    }
    throw new TypeError('next() of an AsyncIterator gives an object')
  }

  #open(): AsyncIterator<unknown> {
    const opened: unknown = this.#content?.open()
    watchPromise(opened, ignore)
    // Its own iterator can't be stopped while it waits.
    this.#opened = opened instanceof ReadableStream ? Readable.fromWeb(opened as WebStream) : opened
    const source = this.#opened
    if (isStream(source)) source.on('error', ignore)
    if (!isObject(source) || !(Symbol.asyncIterator in source)) {
      throw new TypeError('open() of a StreamedContent gives an AsyncIterable')
    }
    return (source as AsyncIterable<unknown>)[Symbol.asyncIterator]()
  }

  #count(bytes: Buffer): Buffer | null {
    this.#given += bytes.length
    if (this.#given > this.#length) throw new Error(`the content is longer than its ${this.#length} bytes`)
    if (bytes.length === 0) return null
    if (this.#given < this.#length) return bytes
    this.#last = bytes
    return null
  }

  #end(): Buffer | null {
    this.#isOver = true
    if (Number.isFinite(this.#length) && this.#given < this.#length) {
      throw new Error(`the content ended after ${this.#given} of its ${this.#length} bytes`)
    }
    return this.#last
  }
}

function bytesOf(chunk: unknown): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk)
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  watchPromise(chunk, ignore)
  const kind = chunk === null ? 'null' : typeof chunk
  throw new TypeError(`streamed content is made of strings and Uint8Arrays, not of: ${kind}`)
}

function isStream(source: unknown): source is Readable {
  return isObject(source) && 'pipe' in source && 'destroy' in source
}

// A stream takes nothing falsy for a failure, and would itself fail at an error whose stack can't be read.
function errorOf(thrown: unknown): Error {
  try {
    if (isError(thrown)) {
      Reflect.get(thrown, 'stack')
      return thrown
    }
  } catch {
    // It fights back.
  }
  return new Error('the source of the content failed', { cause: thrown })
}

// Whether it throws, rejects or never settles: nobody is waiting for it.
async function quietly(call: () => unknown): Promise<void> {
  try {
    await call()
  } catch {
    // It is given up all the same.
  }
}

function ignore(): void {}
