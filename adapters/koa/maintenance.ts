import { createMaintenance, type MaintenanceOptions } from '../node/maintenance.ts'
import { forKoa } from './for-koa.ts'
import type { KoaContext, Middleware } from './types.ts'

/**
 * Koa middleware, to be mounted after `problems()` and before everything else: while maintenance goes on, all but what is
 * allowed gets 503 with Retry-After (RFC 9110 §15.6.4), robots.txt too, so that crawlers come back later.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example app.use(maintenance({ active: () => redis.exists('maintenance').then(Boolean), allow: ['/healthz'] }))
 */
export function maintenance<Context extends KoaContext = KoaContext>(
  options: MaintenanceOptions<Context>,
): Middleware<Context> {
  const closed = createMaintenance(options)
  return forKoa('maintenance', async (ctx, next) => {
    // As the client sent it: koa-mount takes its prefix away.
    const problem = await closed(ctx, ctx.originalUrl)
    if (problem !== undefined) throw problem
    await next()
  })
}
