import { describe, expect, it } from 'vitest'
import { recognized } from './recognized.ts'

const withHeaders = (status: number, headers: unknown): Error => Object.assign(new Error(), { status, headers })

const keptOf = (status: number, headers: unknown, listed: readonly string[] = []): object => ({
  ...recognized(withHeaders(status, headers), { listed }).problem.headers,
})

describe('a header field of a foreign error', () => {
  it.each([
    [405, 'Allow', 'GET, HEAD'],
    [405, 'Allow', ''],
    [401, 'WWW-Authenticate', 'Basic realm="a", Bearer'],
    [407, 'Proxy-Authenticate', 'Basic realm="a"'],
    [503, 'Retry-After', '120'],
    [429, 'Retry-After', 'Fri, 31 Dec 1999 23:59:59 GMT'],
    [416, 'Content-Range', 'bytes */10'],
    [426, 'Upgrade', 'websocket, h2c'],
    [406, 'Accept', 'text/plain'],
    [415, 'Accept-Encoding', 'gzip'],
    [415, 'Accept-Patch', 'application/merge-patch+json'],
    [415, 'Accept-Post', 'text/turtle'],
    [415, 'Accept-Query', 'application/sql'],
    [404, 'Accept-Ranges', 'none'],
    [404, 'Link', '</help>; rel="help"'],
    [429, 'RateLimit', '"default";r=0;t=5'],
    [429, 'RateLimit-Policy', '"default";q=100;w=60'],
    [429, 'X-RateLimit-Remaining', '0'],
    [429, 'ratelimit-reset', '5'],
  ])('of a %i goes to the client where it is %s: %s', (status, name, value) => {
    expect(keptOf(status, { [name]: value })).toEqual({ [name]: value })
  })

  it.each([
    [405, 'Allow', 'GET PUT'],
    [405, 'Allow', 'G\u00e9t'],
    [401, 'WWW-Authenticate', ''],
    [401, 'WWW-Authenticate', 'Basic realm="a'],
    [407, 'Proxy-Authenticate', ', ,'],
    [503, 'Retry-After', '-1'],
    [503, 'Retry-After', 'tomorrow'],
    [503, 'Retry-After', 1.5],
    [503, 'Retry-After', ['1']],
    [416, 'Content-Range', 'bytes 0-1/10'],
    [416, 'Content-Range', 'bytes'],
    [416, 'Content-Range', ['bytes */10']],
    [404, 'Content-Range', 'bytes */10'],
    [426, 'Upgrade', '/'],
    [404, 'Link', 'a\r\nX-Injected: yes'],
    [404, 'Link', '\u20ac'],
    [404, 'Link', ['</a>; rel="help"', 'a\nb']],
    [404, 'Link', []],
    [404, 'Link', new Array(3)],
    [404, 'Link', { toString: () => '</a>; rel="help"' }],
    [404, 'Link', null],
    [404, 'Link', true],
  ])('of a %i is dropped and reported where it is %s: %j', (status, name, value) => {
    const { problem, dropped } = recognized(withHeaders(status, { [name]: value }))
    expect(problem.status).toBe(status)
    expect(problem.headers).toEqual({})
    expect(dropped).toEqual([{ kind: 'header', name, reason: `not a valid value in a ${status} response` }])
  })

  it.each([
    ['Access-Control-Allow-Origin', '*'],
    ['Cache-Control', 'public'],
    ['Location', 'https://evil.example/'],
    ['Set-Cookie2', 'a=b'],
    ['X-Anything', 'a'],
    ['X-RateLimited', 'a'],
    ['Accepted', 'a'],
    ['__proto__', 'a'],
    ['a b', 'a'],
    ['', 'a'],
  ])('is dropped and reported where it is %s, which a foreign error may not set', (name, value) => {
    const headers = JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as object
    const { problem, dropped } = recognized(withHeaders(404, headers))
    expect(problem.headers).toEqual({})
    expect(dropped).toEqual([{ kind: 'header', name, reason: 'a foreign error may not set this field' }])
  })

  it('goes to the client where the application lists it, in any case of letters', () => {
    expect(keptOf(404, { 'X-Anything': 'a', 'X-Other': 'b' }, ['x-anything'])).toEqual({ 'X-Anything': 'a' })
  })

  it('has to be safe on the wire where the application lists it, too', () => {
    expect(keptOf(404, { 'X-Anything': 'a\nb' }, ['x-anything'])).toEqual({})
  })

  it('may be a number', () => {
    expect(keptOf(429, { 'Retry-After': 7 })).toEqual({ 'Retry-After': '7' })
  })

  it('may have several lines', () => {
    const lines = ['Basic realm="a"', 'Bearer']
    expect(keptOf(401, { 'WWW-Authenticate': lines })).toEqual({ 'WWW-Authenticate': lines })
  })

  it('is read from a Map and from a Headers object', () => {
    expect(keptOf(405, new Map([['Allow', 'GET']]))).toEqual({ Allow: 'GET' })
    expect(keptOf(405, new Headers({ Allow: 'GET' }))).toEqual({ allow: 'GET' })
  })

  it('is read from a Map beside keys that are no names', () => {
    const headers = new Map<unknown, unknown>([
      [Symbol('secret'), 'a'],
      [7, 'b'],
      ['Allow', 'GET'],
    ])
    expect(keptOf(405, headers)).toEqual({ Allow: 'GET' })
  })

  it.each([
    ['an array', [['Allow', 'GET']]],
    ['a string', 'Allow: GET'],
    ['a number', 7],
    ['null', null],
    ['a function', () => ({})],
    ['symbols', { [Symbol('Allow')]: 'GET' }],
    ['an iterator of junk', { entries: () => [null, 7, 'Allow'] }],
  ])('is not read from %s', (_name, headers) => {
    expect(keptOf(405, headers)).toEqual({})
  })

  it('is not read beyond a hundred', () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`RateLimit-${index}`, 'a']))
    expect(Object.keys(keptOf(429, many))).toHaveLength(100)
    expect(Object.keys(keptOf(429, new Map(Object.entries(many))))).toHaveLength(100)
  })
})
