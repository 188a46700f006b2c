import type { IncomingMessage } from 'node:http'
import { ExpectationFailed, type HttpProblem } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { whenOver } from '../node/when-over.ts'
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
  whenOver(res, () => clearTimeout(timer))
  req._read = (size) => {
    invite()
    read.call(req, size)
  }
}

/** Whether a request expects nothing but 100 (Continue). Node asks only whether the word is there. */
export function expectsContinue({ headers }: IncomingMessage): boolean {
  const expectations = expectationsOf(headers)
  return expectations.length > 0 && expectations.every((one) => one.toLowerCase() === '100-continue')
}

/** Whether Expect lists nothing (RFC 9110 §5.6.1.2). */
export function expectsNothing({ headers }: IncomingMessage): boolean {
  return expectationsOf(headers).length === 0
}

function expectationsOf({ expect = '' }: IncomingMessage['headers']): string[] {
  return String(expect)
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** RFC 9110 §10.1.1: there is no expectation but 100-continue. */
export function unknownExpectation(): HttpProblem {
  return withoutStack(() => new ExpectationFailed('The only expectation that this server meets is 100-continue.'))
}
