import type { ServerResponse } from 'node:http'
import type { StreamedContent } from '../../src/replies/index.ts'
import type { Content, FramedReply } from '../../src/respond/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { contentStream, ready } from '../node/content-stream.ts'
import { endFailed, failureReply } from '../node/failure.ts'
import { whenOver } from '../node/when-over.ts'
import { withhold } from '../node/withhold.ts'
import { isOverriddenHead, keepClose, removeField, write } from '../node/write.ts'
import { writeStreamed } from '../node/write-stream.ts'
import type { KoaContext } from './types.ts'

/**
 * Puts a reply in place of what a context has so far; Koa sends it when the middleware is done, unless it has been told
 * with `ctx.respond = false` to send nothing.
 */
export function writeToContext(ctx: KoaContext, reply: FramedReply): void {
  // A head that node:http2 refused leaves a response that Koa takes for ended.
  if (ctx.respond === false || ctx.res.writableEnded) write(ctx.res, reply)
  else setOnContext(ctx, reply, bodyOf(reply))
}

/**
 * The same for content that is made while it is sent: Koa is given a stream. What fails before its first byte is answered
 * in full, by problems() if that is there; else here, and then it is waited for.
 */
export async function streamToContext(ctx: KoaContext, reply: FramedReply<StreamedContent>): Promise<void> {
  const { res } = ctx
  if (ctx.respond === false) return writeStreamed(res, reply)
  const stream = contentStream(reply)
  const forget = whenOver(res, () => stream.destroy())
  stream.once('close', forget)
  if (!hasProblems(ctx)) {
    await ready(stream)
    if (stream.errored) {
      const reply = failureReply(res, stream.errored)
      return reply === undefined ? withhold(res) : writeToContext(ctx, reply)
    }
    // Koa 2 leaves the client waiting; Koa 3 ends the connection in good order, as content without a length ends well.
    stream.once('error', (error) => endFailed(res, error))
  }
  setOnContext(ctx, reply, stream)
}

// problems() waits for the first byte of every stream that is a body, and cuts the response when one fails later.
function hasProblems(ctx: KoaContext): boolean {
  return Object.hasOwn(ctx, 'onerror')
}

// An empty text, not null: to that Koa would add header fields, or a status, of its own.
function bodyOf({ body }: FramedReply): string | Buffer {
  return body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : (body ?? '')
}

function setOnContext(ctx: KoaContext, reply: FramedReply<Content>, body: unknown): void {
  const { res } = ctx
  const { status, headers } = reply
  for (const name of reply.superseded) removeField(res, name)
  ctx.status = status
  // With a type already there, Koa does not guess one from the body.
  const type = headers['Content-Type']
  if (type !== undefined) res.setHeader('Content-Type', type)
  ctx.body = body
  if (type === undefined) res.removeHeader('Content-Type')
  res.removeHeader('Content-Length')
  if (ctx.req.httpVersionMajor < 2) res.statusMessage = phraseOf(status)
  for (const name of Object.keys(headers)) res.setHeader(name, headers[name] ?? '')
  keepClose(res)
  if (isOverriddenHead(res)) res.removeHeader('Content-Length')
  if (status === 205) restoreLength(res)
}

// Koa takes Content-Length off a 205 just before it ends the response; then Node would send it in chunks.
function restoreLength(res: ServerResponse): void {
  const { writeHead } = res
  res.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (res.statusCode === 205) res.setHeader('Content-Length', '0')
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}
