import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearer, DEFAULT_REALM, formatChallenge, isFieldValue, parseChallenges } from '../../../src/headers/index.ts'
import { anyText } from '../arbitraries.ts'

describe('bearer', () => {
  it('has at least one parameter: a constant realm where nothing else is said (RFC 6750 §3)', () => {
    expect(formatChallenge(bearer())).toBe(`Bearer realm="${DEFAULT_REALM}"`)
    expect(formatChallenge(bearer({ realm: undefined, errorDescription: '' }))).toBe('Bearer realm="api"')
  })

  it('has no realm that was not given, where another parameter is', () => {
    expect(formatChallenge(bearer({ error: 'invalid_token' }))).toBe('Bearer error="invalid_token"')
  })

  it('writes all that it takes', () => {
    expect(
      formatChallenge(
        bearer({
          realm: 'api',
          scope: ['orders:read', 'orders:write'],
          error: 'insufficient_user_authentication',
          errorDescription: 'Sign in again',
          errorUri: 'https://docs.example/errors#again',
          resourceMetadata: 'https://api.example/.well-known/oauth-protected-resource',
          acrValues: ['urn:example:silver', 'urn:example:gold'],
          maxAge: 0,
        }),
      ),
    ).toBe(
      'Bearer realm="api", scope="orders:read orders:write", error="insufficient_user_authentication", ' +
        'error_description="Sign in again", error_uri="https://docs.example/errors#again", ' +
        'resource_metadata="https://api.example/.well-known/oauth-protected-resource", ' +
        'acr_values="urn:example:silver urn:example:gold", max_age="0"',
    )
  })

  it('takes the scope as one string', () => {
    expect(bearer({ scope: 'a b' }).params?.scope).toBe('a b')
  })

  it.each(['', ' ', 'a  b', ' a', 'a"b', 'a\\b', 'é', 'a\nb', [], [''], ['a b'], [7], 7, null])(
    'refuses the scope %j (RFC 6750 §3)',
    (scope) => {
      expect(() => Reflect.apply(bearer, undefined, [{ scope }])).toThrow('scope (RFC 6750 §3)')
    },
  )

  it.each(['', 'a"b', 'a\\b', 'ungültig', 'a\nb', '\x7f', 7, null])('refuses the error %j (RFC 6750 §3)', (error) => {
    expect(() => Reflect.apply(bearer, undefined, [{ error }])).toThrow('error (RFC 6750 §3)')
  })

  it('takes an error that no RFC registers', () => {
    expect(bearer({ error: 'account locked' }).params?.error).toBe('account locked')
  })

  it.each([
    ['The "token" has expired', "The 'token' has expired"],
    ['C:\\tokens', 'C:/tokens'],
    ['Jeton périmé, déjà utilisé', 'Jeton perime, deja utilise'],
    ['the token\u2019s \u201csub\u201d \u2013 wrong\u2026', "the token's 'sub' - wrong..."],
    ['line one\r\nline two\tend', 'line one line two end'],
    ['\ufb01ne\u00a0print', 'fine print'],
    ['\uff02\uff3c', "'/"],
    ['期限', '??'],
    ['\u{1f600}!', '?!'],
    ['\ud800', '?'],
    ['\x7f\0', ' '],
  ])('fits the description %j to the grammar: %j (RFC 6750 §3)', (text, written) => {
    expect(bearer({ errorDescription: text }).params?.error_description).toBe(written)
  })

  it('never fails over a description (RFC 6750 §3)', () => {
    fc.assert(
      fc.property(anyText, (errorDescription) => {
        const { params } = bearer({ error: 'invalid_token', errorDescription })
        expect(params?.error_description ?? 'none').toMatch(/^[ !#-[\]-~]+$/)
      }),
    )
  })

  it('keeps a description that fits', () => {
    const fitting = fc.string({ unit: fc.constantFrom(...' !#$%&[]^_abcXYZ019~'), minLength: 1 })
    fc.assert(
      fc.property(fitting, (errorDescription) => {
        expect(bearer({ errorDescription }).params?.error_description).toBe(errorDescription)
      }),
    )
  })

  it.each(['/errors', '', 'https://a b/', 'https://é.example/', 7])(
    'refuses the URIs %j: not absolute, or none',
    (uri) => {
      expect(() => Reflect.apply(bearer, undefined, [{ errorUri: uri }])).toThrow('errorUri (RFC 6750 §3)')
      expect(() => Reflect.apply(bearer, undefined, [{ resourceMetadata: uri }])).toThrow(
        'resourceMetadata (RFC 9728 §5.1)',
      )
    },
  )

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '5'])(
    'refuses the age %j (RFC 9470 §3)',
    (maxAge) => {
      expect(() => Reflect.apply(bearer, undefined, [{ maxAge }])).toThrow('maxAge (RFC 9470 §3)')
    },
  )

  it.each([
    ['acrValues', ['a"b'], 'acrValues (RFC 9470 §3) is one or more values'],
    ['realm', 7, 'realm (RFC 6750 §3) is a string, not 7'],
    ['realm', 'a\nb', 'no control characters'],
    ['errorDescription', 7, 'errorDescription (RFC 6750 §3) is a string, not 7'],
  ])('refuses %s %j', (option, value, message) => {
    expect(() => Reflect.apply(bearer, undefined, [{ [option]: value }])).toThrow(TypeError)
    expect(() => Reflect.apply(bearer, undefined, [{ [option]: value }])).toThrow(message)
  })

  it.each(['error_description', 'Realm', 'algs', '__proto__'])('refuses %s, which is none of its options', (option) => {
    const params: unknown = JSON.parse(`{"error":"invalid_token","${option}":"a"}`)
    expect(() => Reflect.apply(bearer, undefined, [params])).toThrow(
      new TypeError(
        `A challenge has no ${option}; it has realm, scope, error, errorDescription, errorUri, resourceMetadata, acrValues, maxAge`,
      ),
    )
  })

  it.each([null, 'realm', 7])('takes an object, not %j', (params) => {
    expect(() => Reflect.apply(bearer, undefined, [params])).toThrow('an object of parameters')
  })

  it('is read as it was made', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019:/.-_[]'), minLength: 1 })
    fc.assert(
      fc.property(
        word,
        fc.array(word, { minLength: 1 }),
        anyText,
        fc.maxSafeNat(),
        (error, scope, errorDescription, maxAge) => {
          const made = bearer({ error, scope, errorDescription, maxAge })
          const value = formatChallenge(made)
          expect(isFieldValue(value)).toBe(true)
          expect(parseChallenges(value)).toEqual([made])
        },
      ),
    )
  })
})
