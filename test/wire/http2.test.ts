import { Readable } from 'node:stream'
import {
  MethodNotAllowed,
  MisdirectedRequest,
  NotFound,
  noContent,
  notModified,
  resetContent,
  seeOther,
  UpgradeRequired,
} from 'statuswise'
import { send } from 'statuswise/koa'
import { describe, expect, it, vi } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { type Http2Server, serveHttp2 } from '../support/http2.ts'
import { throwing } from '../support/serve.ts'

const INTERNAL_ERROR = 2 // RFC 9113 §7

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name on HTTP/2', ({ major }) => {
  it.each([
    [404, new NotFound()],
    [405, new MethodNotAllowed({ allow: ['GET'] })],
    [421, new MisdirectedRequest()],
    [505, new UpgradeRequired({ protocols: ['websocket'] })],
    [500, new Error('a secret')],
    [500, null],
  ])('a %i has a problem document and no fields of the connection (RFC 9113 §8.2.2)', async (status, thrown) => {
    const server = await quiet(throwing(thrown))
    const response = await server.request()
    expect(response).toMatchObject({ status, code: 0 })
    expect(JSON.parse(`${response.body}`)).toMatchObject({ status })
    expect(response.headers['content-length']).toBe(String(response.body.length))
    for (const name of ['connection', 'keep-alive', 'upgrade', 'transfer-encoding']) {
      expect(response.headers).not.toHaveProperty(name)
    }
    expect(server.errors).toEqual([])
  })

  it('a bare status and nobody answering become problem documents', async () => {
    const server = await quiet({ routes: { '/': (io) => io.status(403) } })
    expect(JSON.parse(`${(await server.request()).body}`)).toMatchObject({ status: 403 })
    expect(JSON.parse(`${(await server.request({ ':path': '/nowhere' })).body}`)).toMatchObject({ status: 404 })
    expect(server.errors).toEqual([])
  })

  it('HEAD has the fields of GET and no content (RFC 9110 §9.3.2)', async () => {
    const server = await quiet(throwing(new NotFound()))
    const get = await server.request()
    const head = await server.request({ ':method': 'HEAD' })
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
    expect(head).toMatchObject({ body: Buffer.alloc(0), code: 0 })
  })

  it('a method overridden to HEAD leaves a well-formed response (RFC 9113 §8.1.1)', async () => {
    const server = await quiet({
      ...throwing(new NotFound()),
      breaks: ['9110-15.5-explain'],
      before: {
        koa: [
          (ctx, next) => {
            ctx.method = 'HEAD'
            return next()
          },
        ],
      },
    })
    expect(await server.request({ ':method': 'POST' })).toMatchObject({ status: 404, code: 0 })
    expect(server.errors).toEqual([])
  })

  it.each([
    [204, noContent()],
    [205, resetContent()],
    [303, seeOther('/elsewhere')],
    [304, notModified({ etag: '"v1"' })],
  ])('a %i has no content', async (status, reply) => {
    const server = await quiet({ routes: { '/': (io) => io.ctx && send(io.ctx, reply) } })
    expect(await server.request()).toMatchObject({ status, body: Buffer.alloc(0), code: 0 })
    expect(server.errors).toEqual([])
  })

  it('an error after the head resets its stream alone (RFC 9113 §5.4.2)', async () => {
    const outcomes: string[] = []
    const server = await quiet({
      problems: { onProblem: ({ outcome }) => void outcomes.push(outcome) },
      routes: {
        '/': async (io) => {
          if (io.ctx) io.ctx.respond = false
          io.res.writeHead(200)
          await new Promise((resolve) => io.res.write('half', resolve))
          throw new NotFound()
        },
        '/good': (io) => io.body('good'),
      },
    })
    const response = await server.request()
    expect(response).toMatchObject({ status: 200, code: INTERNAL_ERROR })
    expect(`${response.body}`).toBe('half')
    expect(`${(await server.request({ ':path': '/good' })).body}`).toBe('good')
    expect(server.session.destroyed).toBe(false)
    expect(outcomes).toEqual(['cut'])
    expect(server.errors).toEqual([])
  })

  it('an error after a complete response does nothing', async () => {
    const outcomes: string[] = []
    const server = await quiet({
      problems: { onProblem: ({ outcome }) => void outcomes.push(outcome) },
      routes: {
        '/': async (io) => {
          if (io.ctx) io.ctx.respond = false
          io.res.setHeader('Content-Type', 'text/plain')
          io.res.end('whole')
          await new Promise((resolve) => setTimeout(resolve, 10))
          throw new NotFound()
        },
      },
    })
    expect(await server.request()).toMatchObject({ body: Buffer.from('whole'), code: 0 })
    await vi.waitUntil(() => outcomes.length > 0)
    expect(outcomes).toEqual(['late'])
    expect(server.errors).toEqual([])
  })

  it('a stream body that fails at once is answered in full, later is reset', async () => {
    const server = await quiet({
      routes: {
        '/now': (io) => io.body(Readable.from(failing(0))),
        '/later': (io) => io.body(Readable.from(failing(2))),
      },
    })
    const now = await server.request({ ':path': '/now' })
    expect(JSON.parse(`${now.body}`)).toMatchObject({ status: 500 })
    expect(await server.request({ ':path': '/later' })).toMatchObject({ status: 200, code: INTERNAL_ERROR })
    expect(server.errors).toEqual([])
  })

  it('content that nobody reads does not hold up the session (RFC 9113 §8.1)', async () => {
    const server = await quiet({ ...throwing(new NotFound()) })
    for (let count = 0; count < 3; count++) {
      expect(await server.request({ ':method': 'POST' }, Buffer.alloc(200_000))).toMatchObject({ status: 404 })
    }
    expect(server.errors).toEqual([])
  })

  it('a client that cancels is reported as aborted', async () => {
    const outcomes: string[] = []
    const server = await quiet({
      problems: { onProblem: ({ outcome }) => void outcomes.push(outcome) },
      routes: {
        '/': async (io) => {
          await new Promise((resolve) => io.res.once('close', resolve))
          throw new NotFound()
        },
      },
    })
    const stream = server.session.request({ ':path': '/' })
    stream.on('error', () => {})
    setTimeout(() => stream.close(8), 10)
    await vi.waitUntil(() => outcomes.length > 0)
    expect(new Set(outcomes)).toEqual(new Set(['aborted']))
    expect(server.errors).toEqual([])
  })

  const quiet = (app: TestApp): Promise<Http2Server> =>
    serveHttp2(major, { ...app, setup: { koa: (koa) => koa.on('error', () => {}) } })
})

async function* failing(after: number): AsyncGenerator<string> {
  for (let sent = 0; sent < after; sent++) {
    yield 'a part\n'
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('a secret')
}
