import { describe, expect, it } from 'vitest'
import { revoked } from './hostile-values.ts'
import { recognized } from './recognized.ts'

const withHeaders = (status: number, headers: unknown): Error => Object.assign(new Error(), { status, headers })

const keptOf = (status: number, headers: unknown, listed: readonly string[] = []): object => ({
  ...recognized(withHeaders(status, headers), { listed }).problem.headers,
})

describe('a header field of a foreign error', () => {
  it.each([
    [405, 'Allow', 'GET, HEAD'],
    [405, 'Allow', ''],
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
    [401, 'DPoP-Nonce', 'eyJ7S'],
    [426, 'Sec-WebSocket-Version', '13'],
    [429, 'RateLimit', '"default";r=0;t=5'],
    [429, 'RateLimit-Policy', '"default";q=100;w=60'],
    [429, 'X-RateLimit-Remaining', '0'],
    [429, 'ratelimit-reset', '5'],
  ])('of a %i goes to the client where it is %s: %s', (status, name, value) => {
    expect(keptOf(status, { [name]: value })).toEqual({ [name]: value })
  })

  it.each<readonly [status: number, name: string, value: string | string[], normal: string | string[], rule: string]>([
    [405, 'Allow', 'GET,,POST', 'GET, HEAD, POST', 'RFC 9110 §9.1, §5.6.1'],
    [401, 'WWW-Authenticate', 'Basic realm=a, X', ['Basic realm="a"', 'X'], 'RFC 9110 §11.5, §11.6.1'],
    [401, 'WWW-Authenticate', 'Bearer', ['Bearer realm="api"'], 'RFC 6750 §3'],
    [407, 'Proxy-Authenticate', 'Basic realm="a"', ['Basic realm="a"'], 'RFC 9110 §11.7.1'],
    [404, 'Link', '</a>; rel=help,', ['</a>; rel=help'], 'RFC 8288 §3'],
    [503, 'Retry-After', ['1'], '1', 'RFC 9110 §10.2.3'],
    [429, 'Retry-After', 'Friday, 31-Dec-99 23:59:59 GMT', 'Fri, 31 Dec 1999 23:59:59 GMT', 'RFC 9110 §5.6.7'],
    [416, 'Content-Range', ['bytes */10'], 'bytes */10', 'RFC 9110 §14.4'],
  ])('of a %i is re-written where it is %s: %j (to %j, %s)', (status, name, value, normal) => {
    expect(keptOf(status, { [name]: value })).toEqual({ [name]: normal })
  })

  it.each([
    [405, 'Allow', 'GET PUT'],
    [405, 'Allow', 'G\u00e9t'],
    [405, 'Allow', 'get, post'],
    [401, 'WWW-Authenticate', 'Basic'],
    [401, 'WWW-Authenticate', 'Digest realm="a"'],
    [415, 'Accept', 'text'],
    [415, 'Accept-Encoding', 'g zip'],
    [404, 'Link', '</a>'],
    [401, 'WWW-Authenticate', ''],
    [401, 'WWW-Authenticate', 'Basic realm="a'],
    [407, 'Proxy-Authenticate', ', ,'],
    [503, 'Retry-After', '-1'],
    [503, 'Retry-After', 'tomorrow'],
    [503, 'Retry-After', 1.5],
    [503, 'Retry-After', ['1', '2']],
    [416, 'Content-Range', 'bytes 0-1/10'],
    [416, 'Content-Range', 'bytes'],
    [416, 'Content-Range', ['bytes */10', 'bytes */10']],
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
    ['My-RateLimit', 'a'],
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

  it.each([
    ['a line break', 'a\nb'],
    ['a line break in one of its lines', ['a', 'b\r\nX-Injected: yes']],
    ['lines that are no text', ['a', 7]],
    ['no lines', []],
    ['holes for lines', new Array(2)],
    ['lines that cannot be read', revoked([])],
    ['no value', undefined],
  ])('has to be safe on the wire where the application lists it, too: not with %s', (_name, value) => {
    const thrown = withHeaders(404, { 'X-Anything': value })
    const { problem, dropped } = recognized(thrown, { listed: ['x-anything'] })
    expect(problem.headers).toEqual({})
    expect(dropped).toEqual([{ kind: 'header', name: 'X-Anything', reason: 'not a valid value in a 404 response' }])
  })

  it('may have a thousand lines and no more', () => {
    const lines = new Array(1000).fill('a')
    expect(keptOf(404, { 'X-Anything': lines }, ['x-anything'])).toEqual({ 'X-Anything': lines })
    expect(keptOf(404, { 'X-Anything': [...lines, 'a'] }, ['x-anything'])).toEqual({})
  })

  it('may be a number', () => {
    expect(keptOf(429, { 'Retry-After': 7 })).toEqual({ 'Retry-After': '7' })
  })

  it('may have several lines', () => {
    const lines = ['Basic realm="a"', 'Bearer error="invalid_token"']
    expect(keptOf(401, { 'WWW-Authenticate': lines })).toEqual({ 'WWW-Authenticate': lines })
  })

  it('is read from a Map and from a Headers object', () => {
    expect(keptOf(405, new Map([['Allow', 'GET']]))).toEqual({ Allow: 'GET, HEAD' })
    expect(recognized(withHeaders(405, new Map([['Allow', 'GET']]))).dropped).toEqual([])
    expect(keptOf(405, new Headers({ Allow: 'GET' }))).toEqual({ allow: 'GET, HEAD' })
  })

  it('is read from a Map beside keys that are no names', () => {
    const headers = new Map<unknown, unknown>([
      [Symbol('secret'), 'a'],
      [7, 'b'],
      ['Allow', 'GET'],
    ])
    expect(keptOf(405, headers)).toEqual({ Allow: 'GET, HEAD' })
  })

  it.each([
    ['an array', [['Allow', 'GET']]],
    ['a string', 'Allow: GET'],
    ['a number', 7],
    ['null', null],
    ['a function', () => ({})],
    ['symbols', { [Symbol('Allow')]: 'GET' }],
    ['an iterator of junk', { entries: () => [null, 7, 'Allow'] }],
    [
      'an iterator that throws',
      {
        entries: () => {
          throw new Error('secret')
        },
      },
    ],
  ])('is not read from %s', (_name, headers) => {
    const { problem, dropped } = recognized(withHeaders(405, headers))
    expect(problem.headers).toEqual({})
    expect(dropped).toEqual([])
  })

  it('is not read beyond a hundred', () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`RateLimit-${index}`, 'a']))
    expect(Object.keys(keptOf(429, many))).toHaveLength(100)
    expect(Object.keys(keptOf(429, new Map(Object.entries(many))))).toHaveLength(100)
  })
})
