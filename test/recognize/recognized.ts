import type { HttpProblem } from '../../src/problems/index.ts'
import { type Dropped, type Mapping, recognize } from '../../src/recognize/index.ts'
import { createResponder, type ResponderOptions } from '../../src/respond/index.ts'

export interface Recognized {
  readonly problem: HttpProblem
  readonly dropped: readonly Dropped[]
}

/** What a thrown value is taken for, and what of it was left out. */
export function recognized(
  thrown: unknown,
  { mappings = [], listed = [] }: { mappings?: readonly Mapping[]; listed?: readonly string[] } = {},
): Recognized {
  const dropped: Dropped[] = []
  const policy = { mappings, foreignHeaders: new Set(listed) }
  return { problem: recognize(thrown, policy, (something) => dropped.push(something)), dropped }
}

/** What the client is told, in one string: status, head and body. */
export function toldOf(thrown: unknown, options: ResponderOptions = {}): string {
  const { status, headers, body } = createResponder(options).respond(thrown, { method: 'GET', headers: {} })
  return `${status} ${JSON.stringify(headers)} ${String(body)}`
}

/** The status and the members of the problem document that the client gets. */
export function documentOf(thrown: unknown): Record<string, unknown> {
  const { body } = createResponder().respond(thrown, { method: 'GET', headers: {} })
  return JSON.parse(String(body)) as Record<string, unknown>
}
