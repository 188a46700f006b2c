import type { FieldLine } from '../../src/rules/index.ts'
import { Malformed, quote } from './malformed.ts'
import { type Head, headAt } from './response-head.ts'

/** A final response as it came, and the interim ones before it. */
export interface Received extends Head {
  readonly body: Buffer
  readonly trailers: readonly FieldLine[]
  readonly interim: readonly Head[]
  readonly isComplete: boolean
}

const CHUNK_LINE = /^([\dA-Fa-f]{1,8})(?:[\t ]*;[\t ]*[\x21-\x7e]+)*$/

/**
 * Reads what a server sends on a connection, by the letter of RFC 9112, piece by piece: nothing is forgiven. It knows
 * nothing of `src/`, nor of Node's parser.
 */
export class ResponseReader {
  readonly responses: Received[] = []
  /** The first violation; nothing is read after it. */
  fault: string | undefined
  #rest: Buffer = Buffer.alloc(0)
  #head: Head | undefined
  #interim: Head[] = []
  readonly #methodAt: (index: number) => string | undefined

  /** @param methodAt the method of each request: which responses have no content. Undefined: there is no such request. */
  constructor(methodAt: (index: number) => string | undefined) {
    this.#methodAt = methodAt
  }

  /** Whether a message has begun that is not complete; an interim response is a message. */
  get isWithin(): boolean {
    return this.#rest.length > 0 || this.#head !== undefined
  }

  push(bytes: Buffer): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    if (this.fault !== undefined) return
    try {
      while (this.#rest.length > 0 && this.#step()) {}
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      this.fault = error.message
    }
  }

  /** The server sends no more. `orderly`: with FIN. */
  end(orderly: boolean): void {
    if (this.fault !== undefined || (!this.isWithin && this.#interim.length === 0)) return
    const head = this.#head
    if (head === undefined) this.fault = `The connection ended within the head of a response: ${quote(this.#rest)}`
    else this.#complete(head, this.#rest, this.#rest.length, [], orderly && isWhole(head, this.#rest.length))
  }

  #step(): boolean {
    if (this.#head !== undefined) return this.#readContent(this.#head)
    const method = this.#methodAt(this.responses.length)
    if (method === undefined) throw new Malformed(`More than all responses: ${quote(this.#rest)}`)
    const found = headAt(this.#rest, method)
    if (found === undefined) return false
    this.#rest = this.#rest.subarray(found.end)
    if (found.head.status < 200 && found.head.status !== 101) this.#interim.push(found.head)
    else this.#head = found.head
    // Even with nothing left, an empty message is complete.
    return this.#head === undefined || this.#readContent(this.#head)
  }

  #readContent(head: Head): boolean {
    if (head.framing === 'close' || head.framing === 'none or length') return false
    if (head.framing === 'chunked') return this.#readChunks(head)
    const length = head.framing === 'none' ? 0 : head.length
    if (this.#rest.length < length) return false
    this.#complete(head, this.#rest.subarray(0, length), length, [])
    return true
  }

  #readChunks(head: Head): boolean {
    const parts: Buffer[] = []
    for (let at = 0; ; ) {
      const end = this.#rest.indexOf('\r\n', at)
      if (end === -1) return false
      const [, size] = CHUNK_LINE.exec(this.#rest.toString('latin1', at, end)) ?? []
      if (size === undefined) throw new Malformed(`This is no chunk size: ${quote(this.#rest.subarray(at, end))}`)
      const dataEnd = end + 2 + Number.parseInt(size, 16)
      if (this.#rest.length < dataEnd + 2) return false
      const ending = this.#rest.toString('latin1', dataEnd, dataEnd + 2)
      // None of the applications sends trailers.
      if (ending !== '\r\n')
        throw new Malformed(`A chunk does not end with CRLF, or a trailer: ${quote(this.#rest.subarray(dataEnd))}`)
      if (dataEnd === end + 2) {
        this.#complete(head, Buffer.concat(parts), dataEnd + 2, [])
        return true
      }
      parts.push(this.#rest.subarray(end + 2, dataEnd))
      at = dataEnd + 2
    }
  }

  #complete(head: Head, body: Buffer, length: number, trailers: readonly FieldLine[], isComplete = true): void {
    this.responses.push({ ...head, body, trailers, isComplete, interim: this.#interim })
    this.#rest = this.#rest.subarray(length)
    this.#head = undefined
    this.#interim = []
  }
}

/** Whether a response has come to its end when its connection does. */
function isWhole({ framing, length }: Head, received: number): boolean {
  return framing === 'close' || (framing === 'none or length' && (received === 0 || received === length))
}
