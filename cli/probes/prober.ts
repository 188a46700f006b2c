import { endsConnection } from '../../adapters/node/wire/framing.ts'
import { responseOf } from '../../adapters/node/wire/response-message.ts'
import { type Limits, ResponseReader } from '../../adapters/node/wire/response-reader.ts'
import type { Exchange, FieldLine } from '../../src/rules/index.ts'
import { type Budget, INTERRUPTED } from '../audit/budget.ts'
import type { Server } from '../server/server.ts'
import { Connection } from '../wire/connection.ts'
import { bytesOf, messageOf, type WireRequest } from '../wire/request.ts'
import type { Probe, ProbedExchange, Trouble } from './probe.ts'
import { troubleOf } from './troubles.ts'

/** How long to watch for bytes after a response, or for a connection that was not said to end. */
const SETTLE = 30
/** How long to wait for a connection to be closed that was said to end. */
const CLOSE = 1000
const MAX_REFUSED = 3

export interface ProberOptions {
  readonly server: Server
  readonly budget: Budget
  /** For every request, after the usual fields. */
  readonly headers: readonly FieldLine[]
  readonly userAgent: string
  /** For one response, in milliseconds. */
  readonly timeout: number
  /** Ends every wait for an answer. */
  readonly signal?: AbortSignal | undefined
  readonly limits: Limits
  readonly onSend?: (probe: Probe) => void
  readonly onExchange: (exchange: ProbedExchange, probe: Probe) => void
  readonly onTrouble: (trouble: Trouble) => void
}

/** Sends one request at a time, each on a connection of its own, and hands on what came back. */
export class Prober {
  #refused = 0
  readonly #following: (() => void)[] = []
  readonly #options: ProberOptions

  constructor(options: ProberOptions) {
    this.#options = options
  }

  get server(): Server {
    return this.#options.server
  }

  /** Sends a probe and has its exchange audited. After an error, the connection has to be good for a second request. */
  async send(probe: Probe): Promise<ProbedExchange | undefined> {
    const exchange = await this.sendOnly(probe)
    if (exchange !== undefined) this.record(exchange, probe)
    return exchange
  }

  /** Has an exchange audited, with others to compare it with. */
  record(exchange: ProbedExchange, probe: Probe, earlier: readonly Exchange[] = probe.earlier ?? []): void {
    this.#options.onExchange({ ...exchange, earlier }, probe)
    for (const tell of this.#following.splice(0)) tell()
  }

  /** Sends a probe and leaves it to the caller to have its exchange audited. */
  async sendOnly(probe: Probe): Promise<ProbedExchange | undefined> {
    const connection = await this.#connect(probe)
    if (connection === undefined) return undefined
    try {
      const request = this.#requestOf(probe)
      const exchange = await this.#converse(connection, request, probe)
      if (exchange !== undefined && this.#isReusable(connection, exchange)) await this.#followUp(connection, probe)
      return exchange
    } finally {
      connection.destroy()
    }
  }

  async #connect(probe: Probe): Promise<Connection | undefined> {
    const { server, budget, timeout, signal, onSend, onTrouble } = this.#options
    if (!(await budget.take())) return undefined
    onSend?.(probe)
    try {
      const connection = await Connection.open(server.peer, timeout, signal)
      this.#refused = 0
      return connection
    } catch (error) {
      if (signal?.aborted) return this.#interrupted()
      const reason = error instanceof Error ? error.message : String(error)
      onTrouble(troubleOf(probe, 'wire-refused', `The server accepts no connection any more: ${reason}.`))
      if (++this.#refused >= MAX_REFUSED) budget.spent ??= 'because the server accepts no connection any more'
      return undefined
    }
  }

  async #converse(
    connection: Connection,
    request: WireRequest,
    probe: Probe,
    isReused = false,
  ): Promise<ProbedExchange | undefined> {
    const { server, timeout, limits, signal, onTrouble } = this.#options
    const reader = new ResponseReader(request.method, limits)
    const ending = await connection.exchange(bytesOf(request), reader, timeout)
    const isSettled = reader.state === 'complete' && ending === 'done'
    const closed = isSettled ? await this.#watchEnd(connection, request, reader) : connection.isClosed || undefined
    if (signal?.aborted) return this.#interrupted()
    const response = responseOf(reader, closed)
    const tell = (id: Trouble['id'], what: string): void => onTrouble(troubleOf(probe, id, what))
    if (response === undefined) {
      if (reader.state === 'garbage' || reader.hasBegun)
        tell('wire-garbage', reader.faults.join(' ') || 'No final response.')
      else if (ending === 'timeout') tell('wire-no-answer', `No answer within ${timeout / 1000} s.`)
      // It may have decided to close before it saw the request (RFC 9112 §9.5).
      else if (isReused) this.#tellClosed(probe)
      else
        tell('wire-closed', `The server ${ending === 'reset' ? 'reset' : 'closed'} the connection without an answer.`)
      return undefined
    }
    if (reader.faults.length > 0) tell('wire-malformed', reader.faults.join(' '))
    if (reader.state === 'endless')
      tell('wire-not-read', `The content is longer than ${limits.content} bytes and was not read to its end.`)
    else if (ending === 'timeout')
      tell('wire-not-read', `The content did not end within ${timeout / 1000} s, so nothing is said of it.`)
    return { request: messageOf(request, server.peer.secure), interim: reader.interim, response }
  }

