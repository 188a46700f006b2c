import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Vitals } from './vitals.ts'

/** A server in a process of its own, so that its heap and its end are nobody else's. */
export class Child {
  readonly name: string
  readonly #process: ChildProcess
  #port = 0
  #received: (message: unknown) => void = () => {}
  #crash: string | undefined
  #printed = ''

  /**
   * Starts a server on a host of the matrix.
   *
   * @param main what the process is to run.
   */
  static async start(main: string, name: string): Promise<Child> {
    const process_ = fork(main, [name], {
      execArgv: ['--expose-gc'],
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    const child = new Child(name, process_)
    child.#port = Number(await child.#message())
    return child
  }

  private constructor(name: string, process_: ChildProcess) {
    this.name = name
    this.#process = process_
    // What the application's broken callbacks are reported with; only the last of it is worth a look, after a crash.
    process_.stderr?.on('data', (chunk: Buffer) => {
      this.#printed = (this.#printed + chunk).slice(-2000)
    })
    process_.once('exit', (code, signal) => {
      this.#crash = `exit code ${code ?? signal}\n${this.#printed}`
      this.#received(undefined)
    })
    process_.on('message', (message) => this.#received(message))
  }

  get port(): number {
    return this.#port
  }

  /** How its process ended, where nobody asked it to. */
  get crash(): string | undefined {
    return this.#crash
  }

  /** @throws {Error} where the process is gone. */
  async vitals(): Promise<Vitals> {
    if (this.#crash === undefined) this.#process.send('vitals')
    return (await this.#message()) as Vitals
  }

  async stop(): Promise<void> {
    if (this.#crash !== undefined) return
    const exit = once(this.#process, 'exit')
    this.#process.disconnect()
    await exit
  }

  async #message(): Promise<unknown> {
    const message = await new Promise((resolve) => {
      this.#received = resolve
      if (this.#crash !== undefined) resolve(undefined)
    })
    if (message === undefined) throw new Error(`the server on ${this.name} crashed: ${this.#crash}`)
    return message
  }
}
