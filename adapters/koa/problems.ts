import { isObject, read } from '../../src/recognize/index.ts'
import type { FramedReply } from '../../src/respond/index.ts'
import { heldOf, keeperOf } from '../node/conform/index.ts'
import { settingsWith } from '../node/settings.ts'
import { checkNames, type SharedOptions } from '../node/shared-options.ts'
import { isGone, write } from '../node/write.ts'
import { isRoutersError } from './allowed-methods.ts'
import { answerHead } from './answer-head.ts'
import { isConform } from './conform.ts'
import { firstByte } from './first-byte.ts'
import { forKoa } from './for-koa.ts'
import { isUnanswered, isUnrouted, koa, mounted } from './framework.ts'
import { tellApplication } from './tell.ts'
import type { KoaContext, Middleware } from './types.ts'
import { watchBodies } from './watch-bodies.ts'
import { writeToContext } from './write.ts'

/**
 * What an application may decide about its error responses on Koa. All of it is optional. With or without `onProblem`,
 * `app.on('error')` hears what it would have heard from Koa, whose own listener prints server errors.
 */
export interface ProblemsOptions<Context = KoaContext> extends SharedOptions<Context> {}

/**
 * Koa middleware, to be mounted first, or right after conform(): answers everything thrown further in, a failing stream
 * body, an error status without a body, and what nothing answered: 405 where the path has routes for other methods,
 * OPTIONS with these methods, else 404.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example app.use(problems())
 */
export function problems<Context extends KoaContext = KoaContext>(
  options: ProblemsOptions<Context> = {},
): Middleware<Context> {
  checkNames('problems', options)
  const settingsFor = settingsWith(koa, options as SharedOptions<KoaContext>)

  // A promise only where it has to wait: for the rest of a request.
  function respond(ctx: Context, thrown: unknown, put: (reply: FramedReply) => void): void | Promise<void> {
    return settingsFor(keeperOf(ctx.res)?.told).answer(thrown, ctx, ctx.req, ctx.res, put)
  }

  function respondUnanswered(
    ctx: Context,
    status: number,
    isNobodys: boolean,
    put: (reply: FramedReply) => void,
  ): void | Promise<void> {
    const held = heldOf(ctx.res)
    held?.keeper.noteStatus(held, status)
    const settings = settingsFor(held?.keeper.told)
    const pending = ctx.res.getHeaders()
    const found = settings.unanswered(status, ctx, pending, isNobodys)
    if (found.reply === undefined) return settings.answer(found.thrown, ctx, ctx.req, ctx.res, put)
    put(settings.frame(found.reply, ctx, pending))
  }

  const middleware: Middleware<Context> = forKoa('problems', async (ctx, next) => {
    watchBodies(ctx.app)
    answerHead(ctx)
    const held = heldOf(ctx.res)
    if (held !== undefined) held.problems = options
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
      if (isRoutersError(ctx, thrown)) return respondUnanswered(ctx, 501, true, put)
      tellApplication(ctx, thrown)
      return respond(ctx, thrown, put)
    }
    isDone = true
    // Koa 2 would send an explicit `ctx.body = null` without an end that the client could see (RFC 9112 §6.3).
    if (ctx.body === null && ctx.respond !== false && !ctx.headerSent) ctx.set('Content-Length', '0')
    if (!isUnanswered(ctx) || held?.isExempt === true) return
    return respondUnanswered(ctx, ctx.status, isUnrouted(ctx), put)
  })
  mounted.set(middleware, options as SharedOptions<KoaContext>)
  return middleware
}

// conform() does nothing after what is further in, so that it may stay outside.
function isOutermost(middleware: unknown, { app }: KoaContext): boolean {
  const [first, second] = app.middleware ?? []
  return first === middleware || (second === middleware && isConform(first))
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
