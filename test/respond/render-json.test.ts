import { describe, expect, it } from 'vitest'
import { Conflict, NotFound, ServiceUnavailable } from '../../src/problems/index.ts'
import type { Dropped } from '../../src/recognize/index.ts'
import { renderJson } from '../../src/respond/render-json.ts'
import { documentOf, replied } from './replied.ts'

function render(document: Record<string, unknown>): { json: string; value: unknown; dropped: readonly Dropped[] } {
  const dropped: Dropped[] = []
  const json = renderJson(document, (something) => dropped.push(something))
  return { json, value: JSON.parse(json), dropped }
}

const nested = (depth: number): unknown => {
  let value: unknown = 'the core'
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { value }
  return value
}

describe('a problem document in JSON', () => {
  it('has its members in the order of RFC 9457 §3.1', () => {
    const thrown = new Conflict({
      extensions: { version: 12 },
      instance: '/carts/7',
      detail: 'The cart has changed',
      title: 'Stale cart',
      type: 'https://example.com/problems/stale-cart',
    })
    expect(replied(thrown).reply.body).toBe(
      '{"type":"https://example.com/problems/stale-cart","status":409,"title":"Stale cart",' +
        '"detail":"The cart has changed","instance":"/carts/7","version":12}',
    )
  })

  it('is about:blank with the phrase of the status by default (RFC 9457 §4.2.1)', () => {
    expect(documentOf(replied(new NotFound()))).toMatchObject({ type: 'about:blank', status: 404, title: 'Not Found' })
  })

  it('has the status of the response (RFC 9457 §3.1.2)', () => {
    const resolution = replied(new ServiceUnavailable({ extensions: { version: 1 } }))
    expect(documentOf(resolution).status).toBe(resolution.reply.status)
  })

  it('writes a bigint as a number', () => {
    expect(render({ count: 12345678901234567890n, list: [1n] }).json).toBe('{"count":12345678901234567890,"list":[1]}')
  })

  it('ends a cycle', () => {
    const knot: Record<string, unknown> = { name: 'knot' }
    knot.self = knot
    expect(render({ knot }).value).toEqual({ knot: { name: 'knot', self: '[Circular]' } })
  })

  it('leaves out a member whose objects all know one another: it would be 100 MB, and is reported', () => {
    const crowd = Array.from({ length: 10 }, (): Record<string, unknown> => ({}))
    for (const one of crowd) Object.assign(one, crowd)
    const { value, dropped } = render({ status: 404, crowd, more: 1 })
    expect(value).toEqual({ status: 404, more: 1 })
    expect(dropped).toMatchObject([{ kind: 'member', name: 'crowd', error: expect.any(RangeError) }])
  })

  it('writes the members beside a cycle in full, each within its own limit', () => {
    const list = Array.from({ length: 15_000 }, (_, index) => index)
    const knot: Record<string, unknown> = {}
    knot.self = knot
    const { value, dropped } = render({ a: list, b: list, knot })
    expect(value).toEqual({ a: list, b: list, knot: { self: '[Circular]' } })
    expect(dropped).toEqual([])
  })

  it('leaves out a member whose toJSON throws, and reports it', () => {
    const error = new Error('no')
    const member = {
      toJSON() {
        throw error
      },
    }
    const { value, dropped } = render({ status: 404, member, more: 1 })
    expect(value).toEqual({ status: 404, more: 1 })
    expect(dropped).toEqual([{ kind: 'member', name: 'member', reason: 'it cannot be written as JSON', error }])
  })

  it('leaves out a member with a getter that throws, and reports it', () => {
    const member = Object.defineProperty({}, 'secret', {
      enumerable: true,
      get() {
        throw new Error('no')
      },
    })
    const { value, dropped } = render({ status: 404, deep: { member } })
    expect(value).toEqual({ status: 404 })
    expect(dropped).toMatchObject([{ kind: 'member', name: 'deep' }])
  })

  it('leaves out a member that is a revoked proxy, and reports it', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(render({ status: 404, proxy })).toMatchObject({ value: { status: 404 }, dropped: [{ name: 'proxy' }] })
  })

  it('uses toJSON where it works', () => {
    expect(render({ when: new Date(0), count: 1n }).value).toEqual({ when: '1970-01-01T00:00:00.000Z', count: 1 })
  })

  it('stays valid where a member is nested a hundred thousand levels deep', () => {
    const { value, dropped } = render({ status: 404, deep: nested(1e5) })
    expect(value).toMatchObject({ status: 404, deep: expect.anything() })
    expect(dropped).toEqual([])
  })

  it('writes what is nested less deeply as it is', () => {
    expect(render({ deep: nested(100) }).value).toEqual({ deep: nested(100) })
  })

  it.each([
    ['\ud800', '\ufffd'],
    ['\udfff', '\ufffd'],
    ['a\udc00b', 'a\ufffdb'],
    ['\ud800\ud83d\ude00', '\ufffd\ud83d\ude00'],
    ['\\\ud800', '\\\ufffd'],
    ['\\ud800', '\\ud800'],
    ['\\\\ud800', '\\\\ud800'],
    ['"\ud800"', '"\ufffd"'],
    ['\n\ud800\t', '\n\ufffd\t'],
    ['\ud83d\ude00', '\ud83d\ude00'],
  ])('is Unicode text where a string is %j (RFC 7493 §2.1)', (text, sent) => {
    const { json, value } = render({ text, [text]: 1, count: 1n })
    expect(json.isWellFormed()).toBe(true)
    expect(value).toEqual({ text: sent, [sent]: 1, count: 1 })
    expect(render({ text, [text]: 1 }).value).toEqual({ text: sent, [sent]: 1 })
  })

  it('holds U+2028, NUL and every other character', () => {
    const text = '\u2028\u2029\u0000\u0007\u007f\u0085"\\/<script>\r\n'
    expect(render({ text }).value).toEqual({ text })
  })

  it('holds a member named __proto__, and nothing is inherited from it', () => {
    const extensions = JSON.parse('{"__proto__":{"polluted":true}}') as object
    const resolution = replied(new Conflict({ extensions: { ...extensions, more: 1 } }))
    expect(resolution.reply.body).toContain('"__proto__":{"polluted":true}')
    expect(Object.hasOwn(documentOf(resolution), '__proto__')).toBe(true)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('holds ten megabytes of detail', () => {
    const detail = '\u00e9"\\'.repeat(3.5e6)
    const resolution = replied(new Conflict({ detail }))
    expect(documentOf(resolution).detail).toBe(detail)
    expect(resolution.reply.headers['Content-Length']).toBe(String(Buffer.byteLength(String(resolution.reply.body))))
  })

  it.each([
    ['without', {}],
    ['with', { count: 1n }],
  ])('leaves out what JSON has no word for, %s something that needs care', (_name, more) => {
    const members = { fn: () => 1, symbol: Symbol('a'), nothing: undefined, list: [() => 1, undefined, Symbol('a')] }
    const { value, dropped } = render({ ...members, none: null, ...more })
    expect(value).toMatchObject({ list: [null, null, null], none: null })
    expect(value).not.toHaveProperty('fn')
    expect(value).not.toHaveProperty('symbol')
    expect(value).not.toHaveProperty('nothing')
    expect(dropped).toEqual([])
  })

  it('cannot be spoken for by an extension named toJSON', () => {
    const resolution = replied(new Conflict({ extensions: { toJSON: () => ({ status: 200 }) } }))
    expect(documentOf(resolution).status).toBe(409)
  })
})
