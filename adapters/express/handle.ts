import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Next } from './types.ts'

/**
 * Hands what a handler throws or rejects with to the error middleware. Express 4 needs it for async handlers; on both
 * versions it also catches `throw null` and the like, which Express takes for "next, please".
 *
 * @example app.get('/orders/:id', handle(async (req, res) => { res.json(await load(req.params.id)) }))
 */
export function handle<Request extends IncomingMessage, Response extends ServerResponse>(
  fn: (req: Request, res: Response, next: Next) => unknown,
): (req: Request, res: Response, next: Next) => void {
  if (typeof fn !== 'function') throw new TypeError('handle() takes a request handler')
  return (req, res, next) => {
    const fail = (thrown: unknown): void => next(thrown instanceof Error ? thrown : new NonError(thrown))
    try {
      const result = fn(req, res, next)
      if (isThenable(result)) result.then(undefined, fail)
    } catch (thrown) {
      fail(thrown)
    }
  }
}

/** What was thrown, before handle() wrapped it. */
export function originalThrown(error: unknown): unknown {
  return error instanceof NonError ? error.thrown : error
}

// For Express a falsy error is none, and 'route' and 'router' are directions.
class NonError extends Error {
  readonly thrown: unknown

  constructor(thrown: unknown) {
    super('non-error thrown')
    this.thrown = thrown
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
