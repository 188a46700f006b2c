import type { HttpProblem } from '../../src/problems/index.ts'
import { isObject, read } from '../../src/recognize/index.ts'
import {
  bareStatusProblem,
  type FramedReply,
  type RequestLike,
  type ResponderOptions,
} from '../../src/respond/index.ts'
import { createAnswer, type Outcome } from '../node/answer.ts'
import { takeOnProblem } from '../node/options.ts'
import { logFailures, notify, type OnProblem } from '../node/report.ts'
import { isGone, write } from '../node/write.ts'
import { firstByte } from './first-byte.ts'
import { tellApplication } from './tell.ts'
import type { KoaContext, Middleware } from './types.ts'
import { watchBodies } from './watch-bodies.ts'
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
  const [onProblem, responderOptions] = takeOnProblem(options)
  const answer = createAnswer(forContext(responderOptions))

  // A promise only where it has to wait: for the rest of a request.
  function respond(ctx: Context, thrown: unknown, put: (reply: FramedReply) => void): void | Promise<void> {
    const { method, httpVersion, headers } = ctx.req
    const request: ContextRequest<Context> = { method, httpVersion, headers, ctx }
    const report = (outcome: Outcome): void => {
      if (onProblem === undefined) logFailures(outcome)
      else notify(onProblem, { ...outcome, request: ctx })
    }
    const outcome = answer(thrown, ctx.req, ctx.res, put, request)
    return outcome instanceof Promise ? outcome.then(report) : report(outcome)
  }

  const middleware: Middleware<Context> = async (ctx, next) => {
    watchBodies(ctx.app)
    // With nobody further out to have a say, a reply need not wait for Koa to send it.
    const put = (reply: FramedReply): void => {
      if (isOutermost(middleware, ctx) && ctx.body === undefined) sendNow(ctx, reply)
      else writeToContext(ctx, reply)
    }
    // Koa may tell of the same failure twice: of a stream's when it happens, when we have waited for it, and when the
    // connection was closed for it.
    let known: unknown = NOTHING
    let isDone = false
    // Koa calls this when middleware further out throws, when a body can't be sent, and when a stream body fails.
    ctx.onerror = (thrown: unknown) => {
      const isOver = ctx.headerSent || isGone(ctx.res)
      if (thrown === known && isOver) return
      // Koa has a listener for the end of every response, and calls this with null when that was no error. (On HTTP/2 it
      // takes a HEAD for ended too early.) But it may also be a null that was thrown further out.
      if ((thrown === null || thrown === undefined) && (isOver || !isDone || ctx.req.httpVersionMajor > 1)) return
      if (known !== NOTHING && isEcho(thrown)) return
      if (thrown !== known) tellApplication(ctx, thrown)
      known = thrown
      respond(ctx, thrown, (reply) => write(ctx.res, reply))
    }
    try {
      await next()
      await firstByte(ctx)
    } catch (thrown) {
      isDone = true
      if (thrown === known) return
      known = thrown
      tellApplication(ctx, thrown)
      return respond(ctx, thrown, put)
    }
    isDone = true
    // Koa 2 would send an explicit `ctx.body = null` without an end that the client could see (RFC 9112 §6.3).
    if (ctx.body === null && ctx.respond !== false && !ctx.headerSent) ctx.set('Content-Length', '0')
    if (!isUnanswered(ctx)) return
    const problem = bareStatusProblem(ctx.status, ctx.res.getHeaders())
    return respond(ctx, problem, put)
  }
  return middleware
}

function isOutermost(middleware: unknown, ctx: KoaContext): boolean {
  return ctx.app.middleware?.[0] === middleware
}

function sendNow(ctx: KoaContext, reply: FramedReply): void {
  ctx.respond = false
  write(ctx.res, reply)
}

const NOTHING: unique symbol = Symbol('nothing thrown')

// What becomes of a response that was cut: of its stream body (Koa 3), and of its own stream (HTTP/2).
function isEcho(thrown: unknown): boolean {
  const code = isObject(thrown) ? read(thrown, 'code') : undefined
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ERR_HTTP2_STREAM_ERROR'
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
