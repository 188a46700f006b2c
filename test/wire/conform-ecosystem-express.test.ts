import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import compression from 'compression'
import cors from 'cors'
import type { Request, RequestHandler, Response } from 'express'
import session from 'express-session'
import helmet from 'helmet'
import morgan from 'morgan'
import { conform } from 'statuswise/express'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { compared, expectSame, type Neighbour, neighbouring, targeting } from '../support/compared.ts'
import { conformed, raw, serveConforming } from '../support/conforming.ts'
import { frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { converse, exchange, pipeline as pipelined, type RawResponse, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { answerOf, serve } from '../support/serve.ts'

const conformAgain = (): RequestHandler => conform()
const expresses = frameworks.filter(({ family }) => family === 'express')
const long = 'a long text; '.repeat(300)
const gzip = { 'Accept-Encoding': 'gzip' }
const root = mkdtempSync(join(tmpdir(), 'statuswise-'))
mkdirSync(join(root, 'folder'))
for (const name of ['page.html', 'data.bin', '.secret', 'folder/index.html']) writeFileSync(join(root, name), long)

afterAll(() => rmSync(root, { recursive: true }))

/** A handler that uses Express's own methods. */
function own(write: (res: Response, req: Request) => unknown): Handler {
  return ({ express }) => (express === undefined ? undefined : write(express.res, express.req))
}

/** A handler that uses the session, if there is one. */
function visiting(write: (res: Response) => unknown): Handler {
  return own((res, req) => {
    if (req.session !== undefined) Object.assign(req.session, { seen: true })
    return write(res)
  })
}

/** Correct responses; those of `whole` only to methods other than HEAD, to which conform() adds their length. */
const correct: TestApp['routes'] = {
  '/text': own((res) => res.send('text')),
  '/object': own((res) => res.json({ long })),
  '/nothing': own((res) => res.send()),
  '/404': own((res) => res.status(404).json({ long })),
  '/404-typed': raw((res) => {
    res.statusCode = 404
    res.setHeader('Content-Type', 'text/plain')
    res.setHeader('Content-Length', '0')
    res.end()
  }),
  '/204': own((res) => res.sendStatus(204)),
  '/304': own((res) => res.status(304).set('ETag', '"a"').end()),
  '/redirect': own((res) => res.redirect('/there')),
  '/jsonp': own((res) => res.jsonp({ long })),
  '/file': own((res) => res.sendFile(join(root, 'page.html'))),
  '/download': own((res) => res.download(join(root, 'data.bin'), 'own.bin')),
  '/visit': visiting((res) => res.send(long)),
  '/visit-404': visiting((res) => res.status(404).send('no such thing')),
  '/visit-redirect': visiting((res) => res.redirect('/there')),
  '/nowhere': own((res) => res.req.next?.()),
  '/thrown': own(() => {
    throw Object.assign(new Error('a secret'), { status: 403 })
  }),
}
const whole: TestApp['routes'] = {
  '/end': raw((res) => res.setHeader('Content-Type', 'text/plain').end(long)),
  '/end-404': raw((res) => res.writeHead(404, 'Gone Fishing', { 'Content-Type': 'text/plain' }).end('no such thing')),
  '/length-write-end': raw((res) => {
    res.setHeader('Content-Type', 'text/plain')
    res.setHeader('Content-Length', 8)
    res.write('half')
    res.end('half')
  }),
  '/list': raw((res) => res.writeHead(200, ['Content-Type', 'text/plain', 'X-Own', 'a', 'X-Own', 'b']).end(long)),
  '/latin1': raw((res) => res.setHeader('Content-Type', 'text/plain').end('é'.repeat(20), 'latin1', () => {})),
  '/pipe': raw((res) => Readable.from([long, long]).pipe(res.writeHead(200, { 'Content-Type': 'text/plain' }))),
  '/pipe-404': raw((res) => {
    res.statusCode = 404
    res.setHeader('Content-Type', 'text/plain')
    pipeline(Readable.from([long, 'end']), res, () => {})
  }),
  '/visit-end': visiting((res) => res.type('text').end('text')),
}

const requests: readonly RequestParts[] = [{}, { headers: gzip }, { version: '1.0' }]
const head: RequestParts = { method: 'HEAD' }

type Patch = (res: ServerResponse) => void
const patching =
  (patch: Patch): RequestHandler =>
  (_req, res, next) => {
    patch(res)
    next()
  }

/** Middleware that puts its own functions in place of a response's. */
const patches: Readonly<Record<string, Patch>> = {
  'a patched writeHead': (res) => {
    const { writeHead } = res
    res.writeHead = function (this: ServerResponse, ...args: unknown[]) {
      this.setHeader('X-Patched', 'head')
      return Reflect.apply(writeHead, this, args)
    }
  },
  'a patched end': (res) => {
    const { end } = res
    res.end = function (this: ServerResponse, ...args: unknown[]) {
      if (!this.headersSent) this.setHeader('X-Patched', 'end')
      return Reflect.apply(end, this, args)
    }
  },
  'an end that waits': (res) => {
    const { end } = res
    res.end = function (this: ServerResponse, ...args: unknown[]) {
      setTimeout(() => Reflect.apply(end, this, args), 2)
      return this
    }
  },
  'a patched write': (res) => {
    const { write } = res
    res.write = function (this: ServerResponse, ...args: unknown[]) {
      if (!this.headersSent) this.setHeader('X-Patched', 'write')
      return Reflect.apply(write, this, args)
    }
  },
  'a write that collects for end': (res) => {
    const { end } = res
    const parts: Buffer[] = []
    const keep = (chunk: unknown): void => void (chunk && parts.push(Buffer.from(chunk as string)))
    res.write = (chunk: unknown) => {
      keep(chunk)
      return true
    }
    res.end = function (this: ServerResponse, chunk?: unknown) {
      keep(chunk)
      return Reflect.apply(end, this, [Buffer.concat(parts)])
    }
  },
}

const sessions = (): RequestHandler =>
  session({ secret: 'a', resave: false, saveUninitialized: true, genid: () => 'same' })

const neighbours: readonly (readonly [string, Neighbour['express']])[] = [
  ['compression()', (app) => app.use(compression())],
  ['compression({ threshold: 0 })', (app) => app.use(compression({ threshold: 0 }))],
  ['express-session', (app) => app.use(sessions())],
  [
    'express-session for who uses it',
    (app) => app.use(session({ secret: 'a', resave: false, saveUninitialized: false, genid: () => 'same' })),
  ],
  ['morgan', (app) => app.use(morgan('tiny', { stream: { write() {} } }))],
  ['helmet', (app) => app.use(helmet())],
  ['cors', (app) => app.use(cors({ origin: true, credentials: true }))],
  ['express-session around compression()', (app) => app.use(sessions()).use(compression())],
  ['compression() around express-session', (app) => app.use(compression()).use(sessions())],
  ...Object.entries(patches).map(
    ([name, patch]) => [name, (app) => app.use(patching(patch))] satisfies readonly [string, Neighbour['express']],
  ),
]
// Mounted before conform(), those matter most that have a say in what is sent.
const early = /^compression\(\)$|^express-session$|^helmet|patched|waits|collects/
const placed = neighbours.flatMap(([name, express]) =>
  (['after', 'before'] as const)
    .filter((place) => place === 'after' || early.test(name))
    .map((place) => [`${name} ${place} conform()`, { express, place }] as const),
)

/** Responses with a fault. */
const faulty: TestApp['routes'] = {
  '/bare': own((res) => res.status(404).end()),
  '/bare-head': raw((res) => res.writeHead(404, { 'X-Own': 'a' }).end()),
  '/bare-visit': visiting((res) => res.status(404).end()),
  '/401': own((res) => res.status(401).json({ long })),
  '/204': raw((res) => res.writeHead(204, { 'Content-Type': 'text/plain', 'Content-Length': '4' }).end('text')),
  '/205': raw((res) => {
    res.statusCode = 205
    res.setHeader('Content-Type', 'text/plain')
    res.write(long)
    res.end(long)
  }),
  '/text': own((res) => res.send('text')),
}

describe.each(expresses)('$name', (framework) => {
  describe.each(placed)('with %s', (_, neighbour) => {
    it('every correct response stays as it is, to the byte', async () => {
      const sent = [...targeting(correct, ...requests, head), ...targeting(whole, ...requests)]
      await expectSame(framework, { routes: { ...correct, ...whole } }, neighbour, sent)
    })

    it.each([{}, gzip])('what has a fault is mended, and the connection goes on (%o)', async (headers) => {
      const server = await serve(
        framework,
        neighbouring({ routes: faulty }, neighbour, () => {}),
      )
      const targets = Object.keys(faulty)
      const { responses, error, closed } = await exchange(
        server.port,
        pipelined([...targets, ...targets].map((target) => request({ target, headers }))),
      )
      expect(error).toBeUndefined()
      expect(closed).toBe('open')
      expect(responses.map(({ status }) => status)).toEqual([
        ...[404, 404, 404, 401, 204, 205, 200],
        ...[404, 404, 404, 401, 204, 205, 200],
      ])
      for (const index of [0, 1, 2, 7, 8, 9]) expect(documentOf(responses[index])).toMatchObject({ status: 404 })
      for (const index of [3, 10]) expect(responses[index]?.headers('WWW-Authenticate')).toHaveLength(1)
      for (const index of [3, 10]) expect(JSON.parse(textOf(responses[index]))).toEqual({ long })
      expect(responses[4]).toMatchObject({ framing: 'none' })
      expect(responses[4]?.headers('Content-Length')).toEqual([])
      expect(responses[5]).toMatchObject({ framing: 'content-length', body: Buffer.alloc(0) })
      expect(responses[1]?.headers('X-Own')).toEqual(['a'])
    })
  })

  it.each(['text', 'application/json', 'application/problem+json'])(
    'compression() has its say on %s around its threshold as without conform()',
    async (type) => {
      const routes: Record<string, Handler> = {}
      for (const size of [1, 1022, 1023, 1024, 1025]) {
        for (const status of [200, 404, 500]) {
          routes[`/send-${status}-${size}`] = own((res) => res.status(status).type(type).send('x'.repeat(size)))
          routes[`/end-${status}-${size}`] = own((res) => res.status(status).type(type).end('x'.repeat(size)))
          routes[`/write-${status}-${size}`] = own((res) => {
            res.status(status).type(type).write('x'.repeat(size))
            res.end()
          })
        }
      }
      for (const place of ['after', 'before'] as const) {
        const neighbour: Neighbour = { express: (app) => app.use(compression()), place }
        await expectSame(framework, { routes }, neighbour, targeting(routes, { headers: gzip }))
      }
    },
  )

  it('a mended document is compressed like one that a handler wrote', async () => {
    const app: TestApp = {
      problems: { extend: () => ({ more: long }) },
      routes: { '/': own((res) => res.status(404).end()) },
    }
    for (const place of ['after', 'before'] as const) {
      const neighbour: Neighbour = { express: (it) => it.use(compression()), place }
      const server = await serve(
        framework,
        neighbouring(app, neighbour, () => {}),
      )
      const { responses, error } = await exchange(
        server.port,
        pipelined([request({ headers: gzip }), request({ method: 'HEAD', headers: gzip }), request()]),
      )
      expect(error).toBeUndefined()
      for (const response of [responses[0], responses[2]]) {
        expect(documentOf(response)).toMatchObject({ status: 404, more: long })
      }
      expect(responses[1]?.headers('Content-Encoding')).toEqual([])
    }
  })

  it('compression() sends what was written when flush() is called', async () => {
    let goOn = (): void => {}
    const { server, events } = await serveConforming(framework, {
      setup: { express: (app) => void app.use(compression()) },
      routes: {
        '/': raw(async (res) => {
          res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
          res.write('data: 1\n\n')
          Reflect.get(res, 'flush').call(res)
          await new Promise<void>((resolve) => {
            goOn = resolve
          })
          res.end('data: 2\n\n')
        }),
      },
    })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request({ headers: gzip }))
      const { bytes } = await conversation.until(
        (seen) => seen.bytes.length > 0 && /\r\n\r\n./.test(seen.bytes.toString('latin1')),
      )
      expect(bytes.toString('latin1')).toContain('Content-Encoding: gzip')
      goOn()
      expect(textOf(await conversation.response())).toBe('data: 1\n\ndata: 2\n\n')
    })
    expect(events).toEqual([])
  })

  it('HEAD tells of no length that GET has not, under compression() (RFC 9110 §8.6)', async () => {
    const routes: TestApp['routes'] = {
      '/long': own((res) => res.send(long)),
      '/text': own((res) => res.send('text')),
      '/404': own((res) => res.status(404).json({ long })),
      '/end': own((res) => res.type('text').end(long)),
      '/bare': own((res) => res.status(404).end()),
    }
    for (const place of ['after', 'before'] as const) {
      const neighbour: Neighbour = { express: (it) => it.use(compression()), place }
      const server = await serve(
        framework,
        neighbouring({ routes }, neighbour, () => {}),
      )
      for (const parts of targeting(routes, {}, { headers: gzip })) {
        const { body } = await answerOf(server, parts)
        const [length = body.length] = (await answerOf(server, { ...parts, method: 'HEAD' })).headers('Content-Length')
        expect(Number(length), parts.target).toBe(body.length)
      }
    }
  })
})

