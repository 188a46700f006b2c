import { describe } from './describe.ts'
import { isToken } from './field-value.ts'

/** What a 206 encloses: positions from 0, both inclusive, and the complete length where it is known. */
export interface EnclosedRange {
  /** Range unit. Default: `bytes`. */
  readonly unit?: string | undefined
  readonly start: number
  readonly end: number
  readonly size?: number | undefined
}

/** What a 416 tells: the current length of the representation. */
export interface UnsatisfiedRange {
  /** Range unit. Default: `bytes`. */
  readonly unit?: string | undefined
  readonly start?: undefined
  readonly end?: undefined
  readonly size: number
}

export type ContentRange = EnclosedRange | UnsatisfiedRange

const CONTENT_RANGE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) (?:(\d+)-(\d+)\/(?:(\d+)|\*)|\*\/(\d+))$/

/**
 * Writes Content-Range for a 206, or for a 416 where `start` and `end` are left out (RFC 9110 §14.4).
 * @throws {TypeError} for positions that are no safe non-negative integers, an end before the start or not before the size,
 * and a unit that is no token.
 * @example formatContentRange({ start: 0, end: 9, size: 100 }) // 'bytes 0-9/100'
 * @example formatContentRange({ size: 100 }) // of a 416: no positions, only the complete length
 */
export function formatContentRange(range: ContentRange): string {
  if (typeof range !== 'object' || range === null) {
    throw new TypeError(`Content-Range takes { start, end, size } or { size } (RFC 9110 §14.4), not ${describe(range)}`)
  }
  const { unit = 'bytes', start, end, size } = range
  if (!isToken(unit)) {
    throw new TypeError(`The range unit in Content-Range is a token (RFC 9110 §14.1), not ${describe(unit)}`)
  }
  if (start === undefined && end === undefined) return `${unit} */${position(size, 'size')}`
  const [from, to] = [position(start, 'start'), position(end, 'end')]
  if (to < from) throw new TypeError(`Content-Range can't end before it starts (RFC 9110 §14.4): ${from}-${to}`)
  if (size === undefined) return `${unit} ${from}-${to}/*`
  if (position(size, 'size') <= to) {
    throw new TypeError(`Content-Range ends before the complete length (RFC 9110 §14.4): ${from}-${to}/${size}`)
  }
  return `${unit} ${from}-${to}/${size}`
}

/**
 * Reads Content-Range (RFC 9110 §14.4); the unit, which is case-insensitive, comes in lower case.
 * @returns `undefined` for bad syntax, for an impossible range and for numbers too big to be exact.
 * @example parseContentRange('bytes 0-9/*') // { unit: 'bytes', start: 0, end: 9 }
 */
export function parseContentRange(value: string): (ContentRange & { readonly unit: string }) | undefined {
  const found = CONTENT_RANGE.exec(value)
  if (found === null) return undefined
  const unit = String(found[1]).toLowerCase()
  if (found[5] !== undefined) {
    const size = Number(found[5])
    return Number.isSafeInteger(size) ? { unit, size } : undefined
  }
  const [start, end] = [Number(found[2]), Number(found[3])]
  if (!Number.isSafeInteger(end) || end < start) return undefined
  if (found[4] === undefined) return { unit, start, end }
  const size = Number(found[4])
  return Number.isSafeInteger(size) && size > end ? { unit, start, end, size } : undefined
}

function position(value: unknown, name: string): number {
  if (!Number.isSafeInteger(value) || Number(value) < 0) {
    throw new TypeError(
      `The ${name} in Content-Range is a non-negative integer up to 2^53 - 1 (RFC 9110 §14.4), not ${describe(value)}`,
    )
  }
  return Number(value)
}
