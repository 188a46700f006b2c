import { randomBytes } from 'node:crypto'
import { probeBasics } from './basics.ts'
import { probeConditional } from './conditional.ts'
import { probeConnection } from './connection.ts'
import { probeMethods, probeUnsafeMethods } from './methods.ts'
import { probeNegotiation } from './negotiation.ts'
import { probeRanges } from './ranges.ts'
import type { Known, Subject } from './subject.ts'

/** Everything that there is to ask about one URL; says what its first probes told. */
export async function probeTarget(subject: Subject): Promise<Known> {
  const known = await probeBasics(subject)
  // Of who answers nothing, nothing more is asked.
  if (known.get === undefined && known.options === undefined) return known
  await probeMethods(subject, known)
  await probeNegotiation(subject, known)
  await probeConditional(subject, known)
  await probeRanges(subject, known)
  await probeConnection(subject)
  await probeUnsafeMethods(subject)
  return known
}

/** What there is to ask about a path where there ought to be nothing. */
export async function probeAbsent(subject: Subject): Promise<Known> {
  const known = await probeBasics(subject)
  if (known.get === undefined && known.options === undefined) return known
  // A server that answers a random path with success may do anything for an unknown method too.
  await probeMethods(subject, known)
  await probeNegotiation(subject, known)
  return known
}

/** A path beside a target that nobody has: `/orders/7?a=b` → `/orders/statuswise-4f…`. */
export function randomPathBeside(target: string): string {
  const [path = '/'] = target.split('?')
  return `${path.slice(0, path.lastIndexOf('/') + 1)}statuswise-${randomBytes(8).toString('hex')}`
}