describe.each(expresses)('$name with express-session', (framework) => {
  it('has saved the session when the mended response is complete, as without conform()', async () => {
    const saved: string[] = []
    const store = slowStore(saved)
    const { server } = await serveConforming(framework, {
      setup: {
        express: (app) =>
          void app.use(session({ secret: 'a', resave: false, saveUninitialized: false, store, genid: () => 'same' })),
      },
      routes: faulty,
    })
    const first = await answerOf(server, { target: '/bare-visit' })
    expect(saved).toEqual(['set same'])
    expect(documentOf(first)).toMatchObject({ status: 404 })
    const [cookie = ''] = first.headers('Set-Cookie')
    const second = await answerOf(server, { target: '/bare-visit', headers: { Cookie: cookie.split(';', 1)[0] } })
    expect(documentOf(second)).toMatchObject({ status: 404 })
    expect(second.headers('Set-Cookie')).toEqual([])
    expect(saved).toEqual(['set same', 'touch same'])
  })

  it('sends all but the last byte ahead of the saving, and that after it', async () => {
    const store = slowStore([], 50)
    const { server } = await serveConforming(framework, {
      setup: {
        express: (app) => void app.use(session({ secret: 'a', resave: false, saveUninitialized: true, store })),
      },
      routes: {
        '/': own((res) => res.status(404).send('no such thing')),
        '/bare': own((res) => res.status(404).end()),
      },
    })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request())
      const { bytes } = await conversation.until((seen) => seen.bytes.toString().includes('no such thin'))
      expect(bytes.toString()).toMatch(/no such thin$/)
      expect((await conversation.response()).text()).toBe('no such thing')
      conversation.send(request({ target: '/bare' }))
      expect((await conversation.response()).json()).toMatchObject({ status: 404 })
    })
  })

  it('answers when the store fails, and the connection goes on', async () => {
    const store = slowStore([])
    store.set = (_id, _session, callback) => void setTimeout(() => callback?.(new Error('a secret')), 2)
    const { server } = await serveConforming(framework, {
      problems: { onProblem: () => {} },
      setup: {
        express: (app) => void app.use(session({ secret: 'a', resave: false, saveUninitialized: true, store })),
      },
      routes: faulty,
    })
    const sent = [request({ target: '/bare' }), request({ target: '/text' })]
    const { responses, error } = await exchange(server.port, sent)
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([404, 200])
  })
})

