import type Koa from 'koa'
import { bearer, NotFound } from 'statuswise'
import { conform as conformOfExpress } from 'statuswise/express'
import { conform as conformOfKoa } from 'statuswise/koa'
import { describe, expect, it } from 'vitest'
import { type Mended, raw, serveConforming } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { answerOf, serve } from '../support/serve.ts'

const bare = (status: number): TestApp['routes'][string] => raw((res) => res.writeHead(status).end())
const throwing = (): never => {
  throw new NotFound('No order 42')
}
const routes: TestApp['routes'] = {
  'GET /bare': bare(404),
  'GET /401': bare(401),
  'GET /thrown': throwing,
  'GET /orders': (io) => io.body('orders'),
  'PATCH /orders': (io) => io.body('orders'),
}

type Shared = Exclude<TestApp['problems'], false | undefined>

/** Options, and what a request to a target shows of them. */
const shown: readonly (readonly [string, Shared, target: string, method: string, expected: object])[] = [
  ['formats', { formats: ['text/plain'] }, '/bare', 'GET', { type: 'text/plain; charset=utf-8' }],
  ['formats', { formats: ['text/plain'] }, '/thrown', 'GET', { type: 'text/plain; charset=utf-8' }],
  ['formats', { formats: ['text/plain'] }, '/nowhere', 'GET', { type: 'text/plain; charset=utf-8' }],
  ['extend', { extend: () => ({ trace: 7 }) }, '/bare', 'GET', { json: { trace: 7 } }],
  ['extend', { extend: () => ({ trace: 7 }) }, '/thrown', 'GET', { json: { trace: 7 } }],
  ['instance', { instance: () => '/trace/7' }, '/bare', 'GET', { json: { instance: '/trace/7' } }],
  ['cacheControl', { cacheControl: { 404: 'max-age=7' } }, '/bare', 'GET', { cacheControl: 'max-age=7' }],
  ['defaultDetail', { defaultDetail: false }, '/bare', 'GET', { json: { detail: undefined, status: 404 } }],
  [
    'fallbacks',
    { fallbacks: { challenges: [bearer({ realm: 'a' })] } },
    '/401',
    'GET',
    { challenge: 'Bearer realm="a"' },
  ],
  ['allow', { allow: () => ['PUT'] }, '/orders', 'DELETE', { allow: 'PUT, OPTIONS' }],
  ['allow', { allow: () => ['PUT'] }, '/nowhere', 'DELETE', { status: 405, allow: 'PUT, OPTIONS' }],
  ['allow', { allow: () => ['PUT'] }, '/nowhere', 'OPTIONS', { status: 200, allow: 'PUT, OPTIONS' }],
  ['options', { options: 204 }, '/orders', 'OPTIONS', { status: 204, allow: 'GET, HEAD, PATCH, OPTIONS' }],
  ['accepts', { accepts: { patch: ['a/b'] } }, '/orders', 'OPTIONS', { acceptPatch: 'a/b' }],
  ['accepts', { accepts: () => ({ patch: ['a/b'] }) }, '/orders', 'OPTIONS', { acceptPatch: 'a/b' }],
]

