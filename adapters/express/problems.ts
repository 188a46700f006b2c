import type { IncomingMessage } from 'node:http'
import { bareStatusProblem, type ResponderOptions } from '../../src/respond/index.ts'
import { createAnswer, type Outcome } from '../node/answer.ts'
import { takeOnProblem } from '../node/options.ts'
import { logEvent, notify, type OnProblem } from '../node/report.ts'
import { type NodeResponse, write } from '../node/write.ts'
import { originalThrown } from './handle.ts'
import type { ErrorHandler, ExpressRequest, RequestHandler } from './types.ts'

/** What an application may decide about its error responses on Express. All of it is optional. */
export interface ProblemsOptions<Request = ExpressRequest> extends ResponderOptions<Request> {
  /**
   * Gets an event for every problem, after its response. It may throw, reject or take its time. Without it, server
   * errors go to `console.error` with their stacks and causes, unless NODE_ENV is `test`.
   */
  readonly onProblem?: OnProblem<Request> | undefined
}

/**
 * Express middleware, to be mounted last: answers everything thrown, and 404 where no route did. It stands for two
 * handlers, which one `app.use()` takes as an array.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example app.use(problems())
 */
export function problems<Request extends IncomingMessage = ExpressRequest>(
  options: ProblemsOptions<Request> = {},
): [RequestHandler, ErrorHandler] {
  const [onProblem, responderOptions] = takeOnProblem(options)
  // An Express request is its IncomingMessage, whose type the application knows better.
  const answer = createAnswer(responderOptions as ResponderOptions)

  function respond(thrown: unknown, req: IncomingMessage, res: NodeResponse): void {
    const report = (outcome: Outcome): void => {
      if (onProblem === undefined) logEvent(outcome)
      else notify(onProblem, { ...outcome, request: req as Request })
    }
    const outcome = answer(thrown, req, res, (reply) => write(res, reply))
    if (outcome instanceof Promise) outcome.then(report)
    else report(outcome)
  }

  return [
    // Who answered and called next() all the same has its answer.
    (req, res) => {
      if (!res.headersSent) respond(bareStatusProblem(404, {}), req, res)
    },
    // Express knows an error handler by its four parameters.
    (error, req, res, _next) => respond(originalThrown(error), req, res),
  ]
}
