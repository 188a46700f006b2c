import { describeThrown } from '../../src/recognize/index.ts'
import { createResponder, type FramedReply, isUnanswerable } from '../../src/respond/index.ts'
import { print } from './report.ts'
import { withhold } from './withhold.ts'
import { isGone, type NodeResponse, rescue, write } from './write.ts'

/**
 * The reply to what send() failed with. From here there is no way to the options of problems().
 *
 * @returns undefined: none is to be written.
 */
export function failureReply(res: NodeResponse, thrown: unknown): FramedReply | undefined {
  const { problem, reply } = createResponder().resolve(thrown, res.req, res.getHeaders())
  if (problem.status >= 500) printFailure(thrown)
  return isUnanswerable(problem) ? undefined : reply
}

/** Ends a response whose content failed: with a problem document where its head is not sent, else cut. Never throws. */
export function endFailed(res: NodeResponse, thrown: unknown): void {
  try {
    // Who left is no failure.
    if (isGone(res)) return
    // What others still write to a response that is ended here is no reason for the process to end.
    res.on('error', () => {})
    if (res.headersSent) {
      printFailure(thrown)
      rescue(res)
      return
    }
    const reply = failureReply(res, thrown)
    if (reply === undefined) withhold(res)
    else write(res, reply)
  } catch (error) {
    printFailure(error)
    rescue(res)
  }
}

export function printFailure(thrown: unknown): void {
  print(() => `statuswise: send() failed: ${describeThrown(thrown)}`)
}
