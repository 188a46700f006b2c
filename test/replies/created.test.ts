import { describe, expect, it } from 'vitest'
import { accepted, created } from '../../src/replies/index.ts'

describe('created', () => {
  it('is a 201 that says where the new resource is (RFC 9110 §15.3.2)', () => {
    expect(created('/orders/42')).toEqual({ status: 201, headers: { Location: '/orders/42' }, body: undefined })
  })

  it('encodes its Location (RFC 9110 §10.2.2)', () => {
    expect(created('/orders/caf\u00e9 7').headers.Location).toBe('/orders/caf%C3%A9%207')
  })

  it.each(['/a\r\nX-Injected: yes', 'https://user:password@example.com/', undefined])('refuses %j', (location) => {
    expect(() => Reflect.apply(created, undefined, [location])).toThrow(TypeError)
  })

  it('carries the validators of what was created (RFC 9110 §15.3.2)', () => {
    expect(created('/x', { headers: { ETag: '"v1"' } }).headers).toEqual({ ETag: '"v1"', Location: '/x' })
  })

  it('has one Location, that of its argument', () => {
    expect(created('/x', { headers: { Location: '/y' } }).headers).toEqual({ Location: '/x' })
  })
})

describe('content of a reply', () => {
  const bytes = new Uint8Array([1, 2, 3])

  it.each([
    ['a text', 'x', 'x', 'text/plain; charset=utf-8'],
    ['an empty text', '', '', 'text/plain; charset=utf-8'],
    ['bytes', bytes, bytes, 'application/octet-stream'],
    ['a Buffer', Buffer.from('x'), Buffer.from('x'), 'application/octet-stream'],
    ['an object', { id: 7 }, '{"id":7}', 'application/json'],
    ['a list', [1, null], '[1,null]', 'application/json'],
    ['a number', 7, '7', 'application/json'],
    ['null', null, 'null', 'application/json'],
    ['what has a toJSON', new Date(0), '"1970-01-01T00:00:00.000Z"', 'application/json'],
  ])('is %s: it has its Content-Type (RFC 9110 §8.3)', (_name, given, body, type) => {
    const reply = created('/x', { body: given })
    expect(reply.body).toEqual(body)
    expect(reply.headers).toEqual({ 'Content-Type': type, Location: '/x' })
  })

  it.each(['x', bytes, { id: 7 }])('is of another type where that is given: %j', (body) => {
    expect(accepted({ body, type: 'application/x-own' }).headers).toEqual({ 'Content-Type': 'application/x-own' })
  })

  it('has no type where there is none of it', () => {
    expect(accepted({ type: 'text/plain' })).toEqual({ status: 202, headers: {}, body: undefined })
  })

  it.each([
    ['function', () => 'x'],
    ['symbol', Symbol('x')],
  ])('is no %s', (type, body) => {
    expect(() => accepted({ body })).toThrow(
      new TypeError(`a reply takes text, bytes or JSON as its body, not a ${type}`),
    )
  })

  it.each([
    ['a bigint', 1n],
    ['a cycle', cycle()],
  ])('is not %s: JSON can hold none', (_name, body) => {
    expect(() => created('/x', { body })).toThrow(TypeError)
  })
})

function cycle(): object {
  const object: Record<string, unknown> = {}
  object.self = object
  return object
}

describe('accepted', () => {
  it('is a 202 (RFC 9110 §15.3.3)', () => {
    expect(accepted()).toEqual({ status: 202, headers: {}, body: undefined })
  })

  it('says where to ask how far it has come, and when (RFC 9110 §15.3.3, §10.2.3)', () => {
    expect(accepted({ location: '/jobs/7 a', retryAfter: 4.2, body: { state: 'queued' } })).toEqual({
      status: 202,
      headers: { 'Content-Type': 'application/json', Location: '/jobs/7%20a', 'Retry-After': '5' },
      body: '{"state":"queued"}',
    })
  })

  it('takes a date to ask again', () => {
    expect(accepted({ retryAfter: new Date(784111777000) }).headers).toEqual({
      'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT',
    })
  })

  it('takes further header fields', () => {
    expect(accepted({ headers: { 'X-Job': '7' } }).headers).toEqual({ 'X-Job': '7' })
  })

  it.each([
    [{ location: '/a\nb' }, 'RFC 3986 §2'],
    [{ location: '//user@example.com/' }, 'RFC 9110 §4.2.4'],
    [{ retryAfter: -1 }, 'RFC 9110 §10.2.3'],
    [{ retryAfter: Number.NaN }, 'RFC 9110 §10.2.3'],
  ])('refuses %j (%s)', (options, rule) => {
    expect(() => accepted(options)).toThrow(TypeError)
    expect(() => accepted(options)).toThrow(rule)
  })
})
