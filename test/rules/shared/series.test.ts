import { describe, expect, it } from 'vitest'
import { ExchangeView, exchangeOf } from '../../../src/rules/index.ts'
import {
  asksTheSame,
  differOnlyIn,
  fromSameClient,
  getsBefore,
  lastWithTarget,
  sameBefore,
  showBoth,
  successBefore,
  successWithout,
  wholeBefore,
} from '../../../src/rules/shared/series.ts'

/** A request and its answer; lines as `> …` and `< …`. */
const exchange = (request: string, status: number, ...lines: readonly string[]): string =>
  [`> ${request} HTTP/1.1`, ...lines, `< HTTP/1.1 ${status}`].sort(byDirection).join('\n')

const byDirection = (one: string, other: string): number => {
  const rank = (line: string): number => (line.startsWith('>') ? 0 : line.startsWith('< HTTP/') ? 1 : 2)
  return rank(one) - rank(other)
}

const series = (...exchanges: readonly string[]): ExchangeView => new ExchangeView(exchangeOf(exchanges.join('\n')))
const request = (...lines: readonly string[]): ExchangeView['request'] =>
  series(exchange('GET /', 200, ...lines)).request
const number = (view: ExchangeView | undefined): string | undefined => view?.response.get('n')

describe('two requests', () => {
  it.each([
    ...['Cache-Control', 'Connection', 'If-Match', 'If-Modified-Since', 'If-None-Match', 'If-Range'],
    ...['If-Unmodified-Since', 'Keep-Alive', 'Pragma', 'Range', 'TE'],
  ])('ask the same in spite of %s', (name) => {
    expect(asksTheSame(request(`> ${name}: a`), request())).toBe(true)
    expect(asksTheSame(request(), request(`> ${name}: a`))).toBe(true)
  })

  it('do not where another field or the target differs', () => {
    expect(asksTheSame(request('> Accept: a'), request())).toBe(false)
    expect(asksTheSame(request(), request('> Accept: a'))).toBe(false)
    expect(asksTheSame(request('> Accept: a'), request('> Accept: a'))).toBe(true)
    expect(asksTheSame(request(), series(exchange('GET /a', 200)).request)).toBe(false)
    expect(asksTheSame(request(), series(exchange('PUT /', 200)).request)).toBe(true)
  })

  it.each(['Host', 'Authorization', 'Proxy-Authorization', 'Cookie'])('are from two clients by their %s', (name) => {
    expect(fromSameClient(request(`> ${name}: a`), request(`> ${name}: b`))).toBe(false)
    expect(fromSameClient(request(`> ${name}: a`), request(`> ${name}: a`, '> Accept: b'))).toBe(true)
  })

  it('differ in nothing but some fields, and those that have no say', () => {
    const differ = (one: string, other: string): boolean =>
      differOnlyIn(series(one).request, series(other).request, (name) => name === 'prefer')
    const plain = exchange('GET /', 200)
    expect(
      differ(plain, exchange('GET /', 200, '> Prefer: a', '> Date: b', '> Connection: c', '> Keep-Alive: d')),
    ).toBe(true)
    expect(differ(exchange('GET /', 200, '> Prefer: a'), plain)).toBe(true)
    expect(differ(plain, exchange('GET /', 200, '> Accept: a'))).toBe(false)
    expect(differ(plain, exchange('HEAD /', 200))).toBe(false)
    expect(differ(plain, exchange('GET /a', 200))).toBe(false)
    expect(differ(plain, '> GET / HTTP/1.1\n>\n> a\n< HTTP/1.1 200')).toBe(false)
  })
})

