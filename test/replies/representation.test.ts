import { Readable } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PreconditionFailed, RangeNotSatisfiable } from '../../src/problems/index.ts'
import { type ReadRange, type Reply, type RepresentationOptions, representation } from '../../src/replies/index.ts'
import { bytesOf, contentLength, partsOf, stretch } from './read-content.ts'

// Which request gets what is in the table: conditional-requests.ts.

const get = (headers: Record<string, string>, options: RepresentationOptions, method = 'GET'): Reply =>
  representation({ method, headers }, options)

const text = async (reply: Reply): Promise<string> => Buffer.from(await bytesOf(reply)).toString()

describe('representation', () => {
  it('is a 200 with the whole, its validators, and that it has ranges', () => {
    const lastModified = new Date(784111777000)
    expect(get({}, { body: 'hello', etag: '"v1"', lastModified, cacheControl: 'no-cache' })).toEqual({
      status: 200,
      headers: {
        ETag: '"v1"',
        'Last-Modified': 'Sun, 06 Nov 1994 08:49:37 GMT',
        'Cache-Control': 'no-cache',
        'Content-Type': 'text/plain; charset=utf-8',
        'Accept-Ranges': 'bytes',
      },
      body: 'hello',
    })
  })

  it.each([
    ['hello', 'text/plain; charset=utf-8'],
    [new Uint8Array(5), 'application/octet-stream'],
    [(): Readable => Readable.from([]), 'application/octet-stream'],
  ])('%#: has the media type of its kind of body, unless it is given (RFC 9110 §8.3)', (body, type) => {
    expect(get({}, { body, size: 5 }).headers['Content-Type']).toBe(type)
    expect(get({}, { body, size: 5, type: 'image/png' }).headers['Content-Type']).toBe('image/png')
  })

  it('never dates a modification into the future (RFC 9110 §8.8.2.1)', () => {
    const reply = get({}, { body: '', lastModified: new Date(Date.now() + 3_600_000) })
    expect(Date.parse(String(reply.headers['Last-Modified']))).toBeLessThanOrEqual(Date.now())
  })

  it('is a 304 to who has what is dated into the future, by the date that was sent (RFC 9110 §8.8.2.1)', () => {
    vi.useFakeTimers({ now: 784111777400 })
    const future = { body: 'abc', lastModified: new Date(Date.now() + 3_600_000) }
    const sent = String(get({}, future).headers['Last-Modified'])
    expect(get({ 'if-modified-since': sent }, future).status).toBe(304)
    expect(get({ 'if-unmodified-since': sent }, future).status).toBe(200)
    // A date of this very second is no strong validator.
    expect(get({ range: 'bytes=0-0', 'if-range': sent }, future).status).toBe(200)
  })

  it('is a plain 200 to other methods: their conditions were to be looked at before they did anything', () => {
    const headers = { 'if-match': '"before"', 'if-none-match': '"after"', range: 'bytes=0-0' }
    expect(get(headers, { body: 'new', etag: '"after"' }, 'PUT')).toEqual({
      status: 200,
      headers: { ETag: '"after"', 'Content-Type': 'text/plain; charset=utf-8' },
      body: 'new',
    })
  })

  it('counts bytes, not characters, and may cut one in two (RFC 9110 §14.1.2)', async () => {
    const body = 'a\u00e9\u20ac😀\ud800'
    const bytes = Buffer.from(body)
    const whole = get({}, { body })
    expect(await bytesOf(whole)).toEqual(Uint8Array.from(bytes))
    for (let end = 0; end < bytes.length; end++) {
      const reply = get({ range: `bytes=2-${end + 2}` }, { body: `--${body}` })
      expect(reply.headers['Content-Range']).toBe(`bytes 2-${end + 2}/${bytes.length + 2}`)
      expect(await bytesOf(reply)).toEqual(Uint8Array.from(bytes.subarray(0, end + 1)))
    }
  })

  it('gives parts of bytes, and of a Buffer', async () => {
    expect(get({ range: 'bytes=1-2' }, { body: Uint8Array.of(7, 8, 9) }).body).toEqual(Uint8Array.of(8, 9))
    expect(await text(get({ range: 'bytes=1-2' }, { body: Buffer.from('abc') }))).toBe('bc')
  })

  it('gives each part of a multipart the media type of the whole (RFC 9110 §15.3.7.2)', async () => {
    const reply = get({ range: 'bytes=0-1,900-901' }, { body: 'x'.repeat(1000), type: 'text/html; charset=utf-8' })
    const parts = await partsOf(reply)
    expect(parts.map(({ type }) => type)).toEqual(['text/html; charset=utf-8', 'text/html; charset=utf-8'])
  })

  it('takes no date for a strong validator as long as its second lasts (RFC 9110 §8.8.2.2)', () => {
    const lastModified = new Date(784111777400)
    const headers = { range: 'bytes=0-0', 'if-range': 'Sun, 06 Nov 1994 08:49:37 GMT' }
    vi.useFakeTimers({ now: 784111777999 })
    expect(get(headers, { body: 'abc', lastModified }).status).toBe(200)
    vi.setSystemTime(784111778000)
    expect(get(headers, { body: 'abc', lastModified }).status).toBe(206)
  })

  it('outlives a date that no HTTP-date can be written for', () => {
    const headers = { range: 'bytes=0-0', 'if-range': 'Fri, 31 Dec 9999 23:59:60 GMT' }
    expect(get(headers, { body: 'abc', lastModified: new Date(0) }).status).toBe(200)
  })

  afterEach(() => {
    vi.useRealTimers()
  })
})

