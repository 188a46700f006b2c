import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { hosts, type TestApp } from '../support/frameworks.ts'
import { answersTo, expectProblem, protectedServer } from '../support/protected.ts'

const post = 'POST / HTTP/1.1\r\nHost: a\r\n'

describe.each(hosts)('on $name, protect() answers', (host) => {
  it.each<[what: string, sent: string | string[], status: number, detail: RegExp]>([
    ['bytes that are no HTTP', '\0\0\0\r\n\r\n', 400, /first line/],
    ['a method in small letters', 'get / HTTP/1.1\r\nHost: a\r\n\r\n', 400, /capitals/],
    [
      'a method that nobody knows (RFC 9110 §9.1)',
      'BREW / HTTP/1.1\r\nHost: a\r\n\r\n',
      501,
      /does not know the method/,
    ],
    ['a method that begins like another', 'GETS / HTTP/1.1\r\nHost: a\r\n\r\n', 501, /does not know the method/],
    ['HTTP/3.0 (RFC 9110 §15.6.6)', 'GET / HTTP/3.0\r\nHost: a\r\n\r\n', 505, /HTTP\/3/],
    ['HTTP/2.0, which Node accepts', 'GET / HTTP/2.0\r\nHost: a\r\n\r\n', 505, /HTTP\/2/],
    ['a preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505, /HTTP\/2/],
    ['HTTP/0.9, which Node accepts', 'GET /\r\n\r\n', 505, /HTTP\/0/],
    ['a blank behind the version', 'GET / HTTP/1.1 \r\nHost: a\r\n\r\n', 400, /not end after the version/],
    ['HTTP/1.2', 'GET / HTTP/1.2\r\nHost: a\r\n\r\n', 400, /version/],
    ['another protocol', 'GET / HTCPCP/1.0\r\nHost: a\r\n\r\n', 400, /first line/],
    ['a target that is too long', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414, /target/],
    [
      'fields that are too long (RFC 6585 §5)',
      `GET / HTTP/1.1\r\nHost: a\r\nA: b\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      /the largest is Cookie/,
    ],
    [
      'a blank before a colon (RFC 9112 §5.1)',
      'GET / HTTP/1.1\r\nHost : a\r\n\r\n',
      400,
      /whitespace before the colon/,
    ],
    ['obs-fold (RFC 9112 §5.2)', 'GET / HTTP/1.1\r\nHost: a\r\nA: b\r\n c\r\n\r\n', 400, /folded/],
    ['obs-fold at once', 'GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n chunked\r\n\r\n', 400, /folded/],
    [
      'a blank before the first field (RFC 9112 §2.2)',
      'GET / HTTP/1.1\r\n Host: a\r\n\r\n',
      400,
      /whitespace before its first/,
    ],
    ['a NUL in a value (RFC 9110 §5.5)', 'GET / HTTP/1.1\r\nHost: a\r\nA: b\0c\r\n\r\n', 400, /value .* control/],
    ['a NUL in a name', 'GET / HTTP/1.1\r\nHost: a\r\nA\0: b\r\n\r\n', 400, /the name of a header field/],
    ['a blank within a name', 'GET / HTTP/1.1\r\nHost: a\r\nA B: c\r\n\r\n', 400, /the name of a header field/],
    ['a field without a colon', 'GET / HTTP/1.1\r\nHost: a\r\nA\r\n\r\n', 400, /no colon/],
    ['a bare LF behind the first line (RFC 9112 §2.2)', 'GET / HTTP/1.1\nHost: a\n\n', 400, /CR and LF/],
    ['a bare LF behind a field', 'GET / HTTP/1.1\r\nHost: a\nA: b\r\n\r\n', 400, /CR and LF/],
    ['a bare LF behind the fields', 'GET / HTTP/1.1\r\nHost: a\r\n\n', 400, /CR and LF/],
    ['a bare CR (RFC 9112 §2.2)', 'GET / HTTP/1.1\r\nHost: a\rB: c\r\n\r\n', 400, /CR and LF/],
    ['two lengths', `${post}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`, 400, /Content-Length/],
    ['a length that is none', `${post}Content-Length: 3a\r\n\r\nabc`, 400, /Content-Length is not a valid number/],
    [
      'chunks and a length (RFC 9112 §6.3)',
      `${post}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n`,
      400,
      /both Content-Length and Transfer-Encoding/,
    ],
    [
      'a length and chunks (RFC 9112 §6.3)',
      `${post}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      /both Content-Length and Transfer-Encoding/,
    ],
    ['a target that is no path', 'GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n', 400, /not a valid path or URI/],
    ['a coding that is not the last (RFC 9112 §6.3)', `${post}Transfer-Encoding: gzip\r\n\r\n0\r\n\r\n`, 400, /length/],
    ['an unknown coding (RFC 9112 §6.1)', `${post}Transfer-Encoding: x, chunked\r\n\r\n0\r\n\r\n`, 501, /coding/],
    ['no Host (RFC 9112 §3.2)', 'GET / HTTP/1.1\r\n\r\n', 400, /no Host/],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n', 400, /more than one Host/],
    ['a Host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400, /Host is neither/],
    [
      'an expectation that nobody knows',
      'GET / HTTP/1.1\r\nHost: a\r\nExpect: x\r\nConnection: close\r\n\r\n',
      417,
      /100-continue/,
    ],
    ['a wrong Host, whatever is expected', 'GET / HTTP/1.1\r\nHost: a b\r\nExpect: x\r\n\r\n', 400, /Host is neither/],
    ['CONNECT with a wrong Host', 'CONNECT a:80 HTTP/1.1\r\nHost: a b\r\n\r\n', 400, /Host is neither/],
    [
      'chunks in HTTP/1.0 (RFC 9112 §6.1)',
      'POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      /HTTP\/1\.0/,
    ],
    ['an unknown method of 20 kB', `${'X'.repeat(20_000)} / HTTP/1.1\r\nHost: a\r\n\r\n`, 501, /method/],
    ['CONNECT', 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', 405, /tunnels/],
  ])('%s', async (_, sent, status, detail) => {
    const { port } = await protectedServer(host)
    const [response, ...others] = await answersTo(port, sent)
    expectProblem(response, status, detail)
    expect(others).toEqual([])
  })
})

describe.each(hosts)('on $name, protect()', (host) => {
  it('says nothing to who speaks TLS', async () => {
    const { port } = await protectedServer(host)
    expect(await answersTo(port, Buffer.from('16030100a5010000a10303', 'hex'))).toEqual([])
  })

  it('knows where a method begins, also right behind the content of another request (RFC 9110 §9.1)', async () => {
    const { port } = await protectedServer(host)
    const first = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n{M}'
    const responses = await answersTo(port, `${first}MMXX / HTTP/1.1\r\nHost: a\r\n\r\n`, ['POST', 'MMXX'])
    expect(responses.map(({ status }) => status)).toEqual([200, 501])
  })

  it('ends the connection where Connection says close, also before a tab (RFC 9112 §9.3)', async () => {
    const { port } = await protectedServer(host)
    const [response] = await answersTo(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\t\r\n\r\n')
    expect([response?.status, response?.headers('connection')]).toEqual([200, ['close']])
  })

  it('sends no content to a HEAD right behind content that it could not read', async () => {
    const { port } = await protectedServer(host)
    const first = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n[]'
    const responses = await answersTo(port, `${first}HEAD \\ HTTP/1.1\r\n\r\n`, ['POST', 'HEAD'])
    expect(responses.map(({ status }) => status)).toEqual([200, 400])
  })

  it('sends no content to a HEAD that it could not read', async () => {
    const { port } = await protectedServer(host)
    const [response] = await answersTo(port, 'HEAD / HTTP/1.1\r\nHost: a\r\nA B: c\r\n\r\n', ['HEAD'])
    expect(response?.status).toBe(400)
    expect(Number(response?.headers('content-length')[0])).toBeGreaterThan(100)
  })

  it('sends no content to a HEAD that it could not read, and only to that one', async () => {
    const { port } = await protectedServer(host)
    const head = 'HEAD / HTTP/1.1\r\nHost: a\r\n'
    const broken = 'A B: c\r\n\r\n'
    const behind = await answersTo(port, `${head}\r\nGET / HTTP/1.1\r\n${broken}`, ['HEAD', 'GET'])
    expectProblem(behind[1], 400, /field/)
    const before = await answersTo(port, `GET / HTTP/1.1\r\nHost: a\r\n\r\n${head}${broken}`, ['GET', 'HEAD'])
    expect(before[1]?.status).toBe(400)
    const content = await answersTo(port, `${post}Content-Length: 2\r\n\r\n{}${head}${broken}`, ['POST', 'HEAD'])
    expect(content[1]?.status).toBe(400)
    const chunks = `${head.replace('/', '/slow')}Transfer-Encoding: chunked\r\n\r\n`
    const [response] = await answersTo(port, [chunks, 'GET\r\n'], ['HEAD'])
    expect(response?.status).toBe(400)
  })

  it('tells a target that is too long also right behind the content of another request (RFC 9110 §15.5.15)', async () => {
    const { port } = await protectedServer(host)
    const first = `${post}Content-Length: 2\r\n\r\n{}`
    const long = 'a'.repeat(20_000)
    const [, target] = await answersTo(port, `${first}PUT /${long} HTTP/1.1\r\nHost: a\r\n\r\n`, ['POST', 'PUT'])
    expectProblem(target, 414, /target/)
    const [, fields] = await answersTo(port, `${first}PUT / HTTP/1.1\r\nA: PUT /${long}\r\n\r\n`, ['POST', 'PUT'])
    expectProblem(fields, 431, /the largest is A/)
  })

  it('sends no chunks to HTTP/1.0, whatever its TE says (RFC 9112 §6.1)', async () => {
    const app: TestApp = {
      routes: { '/': (io) => io.body(Readable.from(['a', 'b'])) },
      breaks: ['9110-8.3-content-type'],
    }
    const { port } = await protectedServer(host, {}, {}, app)
    const [response] = await answersTo(port, 'GET / HTTP/1.0\r\nTE: chunked\r\n\r\n')
    expect([response?.headers('transfer-encoding'), String(response?.body)]).toEqual([[], 'ab'])
  })

  it('ends the connection where a request of HTTP/1.0 says both close and keep-alive (RFC 9112 §9.3)', async () => {
    const { port } = await protectedServer(host)
    const [response] = await answersTo(port, 'GET / HTTP/1.0\r\nConnection: close, keep-alive\r\n\r\n')
    expect([response?.status, response?.headers('connection')]).toEqual([200, ['close']])
  })

  it.each(['100-continue x', '100-continue, x', '100-continue;a=b'])(
    'takes %s for no 100-continue',
    async (expectation) => {
      const { port } = await protectedServer(host)
      const sent = `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\nExpect: ${expectation}\r\n\r\n`
      const [response] = await answersTo(port, sent, ['POST'])
      expect([response?.status, response?.interim]).toEqual([417, []])
    },
  )

  it('lets through what is right, also a Host that is empty, an address, or one without need (HTTP/1.0)', async () => {
    const { port } = await protectedServer(host)
    for (const head of [
      'HTTP/1.1\r\nHost:',
      'HTTP/1.1\r\nHost: [::1]:80',
      'HTTP/1.1\r\nHost: a:',
      'HTTP/1.1\r\nHost: %41.b',
      'HTTP/1.0',
    ]) {
      const [response] = await answersTo(port, `GET / ${head}\r\nConnection: close\r\n\r\n`)
      expect(response?.status, head).toBe(200)
    }
  })
})
