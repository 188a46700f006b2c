import { describe, expect, it } from 'vitest'
import { basic, bearer, type Fields } from '../../src/headers/index.ts'
import type { FactsOf } from '../../src/problems/index.ts'
import * as problems from '../../src/problems/index.ts'
import { classes, make, owedFacts } from './classes.ts'

describe('facts that every problem takes', () => {
  it.each(classes)('%i %s takes them all', (status) => {
    const cause = new Error('why')
    const facts = {
      message: 'for the log',
      detail: 'for the client',
      type: 'https://example.com/problems/x',
      title: 'X',
      instance: '/x/7',
      extensions: { version: 12 },
      cause,
    }
    expect(make(status, facts)).toMatchObject(facts)
  })

  it.each(classes)('%i %s takes a wait: Retry-After (RFC 9110 §10.2.3)', (status) => {
    expect(make(status, { retryAfter: 1.2 }).headers).toMatchObject({ 'Retry-After': '2' })
  })

  it('retryAfter takes a Date', () => {
    const problem = new problems.ServiceUnavailable({ retryAfter: new Date(784111777000) })
    expect(problem.headers).toEqual({ 'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT' })
  })

  it('retryAfter 0 means at once', () => {
    expect(new problems.TooManyRequests({ retryAfter: 0 }).headers).toEqual({ 'Retry-After': '0' })
  })

  it('the message is the detail where only that is given', () => {
    expect(new problems.Conflict({ detail: 'The cart has changed' }).message).toBe('The cart has changed')
  })

  it('the detail is not the message: that is for the log', () => {
    expect(new problems.Conflict({ message: 'row 7 is locked' }).detail).toBeUndefined()
  })

  it.each([undefined, null, false, 0, 'text', { code: 1 }])('the cause may be anything, %j as well', (cause) => {
    const problem = new problems.BadGateway({ cause })
    expect(Object.getOwnPropertyDescriptor(problem, 'cause')).toMatchObject({ value: cause, enumerable: false })
  })

  it('a fact that is undefined is as good as absent', () => {
    const absent = {
      message: undefined,
      detail: undefined,
      title: undefined,
      headers: undefined,
      extensions: undefined,
    }
    const facts = { ...absent, type: undefined, instance: undefined, retryAfter: undefined, expose: undefined }
    expect(make(404, { ...facts, allow: undefined })).toEqual(new problems.NotFound())
  })

  it('facts that were given stay as they were', () => {
    const facts = { extensions: { a: 1 }, headers: { 'X-A': '1' }, retryAfter: 3, errors: [{ detail: 'x' }] }
    const before = structuredClone(facts)
    new problems.BadRequest(facts)
    expect(facts).toEqual(before)
  })

  it('frozen facts will do', () => {
    const facts = Object.freeze({ extensions: Object.freeze({ a: 1 }), headers: Object.freeze({ 'X-A': '1' }) })
    expect(new problems.BadRequest(facts).headers).toEqual({ 'X-A': '1' })
  })
})

describe('header fields of a problem', () => {
  it('are none by default, in an object of its own', () => {
    expect(new problems.NotFound().headers).toEqual({})
    expect(new problems.NotFound().headers).not.toBe(new problems.NotFound().headers)
  })

  it('are texts, or several lines', () => {
    const headers = { 'X-Text': 'a', 'X-Number': 7, 'X-Lines': ['a', 'b'], 'X-Absent': undefined }
    const problem = Reflect.construct(problems.NotFound, [{ headers }])
    expect(problem.headers).toEqual({ 'X-Text': 'a', 'X-Number': '7', 'X-Lines': ['a', 'b'] })
  })

  it('come from a Headers object, each Set-Cookie on its own line (RFC 6265 §3)', () => {
    const headers = new Headers({ 'X-A': '1', 'X-B': '2' })
    for (const cookie of ['a=1', 'b=2', 'c=3']) headers.append('Set-Cookie', cookie)
    const problem = Reflect.construct(problems.NotFound, [{ headers }])
    expect(problem.headers).toEqual({ 'x-a': '1', 'x-b': '2', 'set-cookie': ['a=1', 'b=2', 'c=3'] })
  })

  it('come from a Map', () => {
    const headers = new Map<string, unknown>([
      ['X-A', 1],
      ['constructor', 'x'],
    ])
    expect(Reflect.construct(problems.NotFound, [{ headers }]).headers).toEqual({ 'X-A': '1', constructor: 'x' })
  })

  it('give way to what the facts say, since a field has one meaning', () => {
    const problem = new problems.MethodNotAllowed({ allow: ['PUT'], headers: { Allow: 'GET', 'X-A': '1' } })
    expect(problem.headers).toEqual({ Allow: 'PUT', 'X-A': '1' })
  })

  it('include none named __proto__: it would be no field but a prototype', () => {
    const headers = JSON.parse('{"__proto__": "x", "X-A": "1"}')
    const problem = new problems.NotFound({ headers })
    expect(problem.headers).toEqual({ 'X-A': '1' })
    expect(Object.getPrototypeOf(problem.headers)).toBe(Object.prototype)
  })
})

