import { HttpProblem } from '../../src/problems/index.ts'
import { describeThrown, isObject } from '../../src/recognize/index.ts'
import type { Reply } from '../../src/replies/index.ts'
import { createResponder, type FramedReply, frame } from '../../src/respond/index.ts'
import { print } from './report.ts'
import { isGone, type NodeResponse, rescue } from './write.ts'

/**
 * Gives a reply of the application's to its response. What is no reply becomes a 500: this has to end the request
 * whatever it is given.
 *
 * @param write puts the reply into the response, in the framework's way.
 */
export function sendReply(res: NodeResponse, reply: Reply, write: (reply: FramedReply) => void): void {
  if (typeof res?.setHeader !== 'function') throw new TypeError('send() takes the response first, then the reply')
  try {
    if (isGone(res)) return
    if (res.headersSent) throw new Error('send() was called when the response had already begun')
    write(framed(res, reply))
  } catch (error) {
    print(() => `statuswise: send() failed: ${describeThrown(error)}`)
    rescue(res)
  }
}

function framed(res: NodeResponse, reply: Reply): FramedReply {
  const pending = res.getHeaders()
  // A thrown problem goes through the options of problems(); here there are none.
  if (reply instanceof HttpProblem) return createResponder().respond(reply, res.req, pending)
  if (isObject(reply) && 'superseded' in reply) return reply as FramedReply
  try {
    return frame(reply, res.req, pending, ({ name, reason }) => {
      print(() => `statuswise: send() dropped the header field ${name}: ${reason}`)
    })
  } catch (error) {
    print(() => `statuswise: send() was given no reply: ${describeThrown(error)}`)
    return createResponder().respond(error, res.req, pending)
  }
}
