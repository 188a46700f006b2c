import { connect, type Socket } from 'node:net'

const HEAD_END = '\r\n\r\n'

/** A kept connection with one request under way. It reads responses with a Content-Length; the oracle reads some of them again. */
export class Connection {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #answered: ((response: Buffer) => void) | undefined

  /** @param failed gets to know where the connection ends, or what comes is no such response. */
  constructor(port: number, failed: (reason: string) => void) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk) => this.#note(chunk, failed))
    this.#socket.on('error', (error) => failed(String(error)))
    this.#socket.on('end', () => failed('the server closed a kept connection'))
  }

  /** @param answered gets the whole response. */
  ask(request: string, answered: (response: Buffer) => void): void {
    this.#answered = answered
    this.#socket.write(request, 'latin1')
  }

  close(): void {
    this.#socket.destroy()
  }

  #note(chunk: Buffer, failed: (reason: string) => void): void {
    const received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    this.#received = received
    const headEnd = received.indexOf(HEAD_END)
    if (headEnd === -1) return
    const [, length] = /\r\ncontent-length: (\d+)\r\n/i.exec(received.toString('latin1', 0, headEnd + 2)) ?? []
    if (length === undefined) return void failed('a response has no Content-Length')
    const end = headEnd + HEAD_END.length + Number(length)
    if (received.length < end) return
    const answered = this.#answered
    if (received.length > end || answered === undefined) return void failed('more came than was asked for')
    this.#received = Buffer.alloc(0)
    this.#answered = undefined
    answered(received)
  }
}
