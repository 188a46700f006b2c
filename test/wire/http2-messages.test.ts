import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  MethodNotAllowed,
  NotFound,
  noContent,
  notModified,
  RangeNotSatisfiable,
  representation,
  resetContent,
} from 'statuswise'
import { send as sendOnKoa } from 'statuswise/koa'
import { describe, expect, it } from 'vitest'
import { sendReply } from '../../adapters/node/send.ts'
import { type NodeResponse, write } from '../../adapters/node/write.ts'
import { writeStreamed } from '../../adapters/node/write-stream.ts'
import type { Handler, Io, TestApp } from '../support/frameworks.ts'
import { type Http2Server, http2Hosts, serveHttp2 } from '../support/http2.ts'

type Reply = ReturnType<typeof noContent>

const reply = (io: Io, given: Reply): Promise<void> => {
  if (io.ctx) return sendOnKoa(io.ctx, given)
  const res = io.res as NodeResponse
  return sendReply(res, given, {
    whole: (framed) => write(res, framed),
    streamed: (framed) => writeStreamed(res, framed),
  })
}

const content = 'abcdefghij'.repeat(1000)
const etag = `"${createHash('sha1').update(content).digest('hex')}"`
const ranged: Handler = (io) =>
  reply(io, representation(io.req, { body: content, type: 'text/plain; charset=utf-8', etag }))

const serving = (
  host: (typeof http2Hosts)[number][1],
  handler: Handler,
  app: Partial<TestApp> = {},
): Promise<Http2Server> =>
  serveHttp2(host, { setup: { koa: (koa) => koa.on('error', () => {}) }, ...app, routes: { '/': handler } })

describe.each(http2Hosts)('on %s, a message of HTTP/2', (_, host) => {
  it.each([
    [204, noContent(), undefined],
    [205, resetContent(), '0'],
    [304, notModified({ etag: '"v1"' }), undefined],
  ] as const)('with %d ends with its head', async (status, given, length) => {
    const server = await serving(host, (io) => reply(io, given))
    for (const method of ['GET', 'HEAD']) {
      const response = await server.request({ ':method': method })
      expect(response).toMatchObject({ status, body: Buffer.alloc(0), code: 0 })
      expect(response.headers['content-length']).toBe(length)
      expect(response.headers).not.toHaveProperty('content-type')
    }
    expect(server.errors).toEqual([])
  })

  it('with several ranges is one of multipart/byteranges (RFC 9110 §14.6)', async () => {
    const server = await serving(host, ranged)
    const { status, headers, body, code } = await server.request({ range: 'bytes=0-1,5004-5005' })
    expect({ status, code }).toEqual({ status: 206, code: 0 })
    const [, boundary] = /^multipart\/byteranges; ?boundary="?([^"]+)"?$/.exec(headers['content-type'] ?? '') ?? []
    expect(boundary).toBeDefined()
    expect(headers['content-length']).toBe(String(body.length))
    const parts = String(body).split(`--${boundary}`).slice(1, -1)
    expect(parts.map((part) => part.trimEnd().split('\r\n\r\n')[1])).toEqual(['ab', 'ef'])
    expect(server.errors).toEqual([])
  })

  it('with one range, with none that fits, and with an unchanged one', async () => {
    const server = await serving(host, ranged)
    const one = await server.request({ range: 'bytes=2-3' })
    expect(one).toMatchObject({ status: 206, body: Buffer.from('cd'), code: 0 })
    expect(one.headers['content-range']).toBe('bytes 2-3/10000')
    const none = await server.request({ range: 'bytes=10000-' })
    expect(none).toMatchObject({ status: 416, code: 0, headers: { 'content-range': 'bytes */10000' } })
    expect(await server.request({ 'if-none-match': etag })).toMatchObject({ status: 304, code: 0 })
    const head = await server.request({ ':method': 'HEAD' })
    expect(head).toMatchObject({ status: 200, code: 0, headers: { 'content-length': '10000', etag } })
    expect(server.errors).toEqual([])
  })

  it.each([
    ['405 and Allow', new MethodNotAllowed({ allow: ['GET'] }), 'allow', 'GET, HEAD'],
    ['416 and Content-Range', new RangeNotSatisfiable({ size: 4 }), 'content-range', 'bytes */4'],
  ])('with %s', async (_what, thrown, name, value) => {
    const server = await serving(host, () => {
      throw thrown
    })
    for (const method of ['POST', 'HEAD']) {
      const response = await server.request({ ':method': method })
      expect(response).toMatchObject({ status: thrown.status, code: 0, headers: { [name]: value } })
    }
  })

  it('keeps its cookies through an error, each in a line of its own', async () => {
    const server = await serving(host, ({ res }) => {
      res.setHeader('Set-Cookie', ['a=1; Path=/', 'b=2; Path=/'])
      throw new NotFound({ headers: { 'Set-Cookie': 'a=3; Path=/' } })
    })
    const { status, headers } = await server.request()
    expect({ status, cookies: headers['set-cookie'] }).toEqual({ status: 404, cookies: ['b=2; Path=/', 'a=3; Path=/'] })
  })

  it('has the trailers that its handler sets, and an error that takes its place has not', async () => {
    const server = await serving(host, ({ ctx, req, res }) => {
      if (ctx) ctx.respond = false
      res.statusCode = 200
      res.setHeader('Content-Type', 'text/plain')
      res.setHeader('Trailer', 'x-checksum')
      res.addTrailers({ 'x-checksum': 'abc' })
      if (req.headers['x-fail'] !== undefined) throw new NotFound()
      res.end('text')
    })
    const trailersOf = async (headers: Record<string, string>): Promise<[unknown, unknown, unknown]> => {
      const stream = server.session.request({ ':path': '/', ...headers })
      let trailers: unknown
      stream.on('trailers', (fields) => {
        trailers = fields['x-checksum']
      })
      const [fields] = await once(stream, 'response')
      stream.resume()
      await once(stream, 'close')
      return [fields[':status'], fields.trailer, trailers]
    }
    expect(await trailersOf({})).toEqual([200, 'x-checksum', 'abc'])
    expect(await trailersOf({ 'x-fail': 'yes' })).toEqual([404, undefined, undefined])
    expect(server.errors).toEqual([])
  })

  it('answers HEAD as GET, where a handler has content', async () => {
    const server = await serving(host, (io) => {
      io.header('Content-Type', 'text/plain')
      io.header('Content-Length', '4')
      return io.body('text')
    })
    const head = await server.request({ ':method': 'HEAD' })
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0), code: 0, headers: { 'content-length': '4' } })
    expect(server.errors).toEqual([])
  })

  it('that the client has cancelled is nobody’s: the error of a HEAD, too, is told as aborted', async () => {
    const outcomes: string[] = []
    if (host === 'node:http2') return
    const server = await serving(
      host,
      async ({ req }) => {
        await once(req, 'close')
        throw new NotFound()
      },
      { problems: { onProblem: ({ outcome }) => void outcomes.push(outcome) } },
    )
    for (const method of ['GET', 'HEAD']) {
      const asked = once(server.server, 'request')
      const stream = server.session.request({ ':path': '/', ':method': method }, { endStream: false })
      stream.on('error', () => {})
      await asked
      stream.close(8)
      await once(stream, 'close').catch(() => {})
      await expect.poll(() => outcomes.splice(0), { timeout: 20_000 }).toContain('aborted')
    }
    expect(server.errors).toEqual([])
  })
})
