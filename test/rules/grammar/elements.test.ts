import { describe, expect, it } from 'vitest'
import { nameOf, wantedNames } from '../../../src/rules/grammar/elements.ts'

describe('the name of an element', () => {
  it.each([
    ['gzip', 'gzip'],
    ['GZip', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['brew\t ;leaves=2\n;q=1', 'brew'],
    ['', ''],
    [';q=1', ''],
  ])('of %j is %j', (element, name) => {
    expect(nameOf(element)).toBe(name)
  })
})

describe('what is wanted', () => {
  it.each(['gzip;q=0', 'gzip;Q=0', 'gzip\t; \tq \t= \t0', 'gzip;q=0.', 'gzip;q=0.000', 'brew;leaves=2;q=0'])(
    'is not %s',
    (element) => {
      expect(wantedNames(['chunked', element])).toEqual(['chunked'])
    },
  )

  it.each(['gzip', 'gzip;q=1', 'gzip;q=0.5', 'gzip;q=0.001', 'gzip;iq=0', 'gzip;q=0;leaves=2', 'gzip q=0'])(
    'is %s',
    (element) => {
      expect(wantedNames([element])).toHaveLength(1)
    },
  )
})
