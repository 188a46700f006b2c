import type { HttpProblem } from '../problems/internal.ts'
import { withStatus } from '../recognize/index.ts'
import { phraseOf, unregisteredStatus } from '../status/index.ts'
import { isByHand } from './bare-status.ts'

/**
 * The problem that is sent for one whose status is not registered, but known: with the registered status that says the same
 * to every client; a status that was written by hand stays. Warns once per status.
 *
 * @returns the problem itself where nothing is to be changed, or nothing to be sent: see `isUnanswerable`.
 */
export function registered(problem: HttpProblem, warn: (message: string) => void): HttpProblem {
  const known = unregisteredStatus(problem.status)
  if (known === undefined || known.http === null || known.http === problem.status || isByHand(problem)) return problem
  const { code, name, http, why } = known
  warn(`${code} (${name}) is no registered status: sent as ${http} ${phraseOf(http)}, since ${why}`)
  return withStatus(problem, http)
}

/** Whether an error says by its status that no response is to be written (444, 499). */
export function isUnanswerable(problem: HttpProblem): boolean {
  return unregisteredStatus(problem.status)?.http === null && !isByHand(problem)
}
