import type { Duplex } from 'node:stream'
import type { Connection } from './types.ts'

/** After the last response, a connection is read for so long and no further, in milliseconds and bytes. */
const LONGEST_DRAIN = 5000
const MOST_DRAINED = 1024 * 1024

/** Then the client has so long to read it, in milliseconds: the reset would reach some of them before it does. */
const GRACE = 1000

/**
 * Writes the last bytes of a connection. Closing at once would reset it if anything is still unread, and the client would
 * lose them (RFC 9112 §9.6); waiting for ever is what a client may want us to do.
 */
export function endGently(socket: Duplex, bytes?: Buffer): void {
  const destroy = (): void => void socket.destroy()
  socket.on('error', () => {})
  if (bytes === undefined) socket.end()
  else socket.end(bytes)
  let timer = setTimeout(destroy, LONGEST_DRAIN).unref()
  socket.once('close', () => clearTimeout(timer))
  let drained = 0
  let isOver = false
  socket.on('data', (chunk: Uint8Array) => {
    drained += chunk.length
    if (drained <= MOST_DRAINED) return
    socket.pause()
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    timer = setTimeout(destroy, GRACE).unref()
  })
  socket.once('end', () => (socket.writableFinished ? destroy() : socket.once('finish', destroy)))
  socket.resume()
}

const gentle: WeakSet<Duplex> = new WeakSet()

/** Sees to it that node:http ends a connection gently, whose client has sent more, or may have. */
export function willEndGently(socket: Connection): void {
  const { destroySoon } = socket
  if (destroySoon === undefined || gentle.has(socket)) return
  gentle.add(socket)
  // node:http calls this when the last response is out, and destroys the connection with it.
  socket.destroySoon = () => {
    socket.destroySoon = destroySoon
    if (!socket.destroyed) endGently(socket)
  }
}
