import { setTimeout as sleep } from 'node:timers/promises'

export interface BudgetOptions {
  /** Requests per second. */
  readonly rate: number
  readonly maxRequests: number
  /** Milliseconds for the whole run. */
  readonly maxTime: number
  /** Whoever has started the run ends it. */
  readonly signal?: AbortSignal | undefined
}

/** Why there is no more, where the user has ended it. */
export const INTERRUPTED = 'interrupted'

/** How many requests, how fast and how long. Whoever sends one asks before. */
export class Budget {
  requests = 0
  /** Why there is no more; undefined: there is. */
  spent: string | undefined
  #next = 0
  readonly #end: number
  readonly #options: BudgetOptions

  constructor(options: BudgetOptions) {
    this.#options = options
    this.#end = performance.now() + options.maxTime
  }

  /** Waits for its turn; says whether a request may be sent. */
  async take(): Promise<boolean> {
    const { rate, maxRequests, maxTime, signal } = this.#options
    const turn = Math.max(this.#next, performance.now())
    if (signal?.aborted) this.spent = INTERRUPTED
    else if (this.requests >= maxRequests) this.spent ??= `after ${maxRequests} requests (--max-requests)`
    else if (turn > this.#end) this.spent ??= `after ${maxTime / 1000} seconds (--max-time)`
    if (this.spent !== undefined) return false
    this.requests++
    this.#next = turn + 1000 / rate
    const wait = turn - performance.now()
    if (wait > 1) await sleep(wait, undefined, { ...(signal && { signal }) }).catch(() => {})
    if (signal?.aborted) this.spent = INTERRUPTED
    return this.spent === undefined
  }
}
