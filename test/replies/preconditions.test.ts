import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { HttpProblem, PreconditionFailed, PreconditionRequired } from '../../src/problems/index.ts'
import { type PreconditionsOptions, preconditions, type Reply, representation } from '../../src/replies/index.ts'
import { anyText, fieldLike } from '../headers/arbitraries.ts'

// Which request gets what is in the table: conditional-requests.ts.

const MODIFIED = 'Sun, 06 Nov 1994 08:49:37 GMT'
const lastModified = new Date(784111777000)

const ask = (method: string, headers: Record<string, string>, options?: PreconditionsOptions): Reply | undefined =>
  preconditions({ method, headers }, options)

function thrownBy(method: string, headers: Record<string, string>, options: PreconditionsOptions): unknown {
  try {
    return ask(method, headers, options)
  } catch (error) {
    return error
  }
}

describe('preconditions', () => {
  it('lets a request go on whose conditions hold, or that has none', () => {
    expect(ask('PUT', { 'if-match': '"v1"' }, { etag: '"v1"' })).toBeUndefined()
    expect(ask('PUT', {}, { etag: '"v1"' })).toBeUndefined()
    expect(ask('PUT', {})).toBeUndefined()
  })

  it('takes a request without a method for a GET', () => {
    expect(preconditions({ headers: { 'if-none-match': '*' } })?.status).toBe(304)
  })

  it('gives a 304 with what the 200 would have said of itself (RFC 9110 §15.4.5)', () => {
    const expires = new Date(784111778000)
    const options = {
      etag: '"v1"',
      lastModified,
      cacheControl: 'no-cache',
      expires,
      contentLocation: '/a',
      vary: 'Accept',
    }
    expect(ask('GET', { 'if-none-match': '"v1"' }, { ...options, headers: { 'X-Id': '7' } })).toEqual({
      status: 304,
      headers: {
        'X-Id': '7',
        ETag: '"v1"',
        'Cache-Control': 'no-cache',
        Expires: 'Sun, 06 Nov 1994 08:49:38 GMT',
        'Content-Location': '/a',
        Vary: 'Accept',
      },
    })
  })

  it('gives Last-Modified in a 304 only where there is no ETag (RFC 9110 §15.4.5)', () => {
    const reply = ask('GET', { 'if-modified-since': MODIFIED }, { lastModified })
    expect(reply).toEqual({ status: 304, headers: { 'Last-Modified': MODIFIED } })
  })

  it('compares a date in the future as it is sent: as the present (RFC 9110 §8.8.2.1)', () => {
    vi.useFakeTimers({ now: 784111777400 })
    onTestFinished(() => void vi.useRealTimers())
    const state = { lastModified: new Date(Date.now() + 3_600_000) }
    const sent = String(representation({ headers: {} }, { body: '', ...state }).headers['Last-Modified'])
    expect(sent).toBe(MODIFIED)
    expect(ask('GET', { 'if-modified-since': sent }, state)).toMatchObject({
      status: 304,
      headers: { 'Last-Modified': sent },
    })
    expect(ask('PUT', { 'if-unmodified-since': sent }, state)).toBeUndefined()
    expect(ask('PUT', { 'if-unmodified-since': sent }, { ...state, required: true })).toBeUndefined()
    // From its next second on, what was modified at the present has been modified since.
    vi.setSystemTime(784111778000)
    expect(ask('GET', { 'if-modified-since': sent }, state)).toBeUndefined()
    expect(thrownBy('PUT', { 'if-unmodified-since': sent }, state)).toMatchObject({ status: 412 })
  })

  it.each([
    ['If-Match', { 'if-match': '"v0"' }],
    ['If-Match', { 'if-match': 'v1' }],
    ['If-Unmodified-Since', { 'if-unmodified-since': 'Sat, 05 Nov 1994 08:49:37 GMT' }],
    ['If-None-Match', { 'if-none-match': '*' }],
  ])('says in the 412 that it is %s that does not hold', (name, headers) => {
    const problem = thrownBy('PUT', headers as never, { etag: '"v1"', lastModified })
    expect(problem).toBeInstanceOf(PreconditionFailed)
    expect(Reflect.get(problem as object, 'detail')).toMatch(new RegExp(`^${name} `))
  })

  it('says in the 412 where If-Match can not be read', () => {
    expect(thrownBy('PUT', { 'if-match': 'v1' }, { etag: '"v1"' })).toMatchObject({
      detail: expect.stringContaining('entity tags in quotes'),
    })
  })

  it.each([
    ['If-Match', { etag: '"v1"', lastModified }],
    ['If-Unmodified-Since', { lastModified }],
    ['If-Unmodified-Since', { etag: 'W/"v1"', lastModified }],
    ['If-None-Match: *', { exists: false }],
  ])('says in the 428 how to come again: with %s (RFC 6585 §3)', (field, state) => {
    const problem = thrownBy('PUT', {}, { ...state, required: true })
    expect(problem).toBeInstanceOf(PreconditionRequired)
    expect(Reflect.get(problem as object, 'detail')).toContain(field)
  })

  it.each(['PUT', 'DELETE', 'MKCOL', 'PURGE', 'get'])(
    'requires a condition of %s: it may change something',
    (method) => {
      expect(thrownBy(method, {}, { etag: '"v1"', required: true })).toBeInstanceOf(PreconditionRequired)
    },
  )

  it.each(['GET', 'HEAD', 'QUERY', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'REPORT', 'SEARCH'])(
    'requires no condition of %s, which changes nothing (RFC 9110 §9.2.1)',
    (method) => {
      expect(ask(method, {}, { etag: '"v1"', required: true })).toBeUndefined()
    },
  )

  it('does not look at the conditions of CONNECT (RFC 9110 §13.2.1)', () => {
    expect(ask('CONNECT', { 'if-match': '"v0"' }, { etag: '"v1"' })).toBeUndefined()
  })

  it('compares with no validator of what is not there', () => {
    const state = { etag: '"v1"', lastModified, exists: false }
    expect(thrownBy('PUT', { 'if-match': '"v1"' }, state)).toBeInstanceOf(PreconditionFailed)
    expect(ask('PUT', { 'if-none-match': '"v1"' }, state)).toBeUndefined()
    expect(ask('PUT', { 'if-unmodified-since': 'Sat, 05 Nov 1994 08:49:37 GMT' }, state)).toBeUndefined()
    expect(ask('GET', { 'if-modified-since': MODIFIED }, state)).toBeUndefined()
  })

  it('ignores dates of which node:http shows only the first (RFC 9110 §13.1.3)', () => {
    const rawHeaders = ['If-Modified-Since', MODIFIED, 'If-Modified-Since', MODIFIED]
    const headers = { 'if-modified-since': MODIFIED }
    expect(preconditions({ headers, rawHeaders }, { lastModified })).toBeUndefined()
    expect(preconditions({ headers, req: { rawHeaders } }, { lastModified })).toBeUndefined()
    expect(preconditions({ headers, rawHeaders: rawHeaders.slice(2) }, { lastModified })?.status).toBe(304)
  })
})

