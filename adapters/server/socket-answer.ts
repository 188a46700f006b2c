import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { formatHttpDate } from '../../src/headers/index.ts'
import type { HttpProblem } from '../../src/problems/index.ts'
import type { FramedReply, RequestLike } from '../../src/respond/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { closing } from '../node/closing.ts'
import type { Settings } from '../node/settings.ts'

/** After its answer, a connection is read for so long and no further, in milliseconds and bytes. */
const LONGEST_DRAIN = 5000
const MOST_DRAINED = 1024 * 1024

/** Then the client has so long to read the answer, in milliseconds: the reset would reach some of them before it does. */
const GRACE = 1000

/** What is known of a request for which Node has no response object. */
export interface HalfRequest {
  readonly thrown: unknown
  readonly method: string
  readonly req?: IncomingMessage
}

/** Answers on a connection for which Node has no response object, and ends it. */
export function answerSocket(
  settings: Settings<IncomingMessage>,
  socket: Duplex,
  problem: HttpProblem,
  { thrown, method, req }: HalfRequest,
): void {
  const request: RequestLike = req ?? { method, httpVersion: '1.1', headers: {} }
  const resolution = settings.resolve(problem, request as IncomingMessage, {})
  const reply = closing(resolution.reply)
  endGently(socket, bytesOf(reply))
  settings.report({ ...resolution, thrown, reply, outcome: 'sent' }, request as IncomingMessage)
}

/**
 * Writes the last bytes of a connection. Closing at once would reset it if anything is still unread, and the client would
 * lose them (RFC 9112 §9.6); waiting for ever is what a client may want us to do.
 */
function endGently(socket: Duplex, bytes: Buffer): void {
  const destroy = (): void => void socket.destroy()
  socket.on('error', () => {})
  socket.end(bytes)
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

function bytesOf({ status, headers, body = '' }: FramedReply): Buffer {
  const lines = [`HTTP/1.1 ${status} ${phraseOf(status)}`, `Date: ${formatHttpDate(new Date())}`]
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) lines.push(`${name}: ${String(one)}`)
  }
  const content = typeof body === 'string' ? Buffer.from(body) : body
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), content])
}
