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

  it.each([
    ['Basic, realm="a"', 'challenge', 'realm="a"'],
    ['realm="a"', 'challenge', 'realm="a"'],
    ['Negotiate abc=, realm="a"', 'challenge', 'realm="a"'],
    ['Please log in', 'challenge', 'Please log in'],
    ['"Basic"', 'challenge', '"Basic"'],
    ['Basic realm=', 'none', ''],
    ['Basic realm="a", charset=', 'challenge', 'charset='],
    ['Basic realm=a b', 'parameter', 'realm=a b'],
    ['Bearer realm="a", error_uri=https://example.com', 'parameter', 'error_uri=https://example.com'],
    ['Basic realm="a', 'parameter', 'realm="a'],
    ['Basic realm="a"b', 'parameter', 'realm="a"b'],
    ['Bearer realm="a" error="b"', 'parameter', 'realm="a" error="b"'],
  ])('in %s are found where they are', (value, place, element) => {
    const found = findChallengeFault(value)
    expect(found === undefined ? { in: 'none', element: '' } : { in: found.in, element: found.element }).toEqual({
      in: place,
      element,
    })
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
