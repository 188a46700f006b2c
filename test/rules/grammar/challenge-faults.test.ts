import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basic, challenge, formatChallenge } from '../../../src/headers/index.ts'
import { findChallengeFault } from '../../../src/rules/grammar/challenge-faults.ts'
import { parseChallenges } from '../../../src/rules/grammar/challenges.ts'
import { anyText, name, quotable, token } from '../../headers/arbitraries.ts'

describe('faults of challenges', () => {
  it.each([
    'Basic realm="simple"',
    'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
    'Negotiate',
    'Negotiate, NTLM',
    'Negotiate oYGxMIGuoAMKAQA==',
    'Basic   realm = "a, b"',
    ', Basic realm="a" ,, ',
    '',
  ])('are none in %s (RFC 9110 §11.3)', (value) => {
    expect(findChallengeFault(value)).toBeUndefined()
  })

  it('are none in what looks like a parameter and is a token68', () => {
    expect(findChallengeFault('Basic realm=')).toBeUndefined()
  })

  it.each([
    ['Basic, realm="a"', 'realm="a"', 'is cut off from its scheme by a comma'],
    ['realm="a"', 'realm="a"', 'stands before any scheme'],
    ['Negotiate abc=, realm="a"', 'realm="a"', 'follows a token68, which stands alone'],
    ['Please log in', 'Please log in', 'has neither parameters nor one token68 after the scheme'],
    ['"Basic"', '"Basic"', 'begins with no scheme'],
    ['Basic\trealm="a"', 'Basic\trealm="a"', 'begins with no scheme'],
    ['Basic \trealm="a"', 'Basic \trealm="a"', 'has neither parameters nor one token68 after the scheme'],
    ['Basic realm\xa0="a"', 'Basic realm\xa0="a"', 'has neither parameters nor one token68 after the scheme'],
    ['Basic realm="a", charset=', 'charset=', 'begins with no scheme'],
  ])('in %s are in a challenge', (value, element, reason) => {
    expect(findChallengeFault(value)).toEqual({ in: 'challenge', element, reason })
  })

  it.each([
    ['Basic realm=a b', 'realm=a b', 'has a value with characters that need quotes'],
    ['Basic realm = ', 'realm =', 'has no value'],
    ['Basic realm=\xa0"a"', 'realm=\xa0"a"', 'has a value with characters that need quotes'],
    ['Basic realm=a"', 'realm=a"', 'has a value with characters that need quotes'],
    [
      'Bearer realm="a", uri=https://a.example',
      'uri=https://a.example',
      'has a value with characters that need quotes',
    ],
    ['Basic realm="a', 'realm="a', 'has a quoted value that something follows, or that does not end'],
    ['Basic realm="a"b', 'realm="a"b', 'has a quoted value that something follows, or that does not end'],
    ['Bearer realm="a" error="b"', 'realm="a" error="b"', 'has a value that is no quoted-string'],
    ['Basic   realm="\x7f"', 'realm="\x7f"', 'has a value that is no quoted-string'],
  ])('in %s are in a parameter', (value, element, reason) => {
    expect(findChallengeFault(value)).toEqual({ in: 'parameter', element, reason })
  })

  it('are none in what is formatted, and none is in what does not parse', () => {
    const params = fc.dictionary(
      name.map((text) => text.toLowerCase()),
      quotable,
      { minKeys: 1, maxKeys: 5, noNullPrototype: true },
    )
    fc.assert(
      fc.property(token, params, quotable, (scheme, given, realm) => {
        fc.pre(!['basic', 'bearer', 'digest', 'dpop'].includes(scheme.toLowerCase()))
        const value = `${formatChallenge(challenge(scheme, given))}, ${formatChallenge(basic({ realm }))}`
        expect(findChallengeFault(value)).toBeUndefined()
      }),
    )
  })

  it('are in whatever is no list of challenges, and nothing throws', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        if (parseChallenges(value) === undefined && value.replace(/[\t ,]/g, '') !== '')
          expect(findChallengeFault(value)).toBeDefined()
        else findChallengeFault(value)
      }),
    )
  })
})
