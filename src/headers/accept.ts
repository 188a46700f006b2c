import { describe } from './describe.ts'
import { tokenOrQuoted } from './field-value.ts'
import { parseList, parseOnly, type Scanner } from './scan.ts'
import { parseQvalue } from './weight.ts'

/**
 * Writes Accept of a response: the media types that the request could have had (RFC 9110 §12.5.1, §15.5.16).
 * @param mediaRanges Media ranges, with parameters and a weight if need be.
 * @throws {TypeError} for what is no media range.
 * @example formatAccept(['application/json', 'text/*;q=0.5']) // 'application/json, text/*;q=0.5'
 */
export function formatAccept(mediaRanges: readonly string[]): string {
  return format(mediaRanges, parseWeightedRange, 'Accept lists media ranges (RFC 9110 §12.5.1)')
}

/**
 * Writes Accept-Patch: the patch documents that PATCH takes here (RFC 5789 §3.1).
 * @param mediaTypes At least one media type: no wildcards, no weights.
 * @throws {TypeError} for none and for what is no media type.
 * @example formatAcceptPatch(['application/merge-patch+json']) // 'application/merge-patch+json'
 */
export function formatAcceptPatch(mediaTypes: readonly string[]): string {
  const value = format(mediaTypes, parseMediaType, 'Accept-Patch lists media types (RFC 5789 §3.1)')
  if (value === '') throw new TypeError('Accept-Patch lists at least one media type (RFC 5789 §3.1)')
  return value
}

/**
 * Writes Accept-Post: the media types that POST takes here (Linked Data Platform 1.0 §7.1).
 * @param mediaRanges Media ranges, without weights.
 * @throws {TypeError} for what is no media range.
 * @example formatAcceptPost(['text/turtle', 'image/*']) // 'text/turtle, image/*'
 */
export function formatAcceptPost(mediaRanges: readonly string[]): string {
  return format(mediaRanges, parseUnweightedRange, 'Accept-Post lists media ranges (LDP 1.0 §7.1)')
}

/**
 * Reads Accept of a response.
 * @returns The media ranges in order, each without optional whitespace and with its weight last; `undefined` if invalid.
 * @example parseAccept('application/json, text/* ; q=0.5') // ['application/json', 'text/*;q=0.5']
 */
export function parseAccept(value: string | readonly string[]): string[] | undefined {
  return parseList(value, parseWeightedRange)
}

/**
 * Reads Accept-Patch: its media types as `parseAccept` gives them, `undefined` if one is invalid or there is none.
 * @example parseAcceptPatch('text/example;charset=utf-8') // ['text/example;charset=utf-8']
 */
export function parseAcceptPatch(value: string | readonly string[]): string[] | undefined {
  const types = parseList(value, parseMediaType)
  return types?.length === 0 ? undefined : types
}

/**
 * Reads Accept-Post: its media ranges as `parseAccept` gives them, `undefined` if one is invalid.
 * @example parseAcceptPost('text/turtle, image/*') // ['text/turtle', 'image/*']
 */
export function parseAcceptPost(value: string | readonly string[]): string[] | undefined {
  return parseList(value, parseUnweightedRange)
}

type Member = (scanner: Scanner) => string | undefined

const parseWeightedRange: Member = (scanner) => parseRange(scanner, { wildcards: true, weight: true })
const parseUnweightedRange: Member = (scanner) => parseRange(scanner, { wildcards: true, weight: false })
const parseMediaType: Member = (scanner) => parseRange(scanner, { wildcards: false, weight: false })

function format(list: readonly string[], member: Member, rule: string): string {
  if (!Array.isArray(list)) throw new TypeError(`${rule}: pass an array, not ${describe(list)}`)
  return list
    .map((item: unknown) => {
      const written = typeof item === 'string' ? parseOnly(item, member) : undefined
      if (written === undefined) throw new TypeError(`${rule}, not ${describe(item)}`)
      return written
    })
    .join(', ')
}

function parseRange(scanner: Scanner, allowed: { wildcards: boolean; weight: boolean }): string | undefined {
  const type = scanner.token()
  if (type === undefined || !scanner.take('/')) return undefined
  const subtype = scanner.token()
  if (subtype === undefined || (type === '*' && subtype !== '*')) return undefined
  if (subtype === '*' && !allowed.wildcards) return undefined
  let range = `${type}/${subtype}`
  let weight: string | undefined
  for (;;) {
    const end = scanner.position
    scanner.skipWhitespace()
    if (!scanner.take(';')) {
      scanner.position = end
      // Senders put the weight last (RFC 9110 §12.5.1).
      return weight === undefined ? range : `${range};q=${weight}`
    }
    scanner.skipWhitespace()
    const name = scanner.token()
    if (name === undefined) continue
    if (!scanner.take('=')) return undefined
    if (name === 'q' || name === 'Q') {
      if (!allowed.weight || weight !== undefined) return undefined
      weight = parseQvalue(scanner)
      if (weight === undefined) return undefined
    } else {
      const value = scanner.tokenOrQuotedString()
      if (value === undefined) return undefined
      range += `;${name}=${tokenOrQuoted(value)}`
    }
  }
}
