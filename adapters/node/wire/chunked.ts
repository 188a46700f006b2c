import type { FieldLine } from '../../../src/rules/index.ts'
import { describeBytes } from './describe-bytes.ts'
import { parseFields } from './head.ts'
import { type Line, LineBuffer } from './line-buffer.ts'

const MAX_LINE = 16_384
const MAX_TRAILERS = 65_536
/** Of all chunks together, sizes and extensions: more is no message but an attack. */
const MAX_SIZE_LINES = 4_194_304

/** Decodes the chunked transfer coding (RFC 9112 §7.1) from pieces of any size. */
export class ChunkedDecoder {
  readonly faults: string[] = []
  /** Those after the last chunk. */
  trailers: readonly FieldLine[] = []
  #state: 'size' | 'data' | 'end of data' | 'trailers' | 'complete' | 'broken' = 'size'
  #remaining = 0
  #trailerLines: string[] = []
  #trailerBytes = 0
  #sizeBytes = 0
  readonly #line = new LineBuffer()
  readonly #onContent: (bytes: Buffer) => void

  constructor(onContent: (bytes: Buffer) => void) {
    this.#onContent = onContent
  }

  get isComplete(): boolean {
    return this.#state === 'complete'
  }

  /** Whether it is no chunked coding, so that the end cannot be known. */
  get isBroken(): boolean {
    return this.#state === 'broken'
  }

  /** Takes bytes; says how many of them belonged to the message. */
  push(bytes: Buffer): number {
    let at = 0
    while (at < bytes.length && this.#state !== 'complete' && this.#state !== 'broken') {
      if (this.#state === 'data') {
        const end = Math.min(bytes.length, at + this.#remaining)
        this.#onContent(bytes.subarray(at, end))
        this.#remaining -= end - at
        at = end
        if (this.#remaining === 0) this.#state = 'end of data'
        continue
      }
      const { next, line } = this.#line.take(bytes, at)
      at = next
      if (line !== undefined) this.#takeLine(line)
      else if (this.#line.length > MAX_LINE) this.#break('A line of the chunked coding does not end.')
    }
    return at
  }

  #takeLine({ bytes, end }: Line): void {
    if (bytes.length > MAX_LINE) {
      this.#break('A line of the chunked coding is too long.')
      return
    }
    const text = bytes.toString('latin1')
    if (end === '\n') this.#note('A line of the chunked coding ends with LF alone.')
    if (this.#state === 'size') this.#takeSize(text)
    else if (this.#state === 'end of data') {
      if (text === '') this.#state = 'size'
      else this.#break(`The data of a chunk are longer than its size says: ${describeBytes(text)}.`)
    } else if (text === '') {
      this.trailers = parseFields(this.#trailerLines, this.faults)
      this.#state = 'complete'
    } else {
      this.#trailerLines.push(text)
      this.#trailerBytes += text.length
      if (this.#trailerBytes > MAX_TRAILERS) this.#break('The trailer section does not end.')
    }
  }

  #takeSize(text: string): void {
    this.#sizeBytes += text.length
    if (this.#sizeBytes > MAX_SIZE_LINES) {
      this.#break('There are more sizes and extensions of chunks than content.')
      return
    }
    const [, size = ''] = /^([0-9A-Fa-f]{1,13})[ \t]*(?:;|$)/.exec(text) ?? []
    if (size === '') {
      this.#break(`The size of a chunk is no number: ${describeBytes(text)}.`)
      return
    }
    this.#remaining = Number.parseInt(size, 16)
    this.#state = this.#remaining === 0 ? 'trailers' : 'data'
  }

  #note(fault: string): void {
    if (!this.faults.includes(fault)) this.faults.push(fault)
  }

  #break(fault: string): void {
    this.#note(fault)
    this.#state = 'broken'
  }
}
