import {
  type ConformOptions as Common,
  createConform,
  type HasResponse,
  skip,
  upstream,
} from '../node/conform/index.ts'
import { forKoa } from './for-koa.ts'
import { koa } from './framework.ts'
import type { KoaContext, Middleware } from './types.ts'
import { watchErrors } from './watch-errors.ts'

/** What an application may decide about the responses that it writes by hand, on Koa. All of it is optional. */
export interface ConformOptions<Context = KoaContext> extends Common<Context> {}

/** See {@link conform}. */
export interface Conform {
  <Context extends KoaContext = KoaContext>(options?: ConformOptions<Context>): Middleware<Context>
  /**
   * Leaves one response as it is written.
   * @example conform.skip(ctx)
   */
  skip(response: HasResponse): void
  /**
   * Says that a response is another server's, passed on: only its framing is looked after.
   * @example conform.upstream(ctx)
   */
  upstream(response: HasResponse): void
  upstream(proxyResponse: unknown, request: unknown, response: HasResponse): void
}

/**
 * Koa middleware, to be mounted first: looks after all responses, whoever writes them and however. What has one right
 * answer is mended, the rest is reported.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example app.use(conform())
 */
export const conform: Conform = Object.assign(
  <Context extends KoaContext = KoaContext>(options: ConformOptions<Context> = {}): Middleware<Context> => {
    const begin = createConform(koa, options as ConformOptions)
    const middleware = forKoa<Context>('conform', (ctx, next) => {
      watchErrors(ctx.app)
      if (!begin(ctx, ctx.res)) return next()
      ctx.respond = false
      return Promise.resolve()
    })
    conforming.add(middleware)
    return middleware
  },
  { skip, upstream },
)

const conforming: WeakSet<object> = new WeakSet()

/** Whether a middleware is of conform()'s making. */
export function isConform(middleware: unknown): boolean {
  return typeof middleware === 'function' && conforming.has(middleware)
}
