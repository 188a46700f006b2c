import { check } from './check/check.ts'
import type { Fault } from './check/fault.ts'
import { type Plan, planOf } from './generate/connection.ts'
import type { Target } from './hosts/target.ts'
import { type Talk, talk } from './talk.ts'

/** How long to try, and what. */
export interface Order {
  readonly seed: number
  readonly seconds: number
  /** Enough is enough after so many requests. */
  readonly requests: number
  /** Number of the first connection. */
  readonly from: number
  readonly patience: number
}

/** A kind of fault, and the first connection that showed it. */
export interface Finding extends Fault {
  /** The number of the connection; several where it cannot be told which of them it was. */
  readonly connections: readonly number[]
  /** How often it was seen. */
  times: number
}

export interface Outcome {
  readonly connections: number
  /** Requests whose head is one, and what followed them, if anything did. */
  readonly sent: number
  readonly answered: number
  readonly bytes: number
  readonly statuses: ReadonlyMap<number, number>
  readonly findings: readonly Finding[]
  readonly milliseconds: number
}

const CONCURRENCY = 12
/** With more kinds of faults than this, something is wrong with all of it. */
const MOST_KINDS = 30
/** A process tells of its troubles a little later than the connection that caused them. */
const SUSPECTS = 24

/** Opens connection after connection, several at a time, until the order is carried out. */
export async function campaign(
  target: Target,
  order: Order,
  tell: (soFar: Outcome, found?: Fault) => void = () => {},
): Promise<Outcome> {
  const start = performance.now()
  const statuses = new Map<number, number>()
  const findings = new Map<string, Finding>()
  const recent: number[] = []
  let next = order.from
  const sums = { connections: 0, sent: 0, answered: 0, bytes: 0 }
  const outcome = (): Outcome => ({
    ...sums,
    statuses,
    findings: [...findings.values()],
    milliseconds: performance.now() - start,
  })
  const isOver = (): boolean =>
    sums.sent >= order.requests || performance.now() - start >= order.seconds * 1000 || findings.size > MOST_KINDS

  function note(fault: Fault, connections: readonly number[]): void {
    const known = findings.get(fault.kind)
    if (known !== undefined) known.times++
    else {
      findings.set(fault.kind, { ...fault, connections, times: 1 })
      tell(outcome(), fault)
    }
  }

  function count({ plan, reading, responses }: Talk): void {
    sums.connections++
    sums.sent += reading.requests.length + (reading.tail === 'nothing' ? 0 : 1)
    sums.answered += responses.length
    for (const packet of plan.packets) sums.bytes += packet.length
    for (const { status } of responses) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }

  async function work(): Promise<void> {
    while (!isOver()) {
      const number = next++
      recent.push(number)
      if (recent.length > SUSPECTS) recent.shift()
      const carried = await talk(target.port, planOf(order.seed, number), order.patience)
      count(carried)
      for (const fault of check(carried)) note(fault, [number])
      for (const fault of target.faults()) note(processFault(fault), [...recent])
      await target.revive()
      if (sums.connections % 1000 === 0) tell(outcome())
    }
  }

  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  for (const fault of target.faults()) note(processFault(fault), [...recent])
  return outcome()
}

/** The faults of one connection by itself. */
export async function tryPlan(target: Target, plan: Plan, patience: number): Promise<Fault[]> {
  const carried = await talk(target.port, plan, patience)
  const faults = check(carried)
  // What a process says of itself comes over another channel.
  await new Promise((resolve) => setTimeout(resolve, PROCESS_DELAY))
  faults.push(...target.faults().map(processFault))
  await target.revive()
  return faults
}

const PROCESS_DELAY = 5

function processFault(fault: string): Fault {
  // Numbers differ from one time to the next.
  const [line = ''] = fault.split('\n')
  return { kind: `process: ${line.replace(/\d+/g, '#').slice(0, 80)}`, what: fault }
}
