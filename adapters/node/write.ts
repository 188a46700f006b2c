import type { ServerResponse } from 'node:http'
import type { ServerHttp2Stream } from 'node:http2'
import type { Socket } from 'node:net'
import type { Content, FramedReply } from '../../src/respond/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { cut } from './end.ts'

/** A response of node:http, or of node:http2's compatibility layer, which has its stream. */
export type NodeResponse = ServerResponse & {
  readonly stream?: ServerHttp2Stream & { readonly headRequest: boolean }
}

/** Puts a reply in place of what a response has so far, and ends it. */
export function write(res: NodeResponse, reply: FramedReply): void {
  putHead(res, reply)
  endWith(res, reply.body)
}

// node:http2 takes a response for ended before it looks at its head: where it refused that, a second end() does nothing.
function endWith(res: NodeResponse, content?: string | Uint8Array): void {
  const { stream } = res
  if (stream === undefined || !res.writableEnded || res.headersSent) return void res.end(content)
  const head = { ...res.getHeaders(), ':status': res.statusCode }
  stream.respond(head, { endStream: content === undefined, waitForTrailers: true })
  if (content !== undefined) stream.end(content)
}

/** Puts the head of a reply in place of what a response has so far. */
export function putHead(res: NodeResponse, reply: FramedReply<Content>): void {
  for (const name of reply.superseded) removeField(res, name)
  res.statusCode = reply.status
  // Node's own phrases are those of older RFCs; HTTP/2 has none (RFC 9113 §8.3.2).
  if (res.stream === undefined) res.statusMessage = phraseOf(reply.status)
  for (const name of Object.keys(reply.headers)) res.setHeader(name, reply.headers[name] ?? '')
  keepClose(res)
  if (isOverriddenHead(res)) res.removeHeader('Content-Length')
  if (reply.status >= 400 && isMute(res)) {
    res.removeHeader('Content-Length')
    res.setHeader('Connection', 'close')
  }
}

// After a head of 204 or 304 that it refused, node:http sends no content whatever the status is then: a length that
// announces some would be taken from the next response.
function isMute(res: NodeResponse): boolean {
  return res.stream === undefined && isHeadOnWire(res) && res.req.method !== 'HEAD'
}

/** Removes a header field, and nothing but that. */
export function removeField(res: NodeResponse, name: string): void {
  res.removeHeader(name)
  // node:http takes the removal of this one as an order never to send chunks, not even to who compresses what we send.
  if (name.toLowerCase() === 'transfer-encoding') Reflect.set(res, '_removedTE', false)
}

/** With a Connection field of ours, node:http does not say by itself that the connection ends (RFC 9112 §9.6). */
export function keepClose(res: NodeResponse): void {
  const connection = res.getHeader('Connection')
  if (
    connection === undefined ||
    res.shouldKeepAlive !== false ||
    /(?:^|[\s,])close(?:[\s,]|$)/i.test(String(connection))
  )
    return
  res.setHeader('Connection', `${String(connection)}, close`)
}

/**
 * Whether middleware turned a request into a HEAD that is none on the wire: there the client would wait for the content
 * that Content-Length announces.
 */
export function isOverriddenHead(res: NodeResponse): boolean {
  if (res.req.method !== 'HEAD') return false
  return res.stream === undefined ? Reflect.get(res, '_hasBody') === true : !res.stream.headRequest
}

/** Whether the request on the wire is a HEAD, whatever middleware turned it into: no content can be sent. */
export function isHeadOnWire(res: NodeResponse): boolean {
  return res.stream === undefined ? Reflect.get(res, '_hasBody') === false : res.stream.headRequest
}

/** Whether the client, or the way to it, is gone before it had the whole response. */
export function isGone(res: NodeResponse): boolean {
  const { stream } = res
  // The stream of a HEAD has nothing more to write from the beginning on.
  if (stream !== undefined) return stream.aborted || (stream.closed && !(res.headersSent && stream.writableFinished))
  return !res.writableFinished && (res.destroyed || isClosed(res, res.socket ?? res.req.socket))
}

// A response that waits for its turn (pipelining) has no socket yet: its request has it.
function isClosed({ writableEnded }: NodeResponse, socket: Socket | null): boolean {
  // When the client has ended its side, node:http ends ours: what is not written by then is never sent.
  return socket?.destroyed === true || (socket?.writableEnded === true && !writableEnded)
}

/**
 * Whether the client waits for 100 (Continue) before it sends the content. Whether the content comes all the same, once it
 * has another answer, nobody can tell (RFC 9110 §10.1.1).
 */
export function isUninvited(res: NodeResponse): boolean {
  return Reflect.get(res, '_expect_continue') === true && Reflect.get(res, '_sent100') !== true
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
  for (const name of res.getHeaderNames()) removeField(res, name)
  res.statusCode = 500
  if (res.stream === undefined) res.statusMessage = phraseOf(500)
  res.setHeader('Content-Length', '0')
  // Whatever went wrong, nobody reads on here.
  if (res.stream === undefined) res.setHeader('Connection', 'close')
  res.setHeader('Cache-Control', 'no-store')
  endWith(res)
}
