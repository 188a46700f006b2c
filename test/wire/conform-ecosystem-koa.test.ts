import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import cors from '@koa/cors'
import compression from 'compression'
import type Koa from 'koa'
import compress from 'koa-compress'
import send from 'koa-send'
import morgan from 'morgan'
import { describe, expect, it, vi } from 'vitest'
import {
  compared,
  decoded,
  documentOf,
  expectSame,
  type Neighbour,
  neighbouring,
  targeting,
} from '../support/compared.ts'
import { raw, serveConforming } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { byKoa, folder, visiting } from '../support/handlers.ts'
import { converse, exchange, pipeline, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { answerOf, serve } from '../support/serve.ts'

// Packages without types of their own for this.
const { default: session } = (await import('koa-session' as string)) as {
  default(options: object, app: Koa): Koa.Middleware
}
const { default: helmet } = (await import('koa-helmet' as string)) as { default(): Koa.Middleware }
const { default: files } = (await import('koa-static' as string)) as {
  default(root: string, options?: object): Koa.Middleware
}
const { default: mount } = (await import('koa-mount' as string)) as {
  default(prefix: string, app: Koa | Koa.Middleware): Koa.Middleware
}

const koas = frameworks.filter(({ family }) => family === 'koa')
const long = 'a long text; '.repeat(300)
const gzip = { 'Accept-Encoding': 'gzip' }
const root = folder(['page.html', 'data.bin', '.secret', 'folder/index.html'], long)

const parts = (): Readable => Readable.from([Buffer.from(long), Buffer.from(long)])

/** Correct responses. */
const correct: TestApp['routes'] = {
  '/text': byKoa((ctx) => {
    ctx.body = 'text'
  }),
  '/object': byKoa((ctx) => {
    ctx.body = { long }
  }),
  '/bytes': byKoa((ctx) => {
    ctx.type = 'text/plain'
    ctx.body = Buffer.from(long)
  }),
  '/stream': byKoa((ctx) => {
    ctx.body = parts()
  }),
  '/stream-404': byKoa((ctx) => {
    ctx.status = 404
    ctx.type = 'text/plain'
    ctx.body = parts()
  }),
  '/stream-length': byKoa((ctx) => {
    ctx.body = Readable.from([Buffer.from('text')])
    ctx.length = 4
  }),
  '/404': byKoa((ctx) => {
    ctx.status = 404
    ctx.body = { long }
  }),
  '/empty': byKoa((ctx) => {
    ctx.body = ''
  }),
  '/null': byKoa((ctx) => {
    ctx.body = null
  }),
  '/204': byKoa((ctx) => {
    ctx.status = 204
  }),
  '/304': byKoa((ctx) => {
    ctx.status = 304
    ctx.etag = 'a'
  }),
  '/fresh': byKoa((ctx) => {
    ctx.etag = 'a'
    ctx.body = 'text'
    if (ctx.fresh) ctx.status = 304
  }),
  '/redirect': byKoa((ctx) => ctx.redirect('/there')),
  '/file': byKoa((ctx) => send(ctx, '/page.html', { root })),
  '/visit': visiting(
    byKoa((ctx) => {
      ctx.body = long
    }),
  ),
  '/visit-404': visiting(
    byKoa((ctx) => {
      ctx.status = 404
      ctx.body = 'no such thing'
    }),
  ),
  '/visit-204': visiting(
    byKoa((ctx) => {
      ctx.status = 204
    }),
  ),
  '/thrown': byKoa((ctx) => ctx.throw(403)),
}
/** Correct responses of Node's own methods. */
const written: TestApp['routes'] = {
  '/end': raw((res) => res.setHeader('Content-Type', 'text/plain').end(long)),
  '/end-404': raw((res) => res.writeHead(404, 'Gone Fishing', { 'Content-Type': 'text/plain' }).end('no such thing')),
  '/length-write-end': raw((res) => {
    res.setHeader('Content-Type', 'text/plain')
    res.setHeader('Content-Length', 8)
    res.write('half')
    res.end('half')
  }),
  '/list': raw((res) => res.writeHead(200, ['Content-Type', 'text/plain', 'X-Own', 'a', 'X-Own', 'b']).end(long)),
  '/pipe': raw((res) => parts().pipe(res.writeHead(200, { 'Content-Type': 'text/plain' }))),
}

/** Responses with a fault. */
const faulty: TestApp['routes'] = {
  '/bare': byKoa((ctx) => {
    ctx.status = 404
  }),
  '/bare-visit': visiting(
    byKoa((ctx) => {
      ctx.status = 404
    }),
  ),
  '/bare-null': byKoa((ctx) => {
    ctx.body = null
    ctx.status = 404
  }),
  '/401': byKoa((ctx) => {
    ctx.status = 401
    ctx.body = { long }
  }),
  '/205': byKoa((ctx) => {
    ctx.status = 205
    ctx.body = { long }
  }),
  '/text': byKoa((ctx) => {
    ctx.body = 'text'
  }),
}

const requests: readonly RequestParts[] = [{}, { headers: gzip }, { version: '1.0' }]
const head: RequestParts = { method: 'HEAD' }
const fresh: RequestParts = { headers: { 'If-None-Match': '"a"' } }

type Patch = (res: ServerResponse) => void
const patching =
  (patch: Patch): Koa.Middleware =>
  (ctx, next) => {
    patch(ctx.res)
    return next()
  }
const patchedHead: Patch = (res) => {
  const { writeHead } = res
  res.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    this.setHeader('X-Patched', 'head')
    return Reflect.apply(writeHead, this, args)
  }
}
const patchedEnd: Patch = (res) => {
  const { end } = res
  res.end = function (this: ServerResponse, ...args: unknown[]) {
    if (!this.headersSent) this.setHeader('X-Patched', 'end')
    return Reflect.apply(end, this, args)
  }
}
/** Middleware for Express on Koa, as koa-connect has it. */
const connected =
  (middleware: (req: never, res: never, next: (error?: unknown) => void) => unknown): Koa.Middleware =>
  async ({ req, res }, next) => {
    await new Promise<void>((resolve, reject) => {
      middleware(req as never, res as never, (error) => (error ? reject(error) : resolve()))
    })
    await next()
  }

