import type { ServerResponse } from 'node:http'
import type { Reply } from '../../src/replies/index.ts'
import { sendReply } from '../node/send.ts'
import { write } from '../node/write.ts'

/**
 * Writes a reply in place of what the response has so far. Header fields that do not describe the content stay.
 *
 * @returns a promise that is fulfilled once the reply is handed over; it never rejects.
 * @example send(res, noContent())
 */
export async function send(res: ServerResponse, reply: Reply): Promise<void> {
  sendReply(res, reply, (framed) => write(res, framed))
}
