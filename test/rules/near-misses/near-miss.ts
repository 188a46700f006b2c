/**
 * Exchanges that a rule only just finds fault with, or only just does not; by the id of the rule. What other rules make
 * of them does not matter, so they need to hold no more than what the rule looks at.
 */
export type NearMisses = Readonly<Record<string, NearMiss>>

interface NearMiss {
  /** Transcripts that break the rule; as a pair, with what is said of it. */
  readonly breaks?: readonly (string | readonly [transcript: string, what: string])[]
  /** Transcripts that do not. */
  readonly passes?: readonly string[]
}

/** A transcript of GET / and its answer: `answer('503 Service Unavailable', 'Retry-After: 1')`. */
export function answer(status: string, ...fields: readonly string[]): string {
  return exchange('GET / HTTP/1.1', [], `HTTP/1.1 ${status}`, fields)
}

/** The transcript of a request and its answer, each with its field lines, and the content of the answer. */
export function exchange(
  requestLine: string,
  requestFields: readonly string[],
  statusLine: string,
  fields: readonly string[],
  content?: string,
): string {
  const lines = [`> ${requestLine}`, ...requestFields.map((field) => `> ${field}`), `< ${statusLine}`]
  lines.push(...fields.map((field) => `< ${field}`))
  if (content !== undefined) lines.push('<', ...content.split('\n').map((line) => `< ${line}`))
  return lines.join('\n')
}
