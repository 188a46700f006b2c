import type { MendEvent, ProblemEvent } from 'statuswise/express'
import type { Conversation, Exchange, RawResponse } from '../../test/support/raw-client.ts'
import type { RequestParts } from '../../test/support/requests.ts'

/** One exchange of the tour and the rule that its answer obeys. */
export interface Step {
  readonly title: string
  /** The rule in a sentence. */
  readonly rule: string
  /** Where it stands. */
  readonly source: string
  /** Several requests go out at once, on one connection. */
  readonly send: readonly Sent[]
  /** What the request alone does not show. */
  readonly note?: string
  /** The conversation, where it is more than to send and to listen. */
  readonly talk?: (conversation: Conversation, text: string) => Promise<Exchange>
  /** The header fields that matter here. */
  readonly show: readonly string[]
  /** Rules of the rulebook that an answer breaks on purpose, by their ids. */
  readonly breaks?: readonly string[]
  /** @throws {Miss} where the bytes received do not obey the rule. */
  readonly holds: (answer: Answer) => void
}

export interface Sent extends RequestParts {
  /** Who is logged in: ada may change orders, bob may only read them. */
  readonly as?: User
}

export type User = 'ada' | 'bob'

/** What came of a step. */
export interface Answer {
  /** The response to the last request. */
  readonly response: RawResponse
  readonly responses: readonly RawResponse[]
  readonly exchange: Exchange
  /** What the application was told through `onProblem`. */
  readonly reports: readonly ProblemEvent<unknown>[]
  /** What it was told through `onMend`. */
  readonly mends: readonly MendEvent<unknown>[]
}
