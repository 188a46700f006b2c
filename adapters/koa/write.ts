import type { ServerResponse } from 'node:http'
import type { FramedReply } from '../../src/respond/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import type { KoaContext } from './types.ts'

/** Puts a reply in place of what a context has so far; Koa sends it when the middleware is done. */
export function writeToContext(ctx: KoaContext, reply: FramedReply): void {
  const { status, headers, body } = reply
  for (const name of reply.superseded) ctx.remove(name)
  ctx.status = status
  // An empty text, not null: to that Koa would add headers of its own, or a status.
  ctx.body = body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : (body ?? '')
  // Koa has guessed them from the body.
  ctx.remove('Content-Type')
  ctx.remove('Content-Length')
  if (ctx.req.httpVersionMajor < 2) ctx.message = phraseOf(status)
  for (const name of Object.keys(headers)) {
    const value = headers[name] ?? ''
    ctx.set(name, typeof value === 'string' ? value : [...value])
  }
  if (status === 205) restoreLength(ctx.res)
}

// Koa takes Content-Length off a 205 just before it ends the response; then Node would send it in chunks.
function restoreLength(res: ServerResponse): void {
  const { writeHead } = res
  res.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (res.statusCode === 205) res.setHeader('Content-Length', '0')
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}
