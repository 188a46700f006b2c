import { isFieldValue } from '../headers/index.ts'
import type { HttpProblem } from '../problems/internal.ts'
import { ask, type Drop } from '../recognize/index.ts'
import { statusOf } from '../status/index.ts'
import type { Policy } from './options.ts'
import type { RequestLike } from './request.ts'

/**
 * Cache-Control of an error that brings none: what the application configured for it; else `no-store` for what must or
 * should not be kept, and for every error to a request with credentials; else nothing: 404, 405, 410 and 414 are
 * cacheable on purpose (RFC 9110 §15.1).
 */
export function cacheControl(
  problem: HttpProblem,
  request: RequestLike,
  policy: Policy,
  drop: Drop,
): string | undefined {
  const { authorization, cookie } = request.headers
  const isPersonal = authorization !== undefined || cookie !== undefined
  const configured = configuredFor(problem, request, isPersonal, policy, drop)
  if (configured !== undefined) return configured
  return isPersonal || problem.status >= 500 || statusOf(problem.status)?.noStore === true ? 'no-store' : undefined
}

// A table can't know whether what it lets caches keep is meant for one person; a function can.
function configuredFor(
  problem: HttpProblem,
  request: RequestLike,
  isPersonal: boolean,
  policy: Policy,
  drop: Drop,
): string | undefined {
  const configured = policy.cacheControl
  if (typeof configured !== 'function') return isPersonal ? undefined : configured[problem.status]
  return ask('cacheControl', isFieldValue, () => configured(problem, request), drop)
}
