import { describe, expect, it } from 'vitest'
import { acceptFields, optionsReply } from '../../src/respond/index.ts'

const accepts = { patch: ['application/json-patch+json'], post: ['image/*', 'text/csv'], query: ['application/sql'] }

describe('the answer to OPTIONS (RFC 9110 §9.3.7)', () => {
  it('lists the methods in Allow, and in its content', () => {
    expect(optionsReply(['GET', 'PUT'], { status: 200, accepts: undefined })).toEqual({
      status: 200,
      headers: { Allow: 'GET, HEAD, PUT, OPTIONS', 'Content-Type': 'text/plain; charset=utf-8' },
      body: 'GET, HEAD, PUT, OPTIONS',
    })
  })

  it('has no content as 204', () => {
    const headers = { Allow: 'GET, HEAD, OPTIONS' }
    expect(optionsReply(['GET'], { status: 204, accepts: undefined })).toEqual({ status: 204, headers })
  })

  it('says what the methods take', () => {
    expect(optionsReply(['PATCH'], { status: 204, accepts }).headers).toEqual({
      Allow: 'PATCH, OPTIONS',
      'Accept-Patch': 'application/json-patch+json',
    })
  })
})

describe('what the methods of a target take', () => {
  it.each([
    ['PATCH', { 'Accept-Patch': 'application/json-patch+json' }],
    ['POST', { 'Accept-Post': 'image/*, text/csv' }],
    ['QUERY', { 'Accept-Query': 'application/sql' }],
    ['GET', {}],
  ])('is said of %s only where there is that method', (method, fields) => {
    expect(acceptFields([method], accepts)).toEqual(fields)
  })

  it('is said of all of them, and of none that nobody told of', () => {
    expect(Object.keys(acceptFields(['PATCH', 'POST', 'QUERY'], accepts))).toHaveLength(3)
    expect(acceptFields(['PATCH', 'POST', 'QUERY'], {})).toEqual({})
  })

  it('is media types, and nothing else', () => {
    expect(() => acceptFields(['PATCH'], { patch: ['json'] })).toThrow(TypeError)
  })
})
