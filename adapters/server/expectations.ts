import type { IncomingMessage } from 'node:http'
import { ExpectationFailed, type HttpProblem } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { say } from '../../src/text/index.ts'
import { isGone, type NodeResponse } from '../node/write.ts'

/**
 * Sends 100 (Continue) when the application first reads the content, or after a while without an answer: who is answered
 * before has not sent an upload for nothing (RFC 9110 §10.1.1).
 *
 * @param after milliseconds.
 */
export function inviteContent(req: IncomingMessage, res: NodeResponse, after: number): void {
  const read = req._read
  const invite = (): void => {
    clearTimeout(timer)
    req._read = read
    // Whatever is written after a final response is taken for the next one.
    if (!res.headersSent && !isGone(res)) res.writeContinue()
  }
  const timer = setTimeout(invite, after)
  res.once('close', () => clearTimeout(timer))
  req._read = (size) => {
    invite()
    read.call(req, size)
  }
}

/** RFC 9110 §10.1.1: there is no expectation but 100-continue. */
export function unknownExpectation(): HttpProblem {
  return withoutStack(() => new ExpectationFailed({ detail: say('unknown-expectation') }))
}
