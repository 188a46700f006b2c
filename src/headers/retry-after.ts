import { describe } from './describe.ts'
import { formatHttpDate, parseHttpDate } from './http-date.ts'
import { timeOf } from './time-of.ts'

/**
 * Writes Retry-After (RFC 9110 §10.2.3).
 * @param value Seconds from now, 0 or more (fractions are rounded up: never too early), or a Date of the years 0 to 9999.
 * @throws {TypeError} for negative numbers, NaN, Infinity and invalid dates.
 * @example formatRetryAfter(1.5) // '2'
 */
export function formatRetryAfter(value: number | Date): string {
  if (typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY) {
    // From 1e21 on, String() would write an exponent.
    return value < 1e21 ? String(Math.ceil(value)) : String(BigInt(value))
  }
  const time = timeOf(value)
  if (time === undefined || Number.isNaN(time)) {
    throw new TypeError(
      `Retry-After takes a non-negative number of seconds or a Date (RFC 9110 §10.2.3), not ${describe(value)}`,
    )
  }
  return formatHttpDate(new Date(time))
}

/**
 * Reads Retry-After: a number of seconds or a Date, `undefined` for what is neither (RFC 9110 §10.2.3).
 * @example parseRetryAfter('120') // 120
 */
export function parseRetryAfter(value: string): number | Date | undefined {
  // More digits than a number can hold still mean a very long time.
  if (/^\d+$/.test(value)) return Math.min(Number(value), Number.MAX_VALUE)
  return parseHttpDate(value)
}
