import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from '../../src/rules/grammar/utf8.ts'
import { type Exchange, exchangeOf, type ResponseMessage } from '../../src/rules/index.ts'

const DATE = ['Date', 'Sat, 21 Nov 2026 08:00:00 GMT']

/** The response to GET of a status line, field lines and what follows them. */
const responseOf = (...lines: readonly string[]): ResponseMessage =>
  exchangeOf(['> GET / HTTP/1.1', ...lines.map((line) => `< ${line}`)].join('\n')).response

const noted = (notes: string): Exchange => exchangeOf(`${notes}\n> GET / HTTP/1.1\n< HTTP/1.1 200 OK`)

describe('a transcript', () => {
  it('is an exchange, with what goes without saying', () => {
    expect(
      exchangeOf(`
        > DELETE /orders HTTP/1.1
        < HTTP/1.1 405 Method Not Allowed
        < Allow: GET, POST
      `),
    ).toEqual({
      request: {
        method: 'DELETE',
        target: '/orders',
        version: '1.1',
        fields: [['Host', 'api.example']],
        contentLength: 0,
        secure: undefined,
      },
      interim: [],
      response: {
        version: '1.1',
        status: 405,
        reason: 'Method Not Allowed',
        fields: [['Allow', 'GET, POST'], DATE, ['Content-Length', '0']],
        head: `HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, POST\r\n${DATE.join(': ')}\r\nContent-Length: 0\r\n\r\n`,
        content: new Uint8Array(),
        trailers: [],
        complete: true,
        chunkFault: undefined,
        surplus: 0,
        closed: undefined,
      },
      earlier: [],
    })
  })

  it('has content behind an empty line', () => {
    const { request, response } = exchangeOf(`
      > POST / HTTP/1.1
      > A: b
      >
      > ä
      > HTTP/1.1 is no status line here
      < HTTP/1.1 200 OK
      <
      < {
      <   "ü": 1
      <
      < }
    `)
    expect(request).toMatchObject({
      fields: [
        ['Host', 'api.example'],
        ['A', 'b'],
      ],
      contentLength: 34,
    })
    expect(decodeUtf8(response.content ?? new Uint8Array())).toBe('{\n  "ü": 1\n\n}')
    expect(response.fields).toEqual([DATE, ['Content-Length', '14']])
  })

  it.each([
    ['GET', '/', 'HTTP/1.0 200 OK', '1.0', ['Content-Length', '0']],
    ['GET', '/', 'HTTP/2 200', '2', ['content-length', '0']],
    ['GET', '/', 'HTTP/3 200', '3', ['content-length', '0']],
    ['GET', '/', 'HTTP/1.1 204 No Content', '1.1', undefined],
    ['GET', '/', 'HTTP/1.1 304 Not Modified', '1.1', undefined],
    ['HEAD', '/', 'HTTP/1.1 200 OK', '1.1', undefined],
    ['CONNECT', 'a:1', 'HTTP/1.1 299', '1.1', undefined],
    ['CONNECT', 'a:1', 'HTTP/1.1 300', '1.1', ['Content-Length', '0']],
    ['OPTIONS', '*', 'HTTP/1.1 200 OK', '1.1', ['Content-Length', '0']],
  ])('of %s %s and %s has a version, and a length if any', (method, target, statusLine, version, length) => {
    const { response } = exchangeOf(`> ${method} ${target} HTTP/1.1\n< ${statusLine}`)
    expect(response.version).toBe(version)
    expect(response.fields).toEqual([[version < '2' ? 'Date' : 'date', DATE[1]], ...(length ? [length] : [])])
    expect(response.head !== undefined).toBe(version < '2')
  })

  it('has Date, Host and lengths as they are given', () => {
    expect(responseOf('HTTP/1.1 200 OK', 'date: x', 'content-length: y').fields).toEqual([
      ['date', 'x'],
      ['content-length', 'y'],
    ])
    expect(responseOf('HTTP/1.1 200 OK', 'TRANSFER-ENCODING: chunked').fields).toEqual([
      ['TRANSFER-ENCODING', 'chunked'],
      DATE,
    ])
    expect(exchangeOf('> GET / HTTP/1.1\n> host: x\n< HTTP/1.1 200 OK').request?.fields).toEqual([['host', 'x']])
    expect(exchangeOf('> GET / HTTP/1.0\n< HTTP/1.1 200 OK').request?.fields).toEqual([])
    expect(exchangeOf('> GET / HTTP/2\n> A: B\n< HTTP/2 200').request?.fields).toEqual([['a', 'B']])
  })

  it.each([
    ['HTTP/1.1 200', undefined],
    ['HTTP/1.1 200 ', ''],
    ['HTTP/1.1 200 OK then', 'OK then'],
    ['HTTP/1.1 200␠OK␀', 'OK\0'],
  ])('has the reason of %j', (statusLine, reason) => {
    expect(responseOf(statusLine).reason).toBe(reason)
  })

  it('may have a version in a field', () => {
    expect(responseOf('HTTP/1.1 200 OK', 'Upgrade: HTTP/2.0', 'A: b').fields).toHaveLength(4)
  })

  it('has interim responses, with an empty line behind them or not', () => {
    const lines = ['HTTP/1.1 100 Continue', '', 'HTTP/1.1 103', 'Link: <a>', 'HTTP/1.1 200 OK', '', 'a']
    const { interim, response } = exchangeOf(`> GET / HTTP/1.1\n${lines.map((line) => `< ${line}`).join('\n')}`)
    expect(interim).toEqual([
      { version: '1.1', status: 100, reason: 'Continue', fields: [] },
      { version: '1.1', status: 103, reason: undefined, fields: [['Link', '<a>']] },
    ])
    expect([response.status, response.content?.length]).toEqual([200, 1])
  })

  it('may end with 101, or with nothing but an interim response', () => {
    expect(responseOf('HTTP/1.1 101 Switching Protocols', '', 'ab')).toMatchObject({
      status: 101,
      fields: [],
      content: new Uint8Array([97, 98]),
    })
    expect(responseOf('HTTP/1.1 199', 'A: b', '')).toMatchObject({ status: 199, fields: [['A', 'b']] })
  })

  it('may be a series, of which the last is the exchange', () => {
    const { request, earlier } = exchangeOf(`
      # closed
      > GET /a HTTP/1.1
      < HTTP/1.1 200 OK
      > GET /b HTTP/1.1
      < HTTP/1.1 200 OK
      > GET /c HTTP/1.1
      < HTTP/1.1 200 OK
    `)
    expect([request?.target, earlier?.map((one) => one.request?.target)]).toEqual(['/c', ['/a', '/b']])
  })
})

