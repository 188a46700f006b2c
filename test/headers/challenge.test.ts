import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { challenge, formatChallenge, isFieldValue, parseChallenges } from '../../src/headers/index.ts'
import { anyText, name, quotable, token } from './arbitraries.ts'

const TOKEN68 = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/'),
      minLength: 1,
    }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([text, padding]) => text + '='.repeat(padding))

/** Parameters under names in lower case, as parseChallenges gives them. */
const params = fc.dictionary(
  name.map((text) => text.toLowerCase()),
  quotable,
  { minKeys: 1, maxKeys: 5, noNullPrototype: false },
)

describe('challenge', () => {
  it('can be a scheme alone (RFC 9110 §11.3)', () => {
    expect(String(challenge('Negotiate'))).toBe('Negotiate')
    expect(String(challenge('Negotiate', {}))).toBe('Negotiate')
  })

  it('has a token68 (RFC 9110 §11.3)', () => {
    expect(String(challenge('Negotiate', 'a-b._~+/C9=='))).toBe('Negotiate a-b._~+/C9==')
  })

  it('has parameters, quoted, in the order given (RFC 9110 §11.2)', () => {
    expect(String(challenge('HOBA', { 'max-age': 180, challenge: 'MTIz', flag: true }))).toBe(
      'HOBA max-age="180", challenge="MTIz", flag="true"',
    )
  })

  it('always quotes the realm, with quotes and backslashes escaped (RFC 9110 §11.5)', () => {
    expect(String(challenge('Basic', { realm: 'a"b\\c' }))).toBe('Basic realm="a\\"b\\\\c"')
    expect(String(challenge('Basic', { realm: 'token' }))).toBe('Basic realm="token"')
  })

  it('tells its parts', () => {
    expect(challenge('X', { a: 1 })).toMatchObject({ scheme: 'X', params: { a: '1' } })
    expect(challenge('X', 'abc').token68).toBe('abc')
    expect('params' in challenge('X')).toBe(false)
  })

  it('cannot be changed once it is checked', () => {
    const made = challenge('X', { a: 'b' })
    expect(Object.isFrozen(made) && Object.isFrozen(made.params)).toBe(true)
  })

  it('does not change with the object it was made of', () => {
    const given = { realm: 'a' }
    const made = challenge('X', given)
    given.realm = 'b'
    expect([made.params?.realm, String(made), Object.isFrozen(given)]).toEqual(['a', 'X realm="a"', false])
  })

  it('may have a parameter named __proto__', () => {
    expect(String(challenge('X', JSON.parse('{"__proto__":"a"}')))).toBe('X __proto__="a"')
  })

  it.each(['', 'a b', 'Bearer,', 'B\r\n', 'é', undefined, 7])('refuses the scheme %j (RFC 9110 §11.1)', (scheme) => {
    expect(() => Reflect.apply(challenge, undefined, [scheme])).toThrow('An authentication scheme is a token')
  })

  it.each(['', 'a b', '=', 'a=b', 'a,b', 'a\r\n', '"a"'])('refuses the token68 %j (RFC 9110 §11.2)', (token68) => {
    expect(() => challenge('X', token68)).toThrow('A token68 is like Base64')
  })

  it.each([
    [{ 'a b': 'x' }, 'is a token'],
    [{ '': 'x' }, 'is a token'],
    [{ a: 'x', A: 'y' }, 'occurs once'],
    [{ a: 'x\r\nX-Injected: yes' }, 'no control characters'],
    [{ a: '\u0100' }, 'none above U+00FF'],
    [{ a: undefined }, 'is a string, a boolean or a finite number'],
    [{ a: null }, 'is a string, a boolean or a finite number'],
    [{ a: Number.NaN }, 'is a string, a boolean or a finite number'],
    [{ a: {} }, 'is a string, a boolean or a finite number'],
    [7, 'parameters or a token68'],
    [null, 'parameters or a token68'],
  ])('refuses %j (RFC 9110 §11.2)', (rest, message) => {
    expect(() => Reflect.apply(challenge, undefined, ['X', rest])).toThrow(TypeError)
    expect(() => Reflect.apply(challenge, undefined, ['X', rest])).toThrow(message)
  })
})

