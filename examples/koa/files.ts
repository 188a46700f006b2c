import { createReadStream } from 'node:fs'
import type { Context, Next } from 'koa'
import sendFile from 'koa-send'
import { representation } from 'statuswise'
import { send } from 'statuswise/koa'
import { FILES } from '../orders/shop.ts'

/** The static files, with koa-send. It knows neither conditions nor ranges; `representation()` does. */
export async function files(ctx: Context, next: Next): Promise<void> {
  const [, name] = /^\/files\/(.+)$/.exec(ctx.path) ?? []
  if (name === undefined || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next()
  const path = await sendFile(ctx, name, { root: FILES, brotli: false, gzip: false })
  if (path === undefined) return
  const { length: size, lastModified } = ctx.response
  const body = (start: number, end: number) => createReadStream(path, { start, end })
  await send(ctx, representation(ctx, { body, size, lastModified, type: ctx.response.get('Content-Type') }))
}
