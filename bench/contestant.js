// @ts-check
/** A contestant: a server in a process of its own, that tells how much CPU time it has used. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** @typedef {import('./scenarios.js').Kind} Kind */
/** @typedef {'express' | 'koa'} Framework */

export class Contestant {
  /**
   * @param {Framework} framework
   * @param {Kind} kind
   * @param {import('./answers.js').Answers} answers for those who write what others have rendered
   */
  static async start(framework, kind, answers) {
    const file = kind === 'node-http' ? 'node-http.js' : `${framework}-${kind}.js`
    const contestant = new Contestant(kind, file, JSON.stringify(answers))
    contestant.port = await contestant.#ask('port')
    return contestant
  }

  port = 0
  kind
  #file
  #child
  /** @type {Error | undefined} */
  #error
  /** @type {(error: Error) => void} */
  #refuse = () => {}

  /**
   * @param {Kind} kind
   * @param {string} file in servers/
   * @param {string} argument
   */
  constructor(kind, file, argument) {
    this.kind = kind
    this.#file = file
    this.#child = fork(fileURLToPath(new URL(`servers/${file}`, import.meta.url)), [argument], {
      env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', DEBUG: '' },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    // Who logs is measured with the log, which is another comparison.
    for (const output of [this.#child.stdout, this.#child.stderr]) {
      output?.on('data', (text) => this.#fail(`wrote to its console:\n${text}`))
    }
    this.#child.on('exit', (code) => this.#fail(`ended with ${code}`))
  }

  /** @returns {Promise<number>} microseconds of CPU, user and system, of all threads of the process since it started */
  cpu() {
    return this.#ask('cpu')
  }

  stop() {
    this.#child.kill()
  }

  /**
   * @param {'port' | 'cpu'} question
   * @returns {Promise<number>}
   */
  #ask(question) {
    return new Promise((resolve, reject) => {
      if (this.#error !== undefined) throw this.#error
      this.#refuse = reject
      this.#child.once('message', (answer) => resolve(Number(answer)))
      this.#child.send(question)
    })
  }

  /** @param {string} what */
  #fail(what) {
    this.#error ??= new Error(`${this.#file} ${what}`)
    this.#refuse(this.#error)
  }
}
