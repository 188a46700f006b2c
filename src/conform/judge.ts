import { adviceFaults } from './advice.ts'
import { bareFaults } from './bare.ts'
import type { Fault } from './fault.ts'
import { framingFaults } from './framing.ts'
import { requiredFaults } from './required.ts'
import type { ResponseInHand } from './response.ts'

/** What counts as a fault depends on what the application has to offer instead. */
export interface Expectations {
  /** Whether there is a Retry-After for those that lack it. */
  readonly offersRetryAfter: () => boolean
  /** Whether a text that only repeats the status counts as no content. */
  readonly replacesPlainText: boolean
  /** Whether only the framing is ours to judge: somebody else made the response. */
  readonly isForwarded: boolean
}

/**
 * The rules that a response breaks, those first that change most: what becomes another response needs no other mending.
 * Undefined: none.
 */
export function judge(response: ResponseInHand, expectations: Expectations): readonly Fault[] | undefined {
  if (isImpossible(response)) return undefined
  let faults: Fault[] | undefined
  const add = (fault: Fault): void => {
    if (faults === undefined) faults = [fault]
    else faults.push(fault)
  }
  if (!expectations.isForwarded) {
    bareFaults(response, expectations.replacesPlainText, add)
    requiredFaults(response, expectations.offersRetryAfter, add)
    adviceFaults(response, add)
  }
  framingFaults(response, add)
  return faults
}

// Node throws, which is for who writes the response to hear.
function isImpossible({ status, httpVersionMajor }: ResponseInHand): boolean {
  return status > (httpVersionMajor > 1 ? 599 : 999)
}
