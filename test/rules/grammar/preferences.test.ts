import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePreferences } from '../../../src/rules/grammar/preferences.ts'

describe('Prefer (RFC 7240 §2)', () => {
  it.each([
    ['respond-async, wait=100', ['respond-async', 'wait']],
    ['foo; bar=""', ['foo']],
    ['foo=""; bar', ['foo']],
    ['Return=minimal; foo="some parameter"', ['return']],
    ['handling = lenient ,, odata.maxpagesize="5,6"', ['handling', 'odata.maxpagesize']],
    ['foo;; bar ; ', ['foo']],
    ['foo =\t""; bar = baz', ['foo']],
    ['', []],
  ])('reads %s', (value, names) => {
    expect(parsePreferences(value)).toEqual(names)
  })

  it.each(['=a', 'a b', 'a="b', 'a=b=c', '"a"', 'a; b c', 'a; b=c=d', 'a=', 'a;b=', 'a=(b)', '(a)'])(
    'refuses %s',
    (value) => {
      expect(parsePreferences(value)).toBeUndefined()
    },
  )

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => void parsePreferences(value)))
  })
})
