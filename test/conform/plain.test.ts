import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEGUN, isPlain, type ResponseInHand, UNKNOWN } from '../../src/conform/index.ts'
import { type Described, inHand, rulesOf } from './in-hand.ts'

// As a response of node:http has its fields.
function plain(response: ResponseInHand, names: readonly string[]): boolean {
  const fields = { getHeaderNames: () => names, getHeader: (name: string) => response.field(name) }
  return isPlain(response.status, response.method, response.contentLength, fields)
}

describe('a plain response', () => {
  const json = { 'content-type': 'application/json', 'content-length': '4', etag: 'W/"a"', 'x-powered-by': 'Express' }

  it.each<[string, Described]>([
    ['has all of its content', { content: 'text', fields: json }],
    ['has a length that is a number', { content: 'text', fields: { 'content-length': 4 } }],
    ['has no fields', { content: 'text' }],
    ['is streamed', { content: BEGUN, fields: { 'content-type': 'text/plain' } }],
    ['has several cookies', { content: 'text', fields: { 'set-cookie': ['a=1', 'b=2'] } }],
    ['has no content', {}],
  ])('%s', (_, described) => {
    expect(plain(inHand(200, described), Object.keys(described.fields ?? {}))).toBe(true)
  })

  it.each<[string, number, Described]>([
    ['another status', 404, { content: 'text' }],
    ['HEAD', 200, { content: 'text', method: 'HEAD' }],
    ['another length', 200, { content: 'text', fields: { 'content-length': '9' } }],
    ['a length that is not known to be right', 200, { content: BEGUN, fields: { 'content-length': '4' } }],
    ['chunks', 200, { content: 'text', fields: { 'transfer-encoding': 'chunked' } }],
    ['a range', 200, { content: 'text', fields: { 'content-range': 'bytes 0-3/9' } }],
    ['two tags', 200, { content: 'text', fields: { etag: ['"a"', '"b"'] } }],
  ])('has not %s', (_, status, described) => {
    expect(plain(inHand(status, described), Object.keys(described.fields ?? {}))).toBe(false)
  })

  it('breaks no rule, whatever it has', () => {
    const names = [
      'content-type',
      'content-length',
      'content-range',
      'transfer-encoding',
      'etag',
      'vary',
      'allow',
      'location',
    ]
    const values = ['', '4', '0', 'chunked', 'a', 'gzip', 'Accept-Encoding', 'text/plain', 'bytes 0-3/9']
    const value = fc.oneof(
      fc.constantFrom(...values),
      fc.integer({ min: 0, max: 5 }),
      fc.array(fc.constantFrom(...values), { maxLength: 2 }),
    )
    const described = fc.record({
      method: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST'),
      version: fc.constantFrom('1.0', '1.1', '2.0'),
      sent: fc.constantFrom({}, { 'accept-encoding': 'gzip' }),
      content: fc.constantFrom('', 'text', 'für', 4, 0, BEGUN, UNKNOWN),
      fields: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3, noNullPrototype: true }),
    } as const)
    const status = fc.constantFrom(200, 200, 200, 201, 204, 404)
    const seen = { plain: 0 }
    fc.assert(
      fc.property(status, described, (code, it) => {
        if (!plain(inHand(code, it), Object.keys(it.fields ?? {}))) return
        seen.plain += 1
        expect(rulesOf(code, it, { replacesPlainText: true, offersRetryAfter: () => true })).toEqual([])
      }),
      { numRuns: 3000 },
    )
    expect(seen.plain).toBeGreaterThan(100)
  })
})
