import type { HttpProblem } from '../problems/index.ts'
import type { Dropped } from '../recognize/index.ts'
import type { FramedReply } from './frame.ts'

/** Everything that came of a thrown value. */
export interface Resolution {
  readonly problem: HttpProblem
  readonly reply: FramedReply
  /** What was left out of the response, and why. */
  readonly dropped: readonly Dropped[]
}
