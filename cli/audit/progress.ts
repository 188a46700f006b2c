import type { Probe } from '../probes/probe.ts'
import { briefly, safeText, shorten } from '../report/safe-text.ts'
import type { Output } from '../streams.ts'

const INTERVAL = 100

/** One line on a terminal that says what is going on; nothing anywhere else. */
export class Progress {
  #shownAt = 0
  readonly #output: Output

  constructor(output: Output) {
    this.#output = output
  }

  show(requests: number, findings: number, { name, target }: Probe): void {
    const now = performance.now()
    if (this.#output.isTTY !== true || now - this.#shownAt < INTERVAL) return
    this.#shownAt = now
    const line = `${requests} requests, ${findings} rules broken · ${briefly(target)}: ${name}`
    this.#output.write(`\r\u001b[K${shorten(safeText(line), (this.#output.columns ?? 80) - 20)}`)
  }

  clear(): void {
    if (this.#output.isTTY === true && this.#shownAt > 0) this.#output.write('\r\u001b[K')
  }
}
