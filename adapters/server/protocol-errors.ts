import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Settings } from '../node/settings.ts'
import { afterResponses } from './after-responses.ts'
import { endGently } from './end-gently.ts'
import { methodOf, type ProtocolError, protocolProblem } from './protocol-problem.ts'
import { answerSocket } from './socket-answer.ts'
import type { Connection } from './types.ts'

/** A listener for `clientError`: tells a client what was wrong with what it sent, and ends the connection. Never throws. */
export function protocolErrors(settings: Settings<IncomingMessage>): (error: Error, socket: Duplex) => void {
  // The parser fails again at each packet that still comes.
  const ended = new WeakSet<Duplex>()
  return (error, socket) => {
    if (ended.has(socket)) return
    ended.add(socket)
    try {
      end(error, socket as Connection)
    } catch {
      socket.destroy()
    }
  }

  function end(error: ProtocolError, socket: Connection): void {
    if (error.code === undefined || !/^(?:HPE_|ERR_HTTP_)/.test(error.code)) return void socket.destroy(error)
    afterResponses(socket, (mayAnswer) => {
      const problem = mayAnswer ? protocolProblem(error) : undefined
      if (problem !== undefined)
        answerSocket(settings, socket, problem, { thrown: error, method: methodFor(error, socket) })
      // What was written goes out, but for a response that is not whole.
      else if (socket._httpMessage || socket.destroyed) socket.destroy()
      else endGently(socket)
    })
  }
}

/**
 * The answer to a HEAD has no content, also where the rest of it could not be read. Of a head that came in several packets
 * only the last is known: with content, which a connection that ends can have behind it.
 */
function methodFor(error: ProtocolError, { parser }: Connection): string {
  const { incoming } = parser ?? {}
  return (incoming?.complete === false ? incoming.method : methodOf(error)) ?? 'GET'
}
