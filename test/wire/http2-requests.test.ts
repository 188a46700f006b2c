import { protect } from 'statuswise/node'
import { describe, expect, it } from 'vitest'
import type { TestApp } from '../support/frameworks.ts'
import { http2Hosts, serveHttp2 } from '../support/http2.ts'
import { connectFrames, type FrameConnection } from '../support/http2-frames.ts'

const PROTOCOL_ERROR = 1 // RFC 9113 §7

type Fields = readonly (readonly [name: string, value: string])[]

const request = (fields: Readonly<Record<string, string | undefined>>, ...more: Fields): Fields => {
  const all = { ':method': 'GET', ':scheme': 'http', ':path': '/', ':authority': 'a.example', ...fields }
  return [...Object.entries(all).filter((field): field is [string, string] => field[1] !== undefined), ...more]
}

const asked: string[] = []
const seen: string[] = []
const app: TestApp = {
  routes: {
    '/': (io) => {
      asked.push(io.req.method ?? '')
      seen.push(...Object.keys(io.req.headers))
      io.body('text')
    },
  },
}

async function protectedConnection(host: (typeof http2Hosts)[number][1]): Promise<FrameConnection> {
  asked.length = 0
  seen.length = 0
  const { port } = await serveHttp2(host, app, (server) => protect(server))
  return connectFrames(port)
}

describe.each(http2Hosts)('of what no client should send on HTTP/2, %s', (_, host) => {
  it.each<[string, Fields]>([
    ['an upper-case name (RFC 9113 §8.2.1)', request({}, ['Accept', '*/*'])],
    ['Connection (§8.2.2)', request({}, ['connection', 'close'])],
    ['Keep-Alive', request({}, ['keep-alive', 'timeout=5'])],
    ['Proxy-Connection', request({}, ['proxy-connection', 'close'])],
    ['Transfer-Encoding', request({}, ['transfer-encoding', 'chunked'])],
    ['Upgrade', request({}, ['upgrade', 'h2c'])],
    ['TE other than trailers', request({}, ['te', 'gzip'])],
    ['no :method (§8.3.1)', request({ ':method': undefined })],
    ['no :scheme', request({ ':scheme': undefined })],
    ['no :path', request({ ':path': undefined })],
    ['an empty :path', request({ ':path': '' })],
    ['a :path without a slash', request({ ':path': 'x' })],
    ['a :path of * for GET', request({ ':path': '*' })],
    ['no :authority and no Host', request({ ':authority': undefined })],
    ['an empty :authority', request({ ':authority': '' })],
    ['two :authority', request({}, [':authority', 'b.example'])],
    ['two Hosts', request({ ':authority': undefined }, ['host', 'a.example'], ['host', 'a.example'])],
    ['an :authority with a space', request({ ':authority': 'a b' })],
    ['a pseudo-header field behind others (§8.3)', request({ ':path': undefined }, ['x-a', 'a'], [':path', '/'])],
    ['one that nobody knows', request({}, [':own', 'a'])],
    ['one of responses', request({}, [':status', '200'])],
    [
      'an extended CONNECT that was not on offer (RFC 8441)',
      request({ ':method': 'CONNECT', ':protocol': 'websocket' }),
    ],
    ['a Content-Length with no content', request({ ':method': 'POST' }, ['content-length', '5'])],
  ])('resets the stream for %s, and the application does not see it', async (_what, fields) => {
    const connection = await protectedConnection(host)
    expect(await connection.request(fields)).toMatchObject({ status: undefined, code: PROTOCOL_ERROR })
    expect(asked).toEqual([])
    expect(await connection.request(request({}))).toEqual({ status: 200, code: undefined, isWhole: true })
  })

  it('refuses an :authority with userinfo (§8.3.1), which nghttp2 does since Node 22', async () => {
    const connection = await protectedConnection(host)
    const { status, code } = await connection.request(request({ ':authority': 'user@a.example' }))
    expect(status === 400 || code === PROTOCOL_ERROR).toBe(true)
    expect(asked).toEqual([])
  })

  // nghttp2 passes over them, where the RFC has it refuse the request.
  it.each<[string, Fields]>([
    ['a name with a space (§8.2.1)', request({}, ['x y', 'a'])],
    ['a value with a line end', request({}, ['x-a', 'a\r\nx-b: b'])],
    ['a value with NUL', request({}, ['x-a', 'a\0b'])],
    ['a value that begins with a space', request({}, ['x-a', ' a'])],
  ])('shows nobody a field with %s', async (_what, fields) => {
    const connection = await protectedConnection(host)
    expect(await connection.request(fields)).toMatchObject({ status: 200 })
    expect(seen.filter((name) => name.startsWith('x'))).toEqual([])
  })

  it.each<[string, Fields]>([
    ['an :authority and a Host that differ (§8.3.1)', request({}, ['host', 'b.example'])],
    ['… in their ports', request({ ':authority': 'a.example:81' }, ['host', 'a.example'])],
    [
      '… in their ports, with another scheme',
      request({ ':authority': 'a.example:80', ':scheme': 'https' }, ['host', 'a.example']),
    ],
    ['an :authority that is none', request({ ':authority': 'a.example:b' })],
    ['a Host that is none', request({ ':authority': undefined }, ['host', '[::1'])],
    [
      'a :path without a slash in a scheme that nobody knows',
      request({ ':path': 'http://b.example/', ':scheme': 'ftp' }),
    ],
  ])('answers %s with 400 where protect() is, and the application does not see it', async (_what, fields) => {
    const connection = await protectedConnection(host)
    expect(await connection.request(fields)).toEqual({ status: 400, code: undefined, isWhole: true })
    expect(asked).toEqual([])
    expect((await connection.request(request({}))).status).toBe(200)
  })

  it.each<[string, Fields]>([
    ['a Host instead of :authority', request({ ':authority': undefined }, ['host', 'a.example'])],
    ['both alike', request({}, ['host', 'a.example'])],
    ['both alike but for their case', request({}, ['host', 'A.Example'])],
    ['both alike but for the default port', request({ ':authority': 'a.example:80' }, ['host', 'a.example'])],
    ['… of https', request({ ':scheme': 'https' }, ['host', 'a.example:443'])],
    ['… that is empty', request({}, ['host', 'a.example:'])],
    ['an IPv6 address', request({ ':authority': '[::1]:8080' })],
    ['TE: trailers', request({}, ['te', 'trailers'])],
    ['several Cookies (§8.2.3)', request({}, ['cookie', 'a=b'], ['cookie', 'c=d'])],
  ])('lets %s through', async (_what, fields) => {
    const connection = await protectedConnection(host)
    expect(await connection.request(fields)).toEqual({ status: 200, code: undefined, isWhole: true })
    expect(asked).toEqual(['GET'])
  })
})
