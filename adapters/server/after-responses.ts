import { whenOver } from '../node/when-over.ts'
import type { Connection } from './types.ts'

/**
 * Waits until the responses are out that a connection still owes to whole requests (they may be pipelined): what is
 * written before them would be taken for the first of them (RFC 9112 §9.3.2).
 *
 * @param then gets to know whether a response may follow: not on a connection that is gone, and not where the request that
 *   is unfinished has got one, or the beginning of one.
 */
export function afterResponses(socket: Connection, then: (mayAnswer: boolean) => void): void {
  const current = socket._httpMessage
  if (current?.req.complete === true && !socket.destroyed) {
    whenOver(current, () => afterResponses(socket, then))
    return
  }
  const isAnswered = current ? current.headersSent : socket.parser?.incoming?.complete === false
  then(socket.writable && !isAnswered)
}
