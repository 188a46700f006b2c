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
    [{ nonce: 'x' }, 'realm'],
    [{ realm: 'a' }, 'nonce'],
    [{ realm: 'a', nonce: '' }, 'nonce'],
    [{ realm: 'a', nonce: 'x', qop: [] }, 'qop'],
    [{ realm: 'a', nonce: 'x', qop: 'auth' }, 'qop'],
    [{ realm: 'a', nonce: 'x', qop: ['a b'] }, 'qop'],
    [{ realm: 'a', nonce: 'x', algorithm: 'SHA 256' }, 'algorithm'],
    [{ realm: 'a', nonce: 'x', opaque: 7 }, 'opaque'],
    [{ realm: 'a', nonce: 'x', domain: '/a' }, 'domain'],
    [{ realm: 'a', nonce: 'x', domain: ['a b'] }, 'domain'],
    [{ realm: 'a', nonce: 'x', domain: [''] }, 'domain'],
    [{ realm: 'a', nonce: 'x', stale: 'true' }, 'stale'],
    [{ realm: 'a', nonce: 'x', userhash: 1 }, 'userhash'],
    [{ realm: 'a', nonce: 'x', charset: 'latin1' }, 'charset'],
    [undefined, 'realm'],
  ])('refuses %j (RFC 7616 §3.3)', (params, name) => {
    expect(() => Reflect.apply(digest, undefined, [params])).toThrow(`${name} of a Digest challenge is`)
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
