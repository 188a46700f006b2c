import { createReadStream } from 'node:fs'
import type { Context, Next } from 'koa'
import sendFile from 'koa-send'
import { RangeNotSatisfiable } from 'statuswise'
import { FILES } from '../orders/shop.ts'

/** The static files, with koa-send. It knows no ranges, so a single range is cut out here (RFC 9110 §14). */
export async function files(ctx: Context, next: Next): Promise<void> {
  const [, name] = /^\/files\/(.+)$/.exec(ctx.path) ?? []
  if (name === undefined || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next()
  const path = await sendFile(ctx, name, { root: FILES })
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(ctx.get('Range')) ?? []
  // Ranges are for GET alone (RFC 9110 §14.2); with If-Range, the whole file is always right.
  if (path === undefined || first === undefined || ctx.method !== 'GET' || ctx.get('If-Range') !== '') return
  const size = ctx.length ?? 0
  const start = Number(first)
  const end = Math.min(last ? Number(last) : size, size - 1)
  // What is no range at all is ignored; one that lies behind the end is refused.
  if (last && Number(last) < start) return
  if (start >= size) throw new RangeNotSatisfiable({ size })
  ctx.status = 206
  ctx.set('Content-Range', `bytes ${start}-${end}/${size}`)
  ctx.body = createReadStream(path, { start, end })
  ctx.length = end - start + 1
}
