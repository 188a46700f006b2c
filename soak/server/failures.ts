import type { Handler, Io } from '../../test/support/frameworks.ts'

export function fail(thrown: unknown): never {
  throw thrown
}

export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2))
}

const BEYOND_REACH = 'thrown where nobody can catch it'

/**
 * A handler that throws where it has no caller: in a timer, or in an event of its response. No library can catch that; it
 * is an uncaught exception of the application, and ends a process that does not listen to them. This one does. What is
 * looked at: the response is whole, the connection goes on, there is one such exception for each, and nothing else.
 */
export function beyondReach(arrange: (io: Io, die: () => never) => void, answer: Handler): Handler {
  return (io) => {
    arrange(io, () => fail(new Error(BEYOND_REACH)))
    return answer(io)
  }
}

export function isBeyondReach(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message === BEYOND_REACH
}
