import { type AuditOptions as Common, createAudit } from '../node/audit/index.ts'
import type { NodeResponse } from '../node/write.ts'
import { forKoa } from './for-koa.ts'
import type { KoaContext, Middleware } from './types.ts'

/** What an application may decide about what audit() tells on Koa. All of it is optional. */
export interface AuditOptions<Context = KoaContext> extends Common<Context> {}

/**
 * Koa middleware for development and staging, to be mounted first: looks at every response as it goes out, and tells
 * once per route which rules of HTTP it breaks, and how to mend it. It never changes or delays a response.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example
 * if (process.env.NODE_ENV !== 'production') app.use(audit({ page: true }))
 */
export function audit<Context extends KoaContext = KoaContext>(
  options: AuditOptions<Context> = {},
): Middleware<Context> {
  const begin = createAudit<KoaContext & { readonly originalUrl?: string }>(routeOf, options as AuditOptions)
  return forKoa('audit', (ctx, next) => {
    if (!begin(ctx, ctx.req, ctx.res as NodeResponse)) return next()
    ctx.respond = false
    return Promise.resolve()
  })
}

/** As @koa/router leaves it, below where koa-mount has put that router. */
function routeOf(ctx: KoaContext & { readonly originalUrl?: string }): string | undefined {
  const pattern: unknown = Reflect.get(ctx, '_matchedRoute')
  if (pattern === undefined) return undefined
  const mount: unknown = Reflect.get(ctx, 'mountPath')
  // It stays when the mounted application has passed the request on.
  const isAround = typeof mount === 'string' && ctx.originalUrl?.startsWith(mount) && !String(pattern).startsWith(mount)
  return `${isAround ? mount.replace(/\/$/, '') : ''}${String(pattern)}`
}
