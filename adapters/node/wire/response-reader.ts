import type { FieldLine, InterimMessage } from '../../../src/rules/index.ts'
import { ByteBuffer } from './byte-buffer.ts'
import { ChunkedDecoder } from './chunked.ts'
import { describeBytes } from './describe-bytes.ts'
import { type Framing, framingOf } from './framing.ts'
import { type Head, isStatusLine, parseHead } from './head.ts'
import { LineBuffer } from './line-buffer.ts'

const MAX_INTERIM = 64
const MAX_SURPLUS = 65_536

export interface Limits {
  /** Bytes of content, and then reading stops. */
  readonly content: number
  /** Bytes of a status line and its field section. */
  readonly head: number
}

/**
 * - `garbage`: what came is no HTTP response.
 * - `endless`: it is longer than the limits.
 */
export type ReaderState = 'head' | 'content' | 'complete' | 'cut' | 'garbage' | 'endless'

/**
 * Reads one final HTTP/1 response, and the interim ones before it, from pieces of any size. It is lenient, so that what
 * broken servers send can be shown, and says what broke in `faults`. It never throws.
 */
export class ResponseReader {
  readonly interim: InterimMessage[] = []
  readonly faults: string[] = []
  head: Head | undefined
  framing: Framing | undefined
  #state: ReaderState = 'head'
  readonly #content = new ByteBuffer()
  #chunked: ChunkedDecoder | undefined
  #surplus: Buffer[] = []
  #surplusLength = 0
  #lines: string[] = []
  #raw: string[] = []
  #rawLength = 0
  readonly #line = new LineBuffer()
  readonly #method: string
  readonly #limits: Limits

  constructor(method: string, limits: Limits) {
    this.#method = method
    this.#limits = limits
  }

  get state(): ReaderState {
    return this.#state
  }

  /** Whether there is nothing more to wait for. */
  get isDone(): boolean {
    return this.#state !== 'head' && this.#state !== 'content'
  }

  /** Whether anything came at all. */
  get hasBegun(): boolean {
    return this.#rawLength > 0 || this.#line.length > 0 || this.head !== undefined || this.interim.length > 0
  }

  get content(): Buffer {
    return this.#content.bytes()
  }

  get trailers(): readonly FieldLine[] {
    return this.#chunked?.trailers ?? []
  }

  /** What is wrong with the chunks, if anything is. */
  get chunkFault(): string | undefined {
    return this.#chunked?.faults[0]
  }

  /** What came after the end of the response. */
  get surplus(): Buffer {
    return Buffer.concat(this.#surplus)
  }

  push(bytes: Buffer): void {
    let at = 0
    while (at < bytes.length && this.#state === 'head') at = this.#pushHead(bytes, at)
    if (at === bytes.length) return
    const rest = at === 0 ? bytes : bytes.subarray(at)
    if (this.#state === 'content') this.#pushContent(rest)
    else if (this.#state === 'complete') this.#pushSurplus(rest)
  }

  /** The server sends no more. `orderly`: with FIN, not with RST. */
  end(orderly: boolean): void {
    if (this.#state === 'content') {
      this.#state = this.framing?.kind === 'close' && orderly ? 'complete' : 'cut'
      this.faults.push(...(this.#chunked?.faults ?? []))
    } else if (this.#state === 'head' && this.hasBegun) {
      const sample = this.#raw.join('') + Buffer.concat(this.#line.flush()).toString('latin1')
      if (!isStatusLine(this.#lines[0] ?? ''))
        this.#fail('garbage', `This is no HTTP response: ${describeBytes(sample)}.`)
      else this.#fail('garbage', `The field section is cut short: ${describeBytes(sample)}.`)
    }
  }

  #pushHead(bytes: Buffer, from: number): number {
    const { next, line } = this.#line.take(bytes, from)
    if (line === undefined) {
      if (this.#rawLength + this.#line.length > this.#limits.head)
        this.#fail('endless', `The field section is longer than ${this.#limits.head} bytes.`)
      return next
    }
    const text = line.bytes.toString('latin1')
    if (this.#lines.length === 0 && text === '') {
      this.#note('There is an empty line before the status line.')
      return next
    }
    if (this.#lines.length === 0 && !isStatusLine(text)) {
      this.#fail('garbage', `This is no HTTP response: ${describeBytes(text)}.`)
      return next
    }
    if (line.end === '\n') this.#note('A line of the head ends with LF alone.')
    this.#raw.push(text, line.end)
    this.#rawLength += text.length + line.end.length
    if (text !== '') this.#lines.push(text)
    else this.#endHead()
    if (this.#rawLength > this.#limits.head)
      this.#fail('endless', `The field section is longer than ${this.#limits.head} bytes.`)
    return next
  }

  #endHead(): void {
    const head = parseHead(this.#raw.join(''), this.#lines)
    this.faults.push(...head.faults)
    this.#raw = []
    this.#lines = []
    this.#rawLength = 0
    if (head.status < 200 && head.status !== 101) {
      const { version, status, reason, fields } = head
      this.interim.push({ version, status, reason, fields })
      if (this.interim.length > MAX_INTERIM)
        this.#fail('endless', `There are more than ${MAX_INTERIM} interim responses.`)
      return
    }
    this.head = head
    this.framing = framingOf(this.#method, head, this.faults)
    if (this.framing.kind === 'chunked') this.#chunked = new ChunkedDecoder((bytes) => this.#keep(bytes))
    const isEmpty = this.framing.kind === 'none' || (this.framing.kind === 'length' && this.framing.length === 0)
    this.#state = isEmpty ? 'complete' : 'content'
  }

  #pushContent(bytes: Buffer): void {
    if (this.#chunked !== undefined) {
      const taken = this.#chunked.push(bytes)
      if (this.#chunked.isBroken) this.#state = 'cut'
      else if (this.#chunked.isComplete) this.#complete(bytes.subarray(taken))
      if (this.#chunked.isBroken || this.#chunked.isComplete) this.faults.push(...this.#chunked.faults)
      return
    }
    if (this.framing?.kind !== 'length') {
      this.#keep(bytes)
      return
    }
    const end = Math.min(bytes.length, this.framing.length - this.#content.length)
    this.#keep(bytes.subarray(0, end))
    if (this.#state === 'content' && this.#content.length === this.framing.length) this.#complete(bytes.subarray(end))
  }

  #keep(bytes: Buffer): void {
    this.#content.push(bytes)
    if (this.#content.length > this.#limits.content) {
      this.#state = 'endless'
      this.#content.clear()
    }
  }

  #complete(rest: Buffer): void {
    if (this.#state !== 'content') return
    this.#state = 'complete'
    if (rest.length > 0) this.#pushSurplus(rest)
  }

  #pushSurplus(bytes: Buffer): void {
    if (this.#surplusLength >= MAX_SURPLUS) return
    this.#surplus.push(bytes.subarray(0, MAX_SURPLUS - this.#surplusLength))
    this.#surplusLength += bytes.length
  }

  #note(fault: string): void {
    if (!this.faults.includes(fault)) this.faults.push(fault)
  }

  #fail(state: 'garbage' | 'endless', fault: string): void {
    this.#state = state
    this.#note(fault)
  }
}