const sessions: Neighbour['koa'] = (app) => {
  app.keys = ['a']
  app.use(session({ rolling: true }, app))
}

const neighbours: readonly (readonly [string, Neighbour['koa']])[] = [
  ['koa-compress', (app) => app.use(compress({ br: false }))],
  ['koa-compress for everything', (app) => app.use(compress({ br: false, threshold: 0 }))],
  ['koa-session', sessions],
  ['koa-helmet', (app) => app.use(helmet())],
  ['@koa/cors', (app) => app.use(cors({ credentials: true }))],
  ['morgan', (app) => app.use(connected(morgan('tiny', { stream: { write() {} } })))],
  ['compression()', (app) => app.use(connected(compression()))],
  ['a patched writeHead', (app) => app.use(patching(patchedHead))],
  ['a patched end', (app) => app.use(patching(patchedEnd))],
  [
    'all of them',
    (app) => {
      sessions(app)
      app
        .use(helmet())
        .use(cors())
        .use(compress({ br: false }))
        .use(patching(patchedHead))
    },
  ],
]
const placed = neighbours.flatMap(([name, koa]) =>
  (['after', 'before'] as const).map((place) => [`${name} ${place} conform()`, { koa, place }] as const),
)

describe.each(koas)('$name', (framework) => {
  describe.each(placed)('with %s', (name, neighbour) => {
    it('every correct response stays as it is, to the byte', async () => {
      // What commits when the handler is done cannot be combined with a response that is sent before.
      const more = /session|all/.test(name) ? {} : written
      const sent = [...targeting(correct, ...requests, head, fresh), ...targeting(more, ...requests)]
      await expectSame(framework, { routes: { ...correct, ...more } }, neighbour, sent)
    })

    it.each([{}, gzip])('what has a fault is mended, and the connection goes on (%o)', async (headers) => {
      for (const isThere of [true, false]) {
        const app: TestApp = { routes: faulty, ...(isThere ? {} : { problems: false }) }
        const server = await serve(
          framework,
          neighbouring(app, neighbour, () => {}),
        )
        const targets = [...Object.keys(faulty), '/nowhere']
        const sent = [...targets, ...targets].map((target) => request({ target, headers }))
        const { responses, error, closed } = await exchange(server.port, pipeline(sent))
        expect(error).toBeUndefined()
        expect(closed).toBe('open')
        const statuses = [404, 404, 404, 401, 205, 200, 404]
        expect(responses.map(({ status }) => status)).toEqual([...statuses, ...statuses])
        for (const index of [0, 1, 2, 6, 7, 8, 9, 13])
          expect(documentOf(responses[index])).toMatchObject({ status: 404 })
        for (const index of [3, 10]) expect(responses[index]?.headers('WWW-Authenticate')).toHaveLength(1)
        for (const index of [3, 10]) expect(JSON.parse(decoded(responses[index]))).toEqual({ long })
        for (const index of [4, 11])
          expect(responses[index]).toMatchObject({ framing: 'content-length', body: Buffer.alloc(0) })
      }
    })
  })

  it('HEAD tells of no length that GET has not, under koa-compress (RFC 9110 §8.6)', async () => {
    for (const place of ['after', 'before'] as const) {
      const neighbour: Neighbour = { koa: (app) => void app.use(compress({ br: false })), place }
      const routes = { ...correct, ...faulty }
      const server = await serve(
        framework,
        neighbouring({ routes }, neighbour, () => {}),
      )
      for (const sent of targeting(routes, {}, { headers: gzip })) {
        const { body } = await answerOf(server, sent)
        const [length = body.length] = (await answerOf(server, { ...sent, method: 'HEAD' })).headers('Content-Length')
        expect(Number(length), sent.target).toBe(body.length)
      }
    }
  })

  it('what koa-helmet and @koa/cors have set stays on what is mended', async () => {
    const koa: Neighbour['koa'] = (app) => void app.use(helmet()).use(cors({ credentials: true }))
    for (const place of ['after', 'before'] as const) {
      const server = await serve(
        framework,
        neighbouring({ routes: faulty }, { koa, place }, () => {}),
      )
      const headers = { Origin: 'https://app.example' }
      const { headerLines } = await answerOf(server, { target: '/text', headers })
      const lasting = headerLines.filter(([name]) => /^(?:Strict|Content-Sec|X-|Cross|Access|Referrer)/i.test(name))
      expect(lasting.length).toBeGreaterThan(10)
      for (const target of ['/bare', '/bare-null', '/401', '/205']) {
        const response = await answerOf(server, { target, headers })
        expect(response.headerLines).toEqual(expect.arrayContaining(lasting))
        expect(response.header('Vary')).toMatch(/Origin/)
      }
    }
  })

  it('a preflight is that of @koa/cors, to the byte', async () => {
    const headers = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'PUT' }
    const neighbour: Neighbour = { koa: (app) => void app.use(cors()) }
    await expectSame(framework, { routes: correct }, neighbour, [
      { method: 'OPTIONS', target: '/text', headers },
      { method: 'OPTIONS', target: '/nowhere', headers },
    ])
  })

  it('morgan logs what was sent, after conform() and before it', async () => {
    for (const place of ['after', 'before'] as const) {
      const write = vi.fn()
      const koa: Neighbour['koa'] = (app) =>
        void app.use(connected(morgan(':url :status :res[content-length] :res[content-type]', { stream: { write } })))
      const server = await serve(
        framework,
        neighbouring({ routes: faulty, problems: false }, { koa, place }, () => {}),
      )
      const lines = []
      for (const target of ['/bare', '/bare-null', '/401', '/205', '/text', '/nowhere']) {
        const response = await answerOf(server, { target })
        const [length = '-'] = response.headers('Content-Length')
        const [type = '-'] = response.headers('Content-Type')
        lines.push(`${target} ${response.status} ${length} ${type}\n`)
      }
      await vi.waitUntil(() => write.mock.calls.length === lines.length)
      expect(write.mock.calls.flat()).toEqual(lines)
    }
  })

  it('koa-static, also deferred, and koa-mount serve as without conform()', async () => {
    const app: TestApp = { routes: { '/own': byKoa(() => {}) } }
    const neighbour: Neighbour = {
      koa: (it) =>
        void it.use(mount('/files', files(root, { maxage: 1000 }))).use(mount('/late', files(root, { defer: true }))),
    }
    const whole = await answerOf(await serve(framework, neighbouring(app, neighbour)), { target: '/files/page.html' })
    const modified = whole.header('Last-Modified')
    const sent: readonly RequestParts[] = ['/files', '/late'].flatMap((prefix) => [
      { target: `${prefix}/page.html` },
      { target: `${prefix}/page.html`, method: 'HEAD' },
      { target: `${prefix}/page.html`, headers: { 'If-Modified-Since': modified } },
      { target: `${prefix}/page.html`, headers: { Range: 'bytes=5-9' } },
      { target: `${prefix}/page.html`, version: '1.0' },
      { target: `${prefix}/folder` },
      { target: `${prefix}/folder/` },
    ])
    await expectSame(framework, app, neighbour, sent)
    const missing = ['/files/.secret', '/files/nowhere', '/late/nowhere', '/files/%2e%2e/%2e%2e/etc/passwd']
    for (const { expected, found } of await compared(
      framework,
      app,
      neighbour,
      missing.map((target) => ({ target })),
    )) {
      expect(found.responses.map(({ status }) => status)).toEqual(expected.responses.map(({ status }) => status))
      for (const response of found.responses) expect(documentOf(response)).toMatchObject({ status: response.status })
    }
  })

  it('events come one by one, with their head at once', async () => {
    let goOn = (): void => {}
    const stream = new Readable({ read() {} })
    const { server, events } = await serveConforming(framework, {
      routes: {
        '/events': byKoa((ctx) => {
          ctx.type = 'text/event-stream'
          ctx.flushHeaders()
          goOn = () => stream.push('data: 1\n\n')
          ctx.body = stream
        }),
      },
    })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request({ target: '/events' }))
      await conversation.until(({ bytes }) => bytes.includes('\r\n\r\n'))
      await vi.waitUntil(() => goOn.name !== '')
      goOn()
      await conversation.until(({ bytes }) => bytes.includes('data: 1'))
      stream.push('data: 2\n\n')
      stream.push(null)
      expect((await conversation.response()).text()).toBe('data: 1\n\ndata: 2\n\n')
    })
    expect(events).toEqual([])
  })
})
