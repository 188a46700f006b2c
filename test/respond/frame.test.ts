import { describe, expect, it, vi } from 'vitest'
import { NotFound, problemFrom, UpgradeRequired } from '../../src/problems/index.ts'
import type { Dropped } from '../../src/recognize/index.ts'
import { found, multipleChoices, type Reply, type StreamedContent } from '../../src/replies/index.ts'
import type { Content } from '../../src/respond/content.ts'
import { type FramedReply, frame, type PendingFields, type RequestLike } from '../../src/respond/index.ts'
import { documentOf, field, replied } from './replied.ts'

const GET: RequestLike = { method: 'GET', httpVersion: '1.1', headers: {} }
const HEAD: RequestLike = { ...GET, method: 'HEAD' }

const framed = (reply: Partial<Reply>, request: RequestLike = GET, pending?: PendingFields): FramedReply<Content> =>
  frame({ status: 200, headers: {}, ...reply }, request, pending)

const open: StreamedContent['open'] = () => {
  throw new Error('nobody sends it')
}

describe('Content-Length', () => {
  it.each<[string, string | Uint8Array, number]>([
    ['text', 'abc', 3],
    ['text beyond ASCII', 'na\u00efve \u20ac \u{1f600}', 15],
    ['a lone surrogate', '\ud800', 3],
    ['no text', '', 0],
    ['bytes', new Uint8Array(7), 7],
  ])('counts the bytes of %s (RFC 9110 §8.6)', (_name, body, length) => {
    expect(framed({ body }).headers).toEqual({ 'Content-Length': String(length) })
  })

  it('is ours, whatever the application says', () => {
    const { headers } = framed({ body: 'abc', headers: { 'content-length': '99' } }, GET, { 'content-length': 1 })
    expect(headers).toEqual({ 'Content-Length': '3' })
  })

  it('is 0 without content', () => {
    expect(framed({ status: 201 }).headers).toEqual({ 'Content-Length': '0' })
  })

  it('stands alone: no Transfer-Encoding and no Trailer beside it (RFC 9112 §6.2)', () => {
    const headers = { 'Transfer-Encoding': 'chunked', Trailer: 'Digest' }
    expect(framed({ body: 'abc', headers }).headers).toEqual({ 'Content-Length': '3' })
    expect(framed({ headers }).headers).toEqual({ 'Content-Length': '0' })
  })
})

describe('a response to HEAD (RFC 9110 §9.3.2)', () => {
  it('has the header of the response to GET, and no content', () => {
    const reply = { body: 'abc', headers: { 'Content-Type': 'text/plain', ETag: '"a"' } }
    expect(framed(reply, HEAD)).toEqual({ ...framed(reply), body: undefined })
  })

  it('has the header of a problem in the format that GET would get', () => {
    const exchange = { headers: { accept: 'text/html' }, pending: { etag: '"a"' } }
    const get = replied(new NotFound('No order 42'), exchange).reply
    const head = replied(new NotFound('No order 42'), { ...exchange, method: 'HEAD' }).reply
    expect(head).toEqual({ ...get, body: undefined })
    expect(head.headers['Content-Length']).toBe(String(String(get.body).length))
  })
})

describe('streamed content', () => {
  const headers = { 'Content-Type': 'text/csv', 'Transfer-Encoding': 'chunked', Trailer: 'Digest' }

  it.each([0, 7, Number.MAX_SAFE_INTEGER])('has the length that it announces: %i (RFC 9110 §8.6)', (length) => {
    const body = { length, open }
    expect(framed({ body, headers })).toEqual({
      status: 200,
      headers: { 'Content-Type': 'text/csv', 'Content-Length': String(length) },
      body,
      superseded: [],
    })
  })

  it.each(['1.0', '1.1', '2.0'])('of unknown length has no field that says how long it is: HTTP/%s', (httpVersion) => {
    const pending = { 'content-length': 7, 'transfer-encoding': 'chunked' }
    expect(framed({ body: { open }, headers }, { ...GET, httpVersion }, pending)).toEqual({
      status: 200,
      headers: { 'Content-Type': 'text/csv' },
      body: { open },
      superseded: ['content-length', 'transfer-encoding'],
    })
  })

  it('is not sent to HEAD, which gets the header of GET (RFC 9110 §9.3.2)', () => {
    const known = { body: { length: 7, open }, headers }
    const unknown = { body: { open }, headers }
    expect(framed(known, HEAD)).toEqual({ ...framed(known), body: undefined })
    expect(framed(unknown, HEAD)).toEqual({ ...framed(unknown), body: undefined })
  })

  it.each([204, 205, 304])('is not sent with %i, which has no content (RFC 9110 §6.4.1)', (status) => {
    const opened = vi.fn(open)
    const body = { length: 7, open: opened }
    expect(framed({ status, body, headers })).toEqual(framed({ status, body: 'abc', headers }))
    expect(opened).not.toHaveBeenCalled()
  })

  it('gives way to a variant', () => {
    const variants = [{ type: 'text/html', body: '<p>' }]
    const request = { ...GET, headers: { accept: 'text/html' } }
    expect(framed({ body: { length: 7, open }, variants }, request)).toMatchObject({
      headers: { 'Content-Length': '3' },
      body: '<p>',
    })
  })
})

