import type { ServerResponse } from 'node:http'
import type { FramedReply } from '../../src/respond/index.ts'
import { phraseOf } from '../../src/status/index.ts'

/** A response of node:http, or of node:http2's compatibility layer, which has its stream. */
export type NodeResponse = ServerResponse & {
  readonly stream?: { readonly destroyed: boolean; close(code: number): void }
}

/** Puts a reply in place of what a response has so far, and ends it. */
export function write(res: NodeResponse, reply: FramedReply): void {
  for (const name of reply.superseded) res.removeHeader(name)
  res.statusCode = reply.status
  // Node's own phrases are those of older RFCs; HTTP/2 has none (RFC 9113 §8.3.1).
  if (res.stream === undefined) res.statusMessage = phraseOf(reply.status)
  for (const name of Object.keys(reply.headers)) res.setHeader(name, reply.headers[name] ?? '')
  // A request that middleware turned into a HEAD is none on the wire: the client would wait for the announced content.
  if (reply.body === undefined && Reflect.get(res, '_hasBody') === true && res.req.method === 'HEAD') {
    res.removeHeader('Content-Length')
  }
  res.end(reply.body)
}

/** Whether the client, or the way to it, is gone. */
export function isGone(res: NodeResponse): boolean {
  if (res.stream !== undefined) return res.stream.destroyed
  return res.destroyed || res.socket?.destroyed === true
}

const INTERNAL_ERROR = 2 // RFC 9113 §7

/**
 * Ends a response that can't be completed so that the client sees it: a message that is cut short, not one that looks
 * complete (RFC 9112 §8). On HTTP/2 only its stream ends.
 */
export function cut(res: NodeResponse): void {
  if (res.stream === undefined) res.destroy()
  else res.stream.close(INTERNAL_ERROR)
}

/** The last attempt to answer where writing the reply failed: a bare 500, else the end of the connection. Never throws. */
export function rescue(res: NodeResponse): void {
  try {
    if (!res.headersSent) writeBare500(res)
    else if (!res.writableEnded) cut(res)
  } catch {
    try {
      cut(res)
    } catch {
      // Nothing of the response is left to end.
    }
  }
}

function writeBare500(res: NodeResponse): void {
  for (const name of res.getHeaderNames()) res.removeHeader(name)
  res.statusCode = 500
  if (res.stream === undefined) res.statusMessage = phraseOf(500)
  res.setHeader('Content-Length', '0')
  res.setHeader('Cache-Control', 'no-store')
  res.end()
}
