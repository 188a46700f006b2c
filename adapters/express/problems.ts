import type { IncomingMessage, ServerResponse } from 'node:http'
import { keeperOf } from '../node/conform/index.ts'
import { print } from '../node/report.ts'
import { type Settings, settingsWith } from '../node/settings.ts'
import { checkNames, type SharedOptions } from '../node/shared-options.ts'
import { type NodeResponse, write } from '../node/write.ts'
import { checkExpress, forExpress } from './for-express.ts'
import { express, mounted } from './framework.ts'
import { originalThrown } from './handle.ts'
import { isBeforeRoute } from './misplaced.ts'
import type { ErrorHandler, ExpressRequest, RequestHandler } from './types.ts'

/**
 * What an application may decide about its error responses on Express. All of it is optional. Without `onProblem`, server
 * errors go to `console.error` with their stacks and causes, unless NODE_ENV is `test`.
 */
export interface ProblemsOptions<Request = ExpressRequest> extends SharedOptions<Request> {}

/**
 * Express middleware, to be mounted last: answers everything thrown, and what no route did: 405 where the path has
 * routes for other methods, OPTIONS with these methods, else 404. It stands for two handlers, which one `app.use()` takes
 * as an array.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example app.use(problems())
 */
export function problems<Request extends IncomingMessage = ExpressRequest>(
  options: ProblemsOptions<Request> = {},
): [RequestHandler, ErrorHandler] {
  checkNames('problems', options)
  const settingsFor = settingsWith(express, options as SharedOptions<ExpressRequest>)
  const settingsOf = (res: ServerResponse): Settings<ExpressRequest> => settingsFor(keeperOf(res)?.told)

  let isWarned = false
  const answerUnrouted = forExpress('problems', (req, res) => {
    // Who answered and called next() all the same has its answer.
    if (res.headersSent) return
    void settingsOf(res).answerUnrouted(req as ExpressRequest, req, res as NodeResponse, (reply) => write(res, reply))
    if (isWarned || !isBeforeRoute(answerUnrouted, req as ExpressRequest)) return
    isWarned = true
    // Middleware may have taken the target as it came away.
    const [path] = String((req as Partial<ExpressRequest>).originalUrl ?? req.url).split('?', 1)
    print(
      () =>
        `statuswise: problems() is mounted before the route ${req.method} ${path}, and answers for it: mount it last`,
    )
  })
  mounted.set(answerUnrouted, options as SharedOptions<ExpressRequest>)
  return [
    answerUnrouted,
    // Express knows an error handler by its four parameters.
    (error, req, res, _next) => {
      checkExpress('problems', req)
      const thrown = originalThrown(error)
      void settingsOf(res).answer(thrown, req as ExpressRequest, req, res as NodeResponse, (reply) => write(res, reply))
    },
  ]
}