describe('a status without content (RFC 9110 §6.4.1)', () => {
  const content = {
    'Content-Type': 'text/plain',
    'Content-Encoding': 'gzip',
    'Content-Language': 'en',
    'Content-Range': 'bytes 0-2/3',
    'Content-Disposition': 'inline',
    'Content-Length': '3',
    'Content-Digest': 'a=:b:',
    'Transfer-Encoding': 'chunked',
    Trailer: 'Digest',
  }

  it.each([204, 304])('%i has no content, nothing that describes it, and no length (§8.6)', (status) => {
    const reply = framed({ status, body: 'abc', headers: { ...content, ETag: '"a"', 'Content-Location': '/a' } })
    expect(reply).toEqual({
      status,
      headers: { ETag: '"a"', 'Content-Location': '/a' },
      body: undefined,
      superseded: [],
    })
  })

  it('205 says that its length is 0 (§15.3.6)', () => {
    const reply = framed({ status: 205, body: 'abc', headers: content })
    expect(reply).toEqual({ status: 205, headers: { 'Content-Length': '0' }, body: undefined, superseded: [] })
  })

  it('304 keeps what the 200 would have had, and its Vary (§15.4.5)', () => {
    const Expires = 'Fri, 31 Dec 1999 23:59:59 GMT'
    const headers = { ETag: '"a"', 'Cache-Control': 'max-age=60', Expires, Date: 'a', Vary: 'Origin' }
    expect(framed({ status: 304, headers }).headers).toEqual(headers)
  })

  it('removes what the half-built response says of content', () => {
    const pending = { 'content-type': 'text/html', 'content-length': 7, etag: '"a"' }
    expect(framed({ status: 204 }, GET, pending).superseded).toEqual(['content-type', 'content-length'])
  })
})

describe('what is no reply', () => {
  it.each([100, 101, 199, 400, 404, 500, 599, 600, 0, -200, 200.5, Number.NaN, '200' as never, undefined as never])(
    'such as one with the status %o is refused (RFC 9110 §15)',
    (status) => {
      expect(() => framed({ status })).toThrow(
        new TypeError(`a reply has a status from 200 to 399, not ${String(status)}; throw an error instead`),
      )
    },
  )

  it.each([null, undefined, 404, 'text'])('such as %j is refused', (nothing) => {
    expect(() => frame(nothing as never, GET)).toThrow(new TypeError('a reply is an object with a status and headers'))
  })

  it.each([null, undefined, 'a: b'])('such as one with the headers %j is refused', (headers) => {
    expect(() => frame({ status: 200, headers: headers as never }, GET)).toThrow(
      new TypeError('the headers of a reply are an object'),
    )
  })

  it.each([null, {}, 7, ['a']])('such as one with the body %j is refused', (body) => {
    expect(() => framed({ body: body as never })).toThrow(
      new TypeError('the body of a reply is a string, a Uint8Array, a StreamedContent or undefined'),
    )
  })

  it.each([undefined, null, 'text', {}])('such as one whose content has the open %j is refused', (nothing) => {
    expect(() => framed({ body: { open: nothing } as never })).toThrow(
      new TypeError(`open of a StreamedContent is a function, not a ${typeof nothing}`),
    )
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '7', 7n, null])(
    'such as one whose content has the length %o is refused (RFC 9110 §8.6)',
    (length) => {
      expect(() => framed({ status: 204, body: { length: length as never, open } })).toThrow(
        new TypeError(`the length of a StreamedContent is a number of bytes or undefined, not ${String(length)}`),
      )
    },
  )

  it.each([200, 299, 300, 399])('is not one with the unregistered or registered status %i', (status) => {
    expect(framed({ status }).status).toBe(status)
  })
})

