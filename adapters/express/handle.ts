import type { IncomingMessage, ServerResponse } from 'node:http'
import { isError, isObject, isThenable } from '../../src/recognize/index.ts'
import type { Next } from './types.ts'

/**
 * Hands what a handler throws or rejects with to the error middleware. Express 4 needs it for async handlers; on both
 * versions it also catches `throw null` and the like, which Express takes for "next, please".
 *
 * @param fn a request handler, or one for errors, which Express knows by its four parameters.
 * @throws {TypeError} for anything but a function.
 * @example app.get('/orders/:id', handle(async (req, res) => { res.json(await load(req.params.id)) }))
 */
export function handle<Fn extends Handler>(fn: Fn): Fn
export function handle<Fn extends HandlerOfErrors>(fn: Fn): Fn
export function handle(fn: (...args: never[]) => unknown): (...args: never[]) => void {
  if (typeof fn !== 'function') throw new TypeError('handle() takes a request handler')
  return fn.length === 4
    ? (error: never, req: never, res: never, next: never) => run(() => fn(error, req, res, next), next)
    : (req: never, res: never, next: never) => run(() => fn(req, res, next), next)
}

// One type parameter for the function as a whole lets the compiler find the types of its parameters by the route. Methods,
// because their parameters may be subtypes: the request and the response of Express.
type Handler = { handle(req: IncomingMessage, res: ServerResponse, next: Next): unknown }['handle']
type HandlerOfErrors = {
  handle(error: never, req: IncomingMessage, res: ServerResponse, next: Next): unknown
}['handle']

/** What was thrown, before handle() wrapped it. */
export function originalThrown(error: unknown): unknown {
  return NonError.unwrap(error)
}

function run(call: () => unknown, next: Next): void {
  const fail = (thrown: unknown): void => next(isError(thrown) ? thrown : new NonError(thrown))
  try {
    const result = call()
    if (isThenable(result)) result.then(undefined, fail)
  } catch (thrown) {
    fail(thrown)
  }
}

// For Express a falsy error is none, and 'route' and 'router' are directions.
class NonError extends Error {
  readonly #thrown: unknown

  constructor(thrown: unknown) {
    super('non-error thrown')
    this.#thrown = thrown
  }

  // Asks nothing of a value that fights back, as `instanceof` would.
  static unwrap(error: unknown): unknown {
    return isObject(error) && #thrown in error ? error.#thrown : error
  }
}
