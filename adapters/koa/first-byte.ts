import { finished, Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { isGone } from '../node/write.ts'
import { isReadable } from './readable.ts'
import type { KoaContext } from './types.ts'
import { takeOver } from './watch-bodies.ts'

/** How long a response to HEAD waits for a stream body to show whether it fails, in milliseconds. */
const LONGEST_WAIT_FOR_HEAD = 100

/**
 * Waits until a stream body has something to send, so that one that fails at once can be answered with a full response.
 * Koa sends no head before the first byte either, so no client waits longer for it. What the stream fails with later goes
 * to `ctx.onerror`: Koa 2 does not notice a stream that closes early, Koa 3 tells after it has closed the connection.
 *
 * @throws what the stream failed with before its first byte.
 */
export async function firstByte(ctx: KoaContext): Promise<void> {
  if (ctx.headerSent || ctx.respond === false) return
  const stream = readableBody(ctx)
  if (stream === undefined) return
  const { res } = ctx
  takeOver(stream)
  await new Promise<void>((resolve, reject) => {
    let waiting = true
    function stopWaiting(): void {
      waiting = false
      stream?.off('readable', begun)
      res.off('close', begun)
    }
    function begun(): void {
      stopWaiting()
      resolve()
    }
    finished(stream, { writable: false }, (error) => {
      if (!error) return begun()
      if (!waiting) return fail(ctx, error)
      stopWaiting()
      reject(error)
    })
    if (hasBegun(stream)) return begun()
    stream.once('readable', begun)
    // A client that leaves must not leave us waiting.
    res.once('close', begun)
    // To a HEAD no content is sent, and the stream may never have any: what fails, fails soon.
    if (ctx.req.method === 'HEAD') setTimeout(begun, LONGEST_WAIT_FOR_HEAD).unref()
  })
}

function fail(ctx: KoaContext, error: unknown): void {
  // A stream that is no longer needed is destroyed by Koa.
  if (!ctx.res.writableEnded && !isGone(ctx.res)) ctx.onerror(error)
}

function hasBegun(stream: Readable): boolean {
  return !stream.destroyed && (stream.readableFlowing === true || stream.readableLength > 0 || stream.readableEnded)
}

// Koa 3 also takes web streams and responses; it turns them into a Readable when it is too late for us.
function readableBody(ctx: KoaContext): Readable | undefined {
  const { body } = ctx
  if (isReadable(body)) return body
  const web = body instanceof Response ? body.body : body
  if (!(web instanceof ReadableStream) || web.locked) return undefined
  const stream = Readable.fromWeb(web as WebStream)
  const length = ctx.res.getHeader('Content-Length')
  ctx.body = stream
  // Koa took it for that of another body.
  if (length !== undefined) ctx.set('Content-Length', String(length))
  return stream
}
