import { once } from 'node:events'
import type { Socket } from 'node:net'
import type express from 'express'
import type Koa from 'koa'
import { de } from 'statuswise/languages/de'
import { describe, expect, it, vi } from 'vitest'
import * as onExpress from '../../adapters/express/index.ts'
import * as onKoa from '../../adapters/koa/index.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { http2Hosts, serveHttp2 } from '../support/http2.ts'
import { converse, exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'
import { upload } from '../support/upload.ts'

// It brings no types.
const { default: mount } = (await import('koa-mount' as string)) as {
  default: (prefix: string, middleware: Koa.Middleware) => Koa.Middleware
}

const KB = 1024
const MB = 1024 * KB

type MovedArguments = Parameters<typeof onKoa.moved>

const routes: TestApp['routes'] = {
  'GET /new': (io) => {
    io.header('Content-Type', 'text/plain')
    io.body('here')
  },
}

const movedBy = (...args: MovedArguments): TestApp => ({
  before: {
    express: [onExpress.moved(...args) as express.RequestHandler],
    koa: [onKoa.moved(...args) as unknown as Koa.Middleware],
  },
  routes,
})

const goneBy = (patterns: readonly string[]): TestApp => ({
  before: {
    express: [onExpress.gone(patterns) as express.RequestHandler],
    koa: [onKoa.gone(patterns) as unknown as Koa.Middleware],
  },
  routes,
})

const preflight = { Origin: 'https://a.example', 'Access-Control-Request-Method': 'GET' }

describe.each(frameworks)('on $name, moved()', (framework) => {
  it('redirects GET and HEAD with 301, other methods with 308, and lets the rest through', async () => {
    const server = await serve(framework, movedBy({ '/old': '/new', '/blog/:id': '/posts/:id' }))
    for (const [method, status] of [
      ['GET', 301],
      ['HEAD', 301],
      ['POST', 308],
      ['DELETE', 308],
      ['OPTIONS', 308],
    ] as const) {
      const response = await answerOf(server, { method, target: '/old?a=1', headers: { Accept: 'text/html' } })
      expect([response.status, response.headers('location')]).toEqual([status, ['/new?a=1']])
      if (method === 'HEAD') expect(response.body).toHaveLength(0)
    }
    expect((await answerOf(server, { target: '/blog/7' })).headers('location')).toEqual(['/posts/7'])
    expect(String((await answerOf(server, { target: '/new' })).body)).toBe('here')
    expect((await answerOf(server, { target: '/older' })).status).toBe(404)
    expect((await answerOf(server, { method: 'POST', target: '/new' })).status).toBe(405)
  })

  it('has the short page of redirects for who wants HTML, and none for who does not (RFC 9110 §15.4)', async () => {
    const server = await serve(framework, movedBy({ '/old': '/new' }))
    const page = await answerOf(server, { target: '/old', headers: { Accept: 'text/html' } })
    expect(page.headers('content-type')).toEqual(['text/html; charset=utf-8'])
    expect(page.headers('vary')).toEqual(['Accept'])
    expect(String(page.body)).toContain('<a href="/new">/new</a>')
    const head = await answerOf(server, { method: 'HEAD', target: '/old', headers: { Accept: 'text/html' } })
    expect(head.headers('content-length')).toEqual(page.headers('content-length'))
    expect((await answerOf(server, { target: '/old', headers: { Accept: 'application/json' } })).body).toHaveLength(0)
  })

  it('redirects for the moment, or with one status, where it is told to', async () => {
    const forNow = await serve(framework, movedBy({ '/old': '/new' }, { permanent: false }))
    expect((await answerOf(forNow, { target: '/old' })).status).toBe(302)
    expect((await answerOf(forNow, { method: 'PUT', target: '/old' })).status).toBe(307)
    const always = await serve(framework, movedBy({ '/old': '/new' }, { status: 308 }))
    expect((await answerOf(always, { target: '/old' })).status).toBe(308)
  })

  it('leads nobody astray, whatever bytes come', async () => {
    const server = await serve(framework, movedBy({ '/go/*': '/*', '/to/:x': '/:x' }))
    const values = [
      ...['/evil.example', '//evil.example', '\\evil.example', '/\\evil.example', '%2Fevil.example', '%5Cevil.example'],
      ...['..', '../a', 'a/../..', '%2e%2e', '%2e%2e%2f', 'a%0d%0aSet-Cookie:%20a=b', '%00', '%'],
    ]
    for (const value of values) {
      for (const prefix of ['/go/', '/to/']) {
        const response = await answerOf(server, { target: prefix + value })
        expect([prefix + value, response.status, response.headers('location')]).toEqual([prefix + value, 404, []])
      }
    }
    const odd = await answerOf(server, { target: '/to/@evil.example?next=//evil.example' })
    expect(odd.headers('location')).toEqual(['/@evil.example?next=//evil.example'])
  })

  it('keeps the connection for the next request', async () => {
    const server = await serve(framework, movedBy({ '/old': '/new' }))
    const { responses, error, closed } = await exchange(
      server.port,
      pipeline([
        request({ method: 'POST', target: '/old', body: 'a=1' }),
        request({ target: '/old' }),
        request({ target: '/new' }),
      ]),
    )
    expect([error, closed]).toEqual([undefined, 'open'])
    expect(responses.map(({ status }) => status)).toEqual([308, 301, 200])
  })

  it.each([64 * KB + 1, 400 * MB])('does not read %i bytes of an upload for it (RFC 9112 §9.3)', async (size) => {
    const server = await serve(framework, movedBy({ '/old': '/new' }))
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request({ method: 'POST', target: '/old', headers: { 'Content-Length': `${size}` } }))
      const response = await conversation.response()
      expect([response.status, response.headers('location')]).toEqual([308, ['/new']])
      expect(response.headers('connection')).toEqual(['close'])
      expect((await conversation.untilClosed()).closed).toBe('fin')
    })
  })

  it('reads no more than 8 MiB of a fast upload, whose client has its answer', async () => {
    const server = await serve(framework, movedBy({ '/old': '/new' }))
    const sockets: Socket[] = []
    server.server.on('connection', (socket: Socket) => void sockets.push(socket))
    const head = request({ method: 'POST', target: '/old', headers: { 'Content-Length': `${64 * MB}` } })
    const uploaded = await upload(server.port, head, { size: 64 * MB })
    expect(uploaded.responses).toMatchObject([{ status: 308, complete: true }])
    await vi.waitUntil(() => sockets[0]?.destroyed, 20_000)
    expect(sockets[0]?.bytesRead).toBeLessThanOrEqual(9 * MB)
  })

  it.each([
    ['of 60 kB', request({ method: 'POST', target: '/old', body: 'x'.repeat(60 * KB) })],
    [
      'in chunks that are here',
      `${request({ method: 'POST', target: '/old', headers: { 'Transfer-Encoding': 'chunked' } })}1\r\na\r\n0\r\n\r\n`,
    ],
  ])('keeps the connection after content %s', async (_, post) => {
    const server = await serve(framework, movedBy({ '/old': '/new' }))
    const sent = pipeline([post, request({ target: '/new' })])
    const { responses, error, closed } = await exchange(server.port, sent)
    expect(responses.map(({ status }) => status)).toEqual([308, 200])
    expect([error, closed]).toEqual([undefined, 'open'])
  })

  it('waits for no end of chunks (RFC 9112 §7.1)', async () => {
    const server = await serve(framework, movedBy({ '/old': '/new' }))
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request({ method: 'POST', target: '/old', headers: { 'Transfer-Encoding': 'chunked' } }))
      const response = await conversation.response()
      expect([response.status, response.headers('connection')]).toEqual([308, ['close']])
    })
  })

  it('says in the language of the reader where it has gone (RFC 9110 §12.5.4)', async () => {
    const languages = { de }
    for (const options of [{ problems: { languages } }, { conform: { languages } }]) {
      const server = await serve(framework, { ...movedBy({ '/old': '/new' }), ...options })
      const ask = (method: string, language: string, accept = 'text/html') =>
        answerOf(server, { method, target: '/old', headers: { Accept: accept, 'Accept-Language': language } })
      const page = await ask('GET', 'de-CH, en;q=0.5')
      expect(page.status).toBe(301)
      expect(page.headers('content-language')).toEqual(['de'])
      expect(page.headers('vary')).toEqual(['Accept, Accept-Language'])
      expect(page.text()).toContain('Dauerhaft verschoben: <a href="/new">/new</a>')
      const head = await ask('HEAD', 'de-CH, en;q=0.5')
      expect(head.body).toHaveLength(0)
      for (const name of ['content-language', 'content-length', 'content-type', 'vary', 'location']) {
        expect([name, head.headers(name)]).toEqual([name, page.headers(name)])
      }
      expect((await ask('GET', 'fr')).headers('content-language')).toEqual(['en'])
      const bare = await ask('GET', 'de', 'application/json')
      expect([bare.headers('content-language'), bare.headers('vary'), bare.text()]).toEqual([[], ['Accept'], ''])
    }
  })

  it('has what was there before it: cookies and CORS stay, metadata of content goes', async () => {
    const server = await serve(framework, {
      ...movedBy({ '/old': '/new' }),
      before: {
        express: [
          (_req, res, next) => {
            res.set({ 'Access-Control-Allow-Origin': '*', 'Set-Cookie': 'a=1', ETag: '"v1"' })
            next()
          },
          onExpress.moved({ '/old': '/new' }) as express.RequestHandler,
        ],
        koa: [
          async (ctx, next) => {
            ctx.set({ 'Access-Control-Allow-Origin': '*', 'Set-Cookie': 'a=1', ETag: '"v1"' })
            await next()
          },
          onKoa.moved({ '/old': '/new' }) as unknown as Koa.Middleware,
        ],
      },
    })
    const response = await answerOf(server, { target: '/old' })
    expect(response.headers('access-control-allow-origin')).toEqual(['*'])
    expect(response.headers('set-cookie')).toEqual(['a=1'])
  })

  it('goes by the path that the client sent, wherever it is mounted', async () => {
    const table = { '/shop/old/:x': '/shop/new/:x' }
    const server = await serve(framework, {
      setup: {
        express: (app) => app.use('/shop', onExpress.moved(table) as express.RequestHandler),
        koa: (app) => app.use(mount('/shop', onKoa.moved(table) as unknown as Koa.Middleware)),
      },
      routes,
    })
    expect((await answerOf(server, { target: '/shop/old/1' })).headers('location')).toEqual(['/shop/new/1'])
    expect((await answerOf(server, { target: '/shop/new/1' })).status).toBe(404)
  })

  it('leaves CORS preflights to who answers them', async () => {
    const server = await serve(framework, movedBy({ '/new': '/newer' }))
    const response = await answerOf(server, { method: 'OPTIONS', target: '/new', headers: preflight })
    expect(response.status).toBe(200)
  })
})

