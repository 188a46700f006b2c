import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { formatHttpDate } from '../../src/headers/index.ts'
import type { HttpProblem } from '../../src/problems/index.ts'
import type { FramedReply, RequestLike } from '../../src/respond/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { closing } from '../node/closing.ts'
import type { Settings } from '../node/settings.ts'
import { endGently } from './end-gently.ts'

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

function bytesOf({ status, headers, body = '' }: FramedReply): Buffer {
  const lines = [`HTTP/1.1 ${status} ${phraseOf(status)}`, `Date: ${formatHttpDate(new Date())}`]
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) lines.push(`${name}: ${String(one)}`)
  }
  const content = typeof body === 'string' ? Buffer.from(body) : body
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), content])
}