describe.each(frameworks)('$name', (framework) => {
  const variants: readonly (readonly [string, (options: Shared) => Partial<TestApp>])[] = [
    ['conform()', (options) => ({ conform: { onMend: () => {}, ...options } })],
    ['problems()', (options) => ({ conform: { onMend: () => {} }, problems: options })],
  ]

  describe.each(variants)('what %s was told holds for all answers', (_, app) => {
    it.each(shown)('%s: %o shows in %s to %s', async (_, options, target, method, expected) => {
      const server = await serve(framework, { routes, ...app(options) })
      const response = await answerOf(server, { target, method })
      expect({
        status: response.status,
        type: response.header('Content-Type'),
        challenge: response.header('WWW-Authenticate'),
        allow: response.header('Allow'),
        acceptPatch: response.header('Accept-Patch'),
        cacheControl: response.header('Cache-Control'),
        ...('json' in expected ? { json: { detail: undefined, ...Object(response.json()) } } : {}),
      }).toMatchObject(expected)
    })

    it('onProblem hears of bare and of thrown errors, and of requests without a route', async () => {
      const heard: number[] = []
      const onProblem: Shared['onProblem'] = ({ problem }) => heard.push(problem.status)
      const server = await serve(framework, { routes, ...app({ onProblem }) })
      for (const target of ['/bare', '/thrown', '/401', '/nowhere']) await answerOf(server, { target })
      expect(heard).toEqual([404, 404, 401, 404])
    })

    it('catchAllRoutes counts routes for everything', async () => {
      const wildcard = framework.family === 'koa' || framework.major === 5 ? '/{*any}' : '/*'
      const server = await serve(framework, {
        routes: { [`GET ${wildcard}`]: (io) => io.body('page') },
        ...app({ catchAllRoutes: true }),
      })
      expect((await answerOf(server, { method: 'DELETE', target: '/any' })).status).toBe(405)
      const without = await serve(framework, { routes: { [`GET ${wildcard}`]: (io) => io.body('page') }, ...app({}) })
      expect((await answerOf(without, { method: 'DELETE', target: '/any' })).status).toBe(404)
    })

    it('fallbacks of both add up', async () => {
      const options: TestApp = {
        routes: { ...routes, 'GET /503': raw((res) => res.writeHead(503).end('text')) },
        conform: { onMend: () => {}, fallbacks: { retryAfter: 7 } },
        problems: { fallbacks: { challenges: [bearer({ realm: 'a' })], retryAfter: 8 } },
      }
      const server = await serve(framework, options)
      expect((await answerOf(server, { target: '/503' })).headers('Retry-After')).toEqual(['7'])
      expect((await answerOf(server, { target: '/401' })).headers('WWW-Authenticate')).toEqual(['Bearer realm="a"'])
    })
  })

  it('where both were told, each keeps its own', async () => {
    const server = await serve(framework, {
      routes,
      conform: { onMend: () => {}, extend: () => ({ by: 'conform' }) },
      problems: { extend: () => ({ by: 'problems' }) },
    })
    expect((await answerOf(server, { target: '/bare' })).json()).toMatchObject({ by: 'conform' })
    expect((await answerOf(server, { target: '/thrown' })).json()).toMatchObject({ by: 'problems' })
  })

  it('the callbacks get the request or the context', async () => {
    const seen: unknown[] = []
    const note = (request: object): void => void seen.push('ctx' in request || 'originalUrl' in request)
    const server = await serve(framework, {
      routes,
      conform: {
        onMend: ({ request }) => note(request),
        onProblem: ({ request }) => note(request),
        extend: (_, request) => void note(request),
        allow: (request) => void note(request),
        accepts: (request) => void note(request),
      },
    })
    await answerOf(server, { target: '/bare' })
    await answerOf(server, { target: '/orders', method: 'OPTIONS' })
    expect(seen.length).toBeGreaterThanOrEqual(4)
    expect(seen).not.toContain(false)
  })

  it('mounted twice, the first one decides', async () => {
    const events: Mended[] = []
    const second = { onMend: () => void events.push({} as Mended), extend: () => ({ by: 'the second' }) }
    const { server, events: first } = await serveConforming(framework, {
      routes,
      setup: {
        express: (app) => void app.use(conformOfExpress(second)),
        koa: (app) => void app.use(conformOfKoa(second) as unknown as Koa.Middleware),
      },
    })
    const response = await answerOf(server, { target: '/bare' })
    expect(response.json()).not.toHaveProperty('by')
    expect(first).toHaveLength(1)
    expect(events).toEqual([])
  })

  it('mounted twice, requests are routed once', async () => {
    let routed = 0
    const server = await serve(framework, {
      conform: {},
      setup: {
        express: (app) => void app.use(conformOfExpress()),
        koa: (app) => void app.use(conformOfKoa() as unknown as Koa.Middleware),
      },
      routes: {
        '/': (io) => {
          routed += 1
          io.body('text')
        },
      },
    })
    expect((await answerOf(server)).text()).toBe('text')
    expect(routed).toBe(1)
  })

  describe('without problems()', () => {
    it('what handlers write is mended', async () => {
      const { server } = await serveConforming(framework, { routes, problems: false })
      expect((await answerOf(server, { target: '/bare' })).json()).toMatchObject({ status: 404 })
      expect((await answerOf(server, { target: '/401' })).headers('WWW-Authenticate')).toHaveLength(1)
    })

    it('what is thrown is the framework’s business', async () => {
      const { server } = await serveConforming(framework, { routes, problems: false })
      const response = await answerOf(server, { target: '/thrown' })
      expect(response.status).toBe(404)
      expect(response.header('Content-Type')).toMatch(/^text\//)
      expect(response.text()).toContain('No order 42')
    })
  })

  it('without any router, what middleware writes is mended', async () => {
    const { server } = await serveConforming(framework, {
      problems: false,
      setup: {
        express: (app) => void app.use((_req, res) => void res.status(405).json({ a: 1 })),
        koa: (app) =>
          void app.use((ctx) => {
            ctx.status = 405
            ctx.body = { a: 1 }
          }),
      },
      routes: {},
    })
    const response = await answerOf(server)
    expect(response.headers('Allow')).toEqual([''])
    expect(response.json()).toEqual({ a: 1 })
  })
})