describe.each(expresses)('$name', (framework) => {
  it('morgan logs what was sent, after conform() and before it', async () => {
    for (const place of ['after', 'before'] as const) {
      const write = vi.fn()
      const express: Neighbour['express'] = (app) =>
        void app.use(morgan(':url :status :res[content-length] :res[content-type]', { stream: { write } }))
      const server = await serve(
        framework,
        neighbouring({ routes: faulty }, { express, place }, () => {}),
      )
      const responses = []
      for (const target of ['/bare', '/bare-head', '/204', '/205', '/401', '/text', '/nowhere']) {
        responses.push({ target, ...(await lineOf(server.port, target)) })
      }
      await vi.waitUntil(() => write.mock.calls.length === responses.length)
      expect(write.mock.calls.flat()).toEqual(responses.map(({ target, line }) => `${target} ${line}\n`))
    }
  })

  it('what helmet and cors have set stays on what is mended', async () => {
    const express: Neighbour['express'] = (app) => void app.use(helmet()).use(cors({ origin: true, credentials: true }))
    for (const place of ['after', 'before'] as const) {
      const server = await serve(
        framework,
        neighbouring({ routes: faulty }, { express, place }, () => {}),
      )
      const headers = { Origin: 'https://app.example' }
      const correct = await answerOf(server, { target: '/text', headers })
      const lasting = correct.headerLines.filter(([name]) =>
        /^(?:Strict|Content-Sec|X-|Cross|Access|Referrer)/.test(name),
      )
      expect(lasting.length).toBeGreaterThan(10)
      for (const target of ['/bare', '/bare-head', '/401', '/204', '/205']) {
        const response = await answerOf(server, { target, headers })
        expect(response.headerLines).toEqual(expect.arrayContaining([...lasting]))
        expect(response.header('Vary')).toMatch(/Origin/)
      }
    }
  })

  it.each([{}, { optionsSuccessStatus: 200 }])(
    'a preflight is the cors middleware’s, but for the length that a 204 may not have (%o; RFC 9110 §8.6)',
    async (options) => {
      const headers = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'PUT' }
      const [preflight] = await compared(
        framework,
        { routes: correct },
        { express: (app) => void app.use(cors(options)) },
        [{ method: 'OPTIONS', target: '/text', headers }],
      )
      const expected = preflight?.expected.responses[0]
      const found = preflight?.found.responses[0]
      expect(found?.status).toBe(expected?.status)
      const isLength = ([name]: readonly string[]): boolean => name === 'Content-Length' && expected?.status === 204
      expect(found?.headerLines.map(undatedLine)).toEqual(
        expected?.headerLines.filter((line) => !isLength(line)).map(undatedLine),
      )
      expect(found?.headers('Access-Control-Allow-Methods')).toHaveLength(1)
    },
  )

  it('express.static serves as without conform()', async () => {
    const app: TestApp = {
      routes: {},
      setup: {
        express: (it, own) =>
          void it
            .use('/files', own.static(root, { maxAge: '1d' }))
            .use('/strict', own.static(root, { fallthrough: false })),
      },
    }
    const whole = await answerOf(await serve(framework, app), { target: '/files/page.html' })
    const [etag, modified] = [whole.header('ETag'), whole.header('Last-Modified')]
    const sent: readonly RequestParts[] = [
      { target: '/files/page.html' },
      { target: '/files/page.html', method: 'HEAD' },
      { target: '/files/page.html', headers: { 'If-None-Match': etag } },
      { target: '/files/page.html', headers: { 'If-Modified-Since': modified } },
      { target: '/files/page.html', headers: { Range: 'bytes=5-9' } },
      { target: '/files/page.html', headers: { Range: 'bytes=5-9', 'If-Range': '"other"' } },
      { target: '/files/page.html', headers: { Range: 'bytes=5-9' }, method: 'HEAD' },
      { target: '/files/page.html', headers: { Range: 'bytes=999999-' } },
      { target: '/files/page.html', headers: { 'If-Match': '"other"' } },
      { target: '/files/page.html', version: '1.0' },
      { target: '/files/folder' },
      { target: '/files/folder/' },
      { target: '/files/.secret' },
      { target: '/files/nowhere' },
      { target: '/files/%2e%2e/%2e%2e/etc/passwd' },
      { target: '/files/page.html', method: 'POST', body: 'abc' },
      { target: '/strict/.secret' },
      { target: '/strict/nowhere' },
      { target: '/strict/nowhere', method: 'HEAD' },
    ]
    // In production, Express's own pages have no stacks, which conform() is in.
    for (const problems of [{}, false] as const) {
      const neighbour: Neighbour = { express: app.setup?.express }
      await expectSame(framework, { ...app, problems }, neighbour, sent, { env: 'production' })
    }
  })

  it.each(Object.keys(wrappers))('a handler that writes to %s is served and mended alike', async (name) => {
    const wrap = wrappers[name] ?? ((res) => res)
    const wrapped = (write: (res: ServerResponse) => unknown): Handler => own((res) => write(wrap(res)))
    const sayNot = (res: ServerResponse): void => void res.writeHead(404).end()
    const say = (res: ServerResponse): void => {
      res.setHeader('Content-Type', 'text/plain')
      res.write('half')
      res.end('half')
    }
    const same = await conformed(framework, wrapped(say))
    expect(same.response.text()).toBe('halfhalf')
    expect(same.told).toEqual([])
    const mended = await conformed(framework, wrapped(sayNot))
    expect(mended.response.json()).toMatchObject({ status: 404 })
    const late = await conformed(
      framework,
      wrapped((res) => sayNot(wrap(res))),
    )
    expect(late.response.json()).toMatchObject({ status: 404 })
  })

  it('a method that middleware has overridden is the method, and the wire has its own (RFC 9110 §9)', async () => {
    const override: RequestHandler = (req, _res, next) => {
      const { 'x-http-method-override': method } = req.headers
      if (typeof method === 'string') req.method = method
      next()
    }
    const { server } = await serveConforming(framework, {
      setup: { express: (app) => void app.use(override) },
      routes: {
        'GET /': own((res) => res.send(long)),
        'PUT /': own((res) => res.status(404).end()),
        'GET /bare': own((res) => res.status(404).end()),
      },
    })
    const as = (method: string, target = '/'): string =>
      request({ method: 'POST', target, headers: { 'X-HTTP-Method-Override': method }, body: 'abc' })
    const { responses, error } = await exchange(
      server.port,
      pipelined([as('PUT'), as('HEAD'), as('HEAD', '/bare'), as('DELETE'), as('OPTIONS'), as('GET')]),
    )
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([404, 200, 404, 405, 200, 200])
    expect(responses[3]?.headers('Allow')).toEqual(['GET, HEAD, PUT, OPTIONS'])
    expect(responses[5]?.text()).toBe(long)
  })

  it('conform() twice, in an application within the application and in a router, is conform() once', async () => {
    const events: string[] = []
    const onMend = ({ rule }: { rule: { id: string } }): void => void events.push(rule.id)
    const server = await serve(framework, {
      conform: { onMend },
      setup: {
        express(app, own) {
          const child = own()
            .use(conformAgain())
            .get('/bare', (_req, res) => void res.status(404).end())
          const router = own
            .Router()
            .use(conformAgain())
            .get('/bare', (_req, res) => void res.status(404).end())
          app.use('/child', child).use('/router', router)
        },
      },
      routes: {},
    })
    for (const target of ['/child/bare', '/router/bare', '/child/nowhere', '/router/nowhere']) {
      expect((await answerOf(server, { target })).json(), target).toMatchObject({ status: 404 })
    }
    expect(events).toEqual(['9110-15.5-explain', '9110-15.5-explain'])
  })
})

