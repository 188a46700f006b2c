import { encodeUriReference } from '../headers/index.ts'
import { extend, type HttpProblem, isWithheld, problemDocument } from '../problems/internal.ts'
import { ask, type Drop, describeThrown, isObject, isText } from '../recognize/index.ts'
import type { Policy } from './options.ts'
import type { ProblemDocument } from './render.ts'
import type { RequestLike } from './request.ts'
import { englishSpeaker } from './speaker.ts'
import type { Speech } from './speech.ts'

/**
 * What the client may read of a problem: its own members, the standard text of its status where it has none, and what
 * the application adds.
 *
 * @param speech says it in a language on offer; undefined: there are none, all is as it is.
 */
export function clientDocument(
  problem: HttpProblem,
  thrown: unknown,
  request: RequestLike,
  policy: Policy,
  drop: Drop,
  speech?: Speech,
): ProblemDocument {
  const { status } = problem
  const document = problemDocument(problem, isWithheld(problem), {
    title: speech?.standard('title', status),
    detail: policy.defaultDetail ? standardDetail(status, speech) : undefined,
    instance: instanceOf(problem, request, policy, drop),
    own: speech && ((member, text) => speech.own(problem, member, text)),
  })
  const { extend: extension } = policy
  if (extension !== undefined) {
    const given = ask('extend', isObject, () => extension(problem, request), drop)
    // Copied where its getters may throw.
    const members = ask('extend', isObject, () => ({ ...given }), drop) ?? {}
    extend(document, withoutTaken(members, document, drop))
  }
  speech?.tellErrors(document)
  if (policy.debug) document.debug = describeThrown(thrown).split('\n')
  return document
}

function standardDetail(status: number, speech: Speech | undefined): string | undefined {
  return speech === undefined ? englishSpeaker.detailOf(status)?.text : speech.standard('detail', status)
}

// What the problem says of itself counts for more than what is said of every problem.
function withoutTaken(members: object, document: ProblemDocument, drop: Drop): object {
  const free = Object.entries(members).filter(([name]) => {
    if (!Object.hasOwn(document, name)) return true
    drop({ kind: 'member', name, reason: 'the problem has it already' })
    return false
  })
  return Object.fromEntries(free)
}

function instanceOf(problem: HttpProblem, request: RequestLike, policy: Policy, drop: Drop): string | undefined {
  const { instance } = policy
  if (instance === undefined || problem.instance !== undefined) return undefined
  return ask('instance', isText, () => encodeIfText(instance(request)), drop)
}

function encodeIfText(value: unknown): unknown {
  return isText(value) ? encodeUriReference(value) : value
}
