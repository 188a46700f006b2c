import createError from 'http-errors'
import { createResponder, HttpProblem, problemFrom } from 'statuswise'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import table from '../../spec/unregistered-statuses.json' with { type: 'json' }
import { statusOf, unregistered } from '../../src/status/index.ts'

const request = { method: 'GET', httpVersion: '1.1', headers: {} }
const sent = table.unregistered.filter(({ http }) => http !== null)

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  return () => vi.restoreAllMocks()
})

describe('the table of unregistered statuses', () => {
  it('is that of the specification, but for the words', () => {
    expect(unregistered.map(({ code, name, http }) => ({ code, name, http }))).toEqual(
      table.unregistered.map(({ code, name, http }) => ({ code, name, http })),
    )
  })

  it('has reasons, and sends what is registered', () => {
    for (const { code, seenIn, http, why } of unregistered) {
      expect(seenIn, String(code)).toMatch(/\w/)
      expect(why, String(code)).toMatch(/\w{2} \w/)
      expect(http === null || statusOf(http) !== undefined, String(code)).toBe(true)
      expect(statusOf(code)?.unused ?? true, `${code} is registered`).toBe(true)
    }
  })
})

describe('an error with an unregistered status', () => {
  it.each(sent)('of $code is sent as $http', ({ code, http }) => {
    const { respond } = createResponder({ fallbacks: { retryAfter: 7 } })
    const { status, headers, body } = respond(Object.assign(new Error('secret'), { status: code }), request)
    expect(status).toBe(http)
    expect(JSON.parse(String(body))).toMatchObject({
      type: 'about:blank',
      status: http,
      title: statusOf(status)?.phrase,
    })
    expect(headers['Retry-After']).toBe(http === 503 || http === 429 ? '7' : undefined)
    for (const field of statusOf(status)?.must ?? []) expect(headers).toHaveProperty(field)
  })

  it('keeps what it says', () => {
    const { respond } = createResponder({ fallbacks: { retryAfter: 7 } })
    const thrown = problemFrom(509, {
      type: 'https://example.com/bandwidth',
      title: 'Out of bandwidth',
      detail: 'The month is over on Monday.',
      instance: '/meter/7',
      extensions: { used: 10 },
      headers: { 'X-Meter': '7', 'Retry-After': '60' },
    })
    const { status, headers, body } = respond(thrown, request)
    expect(status).toBe(503)
    expect(headers).toMatchObject({ 'X-Meter': '7', 'Retry-After': '60' })
    expect(JSON.parse(String(body))).toEqual({
      type: 'https://example.com/bandwidth',
      status: 503,
      title: 'Out of bandwidth',
      detail: 'The month is over on Monday.',
      instance: '/meter/7',
      used: 10,
    })
  })

  it('says no more than it would have', () => {
    const { respond } = createResponder()
    const text = (thrown: unknown): string => String(respond(thrown, request).body)
    expect(text(problemFrom(420, { detail: 'secret', expose: false }))).not.toContain('secret')
    expect(text(createError(520, 'secret'))).not.toContain('secret')
    expect(text(createError(420, 'slower, please'))).toContain('slower, please')
  })

  it('is told to who asks what became of it, with the error as it was thrown', () => {
    const { resolve } = createResponder()
    const thrown = problemFrom(440)
    const { problem, reply } = resolve(thrown, request)
    expect(problem).toBeInstanceOf(HttpProblem)
    expect([problem.status, problem.cause, reply.status]).toEqual([401, thrown, 401])
  })

  it('warns once per status, and says what to use', () => {
    const { respond } = createResponder()
    for (const status of [509, 509, 520]) respond(problemFrom(status), request)
    expect(vi.mocked(console.warn).mock.calls.flat()).toEqual([
      'statuswise: 509 (Bandwidth Limit Exceeded) is no registered status: sent as 503 Service Unavailable, since it is a lack of capacity; 429 where the client is the cause',
      'statuswise: 520 (Web Server Returned an Unknown Error) is no registered status: sent as 502 Bad Gateway, since a gateway got no valid response',
    ])
  })

  it('that nobody knows stays as it is, and 418 too', () => {
    const { respond } = createResponder()
    for (const status of [418, 455, 499, 555]) expect(respond(problemFrom(status), request).status).toBe(status)
    expect(console.warn).not.toHaveBeenCalled()
  })

  it.each([99, 601, 700, 999, 1000])('of %i, which is none, never reaches the wire', (status) => {
    const { respond } = createResponder()
    expect(respond(Object.assign(new Error(), { status }), request).status).toBe(500)
  })

  it.each(table.formerMeanings)('leaves $code alone, whatever it once meant', ({ code }) => {
    const { respond } = createResponder()
    const expected = code < 400 ? 500 : code
    expect(respond(Object.assign(new Error(), { status: code }), request).status).toBe(expected)
  })
})

describe('who uses the responder without an adapter', () => {
  it.each([444, 499])('always gets a reply, and sees in the problem that %i asks for none', (status) => {
    const thrown = Object.assign(new Error('x'), { status })
    const { problem, reply } = createResponder().resolve(thrown, request)
    expect([problem.status, reply.status]).toEqual([status, status])
  })
})