describe('the notes of a transcript', () => {
  it.each<[string, Partial<ResponseMessage>]>([
    ['# closed', { closed: true }],
    ['# kept', { closed: false }],
    ['# incomplete', { complete: false }],
    ['# chunks end with a lone LF', { chunkFault: 'end with a lone LF' }],
    ['# surplus 5', { surplus: 5 }],
    [
      '# trailer Digest:  a: b\n#trailer X: ',
      {
        trailers: [
          ['Digest', 'a: b'],
          ['X', ''],
        ],
      },
    ],
    ['# status line HTTP/1.1  200', { head: `HTTP/1.1  200\r\n${DATE.join(': ')}\r\nContent-Length: 0\r\n\r\n` }],
  ])('say of the response: %s', (notes, expected) => {
    expect(noted(`# secure\n${notes}`).response).toMatchObject(expected)
  })

  it.each([
    ['# secure', true, undefined],
    ['# insecure', false, undefined],
    ['# earlier secure', undefined, true],
    ['# earlier secure\n# insecure', false, true],
    ['# something else', undefined, undefined],
  ])('say what came over TLS: %s', (notes, last, before) => {
    const one = '> GET / HTTP/1.1\n< HTTP/1.1 200 OK\n'
    const { request, earlier } = exchangeOf(`${notes}\n${one}${one}`)
    // A note on one exchange is one on all of them, unless it says "earlier".
    expect([request?.secure, earlier?.[0]?.request?.secure]).toEqual([last, before ?? last])
  })

  it('are no lines of content', () => {
    expect(responseOf('HTTP/1.1 200 OK', '', 'closed', 'incomplete', 'surplus 5')).toMatchObject({
      complete: true,
      surplus: 0,
      closed: undefined,
    })
  })

  it('may ask for nothing to be added or changed', () => {
    const { request, response } = exchangeOf('# as is\n> GET / HTTP/1.1\n> A: b\n< HTTP/2 200\n< C: d')
    expect([request?.fields, response.fields]).toEqual([[['A', 'b']], [['C', 'd']]])
  })
})

describe('pictures of control characters in a transcript', () => {
  it('are those characters, in the head as they came', () => {
    const { fields, head } = responseOf('HTTP/1.1 204 No Content', 'A: b␍␊␉ c␊ d', 'C␠:␀␡␊E: f␍␊nothing')
    expect(fields.slice(0, 3)).toEqual([
      ['A', 'b c d'],
      ['C ', '\0\x7f'],
      ['E', 'f'],
    ])
    expect(head).toContain('\r\nA: b\r\n\t c\n d\r\nC :\0\x7f\nE: f\r\nnothing\r\n')
  })

  it('do not part lines where there are none to part', () => {
    expect(responseOf('HTTP/2 204', 'A: b␊c: d␀').fields[0]).toEqual(['a', 'b\nc: d\0'])
  })

  it('may stand in start lines', () => {
    expect(exchangeOf('> G␉T /␀ HTTP/1.1\n< HTTP/1.1 200 OK').request).toMatchObject({ method: 'G\tT', target: '/\0' })
  })
})

describe('what is no transcript', () => {
  it.each([
    ['', 'No exchange in the transcript: '],
    ['# closed', 'No exchange in the transcript: # closed'],
    ['< HTTP/1.1 200 OK', 'Not a line of a transcript: < HTTP/1.1 200 OK'],
    ['> GET / HTTP/1.1\nx', 'Not a line of a transcript: x'],
    ['> GET / HTTP/1.1', 'Not a status line: undefined'],
    ['> GET / HTTP/1.1\n< HTTP/1.1 20 OK', 'Not a status line: HTTP/1.1 20 OK'],
    ['> GET / HTTP/1.1\n<  HTTP/1.1 200 OK', 'Not a status line:  HTTP/1.1 200 OK'],
    ['> GET / HTTP/1.1\n< HTTP/1.1 200OK', 'Not a status line: HTTP/1.1 200OK'],
    ['> GET /\n< HTTP/1.1 200 OK', 'Not a request line: GET /'],
    ['> GET / HTTP/4\n< HTTP/1.1 200 OK', 'Not a request line: GET / HTTP/4'],
    ['>  GET / HTTP/1.1\n< HTTP/1.1 200 OK', 'Not a request line:  GET / HTTP/1.1'],
    ['> GET / HTTP/1.1 \n< HTTP/1.1 200 OK', 'Not a request line: GET / HTTP/1.1 '],
    ['> GET / HTTP/1.1\n> a\n< HTTP/1.1 200 OK', 'Not a field line: a'],
  ])('throws: %j', (transcript, message) => {
    expect(() => exchangeOf(transcript)).toThrow(new Error(message))
  })
})
