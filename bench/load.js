// @ts-check
/**
 * The load: raw keep-alive connections, each with one request under way (no pipelining). The first response is parsed;
 * every later one has to be the same bytes, but for its Date. That takes two comparisons of memory, so the client is done
 * with a response long before the server has the next one.
 */
import { connect } from 'node:net'
import { parse } from './response.js'

/** @typedef {import('./response.js').Answer} Answer */
/** @typedef {{ socket: import('node:net').Socket, received: Uint8Array }} Connection */

const CONNECTIONS = 8
/** Milliseconds after which a run counts as hung. */
const HUNG = 30_000
const NOTHING = new Uint8Array(0)
const DATE = '\r\nDate: '
const DATE_LENGTH = 'Sun, 06 Nov 1994 08:49:37 GMT'.length

/** The connections to one server, for one kind of request. */
export class Client {
  /**
   * @param {number} port
   * @param {() => string} request
   */
  static async open(port, request) {
    const client = new Client(request)
    for (let n = 0; n < CONNECTIONS; n += 1) client.#connections.push(await client.#connect(port))
    await client.run(1)
    return client
  }

  /** @type {Connection[]} */
  #connections = []
  #request
  /** @type {Answer | undefined} */
  #answer
  /** The bytes of the first response, and where in them the value of Date is. */
  #expected = Buffer.alloc(0)
  #date = 0
  #unsent = 0
  #awaited = 0
  /** @type {(error?: Error) => void} */
  #settle = () => {}

  /** @param {() => string} request */
  constructor(request) {
    this.#request = request
  }

  /** What the server answers to the request. */
  get answer() {
    if (this.#answer === undefined) throw new Error('nothing was answered yet')
    return this.#answer
  }

  /**
   * Sends `count` requests. Resolves when each has its response, rejects when one is not the expected bytes.
   * @param {number} count
   * @returns {Promise<void>}
   */
  run(count) {
    return new Promise((resolve, reject) => {
      const hung = setTimeout(() => this.#settle(new Error(`${this.#awaited} responses never came`)), HUNG)
      this.#settle = (error) => {
        clearTimeout(hung)
        if (error === undefined) resolve()
        else reject(error)
      }
      this.#unsent = count
      this.#awaited = count
      for (const connection of this.#connections.slice(0, count)) this.#send(connection)
    })
  }

  close() {
    for (const { socket } of this.#connections) socket.destroy()
  }

  /**
   * @param {number} port
   * @returns {Promise<Connection>}
   */
  #connect(port) {
    return new Promise((resolve, reject) => {
      const buffer = Buffer.alloc(65_536)
      /** @type {(length: number) => boolean} */
      const callback = (length) => {
        this.#receive(connection, buffer.subarray(0, length))
        return true
      }
      const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer, callback } })
      /** @type {Connection} */
      const connection = { socket, received: NOTHING }
      socket.once('connect', () => resolve(connection))
      socket.on('error', (error) => {
        reject(error)
        this.#settle(error)
      })
      socket.on('end', () => this.#settle(new Error('the server closed a keep-alive connection')))
    })
  }

  /** @param {Connection} connection */
  #send(connection) {
    this.#unsent -= 1
    connection.socket.write(this.#request(), 'latin1')
  }

  /**
   * @param {Connection} connection
   * @param {Uint8Array} chunk
   */
  #receive(connection, chunk) {
    const received = connection.received === NOTHING ? chunk : Buffer.concat([connection.received, chunk])
    const complete = this.#answer === undefined ? this.#learn(received) : received.length >= this.#expected.length
    if (!complete) {
      connection.received = Uint8Array.from(received)
    } else if (!this.#isExpected(received)) {
      this.#settle(new Error(`a response differs from the first one:\n${Buffer.from(received)}`))
    } else {
      connection.received = NOTHING
      this.#awaited -= 1
      if (this.#awaited === 0) this.#settle()
      else if (this.#unsent > 0) this.#send(connection)
    }
  }

  /** @param {Uint8Array} received */
  #learn(received) {
    this.#expected = Buffer.from(received)
    this.#date = this.#expected.indexOf(DATE) + DATE.length
    try {
      this.#answer = parse(this.#expected)
    } catch (error) {
      this.#settle(/** @type {Error} */ (error))
    }
    return this.#answer !== undefined
  }

  /** @param {Uint8Array} received */
  #isExpected(received) {
    const expected = this.#expected
    const rest = this.#date + DATE_LENGTH
    return (
      received.length === expected.length &&
      expected.compare(received, 0, this.#date, 0, this.#date) === 0 &&
      expected.compare(received, rest, received.length, rest, received.length) === 0
    )
  }
}
