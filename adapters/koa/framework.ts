import { isObject, read } from '../../src/recognize/index.ts'
import type { RequestLike, ResponderOptions } from '../../src/respond/index.ts'
import type { HeldResponse } from '../node/conform/held-response.ts'
import { type ConformFramework, heldOf } from '../node/conform/index.ts'
import { logFailures } from '../node/report.ts'
import type { SharedOptions } from '../node/shared-options.ts'
import { isRoutersStatus } from './allowed-methods.ts'
import { routedMethods } from './routes.ts'
import type { KoaContext } from './types.ts'
import { hasFailed } from './watch-errors.ts'

/** What Koa has to say of its contexts. */
export const koa: ConformFramework<KoaContext> = {
  viewOf,
  translate,
  // Koa's own listener prints what failed.
  log: logFailures,
  routedMethods,
  routeOf(ctx) {
    // As @koa/router leaves it.
    const pattern: unknown = Reflect.get(ctx, '_matchedRoute')
    return typeof pattern === 'string' ? pattern : (ctx.req.url?.split('?', 1)[0] ?? '')
  },
  isPlaceholder(held) {
    const ctx = held.context as KoaContext
    const isUnwritten = ctx.body === undefined && ctx.respond !== false
    return (isUnwritten || hasFailed(ctx)) && isKoasText(held, ctx)
  },
  isUnrouted,
  problemsOf({ app, res }) {
    const middleware = app.middleware?.find((one) => typeof one === 'function' && mounted.has(one))
    // Within other middleware, it is known as soon as the request has come by it.
    return middleware === undefined
      ? (heldOf(res)?.problems as SharedOptions<KoaContext> | undefined)
      : mounted.get(middleware as object)
  },
}

/** The options of each problems(). */
export const mounted: WeakMap<object, SharedOptions<KoaContext>> = new WeakMap()

/**
 * Whether Koa would answer with the bare status. An explicit `ctx.body = null` is an answer; with `ctx.respond = false`
 * somebody else answers.
 */
export function isUnanswered(ctx: KoaContext): boolean {
  return ctx.status >= 400 && ctx.body === undefined && ctx.respond !== false && !ctx.headerSent
}

/** Whether the status is nobody's: Koa's own 404, or what a router says of methods that it does not have. */
export function isUnrouted(ctx: KoaContext): boolean {
  if (hasFailed(ctx)) return false
  if (ctx.status !== 404) return isRoutersStatus(ctx)
  const response: unknown = Reflect.get(ctx, 'response')
  return !isObject(response) || read(response, '_explicitStatus') !== true
}

// What Koa writes where there is no body: the phrase of the status, or its code.
function isKoasText(held: HeldResponse, ctx: KoaContext): boolean {
  if (held.contentLength <= 0) return held.contentLength === 0
  const text = held.contentText()
  // Where HTTP/2 is asked for a phrase, which it has not, node:http2 warns.
  return text === String(ctx.status) || (held.httpVersionMajor === 1 && text === ctx.message)
}

interface ContextRequest extends RequestLike {
  readonly ctx: KoaContext
}

function viewOf(ctx: KoaContext): ContextRequest {
  const { method, httpVersion, headers } = ctx.req
  return { method, httpVersion, headers, ctx }
}

// The application's callbacks take the context; the core knows requests only. The compiler finds one that is missing here:
// it would be left among the others, which take no context. What is no function is left for the check of the options.
function translate(options: ResponderOptions<KoaContext>): ResponderOptions {
  const { instance, extend, cacheControl, allow, ...others } = options
  return {
    ...others,
    instance: typeof instance === 'function' ? (request) => instance(contextOf(request)) : instance,
    allow: typeof allow === 'function' ? (request) => allow(contextOf(request)) : allow,
    extend: typeof extend === 'function' ? (problem, request) => extend(problem, contextOf(request)) : extend,
    cacheControl:
      typeof cacheControl === 'function'
        ? (problem, request) => cacheControl(problem, contextOf(request))
        : cacheControl,
  }
}

function contextOf(request: RequestLike): KoaContext {
  return (request as ContextRequest).ctx
}
