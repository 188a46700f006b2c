import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { KoaContext } from './types.ts'

/**
 * Waits until a stream body has something to send, so that one that fails at once can be answered with a full response.
 * Koa sends no head before the first byte either, so no client waits longer for it.
 *
 * @throws what the stream failed with before its first byte.
 */
export async function firstByte(ctx: KoaContext): Promise<void> {
  if (ctx.headerSent || ctx.respond === false) return
  const stream = readableBody(ctx)
  if (stream === undefined || stream.readableFlowing === true || stream.readableLength > 0 || stream.readableEnded)
    return
  if (stream.errored) throw stream.errored
  if (stream.destroyed) return
  const { res } = ctx
  await new Promise<void>((resolve, reject) => {
    const events = ['readable', 'end', 'close'] as const
    function done(): void {
      for (const event of events) stream?.off(event, done)
      stream?.off('error', failed)
      res.off('close', done)
      resolve()
    }
    function failed(error: unknown): void {
      done()
      reject(error)
    }
    for (const event of events) stream.once(event, done)
    stream.once('error', failed)
    // A client that leaves must not leave us waiting.
    res.once('close', done)
  })
}

// Koa 3 also takes web streams and responses; it turns them into a Readable when it is too late for us.
function readableBody(ctx: KoaContext): Readable | undefined {
  const { body } = ctx
  if (isReadable(body)) return body
  const web = body instanceof Response ? body.body : body
  if (!(web instanceof ReadableStream) || web.locked) return undefined
  const stream = Readable.fromWeb(web as WebStream)
  ctx.body = stream
  return stream
}

// Also those of the readable-stream package; streams of before Node 0.10 can't be waited for.
function isReadable(body: unknown): body is Readable {
  return (
    typeof body === 'object' && body !== null && 'pipe' in body && 'readableLength' in body && 'readableFlowing' in body
  )
}
