import { HttpProblem } from '../../src/problems/index.ts'
import { type Drop, describeThrown, isObject } from '../../src/recognize/index.ts'
import type { Reply, StreamedContent } from '../../src/replies/index.ts'
import {
  type Content,
  createResponder,
  type FramedReply,
  frame,
  isStreamed,
  isUnanswerable,
  type Languages,
} from '../../src/respond/index.ts'
import { printFailure } from './failure.ts'
import { print } from './report.ts'
import { canBeKept, settle } from './unread-request.ts'
import { withhold } from './withhold.ts'
import { isGone, isHeadOnWire, type NodeResponse, rescue } from './write.ts'

/** How a framework's responses are given a reply. */
export interface Write {
  whole(reply: FramedReply): void
  streamed(reply: FramedReply<StreamedContent>): Promise<void>
  /** The languages that problems() or conform() offer. */
  languages(): Languages | undefined
}

/**
 * Gives a reply of the application's to its response. What is no reply becomes a 500: this has to end the request
 * whatever it is given.
 *
 * @returns a promise that is fulfilled once all of the reply is handed over.
 */
export async function sendReply(res: NodeResponse, reply: Reply, write: Write): Promise<void> {
  try {
    if (isGone(res)) return
    if (res.headersSent) throw new Error('send() was called when the response had already begun')
    const ready = framed(res, reply, write)
    if (ready === undefined) return withhold(res)
    const { body } = ready
    if (!isStreamed(body)) write.whole({ ...ready, body })
    else if (isHeadOnWire(res)) write.whole({ ...ready, body: undefined })
    else await write.streamed({ ...ready, body })
  } catch (error) {
    printFailure(error)
    rescue(res)
  }
}

/** The same for a request that no application was to read. */
export async function sendUnread(res: NodeResponse, reply: Reply, write: Write): Promise<void> {
  try {
    const { req } = res
    const isKept = await canBeKept(req, res)
    await sendReply(res, reply, { ...write, whole: (ready) => write.whole(settle(req, res, ready, isKept)) })
  } catch (error) {
    printFailure(error)
    rescue(res)
  }
}

// Undefined: nothing is to be written.
function framed(res: NodeResponse, reply: Reply, write: Write): FramedReply<Content> | undefined {
  const pending = res.getHeaders()
  // A thrown problem goes through the options of problems(); here there are none.
  if (reply instanceof HttpProblem) {
    const { problem, reply: ready } = createResponder().resolve(reply, res.req, pending)
    return isUnanswerable(problem) ? undefined : ready
  }
  if (isObject(reply) && 'superseded' in reply) return reply as FramedReply<Content>
  try {
    const dropped: Drop = ({ name, reason }) => {
      print(() => `statuswise: send() dropped the header field ${name}: ${reason}`)
    }
    // Who has no text of ours need not know.
    const languages = reply?.variants === undefined ? undefined : write.languages()
    return frame(reply, res.req, pending, dropped, languages)
  } catch (error) {
    print(() => `statuswise: send() was given no reply: ${describeThrown(error)}`)
    return createResponder().respond(error, res.req, pending)
  }
}
