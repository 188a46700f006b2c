import { describe, expect, it } from 'vitest'
import { parseHttpDate } from '../../src/headers/index.ts'
import { notModified } from '../../src/replies/index.ts'

describe('notModified', () => {
  it('is a 304 without content (RFC 9110 §15.4.5)', () => {
    expect(notModified()).toEqual({ status: 304, headers: {} })
  })

  it('repeats the fields that the 200 would have carried (RFC 9110 §15.4.5)', () => {
    const reply = notModified({
      etag: '"v1"',
      lastModified: new Date(784111777000),
      cacheControl: 'max-age=60',
      expires: new Date(784111778000),
      contentLocation: '/orders/42.json',
      vary: 'Accept',
      headers: { 'X-Request-Id': '7' },
    })
    expect(reply.headers).toEqual({
      'X-Request-Id': '7',
      ETag: '"v1"',
      'Last-Modified': 'Sun, 06 Nov 1994 08:49:37 GMT',
      'Cache-Control': 'max-age=60',
      Expires: 'Sun, 06 Nov 1994 08:49:38 GMT',
      'Content-Location': '/orders/42.json',
      Vary: 'Accept',
    })
  })

  it('leaves out what is undefined', () => {
    const absent = { etag: undefined, lastModified: undefined, cacheControl: undefined, expires: undefined }
    expect(notModified({ ...absent, contentLocation: undefined, vary: undefined, headers: undefined }).headers).toEqual(
      {},
    )
  })

  it.each(['"v1"', 'W/"v1"', '""', '"a,b"', '"a\\b"', '"\u00e9"'])(
    'takes the entity tag %s (RFC 9110 §8.8.3)',
    (etag) => {
      expect(notModified({ etag }).headers).toEqual({ ETag: etag })
    },
  )

  it.each([
    'v1',
    '',
    '"v1',
    'w/"v1"',
    '"a b"',
    '"a"b"',
    '"a"\r\nX: y',
    '"\u20ac"',
    '*',
    7,
    null,
    ['"v1"'],
    Symbol('x'),
  ])('refuses the entity tag %s (RFC 9110 §8.8.3)', (etag) => {
    expect(() => Reflect.apply(notModified, undefined, [{ etag }])).toThrow(TypeError)
    expect(() => Reflect.apply(notModified, undefined, [{ etag }])).toThrow('RFC 9110 §8.8.3')
  })

  it.each([
    ['lastModified', new Date(Number.NaN)],
    ['lastModified', '2026-01-01'],
    ['lastModified', 1e15],
    ['expires', new Date(Number.NaN)],
    ['expires', 'tomorrow'],
  ])('refuses %s: %s (RFC 9110 §5.6.7)', (name, date) => {
    expect(() => Reflect.apply(notModified, undefined, [{ [name]: date }])).toThrow(TypeError)
    expect(() => Reflect.apply(notModified, undefined, [{ [name]: date }])).toThrow('RFC 9110 §5.6.7')
  })

  it('never dates a modification into the future (RFC 9110 §8.8.2.1)', () => {
    const future = new Date(Date.now() + 3_600_000)
    const sent = parseHttpDate(String(notModified({ lastModified: future }).headers['Last-Modified']))
    expect(sent?.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('may expire in the future', () => {
    expect(notModified({ expires: new Date(Date.UTC(2999, 0)) }).headers).toEqual({
      Expires: 'Tue, 01 Jan 2999 00:00:00 GMT',
    })
  })

  it('encodes its Content-Location (RFC 9110 §8.7)', () => {
    expect(notModified({ contentLocation: '/caf\u00e9 7' }).headers).toEqual({ 'Content-Location': '/caf%C3%A9%207' })
  })

  it.each([
    ['/a#b', 'RFC 9110 §8.7'],
    ['https://user@example.com/', 'RFC 9110 §4.2.4'],
    ['/a\r\nX-Injected: yes', 'RFC 3986 §2'],
  ])('refuses the Content-Location %j (%s)', (contentLocation, rule) => {
    expect(() => notModified({ contentLocation })).toThrow(TypeError)
    expect(() => notModified({ contentLocation })).toThrow(rule)
  })
})
