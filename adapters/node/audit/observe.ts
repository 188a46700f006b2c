import type { IncomingMessage } from 'node:http'
import type { ServerHttp2Stream } from 'node:http2'
import type { Exchange } from '../../../src/rules/index.ts'
import type { NodeResponse } from '../write.ts'
import { observeMessage } from './observe-http1.ts'
import { observeStream } from './observe-http2.ts'
import { requestMessage } from './request.ts'
import type { Room } from './room.ts'

/** Takes an exchange that is over; resolves when it is not needed any more. Neither throws nor rejects. */
export type OnExchange = (exchange: Exchange) => Promise<void>

/**
 * Watches a response, from before anything of it is written; when it is over, tells the exchange as the wire had it. Of
 * a response that was cut short, by whoever, and of one that is too long, only its head is told.
 *
 * @param target of the request, as it came
 * @returns whether it can be watched
 */
export function observe(
  req: IncomingMessage,
  res: NodeResponse,
  target: string,
  room: Room,
  onExchange: OnExchange,
): boolean {
  const request = requestMessage(req, res, target)
  if (res.stream === undefined) return observeMessage(res, request, room.share(), onExchange)
  observeStream(res.stream as unknown as ServerHttp2Stream, request, room.share(), onExchange)
  return true
}