describe('HTTP versions', () => {
  it('1.0 gets a length and no chunks', () => {
    const reply = framed({ body: 'abc', headers: { 'Transfer-Encoding': 'chunked' } }, { ...GET, httpVersion: '1.0' })
    expect(reply.headers).toEqual({ 'Content-Length': '3' })
  })

  it.each(['2.0', '3'])('%s gets no connection-specific fields (RFC 9113 §8.2.2)', (httpVersion) => {
    const headers = {
      Connection: 'close',
      'Keep-Alive': 'timeout=5',
      'Proxy-Connection': 'close',
      'Transfer-Encoding': 'chunked',
      Upgrade: 'websocket',
      'X-Note': 'a',
    }
    expect(framed({ status: 204, headers }, { ...GET, httpVersion }).headers).toEqual({ 'X-Note': 'a' })
    const pending = { connection: 'close', Upgrade: 'h2c', 'transfer-encoding': 'chunked', 'x-note': 'a' }
    const { superseded } = frame({ status: 204, headers: {} }, { ...GET, httpVersion }, pending)
    expect(superseded.toSorted()).toEqual(['Upgrade', 'connection', 'transfer-encoding'])
  })

  it('1.1 gets the Upgrade of a 426 with its connection option (RFC 9110 §7.8)', () => {
    const resolution = replied(new UpgradeRequired({ protocols: ['websocket'] }))
    expect(resolution.reply.headers).toMatchObject({ Upgrade: 'websocket', Connection: 'upgrade' })
    expect(resolution.dropped).toEqual([])
  })

  it('1.1 gets no Upgrade without the connection option, whoever sets it (RFC 9110 §7.8)', () => {
    const headers = { Upgrade: 'h2c' }
    expect(framed({ status: 204, headers }).headers).toEqual({ Upgrade: 'h2c', Connection: 'upgrade' })
    expect(framed({ status: 204 }, GET, { upgrade: 'h2c' }).headers).toEqual({ Connection: 'upgrade' })
    expect(field(replied(new NotFound({ headers })), 'Connection')).toBe('upgrade')
  })

  it('1.1 keeps the other connection options beside it, each once (RFC 9110 §7.6.1)', () => {
    const upgrade = { Upgrade: 'h2c', Connection: 'close, Upgrade' }
    expect(framed({ status: 204, headers: upgrade }).headers.Connection).toBe('close, upgrade')
    const pending = { upgrade: 'h2c', connection: 'close' }
    expect(framed({ status: 204 }, GET, pending).headers.Connection).toBe('close, upgrade')
    const gaps = { upgrade: 'h2c', connection: ', close,, x ,' }
    expect(framed({ status: 204 }, GET, gaps).headers.Connection).toBe('close, x, upgrade')
  })

  it('2 gets a 505 in place of a 426, which says nothing without Upgrade (RFC 9113 §8.6)', () => {
    const resolution = replied(new UpgradeRequired({ protocols: ['websocket'] }), { httpVersion: '2.0' })
    const { reply } = resolution
    expect(reply.status).toBe(505)
    expect(documentOf(resolution).detail).toMatch(/needs an upgrade to websocket, which only HTTP\/1\.1 has/)
    expect(reply.headers).not.toHaveProperty('Upgrade')
    expect(reply.headers).not.toHaveProperty('Connection')
  })

  it('unknown is 1.1', () => {
    expect(frame({ status: 204, headers: { Connection: 'close' } }, { headers: {} }).headers).toEqual({
      Connection: 'close',
    })
  })
})

