import type { Socket } from 'node:net'
import type { NodeResponse } from './write.ts'

/**
 * Calls back when a response is over: all of it handed over, or the client gone.
 *
 * @returns what ends the waiting.
 */
export function whenOver(res: NodeResponse, callback: () => void): () => void {
  res.once('close', callback)
  const isWaiting = res.stream === undefined && res.socket === null
  const stopWatching = isWaiting ? whenClosed(res.req.socket, callback) : undefined
  return () => {
    res.off('close', callback)
    stopWatching?.()
  }
}

const callbacks: WeakMap<Socket, Set<() => void>> = new WeakMap()

// A response that waits for its turn (pipelining) is not told by node:http that its connection is closed. One listener
// for all that wait for the same.
function whenClosed(socket: Socket, callback: () => void): () => void {
  const waiting = callbacks.get(socket) ?? new Set()
  if (!callbacks.has(socket)) {
    callbacks.set(socket, waiting)
    socket.once('close', () => {
      for (const call of waiting) call()
    })
  }
  waiting.add(callback)
  return () => void waiting.delete(callback)
}