describe('what a scheme requires', () => {
  const lacking: readonly (readonly [scheme: string, rest: Record<string, string> | undefined, message: string])[] = [
    ['Basic', undefined, 'has a realm'],
    ['bASIC', { charset: 'UTF-8' }, 'has a realm'],
    ['Bearer', undefined, 'one parameter at least (RFC 6750 §3)'],
    ['bearer', {}, 'one parameter at least (RFC 6750 §3)'],
    ['Digest', { nonce: 'n', qop: 'auth' }, 'has a realm'],
    ['Digest', { realm: 'a', qop: 'auth' }, 'has a nonce'],
    ['DIGEST', { realm: 'a', nonce: 'n' }, 'has a qop'],
  ]

  it.each(lacking)('%s %j is refused: it %s (RFC 7617 §2, RFC 7616 §3.3)', (scheme, rest, message) => {
    expect(() => challenge(scheme, rest)).toThrow(TypeError)
    expect(() => challenge(scheme, rest)).toThrow(message)
    const plain = rest === undefined ? { scheme } : { scheme, params: rest }
    expect(() => formatChallenge(plain)).toThrow(TypeError)
    expect(() => formatChallenge(plain)).toThrow(message)
  })

  it.each(['Basic', 'Bearer', 'Digest'])('%s has in parameters, not in a token68', (scheme) => {
    expect(() => challenge(scheme, 'abc')).toThrow(TypeError)
    expect(() => formatChallenge({ scheme, token68: 'abc' })).toThrow(TypeError)
  })

  it('may be given in any case of letters (RFC 9110 §11.2)', () => {
    expect(String(challenge('Basic', { Realm: 'a' }))).toBe('Basic Realm="a"')
    expect(String(challenge('Digest', { REALM: 'a', Nonce: 'n', QOP: 'auth' }))).toContain('QOP="auth"')
  })

  it('is one parameter of any name for Bearer (RFC 6750 §3)', () => {
    expect(String(challenge('Bearer', { error: 'invalid_token' }))).toBe('Bearer error="invalid_token"')
  })

  it.each(['Negotiate', 'constructor', 'toString', '__proto__'])('is nothing for %s', (scheme) => {
    expect(String(challenge(scheme))).toBe(scheme)
  })

  it.each(['Basic', 'Bearer', 'Digest realm="a"'])('is missing in %s, which is read and not written', (value) => {
    const [read] = parseChallenges(value) ?? []
    expect(String(read)).toBe(value)
    expect(() => formatChallenge(read as never)).toThrow(TypeError)
  })
})

describe('a challenge', () => {
  it('has no members but those that were given', () => {
    expect(Object.keys(challenge('X'))).toEqual(['scheme'])
    expect(Object.keys(challenge('X', { a: 'b' }))).toEqual(['scheme', 'params'])
    expect(Object.keys(challenge('X', 'abc'))).toEqual(['scheme', 'token68'])
  })
})

describe('formatChallenge', () => {
  it('writes a plain object', () => {
    expect(formatChallenge({ scheme: 'Basic', params: { realm: 'a' } })).toBe('Basic realm="a"')
  })

  it('writes what challenge made', () => {
    expect(formatChallenge(challenge('X', 'abc'))).toBe('X abc')
  })

  it('leaves stale and algorithm of Digest without quotes (RFC 7616 §3.3)', () => {
    const params = { realm: 'a', nonce: 'n', qop: 'auth', Algorithm: 'SHA-256', stale: 'true' }
    expect(formatChallenge({ scheme: 'digest', params })).toBe(
      'digest realm="a", nonce="n", qop="auth", Algorithm=SHA-256, stale=true',
    )
  })

  it.each([
    [{ scheme: 'X', token68: 'abc', params: { a: 'b' } }, 'never both'],
    [{ scheme: 'X', token68: 7 }, 'token68'],
    [{ scheme: 'X y' }, 'scheme is a token'],
    [{ scheme: 'X', params: { a: 'x\0' } }, 'no control characters'],
    [{ scheme: 'X', params: { a: Symbol('x') } }, 'is a string'],
    [{ scheme: 'X', params: { a: 'b', A: 'b' } }, 'occurs once'],
    ['Basic realm="a"', 'an object with a scheme'],
    [undefined, 'an object with a scheme'],
    [null, 'an object with a scheme'],
  ])('refuses %o (RFC 9110 §11.3)', (given, message) => {
    expect(() => Reflect.apply(formatChallenge, undefined, [given])).toThrow(TypeError)
    expect(() => Reflect.apply(formatChallenge, undefined, [given])).toThrow(message)
  })

  it('gives a field value or a TypeError, whatever the parameters', () => {
    fc.assert(
      fc.property(
        fc.oneof(token, anyText),
        fc.dictionary(fc.oneof(token, anyText), fc.oneof(quotable, anyText)),
        (scheme, rest) => {
          let value = ''
          try {
            value = formatChallenge(challenge(scheme, rest))
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError)
          }
          expect(isFieldValue(value)).toBe(true)
        },
      ),
    )
  })
})

