import { once } from 'node:events'
import { Agent, createServer, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createRawServer } from 'node:net'
import { Readable } from 'node:stream'
import { createProxyMiddleware, type Options, responseInterceptor } from 'http-proxy-middleware'
import type Koa from 'koa'
import { conform as conformOnExpress } from 'statuswise/express'
import { conform as conformOnKoa, type KoaContext } from 'statuswise/koa'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { compared, expectSame, type Neighbour, neighbouring } from '../support/compared.ts'
import { serveConforming } from '../support/conforming.ts'
import { type Framework, frameworks, type Io, type TestApp } from '../support/frameworks.ts'
import { converse, exchange, pipeline, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { answerOf, serve } from '../support/serve.ts'

const long = 'a long text; '.repeat(10_000)
const marked: Options['on'] = { proxyRes: conformOnExpress.upstream }

type Write = (res: ServerResponse) => unknown

/** What a server further back may send that conform() would mend or report, were it the application's own. */
const foreign: Readonly<Record<string, Write>> = {
  '/401': (res) => res.writeHead(401, { 'Content-Type': 'text/plain' }).end('who?'),
  '/401-bare': (res) => res.writeHead(401).end(),
  '/404-bare': (res) => res.writeHead(404).end(),
  '/404-bare-chunked': (res) => {
    res.writeHead(404).flushHeaders()
    setTimeout(() => res.end(), 5)
  },
  '/405': (res) => res.writeHead(405).end('no'),
  '/407': (res) => res.writeHead(407).end('no'),
  '/426': (res) => res.writeHead(426).end('no'),
  '/429': (res) => res.writeHead(429).end('later'),
  '/503': (res) => res.writeHead(503, { 'Cache-Control': 'public, max-age=60', ETag: '"a"' }).end('later'),
  '/problem': (res) =>
    res.writeHead(404, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify({ status: 500, title: 'A' })),
  '/206': (res) => res.writeHead(206).end('text'),
  '/416': (res) => res.writeHead(416).end('text'),
  '/201': (res) => res.writeHead(201).end('text'),
  '/302': (res) => res.writeHead(302, { Location: 'no reference' }).end(),
  '/599': (res) => res.writeHead(599, 'Own').end('text'),
  '/lines': (res) =>
    res.writeHead(200, ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-Own', 'a', 'X-Own', 'b']).end('text'),
}
const correct: Readonly<Record<string, Write>> = {
  '/text': (res) => res.end('text'),
  '/parts': (res) => Readable.from(['half', 'half']).pipe(res),
  '/length': (res) => res.writeHead(200, { 'Content-Length': long.length }).end(long),
  '/404': (res) => res.writeHead(404, { 'Content-Type': 'text/plain' }).end('no such thing'),
  '/204': (res) => res.writeHead(204).end(),
  '/304': (res) => res.writeHead(304, { ETag: '"a"' }).end(),
}

const answering: RequestListener = (req, res) => {
  const write = { ...foreign, ...correct }[req.url ?? '']
  if (write !== undefined) return void write(res)
  res.writeHead(200, { 'Content-Type': 'text/plain' })
  req.pipe(res)
}

async function upstreamOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server that answers every request with these very bytes, and may leave then. */
async function upstreamSending(response: string, leaves: boolean): Promise<string> {
  const server = createRawServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', () => (leaves ? socket.end(response) : socket.write(response)))
  })
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** http-proxy-middleware on Express, and as it is put on Koa. */
function proxying(options: Options): Neighbour {
  // Without an agent it tells all clients to close.
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const proxy = createProxyMiddleware({ agent, ...options })
  return {
    express: (app) => void app.use(proxy),
    koa: (app: Koa) =>
      void app.use((ctx) => {
        ctx.respond = false
        return proxy(ctx.req as never, ctx.res as never)
      }),
  }
}

const none: TestApp = { routes: {} }
const targeted = (targets: object, parts: RequestParts = {}): RequestParts[] =>
  Object.keys(targets).map((target) => ({ target, ...parts }))

describe.each(frameworks)('$name with http-proxy-middleware', (framework) => {
  it('what is marked as another server’s passes, to the byte, and tells of nothing', async () => {
    const neighbour = proxying({ target: await upstreamOf(answering), on: marked })
    const targets = { ...foreign, ...correct }
    await expectSame(framework, { ...none, breaks: 'anything' }, neighbour, [
      ...targeted(targets),
      ...targeted(targets, { method: 'HEAD' }),
      ...targeted(targets, { version: '1.0' }),
      ...targeted(correct, { headers: { Connection: 'close' } }),
      { method: 'POST', target: '/echo', body: 'text' },
      { method: 'POST', target: '/echo', headers: { 'Transfer-Encoding': 'chunked' }, body: '4\r\ntext\r\n0\r\n\r\n' },
      { method: 'POST', target: '/echo', headers: { Expect: '100-continue' }, body: 'text' },
    ])
  })

  it('large content passes both ways, read no faster than it is taken', async () => {
    const neighbour = proxying({ target: await upstreamOf(answering), on: marked })
    const server = await serve(
      framework,
      neighbouring(none, neighbour, () => {}),
    )
    const sent = request({ method: 'POST', target: '/echo', body: long })
    const { responses, error } = await exchange(server.port, [sent, request({ target: '/length' }), sent])
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.text() === long)).toEqual([true, true, true])
  })

  it('what is correct passes without the mark too, to the byte', async () => {
    const neighbour = proxying({ target: await upstreamOf(answering) })
    await expectSame(framework, none, neighbour, [...targeted(correct), ...targeted(correct, { method: 'HEAD' })])
  })

  it('without the mark, errors are mended like the application’s own', async () => {
    const neighbour = proxying({ target: await upstreamOf(answering) })
    const told: string[] = []
    const server = await serve(
      framework,
      neighbouring(none, neighbour, ({ found }) => told.push(found)),
    )
    const { responses, error } = await exchange(
      server.port,
      pipeline(['/404-bare', '/404-bare-chunked', '/401', '/text'].map((target) => request({ target }))),
    )
    expect(error).toBeUndefined()
    expect(responses[0]?.json()).toMatchObject({ status: 404 })
    expect(responses[1]?.json()).toMatchObject({ status: 404 })
    expect(responses[2]?.headers('WWW-Authenticate')).toHaveLength(1)
    expect(responses[2]?.text()).toBe('who?')
    expect(responses[3]?.text()).toBe('text')
    expect(told.sort()).toEqual(['401 without WWW-Authenticate', '404 without content', '404 without content'])
  })

  it.each([
    ['a 204', 'HTTP/1.1 204 No Content\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\n', 'none'],
    [
      'a 304',
      'HTTP/1.1 304 Not Modified\r\nContent-Type: text/plain\r\nContent-Length: 4\r\nETag: "a"\r\n\r\n',
      'none',
    ],
    [
      'a 205',
      'HTTP/1.1 205 Reset Content\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\ntext',
      'content-length',
    ],
  ])('the framing of %s is mended, also where it is marked (RFC 9112 §6)', async (_, response, framing) => {
    const neighbour = proxying({ target: await upstreamSending(response, false), on: marked })
    const told: string[] = []
    const server = await serve(
      framework,
      neighbouring(none, neighbour, ({ found, action }) => told.push(`${action} ${found}`)),
    )
    const { responses, error } = await exchange(server.port, [request(), request()])
    expect(error).toBeUndefined()
    expect(responses).toHaveLength(2)
    for (const found of responses) {
      expect(found).toMatchObject({ framing, body: Buffer.alloc(0) })
      expect(found.headers('Content-Length')).toEqual(framing === 'none' ? [] : ['0'])
    }
    expect(told).toHaveLength(2)
    for (const text of told) expect(text).toMatch(/^mended 20[45]|^mended 304/)
  })

  it('a server that cannot be reached is a 504 as without conform(), and the connection goes on', async () => {
    const gone = createServer()
    await once(gone.listen(0, '127.0.0.1'), 'listening')
    const target = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`
    await new Promise((resolve) => gone.close(resolve))
    for (const on of [{}, marked]) {
      const all = await compared(framework, none, proxying({ target, on }), [{ target: '/' }])
      for (const { expected, found } of all) {
        expect(found.error).toBeUndefined()
        expect(found.responses.map(({ status, body }) => [status, String(body)])).toEqual(
          expected.responses.map(({ status, body }) => [status, String(body)]),
        )
        expect(found.responses).toHaveLength(2)
      }
    }
  })

  it.each(['Content-Length: 9', 'Transfer-Encoding: chunked'])(
    'what another server cut short does not look complete (%s; RFC 9112 §8)',
    async (field) => {
      const target = await upstreamSending(`HTTP/1.1 200 OK\r\n${field}\r\n\r\n4\r\ntex`, true)
      for (const on of [{}, marked]) {
        const neighbour = proxying({ target, on })
        const server = await serve(
          framework,
          neighbouring(none, neighbour, () => {}),
        )
        await converse(server.port, {}, async (conversation) => {
          conversation.send(request())
          await conversation.until(({ bytes }) => bytes.includes('tex'))
          await new Promise((resolve) => setTimeout(resolve, 10))
          expect(conversation.seen().responses).toMatchObject([{ status: 200, complete: false }])
        })
      }
    },
  )

  it('what responseInterceptor() makes of a response is looked after as the application’s own', async () => {
    const target = await upstreamOf(answering)
    const intercepted = responseInterceptor(async (buffer, proxyRes, _req, res) => {
      if (proxyRes.statusCode === 404) res.statusCode = 404
      return proxyRes.statusCode === 200 ? buffer.toString().toUpperCase() : buffer
    })
    const neighbour = proxying({ target, selfHandleResponse: true, on: { proxyRes: intercepted } })
    const server = await serve(
      framework,
      neighbouring(none, neighbour, () => {}),
    )
    const { responses, error } = await exchange(
      server.port,
      pipeline(['/text', '/404-bare', '/401', '/text'].map((path) => request({ target: path }))),
    )
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([200, 404, 401, 200])
    expect(responses[0]?.text()).toBe('TEXT')
    expect(responses[1]?.json()).toMatchObject({ status: 404 })
    expect(responses[2]?.headers('WWW-Authenticate')).toHaveLength(1)
  })

  it('a WebSocket goes through it', async () => {
    const behind = createServer(answering)
    const sockets = new WebSocketServer({ server: behind })
    sockets.on('connection', (socket) => socket.on('message', (message) => socket.send(`heard ${message}`)))
    await once(behind.listen(0, '127.0.0.1'), 'listening')
    const target = `http://127.0.0.1:${(behind.address() as AddressInfo).port}`
    const neighbour = proxying({ target, ws: true, on: marked })
    const server = await serve(
      framework,
      neighbouring(none, neighbour, () => {}),
    )
    onTestFinished(() => {
      sockets.close()
      behind.closeAllConnections()
      behind.close()
    })
    // The first request is what tells it of the server.
    await answerOf(server)
    const client = new WebSocket(`ws://127.0.0.1:${server.port}/`)
    onTestFinished(() => client.terminate())
    await once(client, 'open')
    client.send('hello')
    const [message] = await once(client, 'message')
    expect(String(message)).toBe('heard hello')
  })

  it('what an application passes on by hand is left alone where it says so', async () => {
    const target = await upstreamOf(answering)
    const { server, events } = await serveConforming(framework, {
      breaks: 'anything',
      routes: {
        '/:path': async (io) => {
          const response = await fetch(`${target}/${io.params.path}`)
          mark(framework, io)
          if (io.ctx !== undefined) io.ctx.respond = false
          io.res.writeHead(response.status, { 'X-Passed': 'on' })
          io.res.end(Buffer.from(await response.arrayBuffer()))
        },
      },
    })
    const { responses, error } = await exchange(
      server.port,
      pipeline(['/401', '/404-bare', '/problem', '/204'].map((path) => request({ target: path }))),
    )
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([401, 404, 404, 204])
    expect(responses[0]?.headers('WWW-Authenticate')).toEqual([])
    expect(responses[1]?.body).toHaveLength(0)
    for (const response of responses) expect(response.headers('X-Passed')).toEqual(['on'])
    expect(events).toEqual([])
  })
})

function mark({ family }: Framework, { ctx, res }: Io): void {
  if (family === 'express') conformOnExpress.upstream(res)
  else conformOnKoa.upstream(ctx as unknown as KoaContext)
}
