import { cut } from '../end.ts'
import type { NodeResponse } from '../write.ts'
import type { HeldResponse, Methods } from './held-response.ts'

// What comes in the place of the four methods that all of a response is written with.

/** @param args those of the method, as many as were given. */
export type Writer = (held: HeldResponse, res: NodeResponse, args: readonly unknown[]) => unknown

export const writers: { readonly [Name in keyof Methods]: Writer } = { writeHead, write, end, flushHeaders }

type Callback = (error?: Error | null) => void

function writeHead(held: HeldResponse, res: NodeResponse, args: readonly unknown[]): NodeResponse {
  if (held.isSettled) Reflect.apply(held.methods.writeHead, res, args)
  else held.makeHead(args)
  return res
}

function end(held: HeldResponse, res: NodeResponse, args: readonly unknown[]): unknown {
  const [chunk, encoding] = args
  if (!held.isSettled) {
    const isTaken = isCallback(chunk)
      ? held.take(undefined, undefined, true)
      : held.take(chunk, isCallback(encoding) ? undefined : encoding, true)
    if (isTaken) held.prepare()
  }
  // Middleware that patched the response before us may know fewer ways to call it than node:http: it gets what we got.
  if (held.isContentDropped) return endReplaced(held, res, args.find(isCallback))
  const last = isCallback(chunk) ? undefined : chunk
  return !res.writableEnded && isMisfit(held, last, encoding, true) ? res : Reflect.apply(held.methods.end, res, args)
}

// With what takes the place of the content, if anything does.
function endReplaced(held: HeldResponse, res: NodeResponse, callback?: Callback): unknown {
  const content = held.takeReplacement()
  // node:http2 writes what its end() is given.
  held.isContentDropped = false
  try {
    return held.methods.end.call(res, content, undefined as never, callback)
  } finally {
    held.isContentDropped = true
  }
}

function write(held: HeldResponse, res: NodeResponse, args: readonly unknown[]): boolean {
  const [chunk, encoding] = args
  // node:http2 writes what its end() is given, which is known already.
  if (!held.isSettled && held.contentLength < 0) {
    // Of an error that may yet turn out to be empty, the head is made, but not sent ahead.
    if (held.status >= 400 && isEmpty(chunk) && !held.isExempt) {
      if (!res.headersSent && held.httpVersionMajor === 1) res.writeHead(res.statusCode)
      return swallow(args.find(isCallback))
    }
    if (held.take(chunk, isCallback(encoding) ? undefined : encoding, false)) held.prepare()
    // Something else has taken its place: that is all that is sent.
    if (held.isReplaced) endReplaced(held, res)
  }
  const isLeftOut = held.isContentDropped || (!res.writableEnded && isMisfit(held, chunk, encoding, false))
  return isLeftOut ? swallow(args.find(isCallback)) : Reflect.apply(held.methods.write, res, args)
}

// What is too much would be taken for the next response, what is missing would be waited for (RFC 9112 §6.3, §8).
function isMisfit(held: HeldResponse, chunk: unknown, encoding: unknown, isLast: boolean): boolean {
  if (held.fits(chunk, isCallback(encoding) ? undefined : encoding, isLast) || !held.keeper.endsMisfit(held))
    return false
  held.dropContent()
  cut(held.res)
  return true
}

function flushHeaders(held: HeldResponse, res: NodeResponse): void {
  if (!held.isSettled) {
    held.flush()
    if (held.isReplaced) endReplaced(held, res)
  }
  if (!held.isReplaced) held.methods.flushHeaders.call(res)
}

function isCallback(value: unknown): value is Callback {
  return typeof value === 'function'
}

function isEmpty(chunk: unknown): boolean {
  return chunk === '' || (chunk instanceof Uint8Array && chunk.byteLength === 0)
}

// To whoever writes, content that is left out looks like content that is sent.
function swallow(callback: Callback | undefined): boolean {
  if (callback !== undefined) process.nextTick(callback)
  return true
}
