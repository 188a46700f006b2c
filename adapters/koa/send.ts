import type { Reply } from '../../src/replies/index.ts'
import { sendReply } from '../node/send.ts'
import type { KoaContext } from './types.ts'
import { writeToContext } from './write.ts'

/**
 * Puts a reply in place of what the context has so far; Koa sends it when the middleware is done. Header fields that do
 * not describe the content stay.
 *
 * @returns a promise that is fulfilled once the reply is handed over; it never rejects.
 * @example await send(ctx, noContent())
 */
export async function send(ctx: KoaContext, reply: Reply): Promise<void> {
  sendReply(ctx.res, reply, (framed) => writeToContext(ctx, framed))
}