describe('challenges', () => {
  const challenges = [bearer({ realm: 'api', error: 'invalid_token' }), basic({ realm: 'a "b"' })] as const

  it('401 sends each on a WWW-Authenticate line of its own (RFC 9110 §15.5.2, §11.6.1)', () => {
    expect(new problems.Unauthorized({ challenges }).headers).toEqual({
      'WWW-Authenticate': ['Bearer realm="api", error="invalid_token"', 'Basic realm="a \\"b\\""'],
    })
  })

  it('407 sends each on a Proxy-Authenticate line of its own (RFC 9110 §15.5.8, §11.7.1)', () => {
    expect(new problems.ProxyAuthenticationRequired({ challenges }).headers).toEqual({
      'Proxy-Authenticate': ['Bearer realm="api", error="invalid_token"', 'Basic realm="a \\"b\\""'],
    })
  })
})

describe('allow', () => {
  it.each([
    [['GET', 'POST'], 'GET, HEAD, POST'],
    [['HEAD', 'GET'], 'HEAD, GET'],
    [['PUT', 'PUT', 'DELETE'], 'PUT, DELETE'],
    [[], ''],
  ])('405 lists %j as "%s" in Allow (RFC 9110 §15.5.6, §10.2.1)', (allow, value) => {
    expect(new problems.MethodNotAllowed({ allow }).headers).toEqual({ Allow: value })
  })
})

describe('size', () => {
  it.each([0, 1234])('416 tells the current length %d in Content-Range (RFC 9110 §15.5.17)', (size) => {
    expect(new problems.RangeNotSatisfiable({ size }).headers).toEqual({ 'Content-Range': `bytes */${size}` })
  })
})

describe('protocols', () => {
  it('426 names them in Upgrade, and upgrade in Connection (RFC 9110 §15.5.22, §7.8)', () => {
    const problem = new problems.UpgradeRequired({ protocols: ['HTTP/2.0', 'websocket'] })
    expect(problem.headers).toEqual({ Upgrade: 'HTTP/2.0, websocket', Connection: 'upgrade' })
  })
})

describe('what a 415 would have accepted', () => {
  const cases: readonly (readonly [facts: FactsOf<415>, headers: Fields, rule: string])[] = [
    [
      { accept: ['application/json', 'text/*;q=0.5'] },
      { Accept: 'application/json, text/*;q=0.5' },
      'RFC 9110 §12.5.1',
    ],
    [{ acceptEncoding: ['gzip', 'br'] }, { 'Accept-Encoding': 'gzip, br' }, 'RFC 9110 §12.5.3'],
    [
      { acceptPatch: ['application/merge-patch+json'] },
      { 'Accept-Patch': 'application/merge-patch+json' },
      'RFC 5789 §2.2',
    ],
    [{ acceptPost: ['image/*'] }, { 'Accept-Post': 'image/*' }, 'LDP 1.0 §7.1'],
    [{ acceptEncoding: [] }, { 'Accept-Encoding': '' }, 'RFC 9110 §12.5.3'],
    [
      { accept: ['a/b'], acceptPatch: ['a/b'], acceptPost: ['c/d'] },
      { Accept: 'a/b', 'Accept-Patch': 'a/b', 'Accept-Post': 'c/d' },
      'RFC 9110 §15.5.16',
    ],
    [{}, {}, 'RFC 9110 §15.5.16'],
  ]

  it.each(cases)('%j becomes %j and no other field (%s)', (facts, headers) => {
    expect(new problems.UnsupportedMediaType(facts).headers).toEqual(headers)
  })

  it.each(['accept', 'acceptPatch', 'acceptPost'])(
    'is an encoding or a type, not acceptEncoding beside %s (RFC 9110 §12.5.3)',
    (name) => {
      expect(() => make(415, { acceptEncoding: ['gzip'], [name]: ['a/b'] })).toThrow(
        new TypeError(
          '415 Unsupported Media Type: "acceptEncoding" is for an unsupported coding alone (RFC 9110 §12.5.3)',
        ),
      )
    },
  )
})

describe('blockedBy', () => {
  it('451 links to who blocks the access (RFC 7725 §4)', () => {
    const problem = new problems.UnavailableForLegalReasons({ blockedBy: 'https://authority.example/' })
    expect(problem.headers).toEqual({ Link: '<https://authority.example/>; rel="blocked-by"' })
  })
})

describe('errors', () => {
  const errors = [{ pointer: '#/age', detail: 'must be a positive integer', code: 7 }, { detail: 'too long' }]

  it.each([400, 422])('%i lists them as the extension member of that name (RFC 9457 §3)', (status) => {
    expect(make(status, { errors, extensions: { a: 1 } }).extensions).toEqual({ a: 1, errors })
  })
})

describe('facts that a status owes', () => {
  it.each(classes.filter(([status]) => !(status in owedFacts)))('%i %s owes none', (_status, _name, Problem) => {
    expect(() => new Problem()).not.toThrow()
    expect(new Problem().headers).toEqual({})
  })
})
