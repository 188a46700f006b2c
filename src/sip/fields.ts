import { lineOf } from './line.ts'
import { readList, SipScanner } from './scan.ts'

/** What a peer says about the session description (RFC 3261 §20.43). */
export interface SipWarning {
  readonly code: number
  readonly text: string
}

/**
 * Retry-After: the seconds. Comment and parameters are not for HTTP (RFC 3261 §20.33).
 * @returns undefined where the field is missing, repeated or malformed.
 * @example readRetryAfter(['120 (in a meeting);duration=3600']) // 120
 */
export function readRetryAfter(lines: readonly string[]): number | undefined {
  const [line, another] = lines
  if (line === undefined || another !== undefined) return undefined
  const scanner = new SipScanner(line)
  scanner.skipWhitespace()
  const seconds = scanner.seconds()
  scanner.comment()
  const isWell = seconds !== undefined && scanner.parameters()
  scanner.skipWhitespace()
  return isWell && scanner.done ? seconds : undefined
}

/** Min-Expires: seconds (RFC 3261 §20.23). */
export function readMinExpires(lines: readonly string[]): number | undefined {
  const members = readList(lines, 1, (scanner) => scanner.seconds())
  return members?.[0]
}

/**
 * Warning: code and text of each that is for people. Not who warns: that is the name of a machine (RFC 3261 §20.43).
 * @returns undefined where the field is missing or malformed.
 */
export function readWarnings(lines: readonly string[]): readonly SipWarning[] | undefined {
  const warnings = readList(lines, MOST_MEMBERS, (scanner) => {
    const code = scanner.match(WARN_CODE)
    if (code === undefined || scanner.match(WARN_AGENT) === undefined) return undefined
    const text = scanner.quotedString()
    return text === undefined ? undefined : { code: Number(code), text: lineOf(text) }
  })
  return some(warnings?.filter(({ code }) => isForPeople(code)))
}

// 30x to 38x speak of the session, and 399 to people; what servers have made up beside them (392) tells where they stand.
function isForPeople(code: number): boolean {
  return (code >= 300 && code < 390) || code === 399
}

/**
 * Contact: the URIs that are addresses, without names and parameters (RFC 3261 §20.10).
 * @returns undefined where the field is missing or malformed, is `*`, or has no address.
 */
export function readContacts(lines: readonly string[]): readonly string[] | undefined {
  return some(readList(lines, MOST_MEMBERS, readContact)?.filter((uri) => ADDRESS.test(uri)))
}

const MOST_MEMBERS = 50
const WARN_CODE = /\d{3}(?= )/y
// hostport or pseudonym, between the two single spaces that the grammar has there.
const WARN_AGENT = / [^\s",]+ (?=")/y

// What browsers run when it is clicked is no address.
const ADDRESS = /^(?:sips?|tel|mailto|https?):/i
const BRACKETED = /<([A-Za-z][A-Za-z0-9+.-]*:[^\s<>"\\]+)>/y
// RFC 3261 §20.10: without brackets, parameters are those of the field, and there is no comma or question mark.
const BARE = /[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"\\,;?]+/y

function readContact(scanner: SipScanner): string | undefined {
  const bare = scanner.match(BARE)
  if (bare === undefined && scanner.quotedString() === undefined) {
    while (scanner.token() !== undefined) scanner.skipWhitespace()
  }
  scanner.skipWhitespace()
  const uri = bare ?? scanner.match(BRACKETED)
  return uri !== undefined && scanner.parameters() ? uri : undefined
}

function some<T>(members: readonly T[] | undefined): readonly T[] | undefined {
  return members === undefined || members.length === 0 ? undefined : members
}
