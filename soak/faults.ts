import type { Child } from './child.ts'
import { failingCallbacks } from './clients/callbacks.ts'
import { BEYOND_REACH, cutResponses, failingHandlers, ownContexts } from './clients/handlers.ts'
import { garbage, idle, smuggling } from './clients/hostile.ts'
import { notReading, resets } from './clients/leaving.ts'
import { PATIENCE, type Scenario } from './clients/scenario.ts'
import { sendSlowly } from './clients/slow.ts'
import { MOST_READ, refusedUploads } from './clients/uploads.ts'
import type { Report } from './report.ts'
import type { Vitals } from './vitals.ts'

const scenarios: readonly Scenario[] = [
  failingHandlers,
  cutResponses,
  ownContexts,
  failingCallbacks,
  smuggling,
  garbage,
  resets,
  notReading,
  refusedUploads,
  idle,
]

const SLOW = 'one byte per second'

/** In bytes, beyond what the process had after the first round. */
const MOST_RSS = 150 * 1024 * 1024

/** All clients at once, again and again, until the time is up; at least once. */
export async function faults(child: Child, seconds: number, report: Report): Promise<void> {
  const end = performance.now() + seconds * 1000
  const slow = attempt(SLOW, report, () => sendSlowly(child.port, seconds))
  let rounds = 0
  let first: Vitals | undefined
  do {
    await Promise.all(
      scenarios.map(({ name, run }) => attempt(name, report, () => run(child.port, (what) => report.note(name, what)))),
    )
    rounds += 1
    const vitals = await child.vitals()
    first ??= vitals
    report.sample('faults', vitals)
  } while (performance.now() < end)
  await slow
  const last = await untilIdle(child)

  report.expect('connections that are left', last.connections, 0)
  report.expect('smuggled requests', last.smuggled, 0)
  report.expect('exceptions beyond reach', last.beyondReach, rounds * BEYOND_REACH)
  report.mostRead = last.mostRead
  report.expectAtMost('bytes read of one upload', last.mostRead, MOST_READ)
  report.expectAtMost('RSS above that of the first round', last.rss - (first?.rss ?? 0), MOST_RSS)
}

/** Waits until the server has seen that its clients have left. */
export async function untilIdle(child: Child): Promise<Vitals> {
  const last = performance.now() + PATIENCE
  for (;;) {
    const vitals = await child.vitals()
    if (vitals.connections === 0 || performance.now() > last) return vitals
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function attempt(name: string, report: Report, run: () => Promise<number>): Promise<void> {
  try {
    report.count(name, await run())
  } catch (error) {
    report.fail(name, error instanceof Error ? error.message : String(error))
  }
}