describe('a write', () => {
  const hostile = fc.oneof(
    anyText,
    fieldLike,
    fc
      .array(fc.constantFrom('"v1"', 'W/"v1"', '"v0"', '*', ',', ' ', '"', 'v1', '\t', '"a,b"', 'W/'), { maxLength: 8 })
      .map((pieces) => pieces.join('')),
  )
  const passes = (field: string, value: string): boolean => {
    const outcome = thrownBy('PUT', { [field]: value }, { etag: '"v1"' })
    if (outcome !== undefined) expect(outcome).toBeInstanceOf(PreconditionFailed)
    return outcome === undefined
  }
  const isList = (value: string): boolean => /^(?:[\t ,]*(?:W\/)?"[^"\s]*"(?=[\t ]*(?:,|$)))*[\t ,]*$/.test(value)
  const members = (value: string): string[] => value.match(/(?:W\/)?"[^"]*"/g) ?? []

  it('gets past If-Match only with the current entity tag in a valid list, or with *', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const names = isList(value) && members(value).includes('"v1"')
        if (passes('if-match', value)) expect(names || value.trim() === '*').toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('gets past If-None-Match only with a valid list in which the current entity tag is not', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        if (!passes('if-none-match', value)) return
        expect(isList(value)).toBe(true)
        expect(members(value).some((tag) => tag.endsWith('"v1"') && /^(?:W\/)?"v1"$/.test(tag))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('gets an answer whatever its fields hold', () => {
    const names = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since', 'if-range', 'range']
    const fields = fc.dictionary(fc.constantFrom(...names), hostile)
    fc.assert(
      fc.property(fields, fc.constantFrom('GET', 'HEAD', 'QUERY', 'PUT', 'OPTIONS'), (headers, method) => {
        const outcome = thrownBy(method, headers, { etag: '"v1"', lastModified, required: true })
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(HttpProblem)
      }),
    )
  })
})

describe('wrong arguments of preconditions()', () => {
  const call = (request: unknown, options?: unknown): unknown =>
    Reflect.apply(preconditions, undefined, [request, options])

  it.each([
    [undefined],
    [null],
    ['GET'],
    [{}],
    [{ headers: null }],
    [new Request('https://example.com/', { headers: { 'If-Match': '"v0"' } })],
  ])('%#: a request has its headers in an object of node:http', (request) => {
    expect(() => call(request)).toThrow(
      new TypeError('preconditions() takes a request whose headers are an object of values by lower-case name'),
    )
  })

  it.each([
    [{ etag: 'v1' }, 'RFC 9110 §8.8.3'],
    [{ etag: null }, 'RFC 9110 §8.8.3'],
    [{ etag: '"a b"' }, 'RFC 9110 §8.8.3'],
    [{ lastModified: new Date(Number.NaN) }, 'RFC 9110 §5.6.7'],
    [{ etag: '"v1"', lastModified: MODIFIED }, 'RFC 9110 §5.6.7'],
    [{ lastModified: 784111777000 }, 'RFC 9110 §5.6.7'],
    [{ exists: null }, '"exists"'],
    [{ exists: 'no' }, '"exists"'],
    [{ required: 1 }, '"required"'],
    [{ required: true }, 'RFC 6585 §3'],
    [{ required: true, etag: 'W/"v1"' }, 'RFC 6585 §3'],
    [{ Etag: '"v1"' }, 'preconditions() has no option "Etag"'],
    [null, 'as an object'],
    ['"v1"', 'as an object'],
  ])('%j are refused with every method, naming the rule', (options, said) => {
    for (const method of ['GET', 'PUT', 'OPTIONS']) {
      expect(() => call({ method, headers: {} }, options)).toThrow(TypeError)
      expect(() => call({ method, headers: {} }, options)).toThrow(said)
    }
  })
})
