import type { Measured } from './load/client.ts'
import { growth, type Sample } from './load/statistics.ts'
import type { Vitals } from './vitals.ts'

/** What a server did under load. */
export interface Flood {
  /** 200s per second, as many as it gives. */
  readonly capacity: number
  /** Requests per second that were sent. */
  readonly rate: number
  readonly successes: Measured
  readonly errors: Measured
}

export type Phase = 'faults' | 'flood'

/** By so much a heap may grow in a phase, in bytes. */
export const MOST_GROWTH: number = 5 * 1024 * 1024

/** What is found out about one server. */
export class Report {
  readonly host: string
  /** How many requests each scenario made. */
  readonly counts: Map<string, number> = new Map()
  /** What did not hold, and of which scenario. */
  readonly failures: (readonly [scenario: string, what: string])[] = []
  readonly #samples: Record<Phase, Sample[]> = { faults: [], flood: [] }
  readonly #start: number = performance.now()
  /** What is to be known beside that, each once. */
  readonly notes: Set<string> = new Set()
  /** The most bytes that were read of one upload that was refused. */
  mostRead: number | undefined
  flood: Flood | undefined
  last: Vitals | undefined

  constructor(host: string) {
    this.host = host
  }

  count(scenario: string, requests: number): void {
    this.counts.set(scenario, (this.counts.get(scenario) ?? 0) + requests)
  }

  fail(scenario: string, what: string): void {
    this.failures.push([scenario, what])
  }

  note(scenario: string, what: string): void {
    this.notes.add(`${scenario}: ${what}`)
  }

  expect(what: string, value: number, expected: number): void {
    if (value !== expected) this.fail(what, `${value}, not ${expected}`)
  }

  expectAtMost(what: string, value: number, limit: number): void {
    if (!(value <= limit)) this.fail(what, `${value}, more than ${limit}`)
  }

  /** Takes down the heap as it is after a collection, with no request under way but those of the slow clients. */
  sample(phase: Phase, { heapUsed }: Vitals): void {
    this.#samples[phase].push({ seconds: (performance.now() - this.#start) / 1000, bytes: heapUsed })
  }

  /** By how much the heap grew, the first third left out: a server warms up. Undefined where too little was measured. */
  growth(phase: Phase): number | undefined {
    const samples = this.#samples[phase]
    return growth(samples.slice(Math.ceil(samples.length / 3)))
  }

  /** Looks at what can only be told at the end. */
  end(vitals: Vitals): void {
    this.last = vitals
    for (const trouble of vitals.troubles) this.fail('the process', trouble)
    for (const phase of ['faults', 'flood'] as const) {
      this.expectAtMost(`growth of the heap, ${phase}`, this.growth(phase) ?? 0, MOST_GROWTH)
    }
  }
}
