import type { ResponseView } from '../../exchange-view.ts'
import { type RawHead, splitHead } from '../../grammar/head.ts'

const heads = new WeakMap<ResponseView, RawHead | typeof PLAIN>()
const PLAIN = 'plain'

// Regular expressions have a limited stack; longer heads are looked at line by line.
const LONG = 100_000

// Most heads are without fault; then no rule has to look at their lines. No two parts of it can match the same text.
const WITHOUT_FAULT =
  /^HTTP\/[0-9]\.[0-9] [0-9]{3} [\t\x20-\x7e\x80-\xff]*\r\n(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+: ?(?:[\x21-\x7e\x80-\xff]+(?:[\t ]+[\x21-\x7e\x80-\xff]+)*)?\r\n)*\r\n$/

/**
 * The lines of the head of a response, for the rules that look for faults in it. Undefined: it has none, or was not
 * seen.
 */
export function suspectHeadOf(response: ResponseView): RawHead | undefined {
  const { head } = response.message
  if (head === undefined) return undefined
  let known = heads.get(response)
  if (known === undefined) {
    known = head.length <= LONG && WITHOUT_FAULT.test(head) ? PLAIN : splitHead(head)
    heads.set(response, known)
  }
  return known === PLAIN ? undefined : known
}

/** A raw line as evidence: what cannot be seen is written as an escape. */
export function shown(text: string): string {
  const line = JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text)
  return line.slice(1, -1).replaceAll('\\"', '"').replaceAll('\x7f', '\\u007f')
}
