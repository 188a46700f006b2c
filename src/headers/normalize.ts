import {
  formatAccept,
  formatAcceptPatch,
  formatAcceptPost,
  parseAccept,
  parseAcceptPatch,
  parseAcceptPost,
} from './accept.ts'
import { formatAcceptEncoding, parseAcceptEncoding } from './accept-encoding.ts'
import { formatAllow, parseAllow } from './allow.ts'
import { type Challenge, challenge, checked } from './challenge.ts'
import { DEFAULT_REALM } from './challenges/bearer.ts'
import { formatContentRange, parseContentRange } from './content-range.ts'
import { isEntityTag } from './entity-tag.ts'
import { formatHttpDate, parseHttpDate } from './http-date.ts'
import { parseLinks } from './link.ts'
import { parseChallenges } from './parse-challenges.ts'
import { parseRetryAfter } from './retry-after.ts'
import { formatUpgrade, parseUpgrade } from './upgrade.ts'
import { hasEmptyHost, hasUserinfo, isUriReference } from './uri-reference.ts'
import { parseVary } from './vary.ts'

type Lines = string | readonly string[]

/**
 * Brings the value of a response field that somebody else wrote into the form that its grammar has: empty members of
 * lists go, what has to be quoted is, each challenge has its own line.
 *
 * @param lowerName name of the field in lower case.
 * @param value one field line or several.
 * @returns the value; as it was for a field that is not known here; `undefined` where it is not valid.
 * @example normalizeField('allow', 'GET,,POST') // 'GET, HEAD, POST'
 */
export function normalizeField(lowerName: string, value: Lines): Lines | undefined {
  const normalize = known.get(lowerName)
  if (normalize === undefined) return value
  try {
    return normalize(value)
  } catch {
    // Read, but not to be written: a method in lower case, a challenge without what its scheme requires.
    return undefined
  }
}

const known: ReadonlyMap<string, (value: Lines) => Lines | undefined> = new Map([
  ['accept', list(parseAccept, formatAccept)],
  ['accept-encoding', list(parseAcceptEncoding, formatAcceptEncoding)],
  ['accept-patch', list(parseAcceptPatch, formatAcceptPatch)],
  ['accept-post', list(parseAcceptPost, formatAcceptPost)],
  ['accept-ranges', list(parseVary, (units) => units.join(', '))],
  ['access-control-allow-credentials', single(asIs)],
  ['access-control-max-age', single(asIs)],
  ['allow', allow],
  ['age', single(asIs)],
  ['content-encoding', joined],
  ['content-language', joined],
  ['content-location', single((value) => (isPlace(value) ? value : undefined))],
  ['content-range', single(contentRange)],
  ['etag', single((value) => (isEntityTag(value) ? value : undefined))],
  ['date', single(asIs)],
  ['expires', single(httpDate)],
  ['last-modified', single(httpDate)],
  ['link', list(parseLinks, (links) => (links.length === 0 ? undefined : links.map(String)))],
  ['location', single((value) => (isPlace(value) ? value : undefined))],
  ['proxy-authenticate', list(parseChallenges, challengeLines)],
  ['retry-after', single(retryAfter)],
  ['upgrade', list(parseUpgrade, formatUpgrade)],
  ['vary', list(parseVary, (names) => names.join(', '))],
  ['www-authenticate', list(parseChallenges, challengeLines)],
  ['x-content-type-options', single(asIs)],
])

const asWritten = list(parseAllow, formatAllow)

// On the hot path of every 405: what formatAllow writes in most cases needs no second reading.
function allow(value: Lines): Lines | undefined {
  return typeof value === 'string' && /^GET, HEAD(?:, POST)?(?:, PUT)?(?:, PATCH)?(?:, DELETE)?$/.test(value)
    ? value
    : asWritten(value)
}

function list<T>(
  parse: (value: Lines) => T[] | undefined,
  format: (members: T[]) => Lines | undefined,
): (value: Lines) => Lines | undefined {
  return (value) => {
    const members = parse(value)
    return members === undefined ? undefined : format(members)
  }
}

// A field that is no list has one line (RFC 9110 §5.3).
function single(read: (value: string) => string | undefined): (value: Lines) => Lines | undefined {
  return (value) => {
    const [line, ...others] = typeof value === 'string' ? [value] : value
    return line === undefined || others.length > 0 ? undefined : read(line)
  }
}

function asIs(value: string): string {
  return value
}

// node:http2 takes one line of these lists.
function joined(value: Lines): string {
  return typeof value === 'string' ? value : value.join(', ')
}

function challengeLines(challenges: Challenge[]): string[] | undefined {
  return challenges.length === 0 ? undefined : challenges.map((each) => String(checked(withParameter(each))))
}

// RFC 6750 §3: a Bearer challenge has one parameter at least.
function withParameter(given: Challenge): Challenge {
  const isBare = given.params === undefined && given.token68 === undefined
  return isBare && given.scheme.toLowerCase() === 'bearer' ? challenge(given.scheme, { realm: DEFAULT_REALM }) : given
}

function contentRange(value: string): string | undefined {
  const range = parseContentRange(value)
  return range === undefined ? undefined : formatContentRange(range)
}

// Seconds stay as they are, a date in one of the obsolete formats does not (RFC 9110 §5.6.7).
function retryAfter(value: string): string | undefined {
  const after = parseRetryAfter(value)
  return after instanceof Date ? formatHttpDate(after) : after === undefined ? undefined : value
}

function httpDate(value: string): string | undefined {
  const date = parseHttpDate(value)
  return date === undefined ? undefined : formatHttpDate(date)
}

function isPlace(value: string): boolean {
  return isUriReference(value) && !hasUserinfo(value) && !hasEmptyHost(value)
}
