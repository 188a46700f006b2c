import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basic, bearer, challenge, formatChallenge, parseChallenges as parseOurs } from '../../../src/headers/index.ts'
import { parseChallenges } from '../../../src/rules/grammar/challenges.ts'
import { anyText, fieldLike, name, quotable, token } from '../../headers/arbitraries.ts'

const params = fc.dictionary(
  name.map((text) => text.toLowerCase()),
  quotable,
  { minKeys: 1, maxKeys: 5, noNullPrototype: true },
)

describe('challenges', () => {
  it('are told apart, commas or not (RFC 9110 §11.6.1)', () => {
    expect(parseChallenges('Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""')).toEqual([
      { scheme: 'basic', token68: undefined, parameters: [{ name: 'realm', value: 'simple', quoted: true }] },
      {
        scheme: 'newauth',
        token68: undefined,
        parameters: [
          { name: 'realm', value: 'apps', quoted: true },
          { name: 'type', value: '1', quoted: false },
          { name: 'title', value: 'Login to "apps"', quoted: true },
        ],
      },
    ])
  })

  it('may be a scheme alone, or have a token68 (RFC 9110 §11.2, §11.3)', () => {
    expect(parseChallenges('Negotiate, NTLM TlRMTVNTUAAC==')?.map(({ scheme, token68 }) => [scheme, token68])).toEqual([
      ['negotiate', undefined],
      ['ntlm', 'TlRMTVNTUAAC=='],
    ])
  })

  it('may have blanks around "=", and empty members between (RFC 9110 §5.6.1.2, §11.2)', () => {
    expect(parseChallenges(', Basic realm = "a" ,, charset="UTF-8"')?.[0]?.parameters).toHaveLength(2)
  })

  it.each([
    '',
    ',',
    'realm="a"',
    'Basic realm="a"b"',
    'Basic realm="a',
    'Basic realm=a b',
    'Basic abc==, realm="a"',
    'Bas"ic realm="a"',
    'Basic: realm="a"',
    'Bearer, realm=x',
    'Basic\trealm="a"',
    'Basic \trealm="a"',
    'Basic realm\xa0="a"',
    'Basic re(alm="a"',
    'Basic a b',
    'Basic realm="a" charset="UTF-8"',
    'Basic realm="\x7f"',
  ])('are none: %j', (value) => {
    expect(parseChallenges(value)).toBeUndefined()
  })

  it('are none where there is no field', () => {
    expect(parseChallenges(undefined)).toBeUndefined()
  })

  it('that we write mean the same', () => {
    const given = fc.tuple(token, params)
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 4 }), (all) => {
        const value = all.map(([scheme, params]) => formatChallenge(challenge(scheme, params))).join(', ')
        expect(
          parseChallenges(value)?.map(({ scheme, parameters }) => [
            scheme,
            Object.fromEntries(parameters.map(({ name, value }) => [name, value])),
          ]),
        ).toEqual(all.map(([scheme, params]) => [scheme.toLowerCase(), Object.fromEntries(Object.entries(params))]))
      }),
    )
  })

  it('that we know of are known', () => {
    const value = [basic({ realm: 'a' }), bearer({ realm: 'b', scope: 'c d' })].join(', ')
    expect(parseChallenges(value)?.map(({ scheme }) => scheme)).toEqual(['basic', 'bearer'])
  })

  it('are those that the other parser takes, but for a parameter that comes twice', () => {
    fc.assert(
      fc.property(fc.oneof(fieldLike, anyText), (value) => {
        // A sender's list has no empty members (RFC 9110 §5.6.1.1), so `Bearer , realm=x` is nothing to agree about.
        // The other parser also lets HTAB through behind a scheme and a space (RFC 9110 §11.3 has spaces only).
        fc.pre(!/[\t ],| \t/.test(value))
        const ours = parseOurs(value)
        const theirs = parseChallenges(value)
        if (ours !== undefined && ours.length > 0) expect(theirs?.length, value).toBe(ours.length)
        else if (theirs !== undefined)
          expect(
            theirs.some(({ parameters }) => new Set(parameters.map((each) => each.name)).size < parameters.length),
            value,
          ).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('are read in time that grows with their length', () => {
    for (const piece of ['a ', 'a=', '"', '\\', ',', ' ', 'a=b,', '=']) {
      const started = performance.now()
      parseChallenges(`Basic ${piece.repeat(50_000)}`)
      expect(performance.now() - started).toBeLessThan(10_000)
    }
  })
})
