import type { Socket } from 'node:net'
import { isQueued } from './end.ts'
import type { NodeResponse } from './write.ts'

/**
 * Calls back when a response is over: all of it handed over, or the client gone.
 *
 * @returns what ends the waiting.
 */
export function whenOver(res: NodeResponse, callback: () => void): () => void {
  let stopWatching: (() => void) | undefined
  const stop = (): void => {
    stopWaiting()
    // A connection may live for long after its responses.
    stopWatching?.()
  }
  const over = (): void => {
    stop()
    callback()
  }
  const stopWaiting = whenResponseClosed(res, over)
  if (isQueued(res)) stopWatching = whenClosed(res.req.socket, over)
  return stop
}

const calls: WeakMap<NodeResponse, Set<() => void>> = new WeakMap()

// Node warns of more than ten listeners, and streams that are piped into a response need most of them: ours are one.
function whenResponseClosed(res: NodeResponse, callback: () => void): () => void {
  const waiting = calls.get(res) ?? new Set()
  if (!calls.has(res)) {
    calls.set(res, waiting)
    res.once('close', () => {
      for (const call of waiting) call()
    })
  }
  waiting.add(callback)
  return () => void waiting.delete(callback)
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
