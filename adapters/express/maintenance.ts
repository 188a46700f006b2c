import type { IncomingMessage } from 'node:http'
import { createMaintenance, type MaintenanceOptions } from '../node/maintenance.ts'
import { forExpress } from './for-express.ts'
import type { ExpressRequest, RequestHandler } from './types.ts'

/**
 * Express middleware, to be mounted first: while maintenance goes on, all but what is allowed gets 503 with Retry-After
 * (RFC 9110 §15.6.4), robots.txt too, so that crawlers come back later. `problems()` answers it.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example app.use(maintenance({ active: () => redis.exists('maintenance').then(Boolean), allow: ['/healthz'] }))
 */
export function maintenance<Request extends IncomingMessage = ExpressRequest>(
  options: MaintenanceOptions<Request>,
): RequestHandler {
  const closed = createMaintenance(options)
  return forExpress('maintenance', (req, _res, next) => {
    // As the client sent it: where this is mounted, Express makes `/` of the path of the mount itself.
    const problem = closed(req as Request, (req as ExpressRequest).originalUrl)
    if (problem instanceof Promise) problem.then(next, next)
    else next(problem)
  })
}
