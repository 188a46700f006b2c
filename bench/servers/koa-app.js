// @ts-check
/** The application of the Koa contestants. They differ in what is mounted before it, and in what is thrown. */
import Koa from 'koa'
import { etag, order } from './orders.js'

/** @typedef {(ctx: Koa.Context) => void | Promise<void>} Handler */

/**
 * @param {object} options
 * @param {Record<string, Handler>} options.throws by path
 * @param {Handler} [options.unchanged] answers 304; without it, as Koa does by itself
 * @param {Koa.Middleware} [options.outermost]
 */
export function application({ throws, unchanged = asKoaDoes, outermost }) {
  /** @type {Map<string, Handler>} */
  const handlers = new Map(Object.entries({ ...throws, '/304': unchanged, '/200': ok }))
  const app = new Koa()
  // Koa prints 5xx whatever NODE_ENV says.
  app.silent = true
  if (outermost !== undefined) app.use(outermost)
  app.use((ctx) => handlers.get(ctx.path)?.(ctx))
  return app.callback()
}

/** @type {Handler} */
function asKoaDoes(ctx) {
  ctx.set('ETag', etag)
  ctx.status = 304
}

/** @type {Handler} */
function ok(ctx) {
  ctx.body = order
}
