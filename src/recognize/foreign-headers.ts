import { parseAllow, parseChallenges, parseContentRange, parseRetryAfter, parseUpgrade } from '../headers/index.ts'
import type { Drop } from './dropped.ts'
import { fieldLines } from './field-lines.ts'
import { fieldsOf } from './read.ts'

type Lines = string | readonly string[]

/** The fields that a foreign error may set, and what makes their value good. Everything else that an error brings is dropped. */
const allowed: ReadonlyMap<string, (value: Lines, status: number) => boolean> = new Map([
  ['allow', (value: Lines) => parseAllow(value) !== undefined],
  ['www-authenticate', isChallengeList],
  ['proxy-authenticate', isChallengeList],
  ['retry-after', (value: Lines) => typeof value === 'string' && parseRetryAfter(value) !== undefined],
  // RFC 9110 §14.4: beyond 206, Content-Range means something with 416 only, and there it says the size alone.
  ['content-range', (value: Lines, status: number) => status === 416 && isUnsatisfiedRange(value)],
  ['upgrade', (value: Lines) => parseUpgrade(value) !== undefined],
  ['accept', isAnything],
  ['accept-encoding', isAnything],
  ['accept-patch', isAnything],
  ['accept-post', isAnything],
  ['accept-query', isAnything],
  ['accept-ranges', isAnything],
  ['link', isAnything],
])

/**
 * The header fields of a foreign error that may go to the client: the allow-list, RateLimit fields, and those that the
 * application lists; each with a valid value.
 */
export function foreignHeaders(
  headers: unknown,
  status: number,
  listed: ReadonlySet<string>,
  drop: Drop,
): Record<string, Lines> {
  const kept: Record<string, Lines> = {}
  for (const [name, value] of fieldsOf(headers)) {
    const lower = name.toLowerCase()
    const isGood = listed.has(lower)
      ? isAnything
      : (allowed.get(lower) ?? (isRateLimit(lower) ? isAnything : undefined))
    const lines = fieldLines(value)
    if (isGood === undefined) drop({ kind: 'header', name, reason: 'a foreign error may not set this field' })
    else if (lines !== undefined && isGood(lines, status)) kept[name] = lines
    else drop({ kind: 'header', name, reason: `not a valid value in a ${status} response` })
  }
  return kept
}

function isRateLimit(name: string): boolean {
  return /^(?:x-)?ratelimit\b/.test(name)
}

function isAnything(): boolean {
  return true
}

function isChallengeList(value: Lines): boolean {
  return (parseChallenges(value)?.length ?? 0) > 0
}

function isUnsatisfiedRange(value: Lines): boolean {
  const range = typeof value === 'string' ? parseContentRange(value) : undefined
  return range !== undefined && !('start' in range)
}
