import type { Child } from './child.ts'
import { untilIdle } from './faults.ts'
import { LoadClient, type Measured } from './load/client.ts'
import type { Flood, Report } from './report.ts'

export interface FloodPlan {
  /** How long each server is asked for as many 200s as it gives. */
  readonly capacity: number
  /** How long errors are asked for, all in all, and how long 200s. */
  readonly errors: number
  readonly successes: number
  /** In how many parts; the first warms up, and between them the heap is measured. */
  readonly parts: number
}

/**
 * Nothing but errors, at half the rate at which the application answers 200s. Requests are sent at fixed times, whatever
 * the server does, and parts with 200s alternate with parts with errors, so that both meet the same machine.
 */
export async function flood(child: Child, plan: FloodPlan, report: Report): Promise<Flood> {
  const good = new LoadClient(child.port, '/good', 200)
  const bad = new LoadClient(child.port, '/throws', 500)
  try {
    const capacity = await good.closedLoop(plan.capacity)
    const rate = capacity / 2
    const [successes, errors]: [Measured, Measured] = [empty(), empty()]
    for (let part = 0; part < plan.parts; part++) {
      await good.openLoop(rate, plan.successes / plan.parts, successes)
      await bad.openLoop(rate, plan.errors / plan.parts, errors)
      report.sample('flood', await child.vitals())
    }
    for (const failure of [good.failure, bad.failure]) if (failure !== undefined) report.fail('flood', failure)
    report.expect('timeouts of 200s', successes.timeouts, 0)
    report.expect('timeouts of errors', errors.timeouts, 0)
    return { capacity, rate, successes, errors }
  } finally {
    good.close()
    bad.close()
    report.expect('connections that are left after the flood', (await untilIdle(child)).connections, 0)
  }
}

function empty(): Measured {
  return { latencies: [], timeouts: 0 }
}
