import { connect, type Socket } from 'node:net'
import type { Plan } from './generate/connection.ts'
import { valuesOf } from './read/header-values.ts'
import { type Reading, readRequests } from './read/requests.ts'
import { type Received, ResponseReader } from './read/responses.ts'

/** What a connection carried, both ways. */
export interface Talk {
  readonly plan: Plan
  readonly reading: Reading
  readonly responses: readonly Received[]
  /** What was no HTTP in what came. */
  readonly malformed: string | undefined
  /** How the server ended the connection; `hang`: it did not, though it had to. */
  readonly closed: 'fin' | 'reset' | 'hang'
  /** Whether the client had ended its side before. */
  readonly clientEnded: boolean
}

/**
 * Says what a plan has to say, and listens to the end.
 *
 * @param patience after so many milliseconds without a byte, the server hangs.
 */
export function talk(port: number, plan: Plan, patience: number): Promise<Talk> {
  return new Promise((resolve) => void new Conversation(port, plan, patience, resolve))
}

class Conversation {
  readonly #plan: Plan
  readonly #reading: Reading
  readonly #reader: ResponseReader
  readonly #socket: Socket
  readonly #timer: NodeJS.Timeout
  readonly #resolve: (talk: Talk) => void
  #sent = 0
  #isOver = false
  #hasEnded = false

  constructor(port: number, plan: Plan, patience: number, resolve: (talk: Talk) => void) {
    this.#plan = plan
    this.#reading = readRequests(Buffer.concat(plan.packets))
    this.#reader = new ResponseReader((index) => methodAt(this.#reading, index))
    this.#resolve = resolve
    this.#timer = setTimeout(() => this.#finish('hang'), patience)
    this.#socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    this.#socket.once('connect', () => this.#send())
    this.#socket.on('data', (bytes) => {
      this.#timer.refresh()
      this.#reader.push(bytes)
      if (this.#reader.fault === undefined) this.#maybeEnd()
      else this.#finish('fin')
    })
    this.#socket.once('end', () => this.#finish(wasReset(this.#socket) ? 'reset' : 'fin'))
    this.#socket.once('error', () => this.#finish('reset'))
  }

  #send(): void {
    if (this.#isOver) return
    const packet = this.#plan.packets[this.#sent++]
    if (packet === undefined) {
      if (this.#plan.ends === 'at once') this.#end()
      else this.#maybeEnd()
      return
    }
    this.#socket.write(packet)
    setImmediate(() => this.#send())
  }

  /** Ends the client's side where all is answered that has to be, unless it is on the server to do so. */
  #maybeEnd(): void {
    if (this.#hasEnded || this.#sent <= this.#plan.packets.length || this.#reader.isWithin) return
    const { responses } = this.#reader
    const last = responses.at(-1)
    if (last !== undefined && announcesClose(last)) return
    if (responses.length >= owed(this.#reading)) this.#end()
  }

  #end(): void {
    this.#hasEnded = true
    this.#socket.end()
  }

  #finish(closed: Talk['closed']): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#socket.on('error', () => {})
    this.#socket.destroy()
    this.#reader.end(closed === 'fin')
    this.#resolve({
      plan: this.#plan,
      reading: this.#reading,
      responses: this.#reader.responses,
      malformed: this.#reader.fault,
      closed,
      clientEnded: this.#hasEnded,
    })
  }
}

/** How many final responses have to come while the client waits. The end of what is broken need not be one. */
export function owed({ requests, tail }: Reading): number {
  const last = requests.at(-1)
  // Node's parser tells no error in the content of a request whose wish to upgrade is ignored: its timeout ends the wait.
  const isHushed = last?.content === 'broken' && valuesOf(last.request.fields, 'upgrade').length > 0
  const isOpenEnded = last?.content === 'unfinished' || isHushed
  return requests.length + (tail === 'broken' ? 1 : 0) - (isOpenEnded ? 1 : 0)
}

export function announcesClose({ fields }: Received): boolean {
  return valuesOf(fields, 'connection').some((value) => /(?:^|,)[\t ]*close[\t ]*(?:,|$)/i.test(value))
}

function methodAt({ requests, tail, tailMethod }: Reading, index: number): string | undefined {
  const request = requests[index]
  if (request !== undefined) return request.request.method
  if (index !== requests.length || (tail !== 'broken' && tail !== 'unfinished')) return undefined
  // What cannot be read has a method only perhaps: of a head in several packets Node tells the last, of one that ends too
  // early nothing, and a first line that is none of a request has none.
  // Right behind content, what is the method is a guess, too.
  return tailMethod === 'HEAD' || (tail === 'broken' && requests.length > 0) ? 'HEAD?' : tailMethod
}

/** Node reports a reset that comes together with data as an orderly end; but then there is no peer any more. */
function wasReset(socket: Socket): boolean {
  return !socket.writableEnded && socket.remoteAddress === undefined
}