describe.each(frameworks)('on $name, gone()', (framework) => {
  it('is a 410 whatever the method, OPTIONS too, and lets the rest through', async () => {
    const server = await serve(framework, goneBy(['/new', '/legacy/*']))
    for (const target of ['/new', '/new?a=1', '/legacy/a/b']) {
      for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS']) {
        const response = await answerOf(server, { method, target })
        expect([method, target, response.status]).toEqual([method, target, 410])
        expect(response.headers('content-type')).toEqual(['application/problem+json'])
        if (method !== 'HEAD') expect(response.json()).toMatchObject({ status: 410, title: 'Gone' })
      }
    }
    expect((await answerOf(server, { target: '/legacy' })).status).toBe(404)
    expect((await answerOf(server, { method: 'OPTIONS', target: '/new', headers: preflight })).status).toBe(200)
    expect((await answerOf(server, { method: 'OPTIONS', target: '*' })).status).toBeLessThan(405)
  })

  it('has no options', () => {
    const { gone } = framework.family === 'express' ? onExpress : onKoa
    expect(() => gone(['/a'], { detail: 'x' } as never)).toThrow(TypeError)
  })
})

describe.each(http2Hosts.filter(([, host]) => host !== 'node:http2'))('on HTTP/2 and %s, moved()', (_, host) => {
  it('stops an upload once the client has its answer (RFC 9113 §8.1), and keeps the connection', async () => {
    const server = await serveHttp2(host, movedBy({ '/old': '/new' }))
    const stream = server.session.request({ ':path': '/old', ':method': 'POST' })
    const written = { bytes: 0 }
    const part = Buffer.alloc(64 * KB)
    const more = (): void => {
      if (stream.closed || stream.destroyed) return
      written.bytes += part.length
      stream.write(part, more)
    }
    more()
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>]
    expect([headers[':status'], headers.location]).toEqual([308, '/new'])
    await once(stream.resume(), 'close')
    expect(stream.rstCode).toBe(0)
    expect(written.bytes).toBeLessThan(8 * MB)
    expect((await server.request({ ':path': '/new' })).status).toBe(200)
    expect(server.errors).toEqual([])
  })
})
