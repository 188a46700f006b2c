import type { Drop } from '../recognize/index.ts'
import type { ProblemDocument } from './render.ts'
import { tolerantStringify } from './stringify.ts'

/** A problem document as JSON (RFC 9457 §3): always one valid JSON object, whatever its members hold. */
export function renderJson(document: ProblemDocument, drop: Drop): string {
  const json = plainJson(document) ?? tolerantJson(document, drop)
  // JSON.stringify writes a lone surrogate as an escape that begins like this; it is no Unicode text (RFC 7493 §2.1).
  return json.includes('\\ud') ? withoutLoneSurrogates(json) : json
}

/** The document as JSON would hand it over: only objects, arrays, strings, numbers, booleans and null. */
export function plainData(document: ProblemDocument, drop: Drop): Record<string, unknown> {
  return JSON.parse(renderJson(document, drop)) as Record<string, unknown>
}

// Undefined where there is a cycle, a bigint, a getter or toJSON that throws, or more depth than the stack.
function plainJson(document: ProblemDocument): string | undefined {
  try {
    return JSON.stringify(document)
  } catch {
    return undefined
  }
}

// Member by member, so that one that can't be written at all costs nothing but itself.
function tolerantJson(document: ProblemDocument, drop: Drop): string {
  const members: string[] = []
  for (const name of Object.keys(document)) {
    const value = tolerantValue(document, name, drop)
    if (value !== undefined) members.push(`${JSON.stringify(name)}:${value}`)
  }
  return `{${members.join(',')}}`
}

// Objects that refer to each other multiply: ten that know one another would make 100 MB.
const MOST_VALUES = 20_000

function budgeted(): (key: string, value: unknown) => unknown {
  let left = MOST_VALUES
  return (_key, value) => {
    left -= 1
    if (left < 0) throw new RangeError(`more than ${MOST_VALUES} values, some of them in a circle`)
    return value
  }
}

function tolerantValue(document: ProblemDocument, name: string, drop: Drop): string | undefined {
  try {
    return tolerantStringify(document[name], budgeted())
  } catch (error) {
    drop({ kind: 'member', name, reason: 'it cannot be written as JSON', error })
    return undefined
  }
}

function withoutLoneSurrogates(json: string): string {
  return json.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (found) => (found.startsWith('\\ud') ? '\ufffd' : found))
}
