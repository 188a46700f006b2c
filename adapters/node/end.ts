import type { Socket } from 'node:net'
import { endGently, ignoreFurtherRequests } from './unread-body.ts'
import type { NodeResponse } from './write.ts'

const INTERNAL_ERROR = 2 // RFC 9113 §7

/** Ends the connection (on HTTP/2 the stream) without a response, once those before it are out. */
export function end(res: NodeResponse): void {
  // Others may still write to it: that is no reason for the process to end.
  res.on('error', ignore)
  // Clients take a stream that is cancelled for one that they have closed themselves, and tell nobody.
  if (res.stream !== undefined) res.stream.close(INTERNAL_ERROR)
  else hangUp(res)
}

function hangUp(res: NodeResponse): void {
  const { req } = res
  ignoreFurtherRequests(req)
  if (isQueued(res)) res.once('socket', () => endGently(req))
  else if (req.socket.bytesWritten === 0) res.destroy()
  else endGently(req)
}

function ignore(): void {}

/** Whether a response waits for those before it on its connection (pipelining). */
export function isQueued({ stream, socket }: NodeResponse): boolean {
  return stream === undefined && socket === null
}

/**
 * Ends a response that can't be completed so that the client sees it: a message that is cut short, not one that looks
 * complete (RFC 9112 §8). On HTTP/2 only its stream ends.
 */
export function cut(res: NodeResponse): void {
  if (res.stream !== undefined) res.stream.close(INTERNAL_ERROR)
  // Nothing of it is out, and those before it may end well.
  else if (res.socket === null) hangUp(res)
  else if (endsWithConnection(res)) reset(res, res.socket)
  else res.destroy()
}

// RFC 9112 §6.3: without a length and chunks, an orderly close is how such content ends well.
function endsWithConnection(res: NodeResponse): boolean {
  return !res.chunkedEncoding && !res.hasHeader('Content-Length')
}

function reset(res: NodeResponse, socket: Socket): void {
  try {
    socket.resetAndDestroy()
  } catch {
    // Only TCP has a reset; TLS tells by its missing close_notify (RFC 8446 §6.1).
    res.destroy()
  }
}
