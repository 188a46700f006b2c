import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { type ParsedSipResponse, parseSipResponse, type SipResponse } from 'statuswise/sip'
import { type Endpoint, newBranch, newCall, type Request, requestText } from './messages.ts'

/** How a caller talks to its peer. */
export interface CallerOptions {
  readonly peer: Endpoint
  /** How long to wait for a final response, in milliseconds. */
  readonly timeout?: number | undefined
  /** T1 of RFC 3261 §17.1.1.1: when to send again what has had no answer, in milliseconds. */
  readonly resendAfter?: number | undefined
}

/** Places calls over one UDP socket. */
export interface Caller {
  /** Invites somebody, hangs up when they answer, and gives the final response, in bounded time. Never rejects. */
  call(callee: string, signal: AbortSignal): Promise<SipResponse>
  close(): Promise<void>
}

// What RFC 3261 §8.1.3.1 says to take silence and failures of the transport for.
const SILENCE: SipResponse = { status: 408, reason: 'Request Timeout' }
const UNREACHABLE: SipResponse = { status: 503, reason: 'Service Unavailable' }

/** Opens a socket that hears nobody but the peer. */
export async function openCaller(options: CallerOptions): Promise<Caller> {
  const { peer, timeout = 5000, resendAfter = 500 } = options
  const socket = createSocket('udp4')
  socket.connect(peer.port, peer.address)
  await once(socket, 'connect')
  const local = socket.address()
  const talk = new Talk(socket, resendAfter)

  function call(callee: string, signal: AbortSignal): Promise<SipResponse> {
    return new Promise((resolve) => {
      if (talk.isClosed) return resolve(UNREACHABLE)
      const dialog = newCall(local, `sip:${callee}@${peer.address}:${peer.port}`)
      const invite: Request = { method: 'INVITE', branch: newBranch(), sequence: 1 }
      const text = (request: Request): string => requestText(dialog, request)
      const done = { ringing: false, over: false, cancelled: false, hungUp: new Set<string | undefined>() }

      function end(response: SipResponse): void {
        done.over = true
        clearTimeout(timer)
        signal.removeEventListener('abort', leave)
        talk.unreachable.delete(end)
        resolve(response)
      }

      // RFC 3261 §9.1: what nobody has answered at all cannot be cancelled yet.
      function leave(): void {
        end(SILENCE)
        if (!done.ringing || done.cancelled) return
        done.cancelled = true
        talk.request('CANCEL', invite.branch, text({ ...invite, method: 'CANCEL' }))
      }

      function heard(response: ParsedSipResponse): void {
        if (response.status < 200) {
          done.ringing = true
          if (done.over) leave()
          return
        }
        const to = response.headers.to?.[0]
        if (response.status >= 300) talk.send(text({ ...invite, method: 'ACK', to }))
        else hangUp(to, contactOf(response))
        end(response)
      }

      // RFC 3261 §13.2.2.4: a 2xx is acknowledged whenever it comes; then the call, which nobody here wants to have, ends.
      // Of several phones that were rung, each that answers has a call of its own, told by the tag of its To.
      function hangUp(to: string | undefined, uri: string | undefined): void {
        talk.send(text({ method: 'ACK', branch: newBranch(), sequence: 1, to, uri }))
        const branch = newBranch()
        if (!done.hungUp.has(to)) talk.request('BYE', branch, text({ method: 'BYE', branch, sequence: 2, to, uri }))
        done.hungUp.add(to)
      }

      const timer = setTimeout(leave, timeout)
      signal.addEventListener('abort', leave)
      talk.unreachable.add(end)
      talk.request('INVITE', invite.branch, text(invite), heard)
      if (signal.aborted) leave()
    })
  }

  return { call, close: () => talk.close() }
}

/** Requests that wait for responses. */
class Talk {
  /** The calls that have to be told when nothing gets through. */
  readonly unreachable: Set<(response: SipResponse) => void> = new Set()
  isClosed = false
  readonly #socket: Socket
  readonly #resendAfter: number
  readonly #transactions = new Map<string, { heard(response: ParsedSipResponse): void; end(): void }>()

  constructor(socket: Socket, resendAfter: number) {
    this.#socket = socket
    this.#resendAfter = resendAfter
    socket.on('message', (bytes) => this.#hear(bytes.toString()))
    // ECONNREFUSED, for one: nobody listens there.
    socket.on('error', () => this.#fail())
  }

  send(text: string): void {
    // A failure that a send comes to know of is no 'error' of the socket any more. What no datagram holds, such as an
    // answer to a very long To, says nothing of the way to the peer.
    this.#socket.send(text, (error: NodeJS.ErrnoException | null) => {
      if (error !== null && error.code !== 'EMSGSIZE') this.#fail()
    })
  }

  /**
   * Sends a request, again and again until something comes back (RFC 3261 §17.1), and hears out what still comes for 64
   * times as long as it waits for the first answer: late responses have to be acknowledged, too.
   */
  request(method: string, branch: string, text: string, heard: (response: ParsedSipResponse) => void = () => {}): void {
    const key = `${method} ${branch}`
    let delay = this.#resendAfter
    const again = (): void => {
      this.send(text)
      timer = setTimeout(again, delay)
      delay *= 2
    }
    let timer: NodeJS.Timeout | undefined
    const end = (): void => {
      clearTimeout(timer)
      clearTimeout(last)
      this.#transactions.delete(key)
    }
    const last = setTimeout(end, 64 * this.#resendAfter)
    this.#transactions.get(key)?.end()
    this.#transactions.set(key, {
      end,
      heard(response) {
        clearTimeout(timer)
        heard(response)
      },
    })
    again()
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    this.#fail()
    for (const { end } of [...this.#transactions.values()]) end()
    this.#socket.close()
    await once(this.#socket, 'close')
  }

  #fail(): void {
    for (const tell of [...this.unreachable]) tell(UNREACHABLE)
  }

  // RFC 3261 §17.1.3: a response belongs to the request whose branch and method it repeats. All else is noise.
  #hear(text: string): void {
    const response = parsed(text)
    const branch = /;\s*branch\s*=\s*([^\s;,]+)/i.exec(response?.headers.via?.[0] ?? '')?.[1]
    const method = /^\d+\s+(\w+)$/.exec(response?.headers.cseq?.[0] ?? '')?.[1]
    if (response !== undefined) this.#transactions.get(`${method} ${branch}`)?.heard(response)
  }
}

function parsed(text: string): ParsedSipResponse | undefined {
  try {
    return parseSipResponse(text)
  } catch {
    return undefined
  }
}

// Where the rest of the call goes (RFC 3261 §12.1.2).
function contactOf({ headers }: ParsedSipResponse): string | undefined {
  return /<(sips?:[^\s<>"]+)>/i.exec(headers.contact?.[0] ?? '')?.[1]
}
