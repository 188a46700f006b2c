import type { Plan } from './generate/connection.ts'

/** Tries are dear: each is a connection. */
const MOST_TRIES = 600

/**
 * Makes what is sent as short as it gets while the fault stays: all at once if that will do, then without packets, lines
 * and bytes (delta debugging: larger parts first).
 */
export async function shrink(plan: Plan, fails: (plan: Plan) => Promise<boolean>): Promise<Plan> {
  let tries = 0
  let best = plan
  const attempt = async (candidate: Plan): Promise<boolean> => {
    if (tries++ >= MOST_TRIES || !(await fails(candidate))) return false
    best = candidate
    return true
  }
  await attempt({ packets: [Buffer.concat(plan.packets)], ends: 'when answered' })
  if (best === plan) await attempt({ ...plan, packets: [Buffer.concat(plan.packets)] })
  const { ends } = best
  await without(best.packets, async (packets) => attempt({ packets, ends }))
  for (const pieces of [linesOf, bytesOf]) {
    for (let at = 0; at < best.packets.length; at++) {
      const { packets } = best
      const before = packets.slice(0, at)
      const after = packets.slice(at + 1)
      const parts = pieces(packets[at] ?? Buffer.alloc(0))
      await without(parts, async (rest) => attempt({ packets: [...before, Buffer.concat(rest), ...after], ends }))
    }
  }
  return best
}

/** Leaves out as many parts as it can, half of them at first, and one by one at last. */
async function without<T>(parts: readonly T[], works: (rest: readonly T[]) => Promise<boolean>): Promise<void> {
  let kept = parts
  for (let size = Math.ceil(kept.length / 2); size >= 1 && kept.length > 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < kept.length && kept.length > 1; ) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)]
      if (rest.length > 0 && (await works(rest))) kept = rest
      else at += size
    }
  }
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines = bytes.toString('latin1').match(/[^\n]*\n|[^\n]+$/g) ?? []
  return lines.map((line) => Buffer.from(line, 'latin1'))
}

function bytesOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1))
}
