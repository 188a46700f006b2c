import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUriReference } from '../../src/headers/index.ts'
import * as problems from '../../src/problems/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { classes, make } from './classes.ts'

describe('the problem document', () => {
  it('has its members in the order of the RFC, extensions last (RFC 9457 §3.1)', () => {
    const problem = new problems.Conflict({
      extensions: { version: 12, cart: 7 },
      instance: '/carts/7',
      detail: 'The cart has changed',
      title: 'Stale cart',
      type: 'https://example.com/problems/stale-cart',
    })
    expect(JSON.stringify(problem)).toBe(
      '{"type":"https://example.com/problems/stale-cart","status":409,"title":"Stale cart",' +
        '"detail":"The cart has changed","instance":"/carts/7","version":12,"cart":7}',
    )
  })

  it.each(classes)('of %i %s says about:blank and the status phrase by default (RFC 9457 §4.2.1)', (status) => {
    expect(JSON.stringify(make(status))).toBe(`{"type":"about:blank","status":${status},"title":"${phraseOf(status)}"}`)
  })

  it('has the status phrase as title where a type has no name of its own', () => {
    expect(new problems.Conflict({ type: '/problems/x' }).toJSON()).toMatchObject({
      type: '/problems/x',
      title: 'Conflict',
    })
  })

  it('has the status phrase as title of about:blank, whatever it was given (RFC 9457 §4.2.1)', () => {
    const problem = new problems.Conflict({ type: 'about:blank', title: 'Stale cart' })
    expect(problem.toJSON()).toMatchObject({ type: 'about:blank', title: 'Conflict' })
  })

  it('holds neither the message, nor the cause, nor the header fields', () => {
    const problem = new problems.Conflict({ message: 'm', cause: new Error('c'), headers: { 'X-A': 'h' } })
    expect(problem.toJSON()).toEqual({ type: 'about:blank', status: 409, title: 'Conflict' })
  })

  it('lists what is wrong part by part (RFC 9457 §3)', () => {
    const errors = [{ pointer: '#/age', detail: 'must be a positive integer' }]
    expect(new problems.UnprocessableContent({ errors }).toJSON()).toMatchObject({ status: 422, errors })
  })

  it('has an extension named __proto__ as a member', () => {
    const problem = new problems.Conflict({ extensions: JSON.parse('{"__proto__": {"admin": true}, "a": 1}') })
    expect(JSON.stringify(problem)).toBe(
      '{"type":"about:blank","status":409,"title":"Conflict","__proto__":{"admin":true},"a":1}',
    )
    expect(Reflect.get(problem.toJSON(), 'admin')).toBeUndefined()
    expect(Reflect.get(problem.extensions, 'admin')).toBeUndefined()
  })

  it('lets no extension speak for the whole document', () => {
    const problem = new problems.Conflict({ extensions: { toJSON: () => 'gotcha' } })
    expect(JSON.parse(JSON.stringify(problem))).toEqual({ type: 'about:blank', status: 409, title: 'Conflict' })
  })

  it('has an extension named toJSON that is data', () => {
    expect(new problems.Conflict({ extensions: { toJSON: 'x' } }).toJSON()).toMatchObject({ toJSON: 'x' })
  })

  it('has no extensions that symbols name', () => {
    expect(new problems.Conflict({ extensions: { [Symbol('x')]: 1 } }).extensions).toEqual({})
  })

  it.each([
    ['/carts/7', '/carts/7'],
    ['urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66', 'urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66'],
    ['/caf\u00e9/"7"', '/caf%C3%A9/%227%22'],
    ['/a b#c', '/a%20b#c'],
    ['/a\r\nb\u0000\u007f', '/a%0D%0Ab%00%7F'],
    ['/\ud800', '/%EF%BF%BD'],
  ])('has type and instance as URI references: %j as %j (RFC 9457 §3.1.1, §3.1.5)', (given, sent) => {
    const problem = new problems.Conflict({ type: given, instance: given })
    expect(problem).toMatchObject({ type: given, instance: given })
    expect(problem.toJSON()).toMatchObject({ type: sent, instance: sent })
  })

  it('has type and instance as URI references whatever they are made of', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(':', '/', '?', '#', '[', '%', '\n', '@'), fc.string()) })
    fc.assert(
      fc.property(text, (reference) => {
        const { type, instance } = new problems.Conflict({ type: reference, instance: reference }).toJSON()
        expect([isUriReference(type), isUriReference(instance)]).toEqual([true, true])
      }),
    )
  })

  it('ignores what is no text in a member that somebody assigned to (RFC 9457 §3.1)', () => {
    const problem = new problems.Conflict({ type: '/x', title: 'X', detail: 'x', instance: '/x' })
    Object.assign(problem, { type: 7, title: {}, detail: ['x'], instance: new Date() })
    expect(problem.toJSON()).toEqual({ type: 'about:blank', status: 409, title: 'Conflict' })
  })

  it.each([undefined, null, 7, 'x'])('ignores extensions that somebody has made %j of', (extensions) => {
    const problem = Object.assign(new problems.Conflict({ extensions: { a: 1 } }), { extensions })
    expect(problem.toJSON()).toEqual({ type: 'about:blank', status: 409, title: 'Conflict' })
  })

  it('keeps standard members from extensions that somebody has added since (RFC 9457 §3.2)', () => {
    const problem = Object.assign(new problems.Conflict(), { extensions: { status: 200, title: 'Fine', a: 1 } })
    expect(problem.toJSON()).toEqual({ type: 'about:blank', status: 409, title: 'Conflict', a: 1 })
  })
})

describe('expose', () => {
  const told = { detail: 'd', type: '/t', title: 'T', instance: '/i', extensions: { a: 1 } }

  it.each([404, 503])('%i shows what was given by name for the client, as that is meant for it', (status) => {
    expect(make(status, told).toJSON()).toEqual({ type: '/t', status, title: 'T', detail: 'd', instance: '/i', a: 1 })
  })

  it.each([404, 503])('false withholds all of it from the client: %i', (status) => {
    const problem = make(status, { ...told, expose: false })
    expect(problem.toJSON()).toEqual({ type: 'about:blank', status, title: phraseOf(status) })
    expect(problem).toMatchObject({ ...told, expose: false })
  })

  it('false withholds the errors of a 422 as well', () => {
    const problem = new problems.UnprocessableContent({ errors: [{ detail: 'secret' }], expose: false })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  it.each([404, 503])('true shows the message of a %i that has no detail', (status) => {
    const problem = make(status, { message: 'm', expose: true })
    expect(problem).toMatchObject({ expose: true, detail: 'm' })
    expect(problem.toJSON()).toMatchObject({ detail: 'm' })
  })

  it.each([404, 503])('true leaves the message of a %i with a detail to the log', (status) => {
    expect(JSON.stringify(make(status, { message: 'secret', detail: 'd', expose: true }))).not.toContain('secret')
  })

  it('true invents no detail', () => {
    expect(make(503, { expose: true }).detail).toBeUndefined()
  })

  it.each([404, 503])('keeps the message of a %i from the document unless it is true', (status) => {
    expect(JSON.stringify(make(status, { message: 'secret' }))).not.toContain('secret')
  })

  it('false that is assigned to a 4xx withholds, too', () => {
    const problem = Object.assign(new problems.NotFound('secret'), { expose: false })
    expect(problem.toJSON()).toEqual({ type: 'about:blank', status: 404, title: 'Not Found' })
  })

  it('true that is assigned later brings nothing back', () => {
    const problem = Object.assign(new problems.NotFound({ detail: 'secret', expose: false }), { expose: true })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })
})
