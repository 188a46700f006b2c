import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { basic } from '../../src/headers/index.ts'
import { NotFound, problemFrom } from '../../src/problems/index.ts'
import type { RequestLike } from '../../src/respond/index.ts'
import { statuses } from '../../src/status/index.ts'
import { type Exchange, field, replied } from './replied.ts'

const errors = statuses.map(({ code }) => code).filter((code) => code >= 400)

const cacheControl = (status: number, exchange: Exchange = {}): string | undefined =>
  field(
    replied(problemFrom(status), { ...exchange, options: { fallbacks: OWED, ...exchange.options } }),
    'Cache-Control',
  )

const OWED = { proxyChallenges: [basic({ realm: 'p' })], upgrade: ['h2c'] } as const

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterAll(() => {
  vi.restoreAllMocks()
})

describe('Cache-Control of an error', () => {
  const notStored = [401, 403, 407, 428, 429, 431, 511, ...errors.filter((status) => status >= 500)]

  it.each([...new Set(notStored), 499 + 100])('is no-store for %i', (status) => {
    expect(cacheControl(status)).toBe('no-store')
  })

  it.each([...errors.filter((status) => !notStored.includes(status)), 499])('is nothing for %i', (status) => {
    expect(cacheControl(status)).toBeUndefined()
  })

  it.each(['authorization', 'cookie'])('is no-store for every error to a request with %s', (name) => {
    for (const status of [404, 405, 410, 414])
      expect(cacheControl(status, { headers: { [name]: 'a' } })).toBe('no-store')
  })

  it('is what the error says', () => {
    const thrown = new NotFound({ headers: { 'cache-control': 'max-age=5' } })
    expect(field(replied(thrown, { headers: { cookie: 'a=b' } }), 'cache-control')).toBe('max-age=5')
  })

  it('is not that of the response that did not come', () => {
    expect(replied(new NotFound(), { pending: { 'cache-control': 'public' } }).reply.superseded).toContain(
      'cache-control',
    )
  })
})

describe('the option cacheControl', () => {
  it('sets it by status', () => {
    const options = { cacheControl: { 404: 'public, max-age=60', 503: '' } }
    expect(cacheControl(404, { options })).toBe('public, max-age=60')
    expect(cacheControl(503, { options })).toBe('')
    expect(cacheControl(410, { options })).toBeUndefined()
    expect(cacheControl(500, { options })).toBe('no-store')
  })

  it.each(['authorization', 'cookie'])('by status is not for a request with %s: its error is no-store', (name) => {
    const options = { cacheControl: { 404: 'public, max-age=60' } }
    expect(cacheControl(404, { headers: { [name]: 'a' }, options })).toBe('no-store')
  })

  it('as a function goes before the rule for requests with credentials, which it can see', () => {
    const options = { cacheControl: () => 'private' }
    expect(cacheControl(404, { headers: { cookie: 'a=b' }, options })).toBe('private')
  })

  it('sets it by a function of problem and request', () => {
    const options = {
      cacheControl: ({ status }: { status: number }, { method }: RequestLike) =>
        status === 404 && method === 'GET' ? 'max-age=9' : undefined,
    }
    expect(cacheControl(404, { options })).toBe('max-age=9')
    expect(cacheControl(404, { method: 'PUT', options })).toBeUndefined()
    expect(cacheControl(500, { options })).toBe('no-store')
  })

  it.each([
    ['throws', () => JSON.parse('{'), 'it threw'],
    ['gives a number', () => 60, 'it returned something of the wrong type'],
    ['gives no field value', () => 'a\r\nX-Injected: yes', 'it returned something of the wrong type'],
    ['gives a promise', async () => 'public', 'it returned a promise'],
  ])('leaves the rules in force where its function %s, which is reported', (_name, fn, reason) => {
    const { reply, dropped } = replied(problemFrom(500), { options: { cacheControl: fn as never } })
    expect(reply.headers['Cache-Control']).toBe('no-store')
    expect(dropped).toMatchObject([{ kind: 'callback', name: 'cacheControl', reason }])
  })
})
