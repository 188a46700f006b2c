import { isDigits, isToken } from './characters.ts'
import { listElements } from './lists.ts'

/** One range-spec of bytes (RFC 9110 §14.1.2): from a position, to one or to the end; or the last so many bytes. */
export type ByteRangeSpec =
  | { readonly first: number; readonly last: number | undefined; readonly suffix?: undefined }
  | { readonly suffix: number; readonly first?: undefined; readonly last?: undefined }

/** Positions from 0, both inclusive. */
export interface Interval {
  readonly first: number
  readonly last: number
}

/** ranges-specifier (RFC 9110 §14.1.1) */
export interface RangesSpecifier {
  /** In lower case. */
  readonly unit: string
  /** The range-specs, as written. */
  readonly set: readonly string[]
  /** Of unit bytes, where all of them are valid. */
  readonly bytes: readonly ByteRangeSpec[] | undefined
}

/** Content-Range (RFC 9110 §14.4), also an impossible one. */
export interface ContentRange {
  /** In lower case. */
  readonly unit: string
  /** What is enclosed; undefined: nothing, as in a 416. */
  readonly enclosed: Interval | undefined
  /** The complete length; undefined: `*`. */
  readonly size: number | undefined
}

const OTHER_RANGE = /^[\x21-\x2b\x2d-\x7e]+$/
const CONTENT_RANGE = /^([^ ]+) (?:([0-9]+)-([0-9]+)\/(?:([0-9]+)|\*)|\*\/([0-9]+))$/

/** Range; undefined: none by the grammar. Positions too large to be exact stay large enough to compare. */
export function parseRange(value: string): RangesSpecifier | undefined {
  const equals = value.indexOf('=')
  const unit = value.slice(0, Math.max(equals, 0)).toLowerCase()
  const set = listElements(value.slice(equals + 1))
  if (!isToken(unit) || set.length === 0 || !set.every((spec) => OTHER_RANGE.test(spec))) return undefined
  return { unit, set, bytes: unit === 'bytes' ? byteSpecs(set) : undefined }
}

/** What a range-spec selects of so many bytes; undefined: nothing, it is unsatisfiable. */
export function selected({ first, last, suffix }: ByteRangeSpec, size: number): Interval | undefined {
  if (suffix !== undefined) {
    return suffix === 0 || size === 0 ? undefined : { first: Math.max(0, size - suffix), last: size - 1 }
  }
  return first >= size ? undefined : { first, last: Math.min(last ?? Infinity, size - 1) }
}

/** Content-Range; undefined: none by the grammar. */
export function parseContentRange(value: string): ContentRange | undefined {
  const [, unit = '', first, last, size, length] = CONTENT_RANGE.exec(value) ?? []
  if (!isToken(unit)) return undefined
  const complete = size ?? length
  return {
    unit: unit.toLowerCase(),
    enclosed: first === undefined ? undefined : { first: Number(first), last: Number(last) },
    size: complete === undefined ? undefined : Number(complete),
  }
}

/** Whether what is enclosed can be: it does not end before it begins, and ends within the complete length. */
export function isPossible({ enclosed, size }: ContentRange): boolean {
  return enclosed === undefined || (enclosed.first <= enclosed.last && (size === undefined || enclosed.last < size))
}

function byteSpecs(set: readonly string[]): readonly ByteRangeSpec[] | undefined {
  const specs: ByteRangeSpec[] = []
  for (const text of set) {
    const spec = byteSpec(text)
    if (spec === undefined) return undefined
    specs.push(spec)
  }
  return specs
}

function byteSpec(text: string): ByteRangeSpec | undefined {
  const dash = text.indexOf('-')
  const before = text.slice(0, Math.max(dash, 0))
  const after = text.slice(dash + 1)
  if (dash === -1 || (after !== '' && !isDigits(after))) return undefined
  if (before === '') return after === '' ? undefined : { suffix: Number(after) }
  if (!isDigits(before) || (after !== '' && isLess(after, before))) return undefined
  return { first: Number(before), last: after === '' ? undefined : Number(after) }
}

// As text: positions may have more digits than a number is exact to.
function isLess(one: string, other: string): boolean {
  const [a, b] = [withoutZeros(one), withoutZeros(other)]
  return a.length === b.length ? a < b : a.length < b.length
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '')
}
