import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatHttpDate, parseHttpDate as parseAny } from '../../../src/headers/index.ts'
import { parseHttpDate, parseObsoleteDate } from '../../../src/rules/grammar/dates.ts'
import { anyText, fieldLike } from '../../headers/arbitraries.ts'

const EXAMPLE = 784111777000
const NOW = Date.UTC(2026, 10, 21)

const date = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
})

describe('an HTTP-date to send', () => {
  it('is an IMF-fixdate (RFC 9110 §5.6.7)', () => {
    expect(parseHttpDate('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(EXAMPLE)
  })

  it.each([
    ['an rfc850-date', 'Sunday, 06-Nov-94 08:49:37 GMT'],
    ['an asctime-date', 'Sun Nov  6 08:49:37 1994'],
    ['one of ISO 8601', '1994-11-06T08:49:37Z'],
    ['with one digit for the day', 'Sun, 6 Nov 1994 08:49:37 GMT'],
    ['with another zone', 'Sun, 06 Nov 1994 08:49:37 +0000'],
    ['in UTC by another name', 'Sun, 06 Nov 1994 08:49:37 UTC'],
    ['in lower case', 'sun, 06 nov 1994 08:49:37 gmt'],
    ['with more blanks', 'Sun, 06  Nov 1994 08:49:37 GMT'],
    ['of the wrong day', 'Mon, 06 Nov 1994 08:49:37 GMT'],
    ['of a day that there is not', 'Wed, 30 Feb 1994 08:49:37 GMT'],
    ['of a day zero', 'Mon, 00 Nov 1994 08:49:37 GMT'],
    ['of a month that there is not', 'Mon, 06 Foo 1994 08:49:37 GMT'],
    ['of an hour that there is not', 'Sun, 06 Nov 1994 24:00:00 GMT'],
    ['of a minute that there is not', 'Sun, 06 Nov 1994 08:60:00 GMT'],
    ['of a second that there is not', 'Sun, 06 Nov 1994 08:49:61 GMT'],
    ['a number', '0'],
    ['nothing', ''],
  ])('is not %s', (_kind, text) => {
    expect(parseHttpDate(text)).toBeUndefined()
  })

  it('may be a leap second', () => {
    expect(parseHttpDate('Sat, 31 Dec 2016 23:59:60 GMT')).toBe(Date.UTC(2017, 0, 1))
  })

  it('is what we write, to the second', () => {
    fc.assert(
      fc.property(date, (when) => {
        expect(parseHttpDate(formatHttpDate(when))).toBe(Math.floor(when.getTime() / 1000) * 1000)
      }),
    )
  })

  it('is never anything that the other parser does not know', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fieldLike), (text) => {
        const time = parseHttpDate(text)
        if (time !== undefined) expect(parseAny(text)?.getTime()).toBe(time)
      }),
    )
  })
})

describe('an obsolete HTTP-date', () => {
  it('is an rfc850-date or an asctime-date (RFC 9110 §5.6.7)', () => {
    expect(parseObsoleteDate('Sunday, 06-Nov-94 08:49:37 GMT', NOW)).toBe(EXAMPLE)
    expect(parseObsoleteDate('Sun Nov  6 08:49:37 1994', NOW)).toBe(EXAMPLE)
  })

  it.each([
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06-Nov-94 08:49:37 GMT',
    'Sun Nov 6 08:49:37 1994',
    'Someday, 06-Nov-94 08:49:37 GMT',
    'Monday, 06-Nov-94 08:49:37 GMT',
    'Mon Nov  6 08:49:37 1994',
    '',
  ])('is not %j', (text) => {
    expect(parseObsoleteDate(text, NOW)).toBeUndefined()
  })

  it('has a year at most 50 years ahead (RFC 9110 §5.6.7)', () => {
    expect(parseObsoleteDate('Wednesday, 01-Jan-76 00:00:00 GMT', NOW)).toBe(Date.UTC(2076, 0, 1))
    expect(parseObsoleteDate('Saturday, 01-Jan-77 00:00:00 GMT', NOW)).toBe(Date.UTC(1977, 0, 1))
  })

  it('means the same to the other parser', () => {
    const years = { min: new Date('1978-01-01T00:00:00Z'), max: new Date('2075-12-31T23:59:59Z'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(years), (when) => {
        const [, dayName = '', day = '', month = '', year = '', time = ''] =
          /^(\w+), (\d+) (\w+) (\d+) (.*) GMT$/.exec(when.toUTCString()) ?? []
        const long = when.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })
        const seconds = Math.floor(when.getTime() / 1000) * 1000
        for (const text of [
          `${long}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
          `${dayName} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`,
        ]) {
          expect(parseObsoleteDate(text, NOW), text).toBe(seconds)
          expect(parseAny(text, new Date(NOW))?.getTime(), text).toBe(seconds)
        }
      }),
    )
  })
})
