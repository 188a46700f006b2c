import { type HttpProblem, problemFrom, withoutStack } from '../problems/internal.ts'
import { errorStatusOf, unregisteredStatus } from '../status/index.ts'
import type { PendingFields } from './request.ts'

// What a handler sets together with a status, and what would be stale beside another one.
const FACTS = [
  'allow',
  'www-authenticate',
  'proxy-authenticate',
  'retry-after',
  'content-range',
  'upgrade',
  'accept',
  'accept-encoding',
  'accept-patch',
  'accept-post',
  'accept-query',
]

/** The problem of a response that has an error status and nothing else, with the facts that were set for it. */
export function bareStatusProblem(status: number, pending: PendingFields): HttpProblem {
  const headers: Record<string, string | number | readonly string[]> = {}
  for (const name of FACTS) {
    const value = pending[name]
    if (value !== undefined) headers[name] = value
  }
  // Of what is no status (600), the one that says the same.
  const problem = withoutStack(() => problemFrom(errorStatusOf(status) ?? status, { headers }))
  if (unregisteredStatus(status) !== undefined) byHand.add(problem)
  return problem
}

/** Whether somebody wrote the status by hand, so that it is to stay as it is. */
export function isByHand(problem: HttpProblem): boolean {
  return byHand.has(problem)
}

const byHand: WeakSet<HttpProblem> = new WeakSet()
