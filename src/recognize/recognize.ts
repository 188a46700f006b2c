import { type HttpProblem, problemFrom, withoutStack } from '../problems/internal.ts'
import { ask } from './ask.ts'
import { fromBoom } from './boom.ts'
import type { Drop } from './dropped.ts'
import { fromHttpError } from './http-errors.ts'
import { fromIis } from './iis.ts'
import { ownProblem } from './own.ts'
import { watchPromise } from './promise.ts'
import { isError } from './read.ts'
import { fromUpstream } from './upstream.ts'

/** An application's own mapping from what it throws to a problem; undefined: not mine. */
export type Mapping = (thrown: unknown) => HttpProblem | undefined

/** What an application may say about recognition. */
export interface RecognizePolicy {
  readonly mappings: readonly Mapping[]
  /** Lower-case names of further header fields that foreign errors may set. */
  readonly foreignHeaders: ReadonlySet<string>
}

/**
 * Turns anything thrown into a problem. The first that knows the value decides; what nobody knows is a 500 that says
 * nothing about its cause. Never throws.
 */
export function recognize(thrown: unknown, policy: RecognizePolicy, drop: Drop): HttpProblem {
  return ownProblem(thrown) ?? mapped(thrown, policy.mappings, drop) ?? foreign(thrown, policy.foreignHeaders, drop)
}

function mapped(thrown: unknown, mappings: readonly Mapping[], drop: Drop): HttpProblem | undefined {
  for (const map of mappings) {
    const problem = ownProblem(ask('recognize', isProblem, () => map(thrown), drop))
    if (problem !== undefined) return problem
  }
  return undefined
}

function isProblem(value: unknown): value is HttpProblem {
  return ownProblem(value) !== undefined
}

function foreign(thrown: unknown, listed: ReadonlySet<string>, drop: Drop): HttpProblem {
  // Nobody waits for a promise that was thrown: its rejection must not end the process.
  watchPromise(thrown, () => {})
  if (!isError(thrown)) return unknownError
  // Upstream errors first: boom and http-errors are also put around them, and then hold what they hold.
  const known = fromUpstream(thrown) ?? fromBoom(thrown, listed, drop) ?? fromIis(thrown, listed, drop)
  return known ?? fromHttpError(thrown, listed, drop) ?? unknownError
}

// It says nothing of what was thrown, so one is as good as another. Making errors is dear, and an attacker asks for many.
const unknownError: HttpProblem = Object.freeze(withoutStack(() => problemFrom(500)))
Object.freeze(unknownError.headers)
Object.freeze(unknownError.extensions)
