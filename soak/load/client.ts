import { setTimeout as pause } from 'node:timers/promises'
import { parseResponses } from '../../test/support/http-message.ts'
import { judge } from '../../test/support/oracle.ts'
import { request } from '../../test/support/requests.ts'
import { Connection } from './connection.ts'

/** What a number of requests brought. */
export interface Measured {
  /** From the moment that each was to be sent, in milliseconds: if it had to wait for its turn, that counts. */
  readonly latencies: number[]
  /** How many had no response after TIMEOUT. */
  timeouts: number
}

/** In milliseconds. */
export const TIMEOUT = 10_000

const CONNECTIONS = 64

/** One response of so many is parsed and judged by the rulebook; of the others the status and the length are looked at. */
const JUDGED = 200

/** Asks a server for the same thing again and again, on kept connections. */
export class LoadClient {
  readonly #port: number
  readonly #sent: string
  readonly #status: string
  readonly #free: Connection[] = []
  readonly #all: Connection[] = []
  #count = 0
  /** What was wrong, if anything was. */
  failure: string | undefined

  constructor(port: number, target: string, status: number) {
    this.#port = port
    this.#sent = request({ target })
    this.#status = `HTTP/1.1 ${status} `
    for (let count = 0; count < CONNECTIONS; count++) {
      const connection = new Connection(port, (reason) => {
        this.failure ??= reason
      })
      this.#all.push(connection)
      this.#free.push(connection)
    }
  }

  /**
   * Sends the next request as soon as one is answered.
   *
   * @returns how many were answered per second, without the first third of the time.
   */
  async closedLoop(seconds: number): Promise<number> {
    let isOver = false
    let answered = 0
    const goOn = (connection: Connection): void => {
      if (isOver) this.#free.push(connection)
      else
        this.#ask(connection, () => {
          answered += 1
          goOn(connection)
        })
    }
    for (const connection of this.#free.splice(0)) goOn(connection)
    await pause((seconds * 1000) / 3)
    const [before, start] = [answered, performance.now()]
    await pause((seconds * 2000) / 3)
    const rate = ((answered - before) * 1000) / (performance.now() - start)
    isOver = true
    await this.#rest()
    return rate
  }

  /** Sends requests at fixed times, whether those before are answered or not. */
  async openLoop(rate: number, seconds: number, measured: Measured): Promise<void> {
    const start = performance.now()
    const total = Math.max(1, Math.floor(rate * seconds))
    const waiting: number[] = []
    let scheduled = 0
    let done = 0
    const send = (): void => {
      while (waiting.length > 0) {
        const connection = this.#free.pop()
        if (connection === undefined) return
        const due = waiting.shift() ?? 0
        this.#ask(connection, () => {
          const latency = performance.now() - due
          if (latency > TIMEOUT) measured.timeouts += 1
          else measured.latencies.push(latency)
          done += 1
          this.#free.push(connection)
          send()
        })
      }
    }
    while (scheduled < total && this.failure === undefined) {
      for (const now = performance.now(); scheduled < total; scheduled++) {
        const due = start + (scheduled * 1000) / rate
        if (due > now) break
        waiting.push(due)
      }
      send()
      await pause(1)
    }
    const last = performance.now() + TIMEOUT
    while (done < total && performance.now() < last && this.failure === undefined) await pause(5)
    measured.timeouts += total - done
  }

  close(): void {
    for (const connection of this.#all) connection.close()
  }

  async #rest(): Promise<void> {
    const last = performance.now() + TIMEOUT
    while (this.#free.length < CONNECTIONS && this.failure === undefined) {
      if (performance.now() > last) this.failure = 'a request was not answered'
      await pause(5)
    }
  }

  #ask(connection: Connection, answered: () => void): void {
    connection.ask(this.#sent, (response) => {
      if (response.toString('latin1', 0, this.#status.length) !== this.#status) {
        this.failure ??= `not ${this.#status}but ${response.toString('latin1', 0, 200)}`
      }
      if (this.#count++ % JUDGED === 0) this.#judge(response)
      answered()
    })
  }

  #judge(response: Buffer): void {
    const { responses, error } = parseResponses(response, ['GET'], false)
    if (error !== undefined) this.failure ??= error
    judge(this.#port, { sent: Buffer.from(this.#sent), responses, closed: 'open', error })
  }
}