/** What code in front of Node's response does to it: methods called on the outside reach Node on its own object. */
const wrappers: Readonly<Record<string, (res: ServerResponse) => ServerResponse>> = {
  'a Proxy': (res) =>
    new Proxy(res, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    }),
  'an object that inherits from it': (res) =>
    Object.create(res, {
      write: { value: (...args: unknown[]) => Reflect.apply(res.write, res, args) },
      end: { value: (...args: unknown[]) => Reflect.apply(res.end, res, args) },
      writeHead: {
        value(this: unknown, ...args: unknown[]) {
          Reflect.apply(res.writeHead, res, args)
          return this
        },
      },
    }),
}

/** A store of sessions that takes its time. */
function slowStore(saved: string[], ms = 2): session.Store {
  const store = new session.MemoryStore()
  const { set, touch } = store
  store.set = (id, ...others) => {
    setTimeout(() => {
      saved.push(`set ${id}`)
      set.call(store, id, ...others)
    }, ms)
  }
  store.touch = (id, ...others) => {
    setTimeout(() => {
      saved.push(`touch ${id}`)
      touch?.call(store, id, ...others)
    }, ms)
  }
  return store
}

async function lineOf(port: number, target: string): Promise<{ line: string }> {
  const { responses } = await exchange(port, request({ target }))
  const [response] = responses
  const [length = '-'] = response?.headers('Content-Length') ?? []
  const [type = '-'] = response?.headers('Content-Type') ?? []
  return { line: `${response?.status} ${length} ${type}` }
}

function undatedLine([name, value]: readonly [string, string]): string {
  return name === 'Date' ? name : `${name}: ${value}`
}

/** A problem document, in whatever coding it came. */
function documentOf(response: RawResponse | undefined): unknown {
  expect(response?.headers('Content-Type')).toEqual(['application/problem+json'])
  return JSON.parse(textOf(response))
}

function textOf(response: RawResponse | undefined): string {
  if (response === undefined) throw new Error('no response')
  expect(response.complete).toBe(true)
  return response.header('Content-Encoding') === 'gzip' ? gunzipSync(response.body).toString() : response.text()
}
