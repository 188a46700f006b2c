const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const LONG_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const IMF_FIXDATE = /^(\w{3}), (\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/
const RFC850_DATE = /^(\w{6,9}), (\d\d)-(\w{3})-(\d\d) (\d\d):(\d\d):(\d\d) GMT$/
const ASCTIME_DATE = /^(\w{3}) (\w{3}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/

/**
 * IMF-fixdate (RFC 9110 §5.6.7), the only form that may be sent, in milliseconds since 1970; undefined for anything
 * else: obsolete forms, days that do not exist, a wrong day of the week. A leap second counts as the second after it.
 */
export function parseHttpDate(text: string): number | undefined {
  const match = IMF_FIXDATE.exec(text)
  if (match === null) return undefined
  const [, dayName, day, month, year, ...time] = match
  return timeOf(DAYS, dayName, month, [year, day, ...time])
}

/**
 * rfc850-date or asctime-date (RFC 9110 §5.6.7), which clients may still send and servers have to understand. A wrong day
 * of the week makes it none, as in `parseHttpDate`.
 *
 * @param now milliseconds; a year of two digits is none that is more than 50 years later
 */
export function parseObsoleteDate(text: string, now: number): number | undefined {
  const asctime = ASCTIME_DATE.exec(text)
  if (asctime !== null) {
    const [, dayName, month, day, hour, minute, second, year] = asctime
    return timeOf(DAYS, dayName, month, [year, day, hour, minute, second])
  }
  const rfc850 = RFC850_DATE.exec(text)
  if (rfc850 === null) return undefined
  const [, dayName, day, month, digits, ...time] = rfc850
  const latest = new Date(now).getUTCFullYear() + 50
  return timeOf(LONG_DAYS, dayName, month, [latest - ((latest - Number(digits)) % 100), day, ...time])
}

function timeOf(
  days: readonly string[],
  dayName: string | undefined,
  monthName: string | undefined,
  numbers: readonly (string | number | undefined)[],
): number | undefined {
  const [year = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number)
  const month = MONTHS.indexOf(monthName ?? '')
  if (month === -1 || hour > 23 || minute > 59 || second > 60) return undefined
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month, day)
  // What is beyond the end of a month becomes another day of the next one.
  if (midnight.getUTCDate() !== day || days[midnight.getUTCDay()] !== dayName) return undefined
  return midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000
}
