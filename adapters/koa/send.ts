import type { Reply } from '../../src/replies/index.ts'
import { keeperOf } from '../node/conform/index.ts'
import { languagesOf } from '../node/languages.ts'
import { sendReply, type Write } from '../node/send.ts'
import { koa } from './framework.ts'
import type { KoaContext } from './types.ts'
import { streamToContext, writeToContext } from './write.ts'

/**
 * Puts a reply in place of what the context has so far; Koa sends it when the middleware is done. Header fields that do
 * not describe the content stay.
 *
 * Streamed content becomes a stream in `ctx.body`. It is read no faster than the client takes it, and given up when the
 * client leaves. Where it fails before its first byte, the client gets an error; where later, a response that is cut
 * short (RFC 9112 §8).
 *
 * @returns a promise that is fulfilled once the reply is handed over; it never rejects.
 * @throws {TypeError} for what is no context, at once: then the middleware fails, and not the process.
 * @example await send(ctx, noContent())
 */
export function send(ctx: KoaContext, reply: Reply): Promise<void> {
  if (typeof ctx?.res?.setHeader !== 'function') {
    throw new TypeError(
      'send() of statuswise/koa takes the context, then the reply; for Express import it from statuswise/express',
    )
  }
  return sendReply(ctx.res, reply, writeOn(ctx))
}

/** How a context is given a reply. */
export function writeOn(ctx: KoaContext): Write {
  return {
    whole: (framed) => writeToContext(ctx, framed),
    streamed: (framed) => streamToContext(ctx, framed),
    languages: () => languagesOf(koa.problemsOf(ctx), keeperOf(ctx.res)?.told.options),
  }
}
