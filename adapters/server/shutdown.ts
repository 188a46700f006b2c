import type { Http2Session } from 'node:http2'
import { Server as NetServer, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { Server as TlsServer } from 'node:tls'
import { type HttpProblem, ServiceUnavailable } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { checkOptions, say } from '../../src/text/index.ts'
import { checkMilliseconds } from '../node/milliseconds.ts'
import { whenOver } from '../node/when-over.ts'
import { isGone, type NodeResponse } from '../node/write.ts'
import type { AnyServer } from './types.ts'

/** How a server is to go. */
export interface DrainOptions {
  /** After so many milliseconds, what is still going on is cut. Default: 10,000. */
  readonly timeout?: number | undefined
  /** Requests that come later than this on connections that are still open get 503, in milliseconds. Default: half of `timeout`. */
  readonly refuseAfter?: number | undefined
  /** When to try again, in seconds: when another server may have taken over. Default: 5. */
  readonly retryAfter?: number | undefined
}

/** What became of the requests that a server was busy with. */
export interface Drained {
  /** How many of them had no complete response in time, with connections that were upgraded and still open. */
  readonly cut: number
}

/**
 * For how long no request may come before connections that wait for one are closed, in milliseconds: who uses a connection
 * often gets an answer that says that it ends, and loses nothing.
 */
const QUIET = 1000

/** For how long a client may leave its side open once all is cut, in milliseconds. */
const LAST_CALL = 250

/**
 * Ends a server without losing a request: no new connections; responses end their connections (on HTTP/2: GOAWAY, and
 * streams that are open go on); requests that still come on kept ones are answered, late ones with 503 and Retry-After.
 *
 * @param server one that `protect()` was given.
 * @returns a promise that is fulfilled when nothing is open any more; it never rejects. A second call gives the same.
 * @throws {TypeError} for another server, and for options of the wrong form.
 * @example process.once('SIGTERM', async () => { await drain(server, { timeout: 15_000 }); process.exit() })
 */
export function drain(server: AnyServer, options: DrainOptions = {}): Promise<Drained> {
  const state = states.get(server)
  if (state === undefined) throw new TypeError('drain() takes a server that protect() was given')
  return state.drain(readDrainOptions(options))
}

/** Follows what a server does from now on. */
export function track(server: AnyServer): ServerState {
  if (states.has(server)) throw new TypeError('protect() was given this server before')
  const state = new ServerState(server)
  states.set(server, state)
  return state
}

const states: WeakMap<AnyServer, ServerState> = new WeakMap()

class ServerState {
  readonly #server: AnyServer
  readonly #responses = new Set<NodeResponse>()
  readonly #sessions = new Set<Http2Session>()
  readonly #sockets = new Set<Socket>()
  /** Connections on which no request has come yet, or only a part of one. */
  readonly #unused = new Set<Duplex>()
  /** Connections that were given to another protocol. */
  readonly #tunnels = new Set<Duplex>()
  /** The latest response on a connection; others before it may still wait. */
  readonly #latest = new WeakMap<Duplex, NodeResponse>()
  /** Responses that end their connections because the server ends. */
  readonly #ending = new WeakSet<NodeResponse>()
  #drained: Promise<Drained> | undefined
  #refusal: HttpProblem | undefined
  #onQuiet: () => void = () => {}

  constructor(server: AnyServer) {
    this.#server = server
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    server.on(server instanceof TlsServer ? 'secureConnection' : 'connection', (socket: Socket) => {
      // Sessions of HTTP/2 are ended by GOAWAY.
      if (!('closeIdleConnections' in server) || isHttp2(socket)) return
      this.#unused.add(socket)
      socket.once('close', () => this.#unused.delete(socket))
    })
    server.on('listening', () => {
      this.#drained = undefined
      this.#refusal = undefined
    })
    server.on('session', (session: Http2Session) => {
      this.#sessions.add(session)
      session.once('close', () => this.#sessions.delete(session))
      // Its connection was taken before the server stopped listening.
      if (this.#drained !== undefined) session.close()
    })
  }

  /** Takes note of a request. False: it comes behind a response that has said that it is the last (RFC 9112 §9.6). */
  begin(res: NodeResponse): boolean {
    // An application may emit a request again that it has kept, perhaps for too long.
    if (this.#responses.has(res) || isGone(res)) return true
    if (res.stream === undefined && !this.#follow(res)) return false
    this.#responses.add(res)
    if (this.#drained !== undefined && res.stream === undefined) this.#end(res)
    whenOver(res, () => {
      this.#responses.delete(res)
      if (this.#responses.size === 0) this.#onQuiet()
    })
    return true
  }

  #follow(res: NodeResponse): boolean {
    const { socket } = res.req
    this.#unused.delete(socket)
    const before = this.#latest.get(socket)
    if (before !== undefined && this.#ending.has(before)) {
      if (before.headersSent) return false
      // Pipelined: not that response is the last, but this one.
      this.#ending.delete(before)
      before.shouldKeepAlive = true
    }
    this.#latest.set(socket, res)
    return true
  }

  /** Takes note of a connection that goes to another protocol. */
  beginTunnel(socket: Duplex): void {
    this.#unused.delete(socket)
    this.#tunnels.add(socket)
    socket.once('close', () => this.#tunnels.delete(socket))
  }

  /** What a request gets that comes too late. */
  refusal(): HttpProblem | undefined {
    return this.#refusal
  }

  drain(options: Required<DrainOptions>): Promise<Drained> {
    this.#drained ??= this.#drain(options)
    return this.#drained
  }

  async #drain({ timeout, refuseAfter, retryAfter }: Required<DrainOptions>): Promise<Drained> {
    const server = this.#server
    let cut = 0
    for (const res of this.#responses) if (this.#isLatest(res)) this.#end(res)
    const late = setTimeout(() => {
      this.#refusal = withoutStack(() => new ServiceUnavailable({ retryAfter, detail: say('shutting-down') }))
    }, refuseAfter)
    const last = setTimeout(() => {
      cut = this.#responses.size + this.#tunnels.size
      for (const session of this.#sessions) session.destroy()
      server.closeAllConnections?.()
      // What is in the midst of a TLS handshake, or waits for a client that does not end its side either.
      rest = setTimeout(() => {
        for (const socket of this.#sockets) socket.destroy()
      }, LAST_CALL)
    }, timeout)
    let rest: NodeJS.Timeout | undefined
    let quiet: NodeJS.Timeout | undefined
    this.#onQuiet = () => {
      clearTimeout(quiet)
      quiet = setTimeout(() => {
        if (this.#responses.size === 0) this.#closeIdle()
      }, QUIET)
    }
    this.#onQuiet()
    for (const session of this.#sessions) session.close()
    await new Promise<void>((resolve) => {
      // node:http would at once end the connections that are idle, on which requests may be on their way.
      if (server instanceof NetServer) NetServer.prototype.close.call(server, () => resolve())
      else server.close(() => resolve())
    })
    for (const timer of [late, last, rest, quiet]) clearTimeout(timer)
    // The rest of what node:http does then: it looks no more for requests that take too long.
    server.close(() => {})
    return { cut }
  }

  #isLatest(res: NodeResponse): boolean {
    return res.stream === undefined && this.#latest.get(res.req.socket) === res
  }

  /** No request is to follow this response on its connection (RFC 9112 §9.6). On HTTP/2 the session says so (GOAWAY). */
  #end(res: NodeResponse): void {
    if (res.headersSent || res.shouldKeepAlive === false) return
    res.shouldKeepAlive = false
    this.#ending.add(res)
  }

  /** Node counts those on which no request ever came among the busy ones. */
  #closeIdle(): void {
    this.#server.closeIdleConnections?.()
    for (const socket of this.#unused) socket.destroy()
  }
}

function isHttp2(socket: Socket & { readonly alpnProtocol?: unknown }): boolean {
  return socket.alpnProtocol === 'h2'
}

function readDrainOptions(options: DrainOptions): Required<DrainOptions> {
  checkOptions('drain', options, ['timeout', 'refuseAfter', 'retryAfter'])
  const { timeout = 10_000, refuseAfter = timeout / 2, retryAfter = 5 } = options
  checkMilliseconds('the option "timeout"', timeout, 0)
  checkMilliseconds('the option "refuseAfter"', refuseAfter, 0)
  if (!Number.isInteger(retryAfter) || retryAfter < 0) {
    throw new TypeError('the option "retryAfter" takes a whole number of seconds, 0 or more')
  }
  return { timeout, refuseAfter, retryAfter }
}
