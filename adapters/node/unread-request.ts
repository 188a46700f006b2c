import type { IncomingMessage } from 'node:http'
import type { FramedReply } from '../../src/respond/index.ts'
import { closing } from './closing.ts'
import { isBodyNearlyHere, settleBody } from './unread-body.ts'
import { settleStream } from './unread-stream.ts'
import { isUninvited, type NodeResponse } from './write.ts'

/** Whether a connection can be kept on which a request is answered that nobody has read; see `isBodyNearlyHere`. */
export function canBeKept(req: IncomingMessage, res: NodeResponse): boolean | Promise<boolean> {
  return !isUninvited(res) && isBodyNearlyHere(req)
}

/**
 * Sees to the rest of a request that nobody has read, whose reply goes out now.
 *
 * @returns the reply, which says so where the connection ends behind it.
 */
export function settle(
  req: IncomingMessage,
  res: NodeResponse,
  reply: FramedReply,
  keepsConnection: boolean,
): FramedReply {
  if (res.stream === undefined) settleBody(req, keepsConnection)
  else settleStream(req, res.stream)
  return keepsConnection ? reply : closing(reply)
}
