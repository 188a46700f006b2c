import createError from 'http-errors'
import { describe, expect, it } from 'vitest'
import { documentOf, recognized, toldOf } from './recognized.ts'

const errorWith = (members: object): Error => Object.assign(new Error('Too many users'), members)
const statusOf = (thrown: unknown): number => recognized(thrown).problem.status

describe('an error with a sub-status of IIS', () => {
  it.each([
    ['a number beside the status', { status: 403, substatus: 9 }],
    ['a text beside the status', { status: 403, substatus: '9' }],
    ['the whole of it beside the status', { status: 403, substatus: '403.9' }],
    ['the whole of it alone', { substatus: '403.9' }],
    ['statusCode and subStatus', { statusCode: 403, subStatus: 9 }],
    ['subStatus where substatus is null', { status: 403, substatus: null, subStatus: 9 }],
  ])('has the HTTP status of the table: %s', (_name, members) => {
    expect(statusOf(errorWith(members))).toBe(503)
  })

  it.each([
    ['an unknown sub-status', { status: 403, substatus: 99 }, 403],
    ['an unknown sub-status, alone', { substatus: '409.99' }, 409],
    ['one that contradicts the status', { status: 404, substatus: '403.9' }, 404],
    ['one whose status is no error', { substatus: '200.1' }, 500],
    ['one without a status', { substatus: 9 }, 500],
    ['a number of which nobody knows the zeros', { status: 403, substatus: 403.9 }, 403],
    ['a negative one', { status: 403, substatus: -9 }, 403],
    ['one with a zero in front', { status: 403, substatus: '09' }, 403],
    ['one with a line break', { status: 403, substatus: '9\n' }, 403],
    ['NaN', { status: 403, substatus: Number.NaN }, 403],
    ['an object', { status: 403, substatus: { toString: () => '9' } }, 403],
    ['a bigint', { status: 403, substatus: 9n }, 403],
    ['a status outside 400–599', { status: 200, substatus: 9 }, 500],
    ['a very long one', { status: 403, substatus: '9'.repeat(1e6) }, 403],
  ])('has the plain status, or is a 500, with %s', (_name, members, status) => {
    expect(statusOf(errorWith(members))).toBe(status)
  })

  it('never tells the client, whatever http-errors says of the message', () => {
    const thrown = createError(403, 'Too many users', { substatus: 9 })
    expect(thrown.expose).toBe(true)
    expect(toldOf(thrown)).not.toMatch(/403|\b9\b|Too many/)
    expect(documentOf(thrown)).toMatchObject({ type: 'about:blank', status: 503, title: 'Service Unavailable' })
    expect(recognized(thrown).problem.cause).toBe(thrown)
  })

  it('shows the message that is exposed where the status stays', () => {
    expect(documentOf(createError(403, 'Use https', { substatus: 4 }))).toMatchObject({
      status: 403,
      detail: 'Use https',
    })
    expect(toldOf(Object.assign(new Error('SSL required'), { status: 403, substatus: 4 }))).not.toMatch(/SSL|403\.4/)
  })

  it('keeps the header fields that foreign errors may set', () => {
    const thrown = errorWith({ status: 500, substatus: 13, headers: { 'Retry-After': '9', 'X-Powered-By': 'IIS' } })
    expect(recognized(thrown).problem.headers).toEqual({ 'Retry-After': '9' })
  })

  it('gets what its HTTP status owes', () => {
    expect(toldOf(errorWith({ status: 403, substatus: 20 }))).toMatch(/^401 .*"WWW-Authenticate":"Bearer realm/)
    expect(toldOf(errorWith({ status: 403, substatus: 9 }), { fallbacks: { retryAfter: 30 } })).toMatch(
      /^503 .*"Retry-After":"30"/,
    )
  })

  it('is a 502 where it comes from an upstream', () => {
    expect(statusOf(errorWith({ status: 403, substatus: 9, response: {} }))).toBe(502)
  })
})
