import type { ServerResponse } from 'node:http'
import { constants } from 'node:http2'
import { describe, expect, it, vi } from 'vitest'
import { type Mended, raw } from '../support/conforming.ts'
import type { TestApp } from '../support/frameworks.ts'
import { type Http2Server, serveHttp2 } from '../support/http2.ts'

type Write = (res: ServerResponse) => unknown

interface Served extends Http2Server {
  readonly events: readonly Mended[]
}

async function serving(major: number, write: Write, app: Partial<TestApp> = {}): Promise<Served> {
  const events: Mended[] = []
  const conform = { onMend: (event: Mended) => void events.push(event), ...app.conform }
  const server = await serveHttp2(major, { ...app, conform, routes: { '/': raw(write), ...app.routes } })
  return Object.assign(server, { events })
}

const set =
  (status: number, content?: string): Write =>
  (res) => {
    res.statusCode = status
    res.end(content)
  }

describe.each([3, 2])('HTTP/2 on Koa %d', (major) => {
  it.each([
    ['end()', set(404)],
    ["end('')", set(404, '')],
    [
      'an empty write, end',
      (res: ServerResponse) => {
        res.statusCode = 404
        res.write('')
        res.end()
      },
    ],
  ])('a bare 404 by %s gets its document (RFC 9110 §15.5)', async (_, write) => {
    const server = await serving(major, write)
    const { status, headers, body, code } = await server.request()
    expect({ status, code }).toEqual({ status: 404, code: 0 })
    expect(headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(String(body))).toMatchObject({ status: 404 })
    expect(headers['content-length']).toBe(String(body.length))
    expect(server.errors).toEqual([])
  })

  it('HEAD gets its fields (RFC 9110 §9.3.2)', async () => {
    const server = await serving(major, set(404))
    const get = await server.request()
    const head = await server.request({ ':method': 'HEAD' })
    expect(head).toMatchObject({ status: 404, code: 0 })
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.body).toHaveLength(0)
    expect(server.errors).toEqual([])
  })

  it('a client that has cancelled its request gets nothing, and nobody is told (RFC 9113 §7)', async () => {
    const answered = vi.fn()
    const server = await serving(major, (res) => {
      res.once('close', () => {
        set(404)(res)
        setImmediate(answered)
      })
      stream.close(constants.NGHTTP2_CANCEL)
    })
    const stream = server.session.request({ ':path': '/' })
    await vi.waitUntil(() => answered.mock.calls.length > 0)
    expect(server.events).toEqual([])
    expect(server.errors).toEqual([])
  })

  it('a head that is made first is on its way: what is missing can be added, content cannot be replaced', async () => {
    const bare = await serving(major, (res) => res.writeHead(404, { 'x-own': 'a' }).end())
    expect(await bare.request()).toMatchObject({ status: 404, code: 0, headers: { 'x-own': 'a' } })
    const unauthorized = await serving(major, (res) => res.writeHead(401, { 'x-own': 'a' }).end('text'))
    const { headers, body } = await unauthorized.request()
    expect(headers).toMatchObject({ 'x-own': 'a', 'www-authenticate': 'Bearer realm="api"' })
    expect(String(body)).toBe('text')
    expect([...bare.errors, ...unauthorized.errors]).toEqual([])
  })

  it.each([204, 205])('a %d has no content (RFC 9110 §15.3.5, §15.3.6)', async (status) => {
    const server = await serving(major, (res) => {
      res.statusCode = status
      res.setHeader('content-type', 'text/plain')
      res.end('text')
    })
    const response = await server.request()
    expect(response).toMatchObject({ status, code: 0 })
    expect(response.body).toHaveLength(0)
    expect(response.headers['content-length']).toBe(status === 204 ? undefined : '0')
    expect(server.events).toHaveLength(1)
    expect(server.errors).toEqual([])
  })

  it('a wrong length is corrected (RFC 9113 §8.1.1)', async () => {
    const server = await serving(major, (res) => {
      res.statusCode = 200
      res.setHeader('content-length', '9')
      res.end('text')
    })
    const { headers, body, code } = await server.request()
    expect({ length: headers['content-length'], body: String(body), code }).toEqual({
      length: '4',
      body: 'text',
      code: 0,
    })
    expect(server.errors).toEqual([])
  })

  it('a 426 needs no Upgrade, which is not there (RFC 9113 §8.2.2)', async () => {
    const server = await serving(major, set(426, 'text'), { conform: { fallbacks: { upgrade: ['h2c'] } } })
    const { status, headers } = await server.request()
    expect(status).toBe(426)
    expect(headers).not.toHaveProperty('upgrade')
    expect(server.events).toEqual([])
    expect(server.errors).toEqual([])
  })

  it('405 and OPTIONS list the methods (RFC 9110 §15.5.6)', async () => {
    const server = await serving(major, set(200), { routes: { 'GET /orders': (io) => io.body('text') } })
    const refused = await server.request({ ':method': 'DELETE', ':path': '/orders' })
    const listed = await server.request({ ':method': 'OPTIONS', ':path': '/orders' })
    expect(refused).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, OPTIONS' } })
    expect(listed).toMatchObject({ status: 200, headers: { allow: 'GET, HEAD, OPTIONS' } })
    expect(server.errors).toEqual([])
  })

  it("mode: 'throw' makes a 500 of a fault, also of written content", async () => {
    const write: Write = (res) => {
      res.statusCode = 206
      res.write('te')
      res.end('xt')
    }
    const server = await serving(major, write, { conform: { mode: 'throw' } })
    const { status, body, code } = await server.request()
    expect({ status, code }).toEqual({ status: 500, code: 0 })
    expect(JSON.parse(String(body))).toMatchObject({ rule: '9110-15.3.7.1-206-single-content-range' })
    expect(server.errors).toEqual([])
  })

  it('bodyLimit refuses what is announced (RFC 9110 §15.5.14)', async () => {
    const server = await serving(major, set(200), { conform: { bodyLimit: 3 } })
    const { status } = await server.request({ ':method': 'POST', 'content-length': '4' }, Buffer.from('text'))
    expect(status).toBe(413)
    expect((await server.request()).status).toBe(200)
    expect(server.errors).toEqual([])
  })

  it.each<[string, Write]>([
    ['end(text)', set(200, 'text')],
    ['writeHead, end', (res) => res.writeHead(200, { 'x-own': 'a' }).end('text')],
    [
      'write, end',
      (res) => {
        res.statusCode = 404
        res.write('te')
        res.end('xt')
      },
    ],
    [
      'flushHeaders, end',
      (res) => {
        res.statusCode = 200
        res.flushHeaders()
        res.end('text')
      },
    ],
    ['a 304', (res) => res.writeHead(304, { etag: '"a"' }).end()],
  ])('%s is as it is without conform()', async (_, write) => {
    const without = await serveHttp2(major, { routes: { '/': raw(write) }, breaks: 'anything' })
    const server = await serving(major, write)
    const expected = await without.request()
    const found = await server.request()
    expect({ ...found, headers: { ...found.headers, date: '' } }).toEqual({
      ...expected,
      headers: { ...expected.headers, date: '' },
    })
    expect(server.events).toEqual([])
    expect(server.errors).toEqual([])
  })
})
