import Router from '@koa/router'
import type express from 'express'
import type Koa from 'koa'
import { describe, expect, it } from 'vitest'
import { auditMount, mounted, notingMount } from '../support/auditing.ts'
import { type Framework, frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { answerOf, serve } from '../support/serve.ts'

// It has no types.
const { default: mount } = (await import('koa-mount' as string)) as {
  default: (prefix: string, app: unknown) => Koa.Middleware
}

const BARE_401 = '9110-15.5.2-www-authenticate'
const SECRET = 'c2VjcmV0LXZhbHVlLTQy'

/** A 401 without a challenge, which no server may send. */
const bare: Handler = (io) => {
  io.status(401)
  io.body('Who?')
}

const app = (routes: TestApp['routes'] = { 'GET /orders/:id': bare }): TestApp => ({ routes, problems: false })

async function ask(port: number, ...all: readonly RequestParts[]): Promise<void> {
  for (const parts of all) await exchange(port, request(parts))
  // What is told is told after the response.
  await new Promise((resolve) => setTimeout(resolve, 50))
}

const get = (...targets: string[]): RequestParts[] => targets.map((target) => ({ target }))

describe.each(frameworks)('audit() on $name', (framework) => {
  const family = framework.family

  it('tells once for each route and rule', async () => {
    const { mount, events } = notingMount()
    const { port } = await serve(framework, mounted(app({ 'GET /orders/:id': bare, 'GET /carts/:id': bare }), [mount]))
    await ask(port, ...get('/orders/1', '/orders/2', '/carts/1', '/orders/3'))
    const told = events.filter(({ id }) => id === BARE_401)
    expect(told.map(({ route }) => route)).toEqual(['GET /orders/:id', 'GET /carts/:id'])
    expect(new Set(events.map(({ route, id }) => `${route} ${id}`)).size).toBe(events.length)
    expect(told[0]).toMatchObject({
      level: 'MUST',
      reference: 'RFC 9110 §15.5.2',
      link: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
      topic: 'authentication',
      transcript: expect.stringContaining('> GET /orders/1 HTTP/1.1\n> Host: localhost\n< HTTP/1.1 401 Unauthorized\n'),
    })
  })

  it('counts what no route answers as one', async () => {
    const { mount, events } = notingMount()
    const everywhere: TestApp['before'] = {
      express: [(_req, res) => void res.status(401).end()],
      koa: [refuse],
    }
    const { port } = await serve(framework, mounted({ ...app(), before: everywhere }, [mount]))
    await ask(port, ...get('/made', '/up', '/paths'))
    expect(events.filter(({ id }) => id === BARE_401).map(({ route }) => route)).toEqual(['GET (no route)'])
  })

  it('prints for people what is broken, why, and how to mend it', async () => {
    const { port, warned } = await serve(framework, mounted(app(), [auditMount()]))
    await ask(port, ...get('/orders/1', '/orders/2'))
    const told = warned.filter((line) => line.includes(BARE_401))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^statuswise: GET \/orders\/:id\nMUST {7}RFC 9110 §15\.5\.2 {2}.+\n(?: {2}.+\n)+ {2}https:/)
    expect(told[0]).toContain('  To mend it: ')
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('callback')
      },
    ],
    ['rejects', () => Promise.reject(new Error('callback'))],
    ['hangs', () => new Promise(() => {})],
    [
      'gives a hostile thenable',
      () =>
        Object.defineProperty({}, 'then', {
          get: () => {
            throw new Error('callback')
          },
        }),
    ],
  ])('is not moved by an onViolation that %s', async (_how, onViolation) => {
    const server = await serve(framework, mounted(app(), [auditMount({ onViolation })]), { env: 'production' })
    await ask(server.port, ...get('/orders/1', '/orders/2'))
    expect((await answerOf(server, { target: '/orders/3' })).status).toBe(401)
    expect(server.errors).toEqual([])
  })

  it('lets no credentials out', async () => {
    const { mount, events } = notingMount({ level: 'advice' })
    const leaking: Handler = (io) => {
      io.status(401)
      io.header('Set-Cookie', [`sid=${SECRET}; Path=/; Max-Age=x`, `${SECRET}`])
      io.header('Location', `https://u:${SECRET}@a.example/cb?code=${SECRET}#access_token=${SECRET}`)
      io.header('X-Auth-Token', SECRET)
      io.body('Who?')
    }
    const leaks = { 'GET /orders/:id': leaking }
    const server = await serve(
      framework,
      mounted(app(leaks), [mount, auditMount({ level: 'advice' }), auditMount({ level: 'advice', page: true })]),
    )
    const headers = {
      Authorization: [`Bearer ${SECRET}`],
      Cookie: `sid=${SECRET}; ${SECRET}`,
      'Proxy-Authorization': `Basic ${SECRET}`,
      DPoP: SECRET,
      Referer: `https://a.example/?token=${SECRET}`,
    }
    await ask(server.port, { target: `/orders/1?token=${SECRET}&${SECRET}`, headers })
    const page = await answerOf(server, { target: '/__statuswise' })
    expect(events.length).toBeGreaterThan(0)
    const told = events.map(({ request: _request, ...event }) => event)
    for (const text of [JSON.stringify(told), server.warned.join('\n'), page.text()]) {
      expect(text).toContain(BARE_401)
      expect(text).not.toContain(SECRET)
    }
    expect(told[0]?.transcript).toContain('> Authorization: Bearer ***')
  })

  it('shows at /__statuswise what was seen, and does not count that', async () => {
    const hostile: Handler = (io) => {
      io.status(401)
      io.header('X-Hostile', '<script>alert(1)</script>"\'&')
      io.body('Who?')
    }
    const { mount, events } = notingMount({ page: true })
    const server = await serve(framework, mounted(app({ 'GET /a/:id': hostile }), [mount]))
    await ask(server.port, ...get('/a/<script>alert(2)', '/a/2'))
    const { responses } = await exchange(
      server.port,
      pipeline(['GET', 'HEAD', 'POST'].map((method) => request({ method, target: '/__statuswise?x' }))),
    )
    const [page, head, wrong] = responses
    expect(page?.status).toBe(200)
    expect(page?.header('Content-Type')).toBe('text/html; charset=utf-8')
    expect(page?.header('Content-Security-Policy')).toContain("default-src 'none'")
    expect(page?.text()).toContain('2 exchanges on one route')
    expect(page?.text()).toContain('GET /a/:id')
    expect(page?.text()).not.toContain('<script')
    expect(page?.text()).toContain('&lt;script&gt;')
    expect(head?.headerLines.filter(([name]) => name !== 'Date')).toEqual(
      page?.headerLines.filter(([name]) => name !== 'Date'),
    )
    expect([wrong?.status, wrong?.header('Allow')]).toEqual([405, 'GET, HEAD'])
    expect((await answerOf(server, { target: '/__statuswise' })).text()).toContain('2 exchanges on one route')
    expect(events.every(({ route }) => route === 'GET /a/:id')).toBe(true)
  })

  it('has a page that breaks no rule itself', async () => {
    const { mount, events } = notingMount({ level: 'advice' })
    const inner = auditMount({ page: '/seen', onViolation: () => {} })
    const { port } = await serve(framework, mounted(app(), [mount, inner]))
    await ask(port, { target: '/seen' }, { target: '/seen', method: 'HEAD' }, { target: '/seen', method: 'DELETE' })
    // x-powered-by of Express is the application's.
    expect(events.map(({ id, what }) => `${id} ${what}`)).toEqual([])
  })

  it('has no page unless it is asked for', async () => {
    const server = await serve(framework, mounted(app(), [auditMount({ onViolation: () => {} })]))
    expect((await answerOf(server, { target: '/__statuswise' })).status).toBe(404)
  })

  it('tells of an id to ignore that there is none, and goes on', async () => {
    const { mount, events } = notingMount({ ignore: ['9999-1-nothing', BARE_401] })
    const server = await serve(framework, mounted(app(), [mount]))
    await ask(server.port, ...get('/orders/1', '/orders/2'))
    expect(server.warned.filter((line) => line.includes('9999-1-nothing'))).toEqual([
      'statuswise: audit(): There is no rule 9999-1-nothing, which the option "ignore" names; npx statuswise explain 404 lists those of a status.',
    ])
    expect(events.map(({ id }) => id)).not.toContain(BARE_401)
  })

  it('knows so many routes, and counts the others as one', async () => {
    const routes = Object.fromEntries(['/a', '/b', '/c', '/d'].map((path) => [`GET ${path}`, bare]))
    const { mount, events } = notingMount({ maxRoutes: 2 })
    const { port } = await serve(framework, mounted(app(routes), [mount]))
    await ask(port, ...get('/a', '/b', '/c', '/d'))
    const told = events.filter(({ id }) => id === BARE_401)
    expect(told.map(({ route }) => route)).toEqual(['GET /a', 'GET /b', 'GET /c'])
  })

  it(family === 'koa' ? 'knows the routes of mounted applications' : 'knows the routes of nested routers', async () => {
    const { mount, events } = notingMount()
    const setup = family === 'koa' ? await nestedOnKoa(framework) : { express: nestedOnExpress }
    const { port } = await serve(framework, mounted({ routes: {}, problems: false, setup }, [mount]))
    await ask(port, ...get('/shops/7/orders/1', '/shops/8/orders/2', '/api/v1/x', '/api/v1/y'))
    const told = events.filter(({ id }) => id === BARE_401).map(({ route }) => route)
    expect(told).toEqual(['GET /shops/:shop/orders/:id', 'GET /api/v1/:name'])
  })

  it('serves its page below where it is mounted', async () => {
    const below: TestApp['setup'] = {
      express: (server, framework) => {
        const within = framework()
        auditMount({ page: true, onViolation: () => {} }).express(within)
        server.use('/api', within)
      },
      koa: (server) => {
        const within = new (server.constructor as typeof Koa)()
        auditMount({ page: true, onViolation: () => {} }).koa(within)
        server.use(mount('/api', within))
      },
    }
    const server = await serve(framework, { routes: {}, problems: false, setup: below })
    expect((await answerOf(server, { target: '/api/__statuswise' })).text()).toContain('What was seen')
    expect((await answerOf(server, { target: '/__statuswise' })).status).toBe(404)
  })
})

const refuse = (ctx: { status: number }): void => {
  ctx.status = 401
}

function nestedOnExpress(server: express.Express, framework: typeof express): void {
  const orders = framework.Router({ mergeParams: true })
  orders.get('/:id', (_req, res) => void res.status(401).end())
  const shops = framework.Router()
  shops.use('/:shop/orders', orders)
  server.use('/shops', shops)
  const api = framework()
  const v1 = framework.Router()
  v1.get('/:name', (_req, res) => void res.status(401).end())
  api.use('/v1', v1)
  server.use('/api', api)
}

async function nestedOnKoa({ major }: Framework): Promise<TestApp['setup'] & object> {
  const Application = major === 3 ? (await import('koa')).default : (await import('koa2')).default
  return {
    koa(server) {
      const orders = new Router()
      orders.get('/:id', refuse)
      const shops = new Router({ prefix: '/shops' })
      shops.use('/:shop/orders', orders.routes())
      server.use(shops.routes() as unknown as Koa.Middleware)
      const api = new Application()
      api.use(new Router().get('/:name', refuse).routes() as never)
      server.use(mount('/api/v1', api))
    },
  }
}