describe('variants of the content', () => {
  const accept = (value: string, method = 'GET'): RequestLike => ({ ...GET, method, headers: { accept: value } })

  it.each(['GET', 'HEAD'])('of a redirect are for %s where the client wants HTML (RFC 9110 §15.4)', (method) => {
    const reply = framed(found('/new'), accept('text/html', method))
    expect(reply.headers).toMatchObject({ 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept' })
    expect(Number(reply.headers['Content-Length'])).toBeGreaterThan(50)
    expect(reply.body === undefined).toBe(method === 'HEAD')
  })

  it.each(['*/*', 'application/json, */*', 'text/html;q=0', ''])('are not for Accept: %s', (value) => {
    expect(framed(found('/new'), accept(value))).toEqual({
      status: 302,
      headers: { Location: '/new', Vary: 'Accept', 'Content-Length': '0' },
      body: undefined,
      superseded: [],
    })
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get', 'GETS', 'BUDGET'])(
    'are not for %s, whatever it accepts',
    (method) => {
      expect(framed(found('/new'), accept('text/html', method)).headers).toEqual({
        Location: '/new',
        'Content-Length': '0',
      })
    },
  )

  it('are for GET where there is no method', () => {
    expect(frame(found('/new'), { headers: { accept: 'text/html' } }).body).toContain('<a href="/new">')
  })

  it('take the place of the content that others get', () => {
    const reply = multipleChoices([{ location: '/a' }])
    expect(framed(reply, accept('text/html')).headers['Content-Type']).toBe('text/html; charset=utf-8')
    expect(framed(reply, accept('application/json')).headers['Content-Type']).toBe('application/json')
  })
})

describe('a field that is not safe on the wire', () => {
  const drops = (headers: unknown): { readonly headers: object; readonly dropped: readonly Dropped[] } => {
    const options = { formats: ['text/plain'] } as const
    const bare = replied(new NotFound(), { options })
    const { reply, dropped } = replied(Object.assign(new NotFound(), { headers }), { options })
    const own = Object.entries(reply.headers).filter(([name]) => !(name in bare.reply.headers))
    return { headers: Object.fromEntries(own), dropped }
  }

  it.each(['', 'a b', 'a:', 'a\r\n', '\u00e9', ':status', '__proto__'])('by its name %j is dropped', (name) => {
    const { headers, dropped } = drops(JSON.parse(`{${JSON.stringify(name)}:"a","X-Note":"b"}`))
    expect(headers).toEqual({ 'X-Note': 'b' })
    expect(dropped).toEqual([{ kind: 'header', name, reason: 'not a field name (RFC 9110 §5.1)' }])
  })

  it.each([
    'a\r\nX-Injected: yes',
    'a\nb',
    'a\u0000',
    '\u20ac',
    ' a',
    'a\t',
    ['a', 'b\n'],
    [],
    new Array(2),
    [['a']],
    null,
    true,
    { a: 1 },
    () => 'a',
    Symbol('a'),
  ])('by its value %o is dropped and reported', (value) => {
    const { headers, dropped } = drops({ 'X-Note': value, 'X-Other': 'b' })
    expect(headers).toEqual({ 'X-Other': 'b' })
    expect(dropped).toEqual([{ kind: 'header', name: 'X-Note', reason: 'not a safe field value (RFC 9110 §5.5)' }])
  })

  it('is none that is a number, or undefined', () => {
    expect(drops({ 'X-Count': 7, 'X-Nothing': undefined })).toEqual({ headers: { 'X-Count': '7' }, dropped: [] })
  })

  it('of a reply of the application is dropped, too', () => {
    const headers = { 'X-Note': 'a\nb', 'a b': 'c', 'X-Other': new Array(2), 'X-Count': 7 as never }
    expect(framed({ status: 204, headers }).headers).toEqual({ 'X-Count': '7' })
  })

  it('of a problem never gets out', () => {
    const thrown = new NotFound({ headers: { 'X-Note': 'a\r\nX-Injected: yes', 'X-Other': 'b' } })
    const { reply, dropped } = replied(thrown)
    expect(JSON.stringify(reply)).not.toMatch(/inject/i)
    expect(reply.headers['X-Other']).toBe('b')
    expect(dropped).toEqual([{ kind: 'header', name: 'X-Note', reason: 'not a safe field value (RFC 9110 §5.5)' }])
  })
})

describe('a field that the application wrote by itself', () => {
  it('gets the form of its grammar in an error (RFC 9110 §5.6.1, §9.1)', () => {
    const { reply, dropped } = replied(new NotFound({ headers: { Allow: 'GET,,PUT' } }))
    expect(reply.headers.Allow).toBe('GET, HEAD, PUT')
    expect(dropped).toEqual([])
  })

  it('gets the form of its grammar in a reply', () => {
    const headers = { Allow: 'GET,,PUT', 'Last-Modified': 'Friday, 31-Dec-99 23:59:59 GMT' }
    expect(framed({ status: 204, headers }).headers).toEqual({
      Allow: 'GET, HEAD, PUT',
      'Last-Modified': 'Fri, 31 Dec 1999 23:59:59 GMT',
    })
  })

  it.each([
    ['Allow', 'get', 'RFC 9110 §9.1'],
    ['ETag', 'v1', 'RFC 9110 §8.8.3'],
    ['Location', 'http:///a', 'RFC 9110 §4.2.1'],
    ['WWW-Authenticate', 'Basic', 'RFC 7617 §2'],
    ['Retry-After', 'soon', 'RFC 9110 §10.2.3'],
  ])('is dropped and reported where it is %s: %s (%s)', (name, value) => {
    const expected = [{ kind: 'header', name, reason: 'not a valid value of this field' }]
    const { reply, dropped } = replied(new NotFound({ headers: { [name]: value } }))
    expect(reply.headers).not.toHaveProperty(name)
    expect(dropped).toEqual(expected)
    const noted: Dropped[] = []
    expect(frame({ status: 204, headers: { [name]: value } }, GET, {}, (it) => noted.push(it)).headers).toEqual({})
    expect(noted).toEqual(expected)
  })
})

describe('a field that a problem cannot know', () => {
  it.each(['Content-Type', 'content-length', 'Content-Encoding', 'Transfer-Encoding', 'Trailer', 'Keep-Alive'])(
    'such as %s is dropped and reported',
    (name) => {
      const { reply, dropped } = replied(new NotFound({ headers: { [name]: 'a' } }))
      expect(Object.values(reply.headers)).not.toContain('a')
      expect(dropped).toEqual([{ kind: 'header', name, reason: 'the pipeline sets it, by what it sends' }])
    },
  )

  it.each([
    [404, 'bytes */7'],
    [416, 'bytes 0-1/7'],
  ])('such as Content-Range in a %i is dropped and reported where it is %s (RFC 9110 §14.4)', (status, value) => {
    const { reply, dropped } = replied(problemFrom(status, { headers: { 'Content-Range': value } }))
    expect(reply.headers).not.toHaveProperty('Content-Range')
    expect(dropped).toEqual([
      { kind: 'header', name: 'Content-Range', reason: 'the pipeline sets it, by what it sends' },
    ])
  })

  it('is none of Connection: close, which any response may ask for (RFC 9112 §9.6)', () => {
    expect(field(replied(new NotFound({ headers: { Connection: 'close' } })), 'Connection')).toBe('close')
  })

  it('such as Connection is dropped', () => {
    const { reply } = replied(new NotFound({ headers: { Connection: 'X-Secret' } }))
    expect(reply.headers).not.toHaveProperty('Connection')
  })

  it('is none of Content-Language: the detail is the application’s', () => {
    const thrown = new NotFound({ detail: 'Pas trouv\u00e9', headers: { 'Content-Language': 'fr' } })
    expect(field(replied(thrown), 'Content-Language')).toBe('fr')
  })
})

describe('a field that adds up with that of the half-built response', () => {
  const merged = (headers: Reply['headers'], pending: PendingFields): object =>
    framed({ status: 204, headers }, GET, pending).headers

  it('is Set-Cookie: each keeps its line (RFC 6265 §3)', () => {
    expect(merged({ 'Set-Cookie': 'c=3' }, { 'set-cookie': ['a=1', 'b=2'] })).toEqual({
      'Set-Cookie': ['a=1', 'b=2', 'c=3'],
    })
    expect(merged({ 'Set-Cookie': ['c=3', 'd=4'] }, { 'set-cookie': 'a=1' })).toEqual({
      'Set-Cookie': ['a=1', 'c=3', 'd=4'],
    })
    expect(merged({ 'Set-Cookie': 'c=3' }, {})).toEqual({ 'Set-Cookie': 'c=3' })
  })

  it('is Set-Cookie: lines without a name stand beside each other', () => {
    expect(merged({ 'Set-Cookie': 'a; x' }, { 'set-cookie': 'a; y' })).toEqual({ 'Set-Cookie': ['a; y', 'a; x'] })
  })

  it('is Set-Cookie: none is set twice (RFC 6265 §4.1.1)', () => {
    const pending = { 'set-cookie': ['a=1; HttpOnly', 'b=2'] }
    expect(merged({ 'Set-Cookie': 'a=3; Secure' }, pending)).toEqual({ 'Set-Cookie': ['b=2', 'a=3; Secure'] })
    const scoped = { 'set-cookie': 'a=1; Path=/A;Domain=EXAMPLE.com' }
    expect(merged({ 'Set-Cookie': 'a=3; domain=example.com; path=/A' }, scoped)).toEqual({
      'Set-Cookie': ['a=3; domain=example.com; path=/A'],
    })
  })

  it.each(['A=3', 'a=3; Path=/', 'a=3; Domain=example.com', 'b=3', 'a=3; Path=/; Domain=example.com'])(
    'is Set-Cookie: %s is another cookie than a=1 (RFC 6265 §5.3)',
    (cookie) => {
      expect(merged({ 'Set-Cookie': cookie }, { 'set-cookie': 'a=1' })).toEqual({ 'Set-Cookie': ['a=1', cookie] })
    },
  )

  it('is Set-Cookie: attributes that only look like a path or a domain tell no cookies apart', () => {
    expect(merged({ 'Set-Cookie': 'a=3; X-Path=/b; Subdomain=c' }, { 'set-cookie': 'a=1' })).toEqual({
      'Set-Cookie': ['a=3; X-Path=/b; Subdomain=c'],
    })
    const scoped = { 'set-cookie': 'a=1; Path=/x; Domain=a.example' }
    expect(merged({ 'Set-Cookie': 'a=3; Domain=a.example; Path=/x' }, scoped)).toEqual({
      'Set-Cookie': ['a=3; Domain=a.example; Path=/x'],
    })
  })

  it('is Set-Cookie: what is before the first = is the name', () => {
    expect(merged({ 'Set-Cookie': 'a=1=3' }, { 'set-cookie': 'a=2' })).toEqual({ 'Set-Cookie': ['a=1=3'] })
    expect(merged({ 'Set-Cookie': 'ab=3' }, { 'set-cookie': 'aa=2' })).toEqual({ 'Set-Cookie': ['aa=2', 'ab=3'] })
  })

  it('is Set-Cookie: of its path the case counts (RFC 6265 §5.1.4)', () => {
    const lines = ['a=1; Path=/A', 'a=2; Path=/a']
    expect(merged({ 'Set-Cookie': lines[1] as string }, { 'set-cookie': lines[0] })).toEqual({ 'Set-Cookie': lines })
  })

  it('may have whitespace at its ends there, which node:http lets through', () => {
    expect(merged({ 'Set-Cookie': 'b=2' }, { 'set-cookie': 'a=1; ' })).toEqual({ 'Set-Cookie': ['a=1;', 'b=2'] })
    expect(merged({ 'Set-Cookie': 'b=2' }, { 'set-cookie': [' a=1'] })).toEqual({ 'Set-Cookie': ['a=1', 'b=2'] })
  })

  it('is Vary: each name once, in any case (RFC 9110 §12.5.5)', () => {
    expect(merged({ Vary: 'Accept, Origin' }, { vary: 'origin, Cookie' })).toEqual({ Vary: 'origin, Cookie, Accept' })
    expect(merged({ Vary: 'Accept' }, { vary: ['Origin', 'Cookie'] })).toEqual({ Vary: 'Origin, Cookie, Accept' })
  })

  it('is Vary: * says it all', () => {
    expect(merged({ Vary: 'Accept' }, { vary: '*' })).toEqual({ Vary: '*' })
    expect(merged({ Vary: '*' }, { vary: 'Origin' })).toEqual({ Vary: '*' })
  })

  it('is Vary of a problem, too', () => {
    const resolution = replied(new NotFound({ headers: { Vary: 'Cookie' } }), { pending: { vary: 'Origin' } })
    expect(field(resolution, 'Vary')).toBe('Origin, Cookie, Accept')
  })

  it('is Connection: each option once (RFC 9110 §7.6.1)', () => {
    expect(merged({ Connection: 'Upgrade' }, { connection: 'close' })).toEqual({ Connection: 'close, upgrade' })
    expect(merged({ Connection: 'upgrade' }, { connection: ['Upgrade', 'x'] })).toEqual({ Connection: 'upgrade, x' })
    expect(merged({ Connection: 'close' }, {})).toEqual({ Connection: 'close' })
  })

  it('is Link', () => {
    expect(merged({ Link: '</a>; rel=a' }, { link: '</b>; rel=b' })).toEqual({ Link: ['</b>; rel=b', '</a>; rel=a'] })
  })

  it('is none where the reply has none: that of the half-built response stays', () => {
    const pending = { 'set-cookie': 'a=1', vary: 'Origin', connection: 'close', link: '</a>; rel=a' }
    expect(framed({ status: 204 }, GET, pending)).toEqual({ status: 204, headers: {}, body: undefined, superseded: [] })
  })
})
