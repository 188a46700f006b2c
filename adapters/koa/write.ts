import type { ServerResponse } from 'node:http'
import type { FramedReply } from '../../src/respond/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { isOverriddenHead, keepClose, removeField, write } from '../node/write.ts'
import type { KoaContext } from './types.ts'

/**
 * Puts a reply in place of what a context has so far; Koa sends it when the middleware is done, unless it has been told
 * with `ctx.respond = false` to send nothing.
 */
export function writeToContext(ctx: KoaContext, reply: FramedReply): void {
  if (ctx.respond === false) write(ctx.res, reply)
  else setOnContext(ctx, reply)
}

function setOnContext(ctx: KoaContext, reply: FramedReply): void {
  const { res } = ctx
  const { status, headers, body } = reply
  for (const name of reply.superseded) removeField(res, name)
  ctx.status = status
  // With a type already there, Koa does not guess one from the body.
  const type = headers['Content-Type']
  if (type !== undefined) res.setHeader('Content-Type', type)
  // An empty text, not null: to that Koa would add header fields, or a status, of its own.
  ctx.body = body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : (body ?? '')
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
