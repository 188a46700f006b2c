import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import compression from 'compression'
import type express from 'express'
import session from 'express-session'
import helmet from 'helmet'
import { createProxyMiddleware } from 'http-proxy-middleware'
import type Koa from 'koa'
import compress from 'koa-compress'
import koaSend from 'koa-send'
import morgan from 'morgan'
import { conform as conformOfExpress } from 'statuswise/express'
import { conform as conformOfKoa } from 'statuswise/koa'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { type Mended, raw, serveConforming, undated } from '../support/conforming.ts'
import { type Framework, frameworks, type TestApp } from '../support/frameworks.ts'
import { converse, exchange, pipeline, type RawResponse, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { answerOf, serve } from '../support/serve.ts'

// Packages without types of their own for this.
const { default: koaSession } = (await import('koa-session' as string)) as {
  default(options: object, app: Koa): Koa.Middleware
}
const { default: koaHelmet } = (await import('koa-helmet' as string)) as { default(): Koa.Middleware }
const { default: koaStatic } = (await import('koa-static' as string)) as {
  default(root: string, options?: object): Koa.Middleware
}

const long = 'a long text; '.repeat(300)
const gzip = { 'Accept-Encoding': 'gzip' }

const routes: TestApp['routes'] = {
  '/text': (io) => io.body(long),
  '/json': (io) => io.body({ long }),
  '/204': (io) => {
    io.status(204)
    io.express?.res.end()
  },
  '/404': raw((res) => res.writeHead(404).end()),
  '/bare': (io) => {
    io.status(404)
    io.express?.res.end()
  },
  '/401': (io) => {
    io.status(401)
    io.body(long)
  },
  '/content': raw((res) => {
    res.statusCode = 204
    res.setHeader('Content-Type', 'text/plain')
    res.end(long)
  }),
  '/205': raw((res) => {
    res.statusCode = 205
    res.setHeader('Content-Type', 'text/plain')
    res.write(long)
    res.end()
  }),
  '/events': raw(async (res) => {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' })
    for (const number of [1, 2, 3]) {
      res.write(`data: ${number}\n\n`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    res.end()
  }),
}

const correct = ['/text', '/json', '/204', '/events']

type Mount = (app: express.Express) => void
type KoaMount = (app: Koa) => void

/** Real middleware, mounted where its users mount it: further in than conform(), or further out. */
const packages: readonly (readonly [string, { express?: Mount; koa?: KoaMount }])[] = [
  [
    'compression',
    {
      express: (app) => app.use(compression({ threshold: 0 })),
      koa: (app) => app.use(compress({ threshold: 0, br: false })),
    },
  ],
  [
    'sessions',
    {
      express: (app) => app.use(session({ secret: 'a', resave: true, saveUninitialized: true, genid: () => 'same' })),
      koa: (app) => {
        app.keys = ['a']
        app.use(koaSession({ rolling: true, maxAge: 60_000 }, app))
        app.use((ctx, next) => {
          Reflect.set(Reflect.get(ctx, 'session') as object, 'seen', true)
          return next()
        })
      },
    },
  ],
  ['helmet', { express: (app) => app.use(helmet()), koa: (app) => app.use(koaHelmet()) }],
  ['morgan', { express: (app) => app.use(morgan('tiny', { stream: { write() {} } })) }],
  [
    'all of them',
    {
      express: (app) =>
        app
          .use(helmet())
          .use(session({ secret: 'a', resave: true, saveUninitialized: true, genid: () => 'same' }))
          .use(compression({ threshold: 0 }))
          .use(morgan('tiny', { stream: { write() {} } })),
      koa: (app) => app.use(koaHelmet()).use(compress({ threshold: 0, br: false })),
    },
  ],
]

function mounting(mount: { express?: Mount; koa?: KoaMount }, place: 'inside' | 'outside', events?: Mended[]): TestApp {
  const onMend = (event: Mended): void => void events?.push(event)
  const options = events === undefined ? undefined : { onMend }
  // What handlers and packages write where conform() is not there, or further in, is theirs.
  const breaks = 'anything'
  if (place === 'inside')
    return { routes, breaks, setup: mount, ...(options === undefined ? {} : { conform: options }) }
  return {
    routes,
    breaks,
    setup: {
      express(app) {
        mount.express?.(app)
        if (options !== undefined) app.use(conformOfExpress(options as never))
      },
      koa(app) {
        mount.koa?.(app)
        if (options !== undefined) app.use(conformOfKoa(options as never) as unknown as Koa.Middleware)
      },
    },
  }
}

const combinations = frameworks.flatMap((framework) =>
  packages
    .filter(([, mount]) => mount[framework.family] !== undefined)
    .flatMap(([name, mount]) =>
      (['inside', 'outside'] as const).map(
        (place) => [`${framework.name} with ${name} ${place} conform()`, framework, mount, place] as const,
      ),
    ),
)

describe.each(combinations)('%s', (_, framework, mount, place) => {
  it.each(correct)('not a byte of %s changes', async (target) => {
    const events: Mended[] = []
    const without = await serve(framework, mounting(mount, place))
    const server = await serve(framework, mounting(mount, place, events))
    const sent: readonly RequestParts[] = [{}, { headers: gzip }, { method: 'HEAD' }, { version: '1.0' }]
    for (const parts of sent) {
      const expected = await exchange(without.port, request({ target, ...parts }))
      const found = await exchange(server.port, request({ target, ...parts }))
      expect(masked(found.bytes)).toBe(masked(expected.bytes))
      expect(found.error).toBeUndefined()
    }
    expect(events.map(({ found }) => found)).toEqual([])
  })

  it.each(['GET', 'HEAD'])(
    'a bare error gets its document, in the coding that the client takes, for %s',
    async (method) => {
      const server = await serve(framework, mounting(mount, place, []))
      for (const target of ['/404', '/bare']) {
        for (const headers of [{}, gzip]) {
          const sent = [
            request({ method, target, headers }),
            request({ target: '/204' }),
            request({ method, target, headers }),
          ]
          const { responses, error } = await exchange(server.port, pipeline(sent))
          expect(error).toBeUndefined()
          expect(responses.map(({ status }) => status)).toEqual([404, 204, 404])
          expect(responses[0]?.headers('Content-Type')).toEqual(['application/problem+json'])
          if (method === 'GET') expect(JSON.parse(decoded(responses[2]))).toMatchObject({ status: 404 })
        }
      }
    },
  )

  it('a 204 and a 205 lose content and its coding (RFC 9110 §15.3.5, §15.3.6)', async () => {
    const server = await serve(framework, mounting(mount, place, []))
    const targets = ['/content', '/205', '/content', '/text']
    const { responses, error } = await exchange(
      server.port,
      pipeline(targets.map((target) => request({ target, headers: gzip }))),
    )
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([204, 205, 204, 200])
    for (const response of responses.slice(0, 3)) {
      expect(response.body).toHaveLength(0)
      expect(response.headers('Content-Encoding')).toEqual([])
    }
    expect(decoded(responses[3])).toBe(long)
  })

  it('HEAD tells of no length that GET has not (RFC 9110 §8.6)', async () => {
    const server = await serve(framework, mounting(mount, 'inside', []))
    const [get, head] = [
      await answerOf(server, { target: '/text', headers: gzip }),
      await answerOf(server, { target: '/text', headers: gzip, method: 'HEAD' }),
    ]
    expect(head.headers('Content-Length')).toEqual(get.headers('Content-Length'))
  })

  it('a 401 gets its challenge, and keeps its content (RFC 9110 §15.5.2)', async () => {
    const server = await serve(framework, mounting(mount, place, []))
    for (const headers of [{}, gzip]) {
      const response = await answerOf(server, { target: '/401', headers })
      expect(response.headers('WWW-Authenticate')).toHaveLength(1)
      expect(decoded(response)).toBe(long)
    }
  })
})

describe.each(frameworks)('$name', (framework) => {
  it('sessions are kept over an error that is mended', async () => {
    const [, sessions] = packages[1] ?? []
    const server = await serve(framework, mounting(sessions ?? {}, 'inside', []))
    const response = await answerOf(server, { target: '/bare' })
    expect(response.headers('Set-Cookie').length).toBeGreaterThan(0)
    expect(response.json()).toMatchObject({ status: 404 })
  })

  it('files are served as they are: whole, in part, not modified, not at all', async () => {
    const { app, file } = files(framework)
    const without = await serve(framework, { ...app, breaks: 'anything' })
    const { server, events } = await serveConforming(framework, app)
    const { headerLines } = await answerOf(without, { target: file })
    const fields = Object.fromEntries(headerLines.map(([name, value]) => [name.toLowerCase(), value]))
    const sent: readonly RequestParts[] = [
      {},
      { method: 'HEAD' },
      { headers: { Range: 'bytes=0-9' } },
      { headers: { 'If-Modified-Since': fields['last-modified'] } },
      { headers: { 'If-None-Match': fields.etag } },
      { headers: gzip },
    ]
    for (const parts of sent) {
      const expected = await exchange(without.port, request({ target: file, ...parts }))
      const found = await exchange(server.port, request({ target: file, ...parts }))
      expect(undated(found.bytes)).toBe(undated(expected.bytes))
    }
    expect(events).toEqual([])
  })

  it('a WebSocket is opened and used', async () => {
    const { server } = await serveConforming(framework, { routes })
    const sockets = new WebSocketServer({ server: server.server })
    sockets.on('connection', (socket) => socket.on('message', (message) => socket.send(`heard ${message}`)))
    const client = new WebSocket(`ws://127.0.0.1:${server.port}/`)
    onTestFinished(() => {
      client.terminate()
      sockets.close()
    })
    await once(client, 'open')
    client.send('hello')
    const [message] = await once(client, 'message')
    expect(String(message)).toBe('heard hello')
  })

  it('events come one by one', async () => {
    let next = (): void => {}
    const { server, events } = await serveConforming(framework, {
      routes: {
        '/': raw(async (res) => {
          res.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders()
          for (const number of [1, 2]) {
            await new Promise<void>((resolve) => {
              next = resolve
            })
            res.write(`data: ${number}\n\n`)
          }
          res.end()
        }),
      },
    })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request())
      await conversation.until(({ bytes }) => bytes.includes('\r\n\r\n'))
      for (const number of [1, 2]) {
        next()
        await conversation.until(({ bytes }) => bytes.includes(`data: ${number}`))
      }
      expect((await conversation.response()).text()).toBe('data: 1\n\ndata: 2\n\n')
    })
    expect(events).toEqual([])
  })
})

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name', (framework) => {
  it('morgan logs the status and the length that the client got', async () => {
    const write = vi.fn()
    const app: TestApp = {
      routes,
      conform: { onMend: () => {} },
      setup: { express: (it) => void it.use(morgan(':status :res[content-length]', { stream: { write } })) },
    }
    const server = await serve(framework, app)
    const { body } = await answerOf(server, { target: '/404' })
    await answerOf(server, { target: '/content' })
    await vi.waitUntil(() => write.mock.calls.length === 2)
    expect(write.mock.calls).toEqual([[`404 ${body.length}\n`], ['204 -\n']])
  })

  it.each([true, false])('what http-proxy-middleware passes on keeps its errors (marked: %s)', async (marked) => {
    const upstream = createServer((req, res) => {
      if (req.url === '/404') res.writeHead(404).end()
      else if (req.url === '/401') res.writeHead(401, { 'X-Own': 'a' }).end('who?')
      else res.end('text')
    })
    onTestFinished(() => {
      upstream.closeAllConnections()
      upstream.close()
    })
    await once(upstream.listen(0, '127.0.0.1'), 'listening')
    const target = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`
    const on = marked ? { proxyRes: conformOfExpress.upstream as never } : {}
    const { server, events } = await serveConforming(framework, {
      routes: {},
      breaks: marked ? 'anything' : [],
      setup: { express: (app) => void app.use(createProxyMiddleware({ target, on })) },
    })
    const responses = []
    for (const path of ['/404', '/401', '/text']) responses.push(await answerOf(server, { target: path }))
    expect(responses.map(({ status }) => status)).toEqual([404, 401, 200])
    expect(responses[0]?.body.length === 0).toBe(marked)
    expect(responses[1]?.headers('WWW-Authenticate')).toHaveLength(marked ? 0 : 1)
    expect(responses[1]?.text()).toBe('who?')
    expect(responses[2]?.text()).toBe('text')
    expect(events.length === 0).toBe(marked)
  })
})

function files({ family }: Framework): { app: TestApp; file: string } {
  const root = import.meta.dirname
  const sent: TestApp['routes'] = {
    'GET /sent/:name': (io) =>
      io.ctx === undefined
        ? io.express?.res.sendFile(String(io.params.name), { root })
        : koaSend(io.ctx, String(io.params.name), { root }),
  }
  const setup: NonNullable<TestApp['setup']> = {
    express: (app, own) => void app.use(own.static(root, { maxAge: '1d' })),
    koa: (app) => void app.use(koaStatic(root, { maxage: 1000 })),
  }
  return { app: { routes: sent, setup }, file: family === 'koa' ? '/sent/support.test.ts' : '/support.test.ts' }
}

/** A response without what differs each time. */
function masked(bytes: Buffer): string {
  return undated(bytes).replace(/^Set-Cookie: .*$/gim, 'Set-Cookie: some')
}

function decoded(response: RawResponse | undefined): string {
  if (response === undefined) throw new Error('no response')
  return response.header('Content-Encoding') === 'gzip' ? gunzipSync(response.body).toString() : response.text()
}
