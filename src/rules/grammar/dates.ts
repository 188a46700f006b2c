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
  const [, dayName = '', day, monthName, year, hour, minute, second] = match
  return timeOf(dayName, Number(year), monthName, day, hour, minute, second)
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
    const [, dayName = '', monthName, day, hour, minute, second, year] = asctime
    return timeOf(dayName, Number(year), monthName, day, hour, minute, second)
  }
  const [, longName = '', day, monthName, digits, hour, minute, second] = RFC850_DATE.exec(text) ?? []
  if (digits === undefined) return undefined
  const latest = new Date(now).getUTCFullYear() + 50
  const year = latest - ((((latest - Number(digits)) % 100) + 100) % 100)
  const dayName = LONG_DAYS.includes(longName) ? longName.slice(0, 3) : ''
  return timeOf(dayName, year, monthName, day, hour, minute, second)
}

function timeOf(
  dayName: string,
  year: number,
  monthName = '',
  day = '',
  hour = '',
  minute = '',
  second = '',
): number | undefined {
  const month = MONTHS.indexOf(monthName)
  if (month === -1 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month, Number(day))
  if (midnight.getUTCMonth() !== month || midnight.getUTCDate() !== Number(day)) return undefined
  if (DAYS[midnight.getUTCDay()] !== dayName) return undefined
  return midnight.getTime() + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
}
