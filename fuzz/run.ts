// npm run fuzz -- --seed 7 --seconds 60 [--requests 100000] [--host express|koa|node] [--connection 123]
import { setPriority } from 'node:os'
import { campaign, type Finding, type Order, type Outcome, tryPlan } from './campaign.ts'
import type { Fault } from './check/fault.ts'
import { type Plan, planOf } from './generate/connection.ts'
import type { HostName } from './hosts/names.ts'
import { startHost, type Target } from './hosts/target.ts'
import { type Options, readOptions } from './options.ts'
import { describeFinding, summary } from './report.ts'
import { shrink } from './shrink.ts'

/** Generous: a machine may be busy, and what hangs, hangs for ever. */
const PATIENCE = 10_000
const SHORT_PATIENCE = 2000

const options = readOptions(process.argv.slice(2))
// Whoever else works here goes first.
setPriority(10)
const found = await Promise.all(options.hosts.map((host) => fuzz(host, options)))
process.exitCode = found.every((kinds) => kinds === 0) ? 0 : 1

async function fuzz(host: HostName, { seed, seconds, requests, connection }: Options): Promise<number> {
  const target = await startHost(host)
  try {
    const order: Order = { seed, seconds, requests, from: connection ?? 0, patience: PATIENCE }
    const outcome = await (connection === undefined ? campaign(target, order, progress(host)) : once(target, order))
    console.log(summary(host, outcome))
    for (const finding of outcome.findings) {
      console.log(`\n${describeFinding(host, seed, finding, await smallest(target, seed, finding))}`)
    }
    return outcome.findings.length
  } finally {
    await target.close()
  }
}

function once(target: Target, order: Order): Promise<Outcome> {
  return campaign(target, { ...order, requests: 1 })
}

/** The least that shows a finding; undefined where its connection by itself does not. */
async function smallest(target: Target, seed: number, { kind, connections }: Finding): Promise<Plan | undefined> {
  const patience = kind === 'hang' ? SHORT_PATIENCE : PATIENCE
  const fails = async (plan: Plan): Promise<boolean> => {
    const faults = await tryPlan(target, plan, patience)
    return faults.some((fault) => fault.kind === kind)
  }
  for (const number of connections) {
    const plan = planOf(seed, number)
    if (await fails(plan)) return shrink(plan, fails)
  }
  return undefined
}

function progress(host: string): (soFar: Outcome, found?: Fault) => void {
  let last = performance.now()
  return (soFar, found) => {
    if (found !== undefined) console.error(`${host}: ${found.kind}: ${found.what}`)
    if (performance.now() - last < 20_000) return
    last = performance.now()
    console.error(`${summary(host, soFar).split('\n', 1)[0]}; ${soFar.findings.length} kinds of faults`)
  }
}
