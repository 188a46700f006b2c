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
  const configured = configuredFor(problem, request, policy, drop)
  if (configured !== undefined) return configured
  const { authorization, cookie } = request.headers
  const isPersonal = authorization !== undefined || cookie !== undefined
  return isPersonal || problem.status >= 500 || statusOf(problem.status)?.noStore === true ? 'no-store' : undefined
}

function configuredFor(problem: HttpProblem, request: RequestLike, policy: Policy, drop: Drop): string | undefined {
  const configured = policy.cacheControl
  if (typeof configured !== 'function') return configured[problem.status]
  return ask('cacheControl', isFieldValue, () => configured(problem, request), drop)
}
