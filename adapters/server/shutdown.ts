import type { Http2Session } from 'node:http2'
import { type HttpProblem, ServiceUnavailable } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { say } from '../../src/text/index.ts'
import { whenOver } from '../node/when-over.ts'
import type { NodeResponse } from '../node/write.ts'
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
  /** How many of them had no complete response in time. */
  readonly cut: number
}

/** For how long nothing may go on before connections that wait for requests are closed, in milliseconds. */
const QUIET = 250

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
  #drained: Promise<Drained> | undefined
  #refusal: HttpProblem | undefined
  #onQuiet: () => void = () => {}

  constructor(server: AnyServer) {
    this.#server = server
    server.on('session', (session: Http2Session) => {
      this.#sessions.add(session)
      session.once('close', () => this.#sessions.delete(session))
    })
  }

  /** Takes note of a request. */
  begin(res: NodeResponse): void {
    this.#responses.add(res)
    if (this.#drained !== undefined) endConnection(res)
    whenOver(res, () => {
      this.#responses.delete(res)
      if (this.#responses.size === 0) this.#onQuiet()
    })
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
    for (const res of this.#responses) endConnection(res)
    const late = setTimeout(() => {
      this.#refusal = withoutStack(() => new ServiceUnavailable({ retryAfter, detail: say('shutting-down') }))
    }, refuseAfter)
    const last = setTimeout(() => {
      cut = this.#responses.size
      for (const session of this.#sessions) session.destroy()
      server.closeAllConnections?.()
    }, timeout)
    let quiet: NodeJS.Timeout | undefined
    this.#onQuiet = () => {
      clearTimeout(quiet)
      quiet = setTimeout(() => {
        if (this.#responses.size === 0) server.closeIdleConnections?.()
      }, QUIET)
    }
    // The first of them follow from the closing itself.
    for (const session of this.#sessions) session.close()
    await new Promise<void>((resolve) => void server.close(() => resolve()))
    for (const timer of [late, last, quiet]) clearTimeout(timer)
    return { cut }
  }
}

/** No request is to follow this response on its connection (RFC 9112 §9.6). On HTTP/2 the session says so (GOAWAY). */
function endConnection(res: NodeResponse): void {
  if (res.stream === undefined && !res.headersSent) res.shouldKeepAlive = false
}

function readDrainOptions(options: DrainOptions): Required<DrainOptions> {
  if (typeof options !== 'object' || options === null) throw new TypeError('the options are an object')
  const { timeout = 10_000, refuseAfter = timeout / 2, retryAfter = 5, ...rest } = options
  for (const name of Object.keys(rest)) {
    throw new TypeError(`there is no option "${name}"; there are timeout, refuseAfter, retryAfter`)
  }
  for (const [name, value] of Object.entries({ timeout, refuseAfter })) {
    if (!(value >= 0 && value <= LONGEST))
      throw new TypeError(`the option "${name}" takes milliseconds, 0 to ${LONGEST}`)
  }
  if (!Number.isInteger(retryAfter) || retryAfter < 0) {
    throw new TypeError('the option "retryAfter" takes a whole number of seconds, 0 or more')
  }
  return { timeout, refuseAfter, retryAfter }
}

/** More would make a timer fire at once. */
const LONGEST = 2 ** 31 - 1
