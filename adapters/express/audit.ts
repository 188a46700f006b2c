import { type AuditOptions as Common, createAudit } from '../node/audit/index.ts'
import type { NodeResponse } from '../node/write.ts'
import { routePattern } from './audit-route.ts'
import { forExpress } from './for-express.ts'
import type { ExpressRequest, RequestHandler } from './types.ts'

/** What an application may decide about what audit() tells on Express. All of it is optional. */
export interface AuditOptions<Request = ExpressRequest> extends Common<Request> {}

/**
 * Express middleware for development and staging, to be mounted first: looks at every response as it goes out, and tells
 * once per route which rules of HTTP it breaks, and how to mend it. It never changes or delays a response.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example
 * if (process.env.NODE_ENV !== 'production') app.use(audit({ page: true }))
 */
export function audit<Request = ExpressRequest>(options: AuditOptions<Request> = {}): RequestHandler {
  const begin = createAudit(routePattern, options as AuditOptions)
  return forExpress('audit', (req, res, next) => {
    if (!begin(req as ExpressRequest, req, res as NodeResponse)) next()
  })
}
