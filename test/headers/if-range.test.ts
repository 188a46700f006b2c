import { describe, expect, it } from 'vitest'
import { parseIfRange } from '../../src/headers/index.ts'

describe('parseIfRange', () => {
  it.each(['"v1"', 'W/"v1"', '""', '"a,b"', '"Sun,06"'])('reads the entity tag %s (RFC 9110 §13.1.5)', (etag) => {
    expect(parseIfRange(etag)).toEqual({ etag })
  })

  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'reads the date %s (RFC 9110 §13.1.5, §5.6.7)',
    (value) => {
      expect(parseIfRange(value)).toEqual({ date: new Date(784111777000) })
    },
  )

  it.each(['', '*', 'v1', '"a", "b"', '"a"x', 'w/"a"', '784111777', '1994-11-06T08:49:37Z'])('refuses %j', (value) => {
    expect(parseIfRange(value)).toBeUndefined()
  })
})
