import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Parsed, parseResponses, type RawResponse } from './http-message.ts'
import { judge } from './oracle.ts'
import { methodsOf } from './requests.ts'

export type { RawResponse } from './http-message.ts'
export { pipeline, request } from './requests.ts'

/** Everything that came back on a connection. */
export interface Exchange extends Parsed {
  /** What the server did to the connection: closed it in good order, reset it, or left it open. */
  readonly closed: 'fin' | 'reset' | 'open'
  readonly bytes: Buffer
}

export interface ClientOptions {
  /** How long to wait for what a test waits for, in milliseconds (10,000): a server that hangs fails, not the run. */
  readonly timeoutMs?: number
  /** The methods of the requests, where they cannot be read from what is sent (broken framing). */
  readonly methods?: readonly string[]
}

export interface ExchangeOptions extends ClientOptions {
  /** Time between the parts, in milliseconds. */
  readonly pauseMs?: number
  /** Sends FIN after the last part. */
  readonly halfClose?: boolean
  /** Reads on after the last expected response, until the server closes or the time is up. */
  readonly keepOpen?: boolean
}

/**
 * Sends requests over one connection, and reads until all of them are answered and nothing more comes: a response that
 * announces `Connection: close` is read up to the server's FIN; after any other, the client sends its own FIN and reads
 * what the server still sends (so that content after a HEAD response shows up as an error), and `closed` is `'open'`.
 *
 * @example
 * const { responses, error, closed } = await exchange(port, request({ target: '/orders/42' }))
 */
export function exchange(
  port: number,
  sent: string | Buffer | readonly (string | Buffer)[],
  options: ExchangeOptions = {},
): Promise<Exchange> {
  const { pauseMs = 0, halfClose = false, keepOpen = false } = options
  return converse(port, options, async (conversation) => {
    const [first = '', ...others] = typeof sent === 'string' || Buffer.isBuffer(sent) ? [sent] : sent
    conversation.send(first)
    for (const part of others) {
      await pause(pauseMs)
      conversation.send(part)
    }
    if (halfClose) conversation.halfClose()

    const answered = await conversation.untilAnswered()
    if (answered.closed !== 'open') return answered
    const serverCloses = halfClose || keepOpen || answered.responses.some(announcesClose)
    if (!serverCloses) conversation.halfClose()
    const { closed, error, ...all } = await conversation.untilClosed()
    return { ...all, error: answered.error ?? error, closed: closed === 'fin' && !serverCloses ? 'open' : closed }
  })
}

/**
 * Talks to a server step by step over one connection, which is gone when the talk is over, however it ends.
 *
 * @example
 * await converse(port, {}, async (conversation) => {
 *   conversation.send(request({ method: 'POST', headers: { 'Content-Length': '9' } }))
 *   conversation.send('half')
 *   expect((await conversation.response()).status).toBe(401)
 * })
 */
export async function converse<T>(
  port: number,
  options: ClientOptions,
  talk: (conversation: Conversation) => Promise<T>,
): Promise<T> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
  const conversation = new Conversation(socket, options)
  try {
    await once(socket, 'connect')
    return await talk(conversation)
  } finally {
    socket.destroy()
    judge(port, { sent: conversation.sent, ...conversation.seen() })
  }
}

export class Conversation {
  readonly #socket: Socket
  readonly #options: ClientOptions
  readonly #waiting = new Set<() => void>()
  #sent: Buffer = Buffer.alloc(0)
  #methods: readonly string[] = []
  #received: Buffer = Buffer.alloc(0)
  #closed: Exchange['closed'] = 'open'
  #taken = 0

  constructor(socket: Socket, options: ClientOptions) {
    this.#socket = socket
    this.#options = options
    socket.on('data', (bytes) => this.#note(bytes, 'open'))
    socket.on('end', () => this.#note(Buffer.alloc(0), wasReset(socket) ? 'reset' : 'fin'))
    socket.on('error', () => this.#note(Buffer.alloc(0), 'reset'))
  }

  /** Everything that was sent so far. */
  get sent(): Buffer {
    return this.#sent
  }

  /** Sends a request, several, or a part of one. After the server has closed it does nothing. */
  send(part: string | Buffer): void {
    const bytes = Buffer.from(part)
    this.#sent = Buffer.concat([this.#sent, bytes])
    this.#methods = this.#options.methods ?? methodsOf(this.#sent)
    if (this.#socket.writable) this.#socket.write(bytes)
  }

  /** Sends FIN: no request will follow, responses still may. */
  halfClose(): void {
    this.#socket.end()
  }

  /** The next final response, as soon as it is complete; rejects, saying what came instead, where it never is. */
  async response(): Promise<RawResponse> {
    const index = this.#taken++
    const seen = await this.until(({ responses, error }) => responses[index]?.complete === true || error !== undefined)
    const response = seen.responses[index]
    if (response?.complete) return response
    const came = JSON.stringify(seen.bytes.toString('latin1').slice(-500))
    throw new Error(`No complete response: ${seen.error ?? `connection ${seen.closed}`}; received ${came}`)
  }

  /** Waits until as many complete responses have come as requests were sent. */
  untilAnswered(): Promise<Exchange> {
    return this.until((seen) => seen.error !== undefined || !this.#awaitsResponse(seen))
  }

  /** Waits until the server closes the connection. */
  untilClosed(): Promise<Exchange> {
    return this.until(() => false)
  }

  /** Waits until a condition holds, the server closes, or the time is up. */
  async until(condition: (seen: Exchange) => boolean): Promise<Exchange> {
    const { timeoutMs = 10_000 } = this.#options
    const deadline = performance.now() + timeoutMs
    for (;;) {
      const seen = this.seen()
      if (seen.closed !== 'open' || condition(seen)) return seen
      if (await this.#arrival(deadline - performance.now())) continue
      const error = seen.error ?? `No complete response within ${timeoutMs} ms`
      return this.#awaitsResponse(seen) ? { ...seen, error } : seen
    }
  }

  /** What has come so far. */
  seen(): Exchange {
    const parsed = parseResponses(this.#received, this.#methods, this.#closed === 'fin')
    return { ...parsed, closed: this.#closed, bytes: this.#received }
  }

  /** Whether a request that was sent has no complete response yet. */
  #awaitsResponse({ responses }: Exchange): boolean {
    return responses.length < this.#methods.length || responses.at(-1)?.complete === false
  }

  #note(bytes: Buffer, closed: Exchange['closed']): void {
    this.#received = Buffer.concat([this.#received, bytes])
    if (this.#closed === 'open') this.#closed = closed
    for (const wake of this.#waiting) wake()
  }

  #arrival(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const wake = (arrived: boolean): void => {
        clearTimeout(timer)
        this.#waiting.delete(onArrival)
        resolve(arrived)
      }
      const onArrival = (): void => wake(true)
      const timer = setTimeout(wake, Math.max(0, withinMs), false)
      this.#waiting.add(onArrival)
    })
  }
}

/**
 * Node reports a reset that comes together with data as the data and an orderly end, so that a message without a length
 * would look complete. But a socket that was reset has no peer any more. (Neither has one that both sides have closed:
 * after the client's own FIN this cannot be told.)
 */
function wasReset(socket: Socket): boolean {
  return !socket.writableEnded && socket.remoteAddress === undefined
}

function announcesClose(response: RawResponse): boolean {
  return response.headers('connection').some((value) => /(?:^|,)[\t ]*close[\t ]*(?:,|$)/i.test(value))
}
