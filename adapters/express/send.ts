import type { ServerResponse } from 'node:http'
import type { Reply } from '../../src/replies/index.ts'
import { keeperOf } from '../node/conform/index.ts'
import { languagesOf } from '../node/languages.ts'
import { sendReply, type Write } from '../node/send.ts'
import { write } from '../node/write.ts'
import { writeStreamed } from '../node/write-stream.ts'
import { express } from './framework.ts'
import type { ExpressRequest } from './types.ts'

/**
 * Writes a reply in place of what the response has so far. Header fields that do not describe the content stay.
 *
 * Streamed content is read no faster than the client takes it, and given up when the client leaves. Where it fails before
 * its first byte, the client gets an error; where later, a response that is cut short (RFC 9112 §8).
 *
 * @returns a promise that is fulfilled once all of the reply is handed over; it never rejects.
 * @throws {TypeError} for what is no response, at once: then the handler fails, and not the process.
 * @example send(res, noContent())
 */
export function send(res: ServerResponse, reply: Reply): Promise<void> {
  if (typeof res?.setHeader !== 'function') {
    throw new TypeError(
      'send() of statuswise/express takes the response, then the reply; for Koa import it from statuswise/koa',
    )
  }
  return sendReply(res, reply, writeTo(res))
}

/** How a response is given a reply. */
export function writeTo(res: ServerResponse): Write {
  return {
    whole: (framed) => write(res, framed),
    streamed: (framed) => writeStreamed(res, framed),
    languages: () => languagesOf(express.problemsOf(res.req as ExpressRequest), keeperOf(res)?.told.options),
  }
}
