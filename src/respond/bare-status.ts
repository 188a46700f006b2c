import { type HttpProblem, problemFrom, withoutStack } from '../problems/internal.ts'
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
  return withoutStack(() => problemFrom(status, { headers }))
}