describe('parseChallenges', () => {
  const plain = (value: string | readonly string[]) =>
    parseChallenges(value)?.map(({ scheme, params: found, token68 }) => ({
      scheme,
      ...(found && { params: { ...found } }),
      ...(token68 !== undefined && { token68 }),
    }))

  it('reads several challenges in one line (RFC 9110 §11.6.1)', () => {
    expect(
      plain(
        'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\"", Negotiate, Negotiate abc==',
      ),
    ).toEqual([
      { scheme: 'Basic', params: { realm: 'simple' } },
      { scheme: 'Newauth', params: { realm: 'apps', type: '1', title: 'Login to "apps"' } },
      { scheme: 'Negotiate' },
      { scheme: 'Negotiate', token68: 'abc==' },
    ])
  })

  it('reads several field lines (RFC 9110 §5.3)', () => {
    expect(plain(['Basic realm="a"', '', 'Bearer error=x'])).toEqual([
      { scheme: 'Basic', params: { realm: 'a' } },
      { scheme: 'Bearer', params: { error: 'x' } },
    ])
  })

  it('takes whitespace around = (RFC 9110 §11.2)', () => {
    expect(plain('Basic realm \t=  "a" , b= c')).toEqual([{ scheme: 'Basic', params: { realm: 'a', b: 'c' } }])
  })

  it('ignores empty list members (RFC 9110 §5.6.1.2)', () => {
    expect(plain(',, Basic , ,realm=a,, ,b=c, ,Bearer ,')).toEqual([
      { scheme: 'Basic', params: { realm: 'a', b: 'c' } },
      { scheme: 'Bearer' },
    ])
  })

  it('gives names in lower case and keeps the scheme as sent', () => {
    expect(plain('bASIC Realm="A"')).toEqual([{ scheme: 'bASIC', params: { realm: 'A' } }])
  })

  it('takes a token with a = at its end for a token68 (RFC 9110 §11.2)', () => {
    expect(plain('X realm=')).toEqual([{ scheme: 'X', token68: 'realm=' }])
  })

  it('takes a word that is followed by no = for the next scheme', () => {
    expect(plain('X a=b, c, d e=f')).toEqual([
      { scheme: 'X', params: { a: 'b' } },
      { scheme: 'c' },
      { scheme: 'd', params: { e: 'f' } },
    ])
  })

  it('reads no challenge at all', () => {
    expect(plain('')).toEqual([])
    expect(plain([])).toEqual([])
  })

  it.each([
    'Bearer, realm=x',
    'Basic abc==, realm=x',
    'Basic realm=x realm=y',
    'Basic realm="a", realm="b"',
    'Basic realm="a", Realm="b"',
    'Basic realm="a',
    'Basic realm="a"b',
    'Basic realm=a b',
    'Basic realm=a, b=',
    'Basic realm=a;b=c',
    'Basic a b',
    'Basic a=b c',
    'Basic =a',
    'Basic ,=a',
    'Basic\trealm=a',
    'Basic\nrealm=a',
    'realm=a',
    '"Basic"',
    'Basic realm="\n"',
    'Basic realm="\u0100"',
    'Basic abc===d',
  ])('refuses %j', (value) => {
    expect(parseChallenges(value)).toBeUndefined()
  })

  it('does not let a parameter named __proto__ do harm', () => {
    const [first] = parseChallenges('X __proto__=a, constructor=b') ?? []
    expect(Object.entries(first?.params ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
    expect(parseChallenges('X __proto__=a, __proto__=b')).toBeUndefined()
  })

  it('gives what can be written again', () => {
    const value = 'Digest realm="a", nonce="n", qop="auth", algorithm="a b"'
    expect(parseChallenges(value)?.map(formatChallenge)).toEqual([value])
  })

  it('gives back what formatChallenge wrote, on one line or several', () => {
    const free = token.filter((scheme) => !/^(?:basic|bearer|digest)$/i.test(scheme))
    const required = { realm: 'a', nonce: 'n', qop: 'auth' }
    const any = fc.oneof(
      free.map((scheme) => challenge(scheme)),
      fc.tuple(free, TOKEN68).map(([scheme, token68]) => challenge(scheme, token68)),
      fc.tuple(free, params).map(([scheme, rest]) => challenge(scheme, rest)),
      params.map((rest) => challenge('Digest', { ...rest, ...required })),
    )
    fc.assert(
      fc.property(fc.array(any), (challenges) => {
        const lines = challenges.map(formatChallenge)
        expect(lines.every(isFieldValue)).toBe(true)
        expect(parseChallenges(lines)).toEqual(challenges)
        expect(parseChallenges(lines)?.map(String)).toEqual(lines)
        expect(parseChallenges(lines.join(','))).toEqual(challenges)
      }),
      { numRuns: 500 },
    )
  })
})