describe('a body that is a function', () => {
  const reads = (): { calls: [number, number][]; body: ReadRange } => {
    const calls: [number, number][] = []
    const body: ReadRange = (start, end) => {
      calls.push([start, end])
      return Readable.from([stretch(start, end)])
    }
    return { calls, body }
  }

  it('is called when the content is sent, for what is sent: positions inclusive, as createReadStream has them', async () => {
    const { calls, body } = reads()
    const [whole, part] = [get({}, { body, size: 100 }), get({ range: 'bytes=10-19' }, { body, size: 100 })]
    const several = get({ range: 'bytes=900-909,0-9' }, { body, size: 1000 })
    expect(calls).toEqual([])
    expect([contentLength(whole), contentLength(part)]).toEqual(['100', '10'])
    expect(await bytesOf(whole)).toEqual(stretch(0, 99))
    expect(await bytesOf(part)).toEqual(stretch(10, 19))
    await bytesOf(several)
    expect(calls).toEqual([
      [0, 99],
      [10, 19],
      [900, 909],
      [0, 9],
    ])
  })

  it('is handed on as it is, so that a stream of it can be destroyed', () => {
    const stream = Readable.from([])
    const reply = get({ range: 'bytes=0-1' }, { body: () => stream, size: 10 })
    expect((reply.body as { open: () => unknown }).open()).toBe(stream)
  })

  it('is not called to decide a 304, a 412 or a 416', () => {
    const { calls, body } = reads()
    const options = { body, size: 10, etag: '"v1"' }
    expect(get({ 'if-none-match': '"v1"' }, options)).toEqual({ status: 304, headers: { ETag: '"v1"' } })
    expect(() => get({ 'if-match': '"v0"' }, options)).toThrow(PreconditionFailed)
    expect(() => get({ range: 'bytes=10-' }, options)).toThrow(RangeNotSatisfiable)
    expect(calls).toEqual([])
  })

  it('is not called for an empty representation', () => {
    const { calls, body } = reads()
    expect(get({}, { body, size: 0 }).body).toBe('')
    expect(get({ range: 'bytes=-1' }, { body, size: 0 })).toEqual(get({}, { body, size: 0 }))
    expect(calls).toEqual([])
  })
})

describe('wrong arguments of representation()', () => {
  const call = (options: unknown, request: unknown = { headers: {} }): unknown =>
    Reflect.apply(representation, undefined, [request, options])
  const read = (): Readable => Readable.from([])

  it.each([
    [{}, 'a string, a Uint8Array or a function'],
    [{ body: null }, 'a string, a Uint8Array or a function'],
    [{ body: { a: 1 } }, 'a string, a Uint8Array or a function'],
    [{ body: read }, 'the size in bytes'],
    [{ body: read, size: -1 }, 'not -1'],
    [{ body: read, size: 1.5 }, 'not 1.5'],
    [{ body: read, size: Number.NaN }, 'not NaN'],
    [{ body: read, size: 2 ** 53 }, 'not 9007199254740992'],
    [{ body: read, size: '10' }, 'the size in bytes'],
    [{ body: '\u00e9', size: 1 }, 'a body of 2 bytes'],
    [{ body: new Uint8Array(3), size: 4 }, 'the size 4 for a body of 3 bytes'],
    [{ body: '', etag: 'v1' }, 'RFC 9110 §8.8.3'],
    [{ body: '', etag: null }, 'RFC 9110 §8.8.3'],
    [{ body: '', lastModified: new Date(Number.NaN) }, 'RFC 9110 §5.6.7'],
    [{ body: '', etag: '"v1"', lastModified: 784111777000 }, 'RFC 9110 §5.6.7'],
    [{ body: '', expires: 'tomorrow' }, 'RFC 9110 §5.6.7'],
    [{ body: '', contentLocation: '/a#b' }, 'RFC 9110 §8.7'],
    [{ body: '', type: 'html' }, 'RFC 9110 §8.3.1'],
    [{ body: '', type: 'text/html\r\nX-Injected: yes' }, 'RFC 9110 §8.3.1'],
    [{ body: '', type: 'text/html; x=\u20ac' }, 'RFC 9110 §8.3.1'],
    [{ body: '', type: null }, 'RFC 9110 §8.3.1'],
    [{ body: '', acceptRanges: 'none' }, '"acceptRanges"'],
    [{ body: '', exists: true }, 'representation() has no option "exists"'],
    [{ body: '', headers: { Etag: '"v1"' } }, 'its option "etag"'],
    [{ body: '', headers: { 'last-modified': 'x' } }, 'its option "lastModified"'],
    [{ body: '', headers: { 'Content-Type': 'text/html' } }, 'its option "type"'],
    [{ body: '', headers: { 'Content-Range': 'bytes 0-1/2' } }, 'its option "size"'],
    [undefined, 'as an object'],
    ['text', 'as an object'],
  ])('%#: %j are refused with every method', (options, said) => {
    for (const method of ['GET', 'HEAD', 'PUT']) {
      expect(() => call(options, { method, headers: {} })).toThrow(TypeError)
      expect(() => call(options, { method, headers: {} })).toThrow(said)
    }
  })

  it.each([undefined, null, {}, { headers: new Headers() }])('%#: no request either', (request) => {
    expect(() => Reflect.apply(representation, undefined, [request, { body: '' }])).toThrow(
      new TypeError('representation() takes a request whose headers are an object of values by lower-case name'),
    )
  })
})
