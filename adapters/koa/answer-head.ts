import { isGone } from '../node/write.ts'
import type { KoaContext } from './types.ts'

/**
 * Has Koa answer a HEAD on HTTP/2. There, what is written to one has ended from the beginning on; Koa takes that for a client
 * that left, and Koa 2 never answers.
 */
export function answerHead(ctx: KoaContext): void {
  const { req, res } = ctx
  if (req.method !== 'HEAD' || req.httpVersionMajor === 1) return
  const get = (): boolean => !res.writableEnded && !isGone(res)
  Object.defineProperty(ctx, 'writable', { get, configurable: true })
}
