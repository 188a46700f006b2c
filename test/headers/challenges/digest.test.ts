import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest, formatChallenge, isFieldValue, parseChallenges } from '../../../src/headers/index.ts'
import { quotable, token } from '../arbitraries.ts'

describe('digest', () => {
  it('has realm, nonce and qop (RFC 7616 §3.3)', () => {
    expect(formatChallenge(digest({ realm: 'a', nonce: 'MTIz' }))).toBe('Digest realm="a", nonce="MTIz", qop="auth"')
  })

  it('quotes what has to be quoted and leaves the rest bare (RFC 7616 §3.3)', () => {
    expect(
      formatChallenge(
        digest({
          realm: 'a',
          nonce: 'MTIz',
          qop: ['auth', 'auth-int'],
          algorithm: 'SHA-256',
          opaque: 'x',
          domain: ['/a', 'https://b.example/'],
          stale: true,
          userhash: false,
          charset: 'UTF-8',
        }),
      ),
    ).toBe(
      'Digest realm="a", nonce="MTIz", qop="auth, auth-int", algorithm=SHA-256, opaque="x", ' +
        'domain="/a https://b.example/", stale=true, userhash=false, charset=UTF-8',
    )
  })

  it.each([
    [{ nonce: 'x' }, 'realm', 'a string'],
    [{ realm: 'a' }, 'nonce', 'a string that is not empty'],
    [{ realm: 'a', nonce: '' }, 'nonce', 'a string that is not empty'],
    [{ realm: 'a', nonce: 'x', qop: [] }, 'qop', 'a list of tokens'],
    [{ realm: 'a', nonce: 'x', qop: 'auth' }, 'qop', 'a list of tokens'],
    [{ realm: 'a', nonce: 'x', qop: ['a b'] }, 'qop', 'a list of tokens'],
    [{ realm: 'a', nonce: 'x', qop: ['auth', 'a b'] }, 'qop', 'a list of tokens'],
    [{ realm: 'a', nonce: 'x', algorithm: 'SHA 256' }, 'algorithm', 'a token'],
    [{ realm: 'a', nonce: 'x', opaque: 7 }, 'opaque', 'a string'],
    [{ realm: 'a', nonce: 'x', domain: '/a' }, 'domain', 'a list of URI references'],
    [{ realm: 'a', nonce: 'x', domain: ['a b'] }, 'domain', 'a list of URI references'],
    [{ realm: 'a', nonce: 'x', domain: ['/a', ''] }, 'domain', 'a list of URI references'],
    [{ realm: 'a', nonce: 'x', stale: 'true' }, 'stale', 'true or false'],
    [{ realm: 'a', nonce: 'x', userhash: 1 }, 'userhash', 'true or false'],
    [{ realm: 'a', nonce: 'x', charset: 'latin1' }, 'charset', "'UTF-8'"],
    [undefined, 'realm', 'a string'],
  ])('refuses %j: its %s has to be %s (RFC 7616 §3.3)', (params, name, wanted) => {
    expect(() => Reflect.apply(digest, undefined, [params])).toThrow(
      `${name} of a Digest challenge is ${wanted} (RFC 7616 §3.3), not `,
    )
  })

  it('is read as it was made', () => {
    fc.assert(
      fc.property(
        quotable,
        quotable,
        fc.array(token, { minLength: 1 }),
        token,
        fc.boolean(),
        (realm, opaque, qop, algorithm, stale) => {
          const made = digest({ realm, nonce: 'MTIz', opaque, qop, algorithm, stale })
          const value = formatChallenge(made)
          expect(isFieldValue(value)).toBe(true)
          expect(parseChallenges(value)).toEqual([made])
        },
      ),
    )
  })
})
