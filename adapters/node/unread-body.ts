import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

// A response that goes out while the client still sends needs a decision about the rest of the request (RFC 9112 §9.3):
// read it and keep the connection, or close. Closing at once would reset the connection, and the client would lose the
// response unread (RFC 9112 §9.6): so our side is closed, and what still arrives is read for a while.

/** What is left of a request may be this large and still be read for the sake of the connection, in bytes. */
const SMALL = 64 * 1024

/** A connection that ends is read no further than this, in bytes and milliseconds. */
const MOST_DRAINED = 8 * 1024 * 1024
const LONGEST_DRAIN = 5000

/** Then the client has so long to read its response, in milliseconds: the reset would reach some of them before it does. */
const GRACE = 1000

/**
 * Whether so little of the request has still to come that the connection can be kept; a promise where it takes a turn
 * of the event loop to know, because content in chunks says only at its end that it is complete.
 */
export function isBodyNearlyHere(req: IncomingMessage): boolean | Promise<boolean> {
  if (req.httpVersionMajor > 1 || req.complete) return true
  if (req.headers['transfer-encoding'] === undefined) return unreadLength(req) <= SMALL
  return new Promise((resolve) => setImmediate(resolve)).then(() => req.complete)
}

function unreadLength(req: IncomingMessage): number {
  const length = Number(req.headers['content-length'] ?? 0)
  return req.readableDidRead ? length : length - req.readableLength
}

/** Sees to the rest of a request whose response goes out now: reads it, or ends the connection gently after it. */
export function settleBody(req: IncomingMessage, keepsConnection: boolean): void {
  if (req.complete) return
  if (keepsConnection) readRest(req)
  else closeGently(req)
}

/** Sees to it that no further request of a connection is processed, which is about to end (RFC 9112 §9.6). */
export function ignoreFurtherRequests(req: IncomingMessage): void {
  const { parser }: ServerSocket = req.socket
  if (parser) parser.onIncoming = ignoreRequest
}

// The next request on the connection can be read only after this one. Whoever has read it so far does not read on.
function readRest(req: IncomingMessage): void {
  req.unpipe()
  // With a listener for it, a stream does not flow.
  req.removeAllListeners('readable')
  req.resume()
}

// A connection whose response says `Connection: close` ends gently, once the response is out.
function closeGently(req: IncomingMessage): void {
  const socket: ServerSocket = req.socket
  const { destroySoon } = socket
  let drained = 0
  let responded = false
  let isOver = false
  ignoreFurtherRequests(req)
  const destroy = (): void => {
    socket.destroy()
  }
  let timer: NodeJS.Timeout | undefined
  const destroyAfter = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(destroy, milliseconds).unref()
  }
  socket.once('close', () => clearTimeout(timer))
  req.on('data', (chunk: Uint8Array) => {
    drained += chunk.length
    if (drained <= MOST_DRAINED) return
    req.pause()
    if (responded && !isOver) destroyAfter(GRACE)
    isOver = true
  })
  readRest(req)
  // node:http calls this when the last response on a connection is out.
  socket.destroySoon = () => {
    socket.destroySoon = destroySoon
    if (req.complete || socket.destroyed) return endSoon(socket)
    responded = true
    socket.end()
    req.once('end', destroy)
    destroyAfter(isOver ? GRACE : LONGEST_DRAIN)
  }
}

/**
 * Ends a connection on which a request gets no response. What is written is out, but a client that has not read it yet would
 * lose it to a reset, for what is sent and not read here: so our side is closed, and the rest waits for the client a while.
 */
export function endGently(req: IncomingMessage): void {
  const { socket } = req
  // Before a handler returns, node:http takes no request for complete.
  if (req.complete || (req.headers['transfer-encoding'] === undefined && unreadLength(req) === 0)) {
    socket.end()
    const timer = setTimeout(() => socket.destroy(), LONGEST_DRAIN).unref()
    socket.once('close', () => clearTimeout(timer))
  } else {
    closeGently(req)
    endSoon(socket)
  }
}

// Ends a connection once what is written is out.
function endSoon(socket: Socket): void {
  // A connection that was given to node:http may be any Duplex, which has only end().
  const { destroySoon }: { destroySoon?: () => void } = socket
  if (destroySoon === undefined) socket.end()
  else destroySoon.call(socket)
}

// Without this, node:http would still hand an Upgrade or a CONNECT to the application.
function ignoreRequest(req: { upgrade: boolean }): number {
  req.upgrade = false
  return 0
}

/** A socket as node:http's server has it, with its parser. */
type ServerSocket = IncomingMessage['socket'] & { parser?: { onIncoming: unknown } | null }