  /** Whether the server closes the connection; undefined where there was no time to be sure. */
  async #watchEnd(
    connection: Connection,
    request: WireRequest,
    { head }: ResponseReader,
  ): Promise<boolean | undefined> {
    // RFC 9112 §9.6: who gets `close` closes, and says so.
    const ends =
      endsConnection(request.version, request.fields) ||
      (head !== undefined && endsConnection(head.version, head.fields))
    const wait = Math.min(this.#options.timeout, ends ? CLOSE : SETTLE)
    return (await connection.closes(wait)) || (ends && wait < CLOSE ? undefined : false)
  }

  #isReusable(connection: Connection, { request, response }: ProbedExchange): boolean {
    return (
      response.status >= 400 &&
      response.complete === true &&
      response.surplus === 0 &&
      !connection.isClosed &&
      request.version === '1.1' &&
      !endsConnection('1.1', request.fields) &&
      !endsConnection(response.version, response.fields)
    )
  }

  /** RFC 9112 §9.3: a connection persists unless its end is announced. */
  async #followUp(connection: Connection, { name, hostile }: Probe): Promise<void> {
    const { server, budget, onSend, onExchange } = this.#options
    const probe: Probe = {
      name: `a second GET on the connection of: ${name}`,
      target: server.target,
      fields: [['Connection', 'close']],
      ...(hostile === undefined ? {} : { hostile }),
    }
    if (!(await budget.take())) return
    onSend?.(probe)
    if (connection.isClosed) return this.#tellClosed(probe)
    const exchange = await this.#converse(connection, this.#requestOf(probe), probe, true)
    // The error itself comes first.
    if (exchange !== undefined) this.#following.push(() => onExchange({ ...exchange, earlier: [] }, probe))
  }

  /** What came of an exchange that we ended ourselves says nothing of the server. */
  #interrupted(): undefined {
    this.#options.budget.spent = INTERRUPTED
  }

  #tellClosed(probe: Probe): void {
    const what = 'The server closed the connection without saying so before.'
    this.#options.onTrouble({ ...troubleOf(probe, 'wire-keep-alive', what), severity: 'note' })
  }

  #requestOf({ method = 'GET', target, version = '1.1', fields = [], hosts, content }: Probe): WireRequest {
    const { server, headers, userAgent } = this.#options
    const usual: FieldLine[] = [
      ['User-Agent', userAgent],
      ['Accept', '*/*'],
      // Else content comes compressed, and the rules cannot look into it.
      ['Accept-Encoding', 'identity'],
    ]
    const length: FieldLine[] = content === undefined ? [] : [['Content-Length', String(Buffer.byteLength(content))]]
    const own = [...fields, ...length]
    const ownNames = new Set(own.map(([name]) => name.toLowerCase()))
    const given = headers.filter(([name]) => !ownNames.has(name.toLowerCase()))
    const givenNames = new Set([...ownNames, ...given.map(([name]) => name.toLowerCase())])
    const ownHosts = given.filter(([name]) => name.toLowerCase() === 'host').map(([, value]) => value)
    return {
      method,
      target,
      version,
      fields: [
        ...(hosts ?? (ownHosts.length > 0 ? ownHosts : [server.host])).map((host): FieldLine => ['Host', host]),
        ...usual.filter(([name]) => !givenNames.has(name.toLowerCase())),
        ...given.filter(([name]) => name.toLowerCase() !== 'host'),
        ...own,
      ],
      ...(content === undefined ? {} : { content }),
    }
  }
}
