import { describe } from './describe.ts'
import { timeOf } from './time-of.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const SHORT_DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const LONG_DAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)'
const MONTH = `(?<month>${MONTHS.join('|')})`
// 60 is a leap second.
const TIME = '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)'

// The weekday is not compared with the date: recipients of timestamps are asked to be robust (RFC 9110 §5.6.7).
const IMF_FIXDATE = new RegExp(`^${SHORT_DAY}, (?<day>\\d\\d) ${MONTH} (?<year>\\d{4}) ${TIME} GMT$`)
const RFC850_DATE = new RegExp(`^${LONG_DAY}, (?<day>\\d\\d)-${MONTH}-(?<year>\\d\\d) ${TIME} GMT$`)
const ASCTIME_DATE = new RegExp(`^${SHORT_DAY} ${MONTH} (?<day>\\d\\d| \\d) ${TIME} (?<year>\\d{4})$`)

const YEAR_0 = Date.UTC(-1, 12)
const YEAR_10000 = Date.UTC(10000, 0)

/**
 * Writes a date as IMF-fixdate, the only form to generate (RFC 9110 §5.6.7). Milliseconds are cut off.
 * @param date A valid Date of the years 0 to 9999.
 * @throws {TypeError} for any other.
 * @example formatHttpDate(new Date(784111777000)) // 'Sun, 06 Nov 1994 08:49:37 GMT'
 */
export function formatHttpDate(date: Date): string {
  const time = timeOf(date) ?? Number.NaN
  if (!(time >= YEAR_0 && time < YEAR_10000)) {
    throw new TypeError(`An HTTP-date is a Date of the years 0 to 9999 (RFC 9110 §5.6.7), not ${describe(date)}`)
  }
  return new Date(time).toUTCString()
}

/**
 * Reads an HTTP-date in any of its three forms (RFC 9110 §5.6.7), case-sensitive and without extra whitespace.
 * @param now What a two-digit year is relative to: it is never taken for more than 50 years ahead. Default: the clock.
 * @returns `undefined` for anything else, a day that its month does not have included. A leap second becomes the next second.
 * @example parseHttpDate('Sunday, 06-Nov-94 08:49:37 GMT')?.toISOString() // '1994-11-06T08:49:37.000Z'
 */
export function parseHttpDate(value: string, now?: Date): Date | undefined {
  const fixed = (IMF_FIXDATE.exec(value) ?? ASCTIME_DATE.exec(value))?.groups
  if (fixed !== undefined) return dateOf(fixed, Number(fixed.year))
  const short = RFC850_DATE.exec(value)?.groups
  return short === undefined ? undefined : latestWithin50Years(short, now ?? new Date())
}

type Parts = Readonly<Record<string, string | undefined>>

function latestWithin50Years(parts: Parts, now: Date): Date | undefined {
  const limit = new Date(now)
  limit.setUTCFullYear(now.getUTCFullYear() + 50)
  const century = Math.floor(now.getUTCFullYear() / 100) * 100
  for (const start of [century + 100, century, century - 100]) {
    const date = dateOf(parts, start + Number(parts.year))
    if (date !== undefined && date <= limit) return date
  }
  return undefined
}

function dateOf(parts: Parts, year: number): Date | undefined {
  const day = Number(parts.day)
  const date = new Date(0)
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, MONTHS.indexOf(String(parts.month)), day)
  if (date.getUTCDate() !== day) return undefined
  date.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second))
  return date
}
