import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { ResponseReader } from '../../adapters/node/wire/response-reader.ts'

/** Where to connect to: an address that was checked, never a name. */
export interface Peer {
  readonly address: string
  readonly port: number
  readonly secure: boolean
  /** The name for TLS; undefined for an address. */
  readonly serverName: string | undefined
  /** Whether a certificate has to be valid. */
  readonly verify: boolean
}

/** How a wait for a response ended. */
export type Ending = 'done' | 'closed' | 'reset' | 'timeout'

/** A connection to a server that may do anything: nothing here waits longer than it is told, and nothing throws. */
export class Connection {
  #state: 'open' | 'closed' | 'reset' = 'open'
  #reader: ResponseReader | undefined
  #wake: (() => void) | undefined
  readonly #socket: Socket

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (bytes: Buffer) => {
      this.#reader?.push(bytes)
      // Nobody reads what goes on and on.
      if (this.#reader?.state === 'endless' || this.#reader?.state === 'garbage') this.#socket.pause()
      this.#wake?.()
    })
    socket.on('end', () => this.#end('closed'))
    socket.on('error', () => this.#end('reset'))
    socket.on('close', () => this.#end('closed'))
  }

  /** @throws Error where the connection or its TLS does not come about in time */
  static open(peer: Peer, timeout: number, signal?: AbortSignal): Promise<Connection> {
    const { promise, resolve, reject } = deferred<Connection>()
    const { address: host, port, secure, serverName, verify } = peer
    const socket = secure
      ? connectTls({
          host,
          port,
          ALPNProtocols: ['http/1.1'],
          rejectUnauthorized: verify,
          ...(serverName === undefined ? {} : { servername: serverName }),
        })
      : connectTcp({ host, port })
    socket.setNoDelay(true)
    const timer = setTimeout(() => socket.destroy(new Error(`no connection within ${timeout / 1000} s`)), timeout)
    // Also later: whoever waits for an answer then sees the connection closed.
    const abort = (): void => void socket.destroy()
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { once: true })
    socket.once('close', () => signal?.removeEventListener('abort', abort))
    const fail = (error: Error): void => {
      clearTimeout(timer)
      reject(error)
    }
    socket.once('error', fail)
    socket.once('close', () => fail(new Error('the connection was closed at once')))
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      socket.off('error', fail)
      resolve(new Connection(socket))
    })
    return promise
  }

  /** Whether the server has closed it. */
  get isClosed(): boolean {
    return this.#state !== 'open'
  }

  /** Sends a request and reads until its response is complete, for so many milliseconds at most. */
  async exchange(bytes: Buffer, reader: ResponseReader, timeout: number): Promise<Ending> {
    this.#reader = reader
    if (this.#state === 'open') this.#socket.write(bytes)
    await this.#until(() => reader.isDone || this.isClosed, timeout)
    if (this.isClosed) reader.end(this.#state === 'closed')
    if (reader.isDone && reader.state !== 'cut') return 'done'
    if (this.#state === 'open') return reader.isDone ? 'done' : 'timeout'
    return this.#state
  }

  /** Waits for the server to close it; says whether it did. */
  async closes(within: number): Promise<boolean> {
    await this.#until(() => this.isClosed, within)
    return this.isClosed
  }

  destroy(): void {
    this.#reader = undefined
    this.#socket.destroy()
  }

  #end(state: 'closed' | 'reset'): void {
    if (this.#state === 'open') this.#state = state
    this.#wake?.()
  }

  #until(holds: () => boolean, timeout: number): Promise<void> {
    const { promise, resolve } = deferred<void>()
    const finish = (): void => {
      clearTimeout(timer)
      this.#wake = undefined
      resolve()
    }
    const timer = setTimeout(finish, timeout)
    this.#wake = () => {
      if (holds()) finish()
    }
    this.#wake()
    return promise
  }
}

function deferred<T>(): {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (error: Error) => void
} {
  let resolve: (value: T) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue
    reject = onError
  })
  return { promise, resolve, reject }
}
