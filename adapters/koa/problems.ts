import type { HttpProblem } from '../../src/problems/index.ts'
import {
  bareStatusProblem,
  type FramedReply,
  type RequestLike,
  type ResponderOptions,
} from '../../src/respond/index.ts'
import { createAnswer } from '../node/answer.ts'
import { logFailures, notify, type OnProblem } from '../node/report.ts'
import { isGone, write } from '../node/write.ts'
import { firstByte } from './first-byte.ts'
import { tellApplication } from './tell.ts'
import type { KoaContext, Middleware } from './types.ts'
import { writeToContext } from './write.ts'

/** What an application may decide about its error responses on Koa. All of it is optional. */
export interface ProblemsOptions<Context = KoaContext> extends ResponderOptions<Context> {
  /**
   * Gets an event for every problem, once its response is decided. It may throw, reject or take its time. With or
   * without it, `app.on('error')` hears what it would have heard from Koa, whose own listener prints server errors.
   */
  readonly onProblem?: OnProblem<Context> | undefined
}

/**
 * Koa middleware, to be mounted first: answers everything thrown further in, a failing stream body, an error status
 * without a body, and 404 where nothing answered.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example app.use(problems())
 */
export function problems<Context extends KoaContext = KoaContext>(
  options: ProblemsOptions<Context> = {},
): Middleware<Context> {
  const { onProblem, ...responderOptions } = options
  if (onProblem !== undefined && typeof onProblem !== 'function') {
    throw new TypeError('the option "onProblem" takes a function')
  }
  const answer = createAnswer(forContext(responderOptions))

  async function respond(ctx: Context, thrown: unknown, put: (reply: FramedReply) => void): Promise<void> {
    const { method, httpVersion, headers } = ctx.req
    const request: ContextRequest<Context> = { method, httpVersion, headers, ctx }
    const outcome = await answer(thrown, ctx.req, ctx.res, put, request)
    const event = { ...outcome, request: ctx }
    if (onProblem === undefined) logFailures(event)
    else notify(onProblem, event)
  }

  return async (ctx, next) => {
    // Koa may tell of the same failure twice: of a stream's when it happens, and when we have waited for it.
    let known: unknown = NOTHING
    // Koa calls this when middleware further out throws, when a body can't be sent, and when a stream body fails.
    ctx.onerror = (thrown: unknown) => {
      if (thrown === known || isOrdinaryEnd(ctx, thrown)) return
      known = thrown
      tellApplication(ctx, thrown)
      respond(ctx, thrown, (reply) => write(ctx.res, reply))
    }
    try {
      await next()
      await firstByte(ctx)
    } catch (thrown) {
      if (thrown === known) return
      known = thrown
      tellApplication(ctx, thrown)
      return respond(ctx, thrown, (reply) => writeToContext(ctx, reply))
    }
    if (!isUnanswered(ctx)) return
    const problem = bareStatusProblem(ctx.status, ctx.res.getHeaders())
    return respond(ctx, problem, (reply) => writeToContext(ctx, reply))
  }
}

const NOTHING: unique symbol = Symbol('nothing thrown')

// Koa has a listener for the end of every response, and calls onerror with null when that was no error.
function isOrdinaryEnd(ctx: KoaContext, thrown: unknown): boolean {
  return (thrown === null || thrown === undefined) && (ctx.headerSent || isGone(ctx.res))
}

// An explicit `ctx.body = null` is an answer. With `ctx.respond = false` somebody else answers.
function isUnanswered(ctx: KoaContext): boolean {
  return ctx.status >= 400 && ctx.body === undefined && ctx.respond !== false && !ctx.headerSent
}

interface ContextRequest<Context> extends RequestLike {
  readonly ctx: Context
}

// The application's callbacks take the context; the core knows requests only.
function forContext<Context>(options: ResponderOptions<Context>): ResponderOptions {
  const { instance, extend, cacheControl } = options
  const contextOf = (request: RequestLike): Context => (request as ContextRequest<Context>).ctx
  return {
    ...(options as ResponderOptions),
    ...(typeof instance === 'function' && { instance: (request: RequestLike) => instance(contextOf(request)) }),
    ...(typeof extend === 'function' && {
      extend: (problem: HttpProblem, request: RequestLike) => extend(problem, contextOf(request)),
    }),
    ...(typeof cacheControl === 'function' && {
      cacheControl: (problem: HttpProblem, request: RequestLike) => cacheControl(problem, contextOf(request)),
    }),
  }
}
