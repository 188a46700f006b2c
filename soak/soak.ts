import { hosts } from '../test/support/frameworks.ts'
import { checkVerdict } from '../test/support/oracle.ts'
import { Child } from './child.ts'
import { faults, untilIdle } from './faults.ts'
import { type FloodPlan, flood } from './flood.ts'
import { Report } from './report.ts'
import { bundleServer } from './server/bundle.ts'

export interface SoakOptions {
  /** How long, without the time that the servers take to start and end. */
  readonly seconds: number
  /** Which hosts: those with this in their names. */
  readonly only: string
  readonly say: (what: string) => void
}

/** Starts a server on each host, and does to all of them at once what clients, handlers and callbacks do at their worst. */
export async function soak({ seconds, only, say }: SoakOptions): Promise<Report[]> {
  const chosen = hosts.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()))
  const bundle = bundleServer()
  const children = await Promise.all(chosen.map(({ name }) => Child.start(bundle.path, name))).finally(bundle.remove)
  const all = children.map((child) => ({ child, report: new Report(child.name) }))
  const each = async (act: (child: Child, report: Report) => Promise<void>): Promise<void> => {
    await Promise.all(
      all.map(({ child, report }) => act(child, report).catch((error) => report.fail('the process', `${error}`))),
    )
  }
  try {
    const inFaults = seconds * 0.45
    say(`${children.length} servers run; ${inFaults.toFixed(0)} s of faults`)
    await each((child, report) => faults(child, inFaults, report))
    const plan = planOf(seconds)
    say(`${plan.errors.toFixed(1)} s of nothing but errors, between ${plan.successes.toFixed(1)} s of 200s`)
    await each(async (child, report) => {
      report.flood = await flood(child, plan, report)
    })
    await each(async (child, report) => report.end(await untilIdle(child)))
    for (const { child, report } of all) judged(child, report)
    return all.map(({ report }) => report)
  } finally {
    await Promise.all(children.map((child) => child.stop()))
  }
}

/** 30 s of errors in the 2 minutes that it takes by default. */
function planOf(seconds: number): FloodPlan {
  return {
    capacity: 0.03 * seconds + 0.5,
    errors: 0.25 * seconds,
    successes: 0.1 * seconds,
    parts: seconds < 60 ? 5 : 10,
  }
}

function judged({ port, crash }: Child, report: Report): void {
  if (crash !== undefined) report.fail('the process', `it crashed: ${crash}`)
  try {
    checkVerdict(port, { routes: {} })
  } catch (error) {
    report.fail('the rulebook', String(error))
  }
}