describe('what was answered before', () => {
  const whole = exchange('GET /', 200, '< n: 1', '< ETag: "a"')

  it('is the last that holds', () => {
    const later = series(
      whole,
      exchange('GET /', 200, '< n: 2'),
      exchange('GET /', 404, '< n: 3'),
      exchange('GET /', 304),
    )
    expect(number(sameBefore(later, () => true))).toBe('3')
    expect(number(wholeBefore(later))).toBe('2')
    expect(sameBefore(later, () => false)).toBeUndefined()
    expect(sameBefore(series(whole), () => true)).toBeUndefined()
  })

  const safe = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY', 'PROPFIND', 'REPORT', 'SEARCH']

  it.each<[line: string, status: number, expected: string | undefined]>([
    ['POST /', 399, undefined],
    ['POST /', 400, '1'],
    ['DELETE /b', 204, undefined],
    ...safe.map((method): [string, number, string] => [`${method} /b`, 200, '1']),
  ])('counts for nothing if something changed since: %s with %i', (line, status, expected) => {
    expect(number(wholeBefore(series(whole, exchange(line, status), exchange('GET /', 304))))).toBe(expected)
  })

  it('is whole only as 200 to a GET without Range', () => {
    for (const part of [exchange('GET /', 206), exchange('HEAD /', 200), exchange('GET /', 200, '> Range: bytes=0-')])
      expect(wholeBefore(series(part, exchange('GET /', 304)))).toBeUndefined()
  })

  it('may be to another Accept, if it had the same strong entity tag', () => {
    const tagged = (tag: string, ...more: readonly string[]): string | undefined =>
      number(successBefore(series(whole, exchange('GET /', 304, `< ETag: ${tag}`, ...more))))
    expect(tagged('"a"', '> Accept: b')).toBe('1')
    for (const name of ['Accept-Charset', 'Accept-Encoding', 'Accept-Language'])
      expect(tagged('"a"', `> ${name}: b`)).toBe('1')
    expect(tagged('"b"', '> Accept: b')).toBeUndefined()
    expect(tagged('"b"')).toBe('1')
    expect(tagged('"a"', '> Cookie: b')).toBeUndefined()
    expect(tagged('"a"', '> If-None-Match: "a"', '> Accept: b')).toBe('1')
  })

  it('is not to another Accept with a weak entity tag, to another target, or without a tag', () => {
    const weak = exchange('GET /', 200, '< n: 1', '< ETag: W/"a"')
    expect(successBefore(series(weak, exchange('GET /', 304, '> Accept: b', '< ETag: W/"a"')))).toBeUndefined()
    expect(successBefore(series(exchange('GET /', 200), exchange('GET /', 304, '> Accept: b')))).toBeUndefined()
    expect(successBefore(series(whole, exchange('GET /b', 304, '< ETag: "a"')))).toBeUndefined()
    expect(number(successBefore(series(whole, exchange('GET /', 304))))).toBe('1')
  })

  it('prefers the one with the tag', () => {
    const later = series(whole, exchange('GET /', 200, '< n: 2', '< ETag: "b"'), exchange('GET /', 304, '< ETag: "a"'))
    expect(number(successBefore(later))).toBe('1')
  })

  it('has GETs that tell what GET would be answered now', () => {
    const gets = (...between: readonly string[]): (string | undefined)[] =>
      getsBefore(series(whole, ...between, exchange('GET /', 404, '< n: 2'), exchange('DELETE /', 404))).map(number)
    expect(gets()).toEqual(['1', '2'])
    expect(gets(exchange('HEAD /', 200), exchange('GET /b', 200), exchange('GET /', 200, '> Accept: b'))).toEqual([
      '1',
      '2',
    ])
    expect(gets(exchange('PUT /', 400))).toEqual(['2'])
    const { earlier = [], ...last } = exchangeOf(`${whole}\n${exchange('DELETE /', 404)}`)
    const unseen = earlier.map((one) => ({ ...one, request: undefined }))
    expect(getsBefore(new ExchangeView({ ...last, earlier: [...earlier, ...unseen] }))).toEqual([])
  })

  it('came right before if it was by the same client', () => {
    const last = (...lines: readonly string[]): string | undefined =>
      number(lastWithTarget(series(whole, exchange('PUT /b', 200), exchange('GET /', 200, ...lines))))
    expect(last('> Accept: b')).toBe('1')
    expect(last('> Cookie: b')).toBeUndefined()
    expect(lastWithTarget(series(whole))).toBeUndefined()
  })

  it('was a success without some fields', () => {
    const without = (status: number, ...lines: readonly string[]): string | undefined =>
      number(
        successWithout(
          series(exchange('GET /', status, '< n: 1'), exchange('GET /', 400, ...lines)),
          (name) => name === 'prefer',
        ),
      )
    expect([199, 200, 299, 300].map((status) => (status < 200 ? undefined : without(status, '> Prefer: a')))).toEqual([
      undefined,
      '1',
      '1',
      undefined,
    ])
    expect(without(101, '> Prefer: a')).toBeUndefined()
    expect(without(200, '> Prefer: a', '> Accept: b')).toBeUndefined()
  })
})

describe('two exchanges as evidence', () => {
  it('are shown one after the other', () => {
    const last = series(exchange('GET /', 200, '< n: 1'), exchange('HEAD /', 404, '< m: 2'))
    const [first = last] = last.earlier
    expect(showBoth(first, last, 'n', 'm')).toBe(
      'GET / HTTP/1.1\nHTTP/1.1 200\nn: 1\n\nHEAD / HTTP/1.1\nHTTP/1.1 404\nm: 2',
    )
  })
})
