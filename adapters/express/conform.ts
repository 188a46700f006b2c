import {
  type ConformOptions as Common,
  createConform,
  type HasResponse,
  skip,
  upstream,
} from '../node/conform/index.ts'
import { forExpress } from './for-express.ts'
import { express } from './framework.ts'
import type { ExpressRequest, RequestHandler } from './types.ts'

/** What an application may decide about the responses that it writes by hand, on Express. All of it is optional. */
export interface ConformOptions<Request = ExpressRequest> extends Common<Request> {}

/** See {@link conform}. */
export interface Conform {
  <Request = ExpressRequest>(options?: ConformOptions<Request>): RequestHandler
  /**
   * Leaves one response as it is written.
   * @example conform.skip(res)
   */
  skip(response: HasResponse): void
  /**
   * Says that a response is another server's, passed on: only its framing is looked after.
   * @example createProxyMiddleware({ target, on: { proxyRes: conform.upstream } })
   */
  upstream(response: HasResponse): void
  upstream(proxyResponse: unknown, request: unknown, response: HasResponse): void
}

/**
 * Express middleware, to be mounted first: looks after all responses, whoever writes them and however. What has one right
 * answer is mended, the rest is reported.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example app.use(conform())
 */
export const conform: Conform = Object.assign(
  <Request = ExpressRequest>(options: ConformOptions<Request> = {}): RequestHandler => {
    const begin = createConform(express, options as ConformOptions)
    return forExpress('conform', (req, res, next) => {
      if (!begin(req as ExpressRequest, res)) next()
    })
  },
  { skip, upstream },
)
