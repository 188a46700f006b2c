import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatHttpDate, isFieldValue, parseHttpDate } from '../../src/headers/index.ts'

const EXAMPLE = Date.UTC(1994, 10, 6, 8, 49, 37)

describe('formatHttpDate', () => {
  it('writes IMF-fixdate (RFC 9110 §5.6.7)', () => {
    expect(formatHttpDate(new Date(EXAMPLE))).toBe('Sun, 06 Nov 1994 08:49:37 GMT')
  })

  it('cuts off milliseconds', () => {
    expect(formatHttpDate(new Date(EXAMPLE + 999))).toBe('Sun, 06 Nov 1994 08:49:37 GMT')
  })

  it.each([
    ['0000-01-01T00:00:00Z', 'Sat, 01 Jan 0000 00:00:00 GMT'],
    ['0099-02-03T04:05:06Z', 'Tue, 03 Feb 0099 04:05:06 GMT'],
    ['9999-12-31T23:59:59Z', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ])('writes years with four digits: %s (RFC 9110 §5.6.7)', (iso, written) => {
    expect(formatHttpDate(new Date(iso))).toBe(written)
  })

  it.each(['-000001-12-31T23:59:59Z', '+010000-01-01T00:00:00Z', 'never'])(
    'refuses %s, which four digits cannot tell (RFC 9110 §5.6.7)',
    (iso) => {
      expect(() => formatHttpDate(new Date(iso))).toThrow('An HTTP-date is a Date of the years 0 to 9999')
    },
  )

  it.each([undefined, null, 0, '1994-11-06', {}])('refuses %j, which is no Date', (value) => {
    expect(() => Reflect.apply(formatHttpDate, undefined, [value])).toThrow(TypeError)
  })

  it('takes a Date of another realm', () => {
    expect(formatHttpDate(runInNewContext(`new Date(${EXAMPLE})`))).toBe('Sun, 06 Nov 1994 08:49:37 GMT')
  })
})

describe('parseHttpDate', () => {
  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'reads %s (RFC 9110 §5.6.7)',
    (value) => {
      expect(parseHttpDate(value, new Date('2026-01-01'))?.getTime()).toBe(EXAMPLE)
    },
  )

  it('reads two-digit days in asctime form (RFC 9110 §5.6.7)', () => {
    expect(parseHttpDate('Wed Nov 16 08:49:37 1994')?.toISOString()).toBe('1994-11-16T08:49:37.000Z')
  })

  it.each([
    'sun, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06 nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 gmt',
    'Sun,  06 Nov 1994 08:49:37 GMT',
    ' Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT ',
    'Sun, 06 Nov 1994 08:49:37 GMT\n',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 94 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37 +0000',
    'Sun, 06 Nov 1994 08:49 GMT',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:00 GMT',
    'Sun, 06 Nov 1994 08:49:61 GMT',
    'Sun, 06-Nov-94 08:49:37 GMT',
    'Sunday, 06-Nov-1994 08:49:37 GMT',
    'Sun Nov 6 08:49:37 1994',
    'Sun Nov 06 08:49:37 1994 GMT',
    '06 Nov 1994 08:49:37 GMT',
    '1994-11-06T08:49:37Z',
    '784111777',
    '',
  ])('refuses %j: its grammar is strict and case-sensitive (RFC 9110 §5.6.7)', (value) => {
    expect(parseHttpDate(value)).toBeUndefined()
  })

  it.each([
    'Thu, 31 Feb 2022 00:00:00 GMT',
    'Wed, 29 Feb 2023 00:00:00 GMT',
    'Sat, 00 Jan 2022 00:00:00 GMT',
    'Sun, 31 Apr 2022 00:00:00 GMT',
    'Sun, 32 Jan 2022 00:00:00 GMT',
    'Monday, 31-Feb-22 00:00:00 GMT',
    'Mon Feb 31 00:00:00 2022',
  ])('refuses %s, a day that there never was', (value) => {
    expect(parseHttpDate(value)).toBeUndefined()
  })

  it('reads 29 February of a leap year', () => {
    expect(parseHttpDate('Thu, 29 Feb 2024 00:00:00 GMT')?.toISOString()).toBe('2024-02-29T00:00:00.000Z')
  })

  it('takes a leap second for the next second', () => {
    expect(parseHttpDate('Sat, 31 Dec 2016 23:59:60 GMT')?.toISOString()).toBe('2017-01-01T00:00:00.000Z')
  })

  it('is robust against a wrong weekday (RFC 9110 §5.6.7)', () => {
    expect(parseHttpDate('Mon, 06 Nov 1994 08:49:37 GMT')?.getTime()).toBe(EXAMPLE)
  })

  it('reads the years 0 to 99 as they are', () => {
    expect(parseHttpDate('Tue, 03 Feb 0099 04:05:06 GMT')?.toISOString()).toBe('0099-02-03T04:05:06.000Z')
  })

  it.each([
    ['06-Nov-94', '2026-11-20', 1994],
    ['06-Nov-25', '2026-11-20', 2025],
    ['06-Nov-50', '2026-11-20', 2050],
    ['19-Nov-76', '2026-11-20', 2076],
    ['20-Nov-76', '2026-11-20', 2076],
    ['21-Nov-76', '2026-11-20', 1976],
    ['01-Jan-77', '2026-11-20', 1977],
    ['01-Jan-00', '2099-12-31', 2100],
    ['06-Nov-94', '1994-01-01', 1994],
    ['29-Feb-00', '2060-01-01', 2000],
  ])(
    'takes the year of %s, seen from %s, for %i: never more than 50 years ahead (RFC 9110 §5.6.7)',
    (day, now, year) => {
      expect(parseHttpDate(`Sunday, ${day} 00:00:00 GMT`, new Date(now))?.getUTCFullYear()).toBe(year)
    },
  )

  it('takes two-digit years relative to the clock by default', () => {
    const year = new Date().getUTCFullYear()
    const twoDigits = String(year % 100).padStart(2, '0')
    expect(parseHttpDate(`Sunday, 01-Jan-${twoDigits} 00:00:00 GMT`)?.getUTCFullYear()).toBe(year)
  })

  it('gives nothing for a two-digit year seen from an invalid date', () => {
    expect(parseHttpDate('Sunday, 06-Nov-94 08:49:37 GMT', new Date(Number.NaN))).toBeUndefined()
  })

  it('gives back what formatHttpDate wrote, to the second', () => {
    const date = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(date, (given) => {
        const value = formatHttpDate(given)
        expect(isFieldValue(value)).toBe(true)
        expect(parseHttpDate(value)?.getTime()).toBe(Math.floor(given.getTime() / 1000) * 1000)
      }),
    )
  })
})
