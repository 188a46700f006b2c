import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { RequestHandler } from 'express'
import type Koa from 'koa'
import { conform } from 'statuswise/express'
import { conform as conformOnKoa, problems as problemsOnKoa } from 'statuswise/koa'
import { describe, expect, it } from 'vitest'
import { documentOf, expectSame, type Neighbour, neighbouring, targeting } from '../support/compared.ts'
import { conformed, serveConforming } from '../support/conforming.ts'
import { frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { byExpress } from '../support/handlers.ts'
import { exchange, pipeline as pipelined, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

// Has no types of its own for this.
const { default: mount } = (await import('koa-mount' as string)) as {
  default(prefix: string, app: Koa): Koa.Middleware
}

const expresses = frameworks.filter(({ family }) => family === 'express')
const long = 'a long text; '.repeat(300)

describe.each(expresses)('$name', (framework) => {
  it.each(Object.keys(wrappers))('a handler that writes to %s is served and mended alike', async (name) => {
    const wrap = wrappers[name] ?? ((res) => res)
    const wrapped = (write: (res: ServerResponse) => unknown): Handler => byExpress((res) => write(wrap(res)))
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
        'GET /': byExpress((res) => res.send(long)),
        'PUT /': byExpress((res) => res.status(404).end()),
        'GET /bare': byExpress((res) => res.status(404).end()),
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
            .use(conform())
            .get('/bare', (_req, res) => void res.status(404).end())
          const router = own
            .Router()
            .use(conform())
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

const correct: TestApp['routes'] = {
  '/text': ({ body }) => body('text'),
  '/object': ({ body }) => body({ long }),
  '/bytes': ({ body }) => body(Buffer.from(long)),
  '/stream': ({ body }) => body(Readable.from([Buffer.from('text')])),
  '/empty': ({ body }) => body(''),
  '/null': ({ body }) => body(null),
  '/204': ({ status }) => status(204),
  '/304': ({ status, header }) => {
    status(304)
    header('ETag', '"a"')
  },
  '/404': ({ body, status }) => {
    status(404)
    body({ long })
  },
  '/redirect': ({ ctx }) => ctx?.redirect('/there'),
  '/thrown': ({ ctx }) => ctx?.throw(403),
}
const koaRoutes: TestApp['routes'] = { ...correct, '/bare': ({ status }) => status(404) }

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework) => {
  it('conform() in an application that koa-mount has mounted looks after that, and once', async () => {
    const told: string[] = []
    const onMend = ({ rule }: { readonly rule: { readonly id: string } }): void => void told.push(rule.id)
    const { default: Framework } = framework.major === 3 ? await import('koa') : await import('koa2')
    for (const isOutside of [true, false]) {
      const child = new Framework()
      child.use(conformOnKoa({ onMend }) as unknown as Koa.Middleware).use(problemsOnKoa() as unknown as Koa.Middleware)
      child.use((ctx) => {
        ctx.res.statusCode = ctx.path === '/bare' ? 404 : 500
        ctx.respond = false
        ctx.res.end()
      })
      const server = await serve(framework, {
        problems: false,
        conform: isOutside ? { onMend } : undefined,
        setup: { koa: (app) => void app.use(mount('/child', child)) },
        routes: koaRoutes,
      })
      for (const target of ['/child/bare', '/child/other']) {
        expect(documentOf(await answerOf(server, { target }))).toMatchObject({ title: expect.any(String) })
      }
      expect(told.splice(0)).toEqual(['9110-15.5-explain', '9110-15.6-explain'])
      expect((await answerOf(server, { target: '/text' })).text()).toBe('text')
    }
  })

  it.each(['a Proxy'])('a context whose response is %s is served and mended alike', async (name) => {
    const wrap = wrappers[name] ?? ((res) => res)
    const wrapping: Koa.Middleware = (ctx, next) => {
      ctx.res = wrap(ctx.res)
      return next()
    }
    for (const place of ['after', 'before'] as const) {
      const neighbour: Neighbour = { koa: (app) => void app.use(wrapping), place }
      await expectSame(framework, { routes: correct }, neighbour, targeting(correct, {}))
      const server = await serve(
        framework,
        neighbouring({ routes: koaRoutes, problems: false }, neighbour, () => {}),
      )
      const { responses, error } = await exchange(server.port, [
        request({ target: '/bare' }),
        request({ target: '/text' }),
      ])
      expect(error).toBeUndefined()
      expect(documentOf(responses[0])).toMatchObject({ status: 404 })
      expect(responses[1]?.text()).toBe('text')
    }
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
