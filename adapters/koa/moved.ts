import { createGone, createMoved, type MovedOptions } from '../../src/moved/index.ts'
import { checkCalled } from '../node/mounting.ts'
import { sendUnread } from '../node/send.ts'
import { forKoa } from './for-koa.ts'
import { writeOn } from './send.ts'
import type { KoaContext, Middleware } from './types.ts'

/**
 * Koa middleware, to be mounted after `problems()` and before the routes: what is gone is a 410, whatever the method (RFC
 * 9110 §15.5.11).
 *
 * @param patterns paths as the client sends them, wherever this is mounted: `/legacy/form`, `/users/:id/avatar`, `/legacy/*`.
 * @param none there are no options: the text of all 410 is that of `problems()`.
 * @throws {TypeError} for what are no such paths.
 * @example app.use(gone(['/legacy/*']))
 */
export function gone<Context extends KoaContext = KoaContext>(
  patterns: readonly string[],
  none?: undefined,
): Middleware<Context> {
  checkCalled('gone', patterns, "['/legacy/*']")
  const goneFrom = createGone(patterns, none)
  return forKoa('gone', async (ctx, next) => {
    const problem = goneFrom(ctx.req, ctx.originalUrl)
    if (problem !== undefined) throw problem
    await next()
  })
}

/**
 * Koa middleware, to be mounted before the routes: what has moved is a redirect to its new place, with the query that the
 * request has; 301 to GET and HEAD, 308 to other methods (RFC 9110 §15.4.2, §15.4.9).
 *
 * @param table new places by old paths, as the client sends them, wherever this is mounted. What a name or `*` stands for
 *   goes along. Rules that lead to other rules send the client to the last of them.
 * @throws {TypeError} for rules of the wrong form, and for those that lead round in a circle.
 * @example app.use(moved({ '/old': '/new', '/blog/:id': '/posts/:id', '/files/*': 'https://files.example/*' }))
 */
export function moved<Context extends KoaContext = KoaContext>(
  table: Readonly<Record<string, string>>,
  options?: MovedOptions,
): Middleware<Context> {
  checkCalled('moved', table, "{ '/old': '/new' }")
  const movedFrom = createMoved(table, options)
  return forKoa('moved', async (ctx, next) => {
    const reply = movedFrom(ctx.req, ctx.originalUrl)
    if (reply === undefined) await next()
    else await sendUnread(ctx.res, reply, writeOn(ctx))
  })
}
