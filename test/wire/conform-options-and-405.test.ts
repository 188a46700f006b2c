import koaCors from '@koa/cors'
import cors from 'cors'
import { problems as problemsOfExpress } from 'statuswise/express'
import { describe, expect, it } from 'vitest'
import { raw, serveConforming } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { answerOf, serve } from '../support/serve.ts'

const routes: TestApp['routes'] = {
  'GET /orders': (io) => io.body('orders'),
  'PUT /orders': (io) => io.body('orders'),
}
const options = { method: 'OPTIONS', target: '/orders' }
const preflight = {
  ...options,
  headers: { Origin: 'https://app.example', 'Access-Control-Request-Method': 'PUT' },
}

describe.each(frameworks)('$name', (framework) => {
  describe('with CORS', () => {
    const before: NonNullable<TestApp['before']> = {
      express: [cors({ origin: true })],
      koa: [koaCors({ origin: (ctx) => ctx.get('Origin') }) as never],
    }

    it('a preflight belongs to the CORS middleware', async () => {
      const { server } = await serveConforming(framework, { routes, before })
      const response = await answerOf(server, preflight)
      expect(response).toMatchObject({ status: 204, framing: 'none' })
      expect(response.headers('Access-Control-Allow-Methods')).toHaveLength(1)
      expect(response.headers('Access-Control-Allow-Origin')).toEqual(['https://app.example'])
      for (const name of ['Allow', 'Content-Length']) expect(response.headers(name)).toEqual([])
    })

    it('a preflight that is let through gets the list, and the fields for CORS', async () => {
      const through: TestApp = {
        routes,
        before: {
          express: [cors({ origin: true, preflightContinue: true })],
          koa: [koaCors({ origin: (ctx) => ctx.get('Origin') }) as never],
        },
      }
      const { server } = await serveConforming(framework, through)
      const headers = { Origin: 'https://app.example' }
      const response = await answerOf(server, { ...options, headers })
      expect(response.status).toBe(200)
      expect(response.headers('Allow')).toEqual(['GET, HEAD, PUT, OPTIONS'])
      // To @koa/cors, this is no request of another origin.
      const origins = framework.family === 'koa' ? [] : ['https://app.example']
      expect(response.headers('Access-Control-Allow-Origin')).toEqual(origins)
    })

    it('a 405 may be read by another origin', async () => {
      const { server } = await serveConforming(framework, { routes, before })
      const headers = { Origin: 'https://app.example' }
      const response = await answerOf(server, { method: 'DELETE', target: '/orders', headers })
      expect(response.status).toBe(405)
      expect(response.headers('Access-Control-Allow-Origin')).toEqual(['https://app.example'])
    })
  })

  describe('the option allow', () => {
    it('tells the methods of routers that nobody knows', async () => {
      const allow = (): readonly string[] => ['GET', 'QUERY']
      const accepts = { query: ['application/sql'] }
      const { server } = await serveConforming(framework, { routes: {}, conform: { allow, accepts } })
      const refused = await answerOf(server, { method: 'PUT' })
      expect(refused.status).toBe(405)
      expect(refused.headers('Allow')).toEqual(['GET, HEAD, QUERY, OPTIONS'])
      const listed = await answerOf(server, { method: 'OPTIONS' })
      expect(listed.headers('Allow')).toEqual(['GET, HEAD, QUERY, OPTIONS'])
      expect(listed.headers('Accept-Query')).toHaveLength(1)
      expect((await answerOf(server)).status).toBe(404)
    })

    it('that knows nothing of a path leaves it to the routes', async () => {
      const allow = (): undefined => undefined
      const { server } = await serveConforming(framework, { routes, conform: { allow } })
      expect((await answerOf(server, { method: 'DELETE', target: '/orders' })).headers('Allow')).toEqual([
        'GET, HEAD, PUT, OPTIONS',
      ])
      expect((await answerOf(server, { method: 'DELETE', target: '/nowhere' })).status).toBe(404)
    })

    it.each([
      [
        'throws',
        () => {
          throw new Error('a secret')
        },
      ],
      ['gives no list', () => 'GET'],
      ['gives what is no method', () => ['GET', 7]],
      ['gives a promise', () => Promise.reject(new Error('a secret'))],
    ])('that %s makes a 404 of what nobody answers', async (_, allow) => {
      const { server } = await serveConforming(framework, { routes: {}, conform: { allow: allow as never } })
      for (const method of ['DELETE', 'OPTIONS']) {
        expect((await answerOf(server, { method, target: '/orders' })).status).toBe(404)
      }
    })

    it.each([[['no method', 'GET']], [['GET\r\nX-Evil: 1']]])('that gives %j sends none of it', async (methods) => {
      const { server } = await serveConforming(framework, { routes: {}, conform: { allow: () => methods } })
      for (const method of ['DELETE', 'OPTIONS']) {
        const response = await answerOf(server, { method })
        expect(response.headers('X-Evil')).toEqual([])
        expect(response.status).toBeGreaterThanOrEqual(400)
      }
    })
  })

  describe("OPTIONS that is no router's answer stays:", () => {
    it.each([
      ['another text', raw((res) => res.writeHead(200, { Allow: 'GET' }).end('what we have: GET'))],
      ['no Allow', raw((res) => res.writeHead(200).end('text'))],
      ['another status', raw((res) => res.writeHead(202, { Allow: 'GET' }).end('GET'))],
      ['no content', raw((res) => res.writeHead(200, { Allow: 'GET', 'Content-Length': 0 }).end())],
    ])('%s', async (_, handler) => {
      const { server, events } = await serveConforming(framework, { routes: { '/': handler } })
      const server2 = await serve(framework, { routes: { '/': handler }, breaks: 'anything' })
      const [found, expected] = [
        await answerOf(server, { method: 'OPTIONS' }),
        await answerOf(server2, { method: 'OPTIONS' }),
      ]
      expect(found.status).toBe(expected.status)
      expect(found.headers('Allow')).toEqual(expected.headers('Allow'))
      expect(found.text()).toBe(expected.text())
      expect(events).toEqual([])
    })
  })
})

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name', (framework) => {
  const twoRouters: TestApp = {
    setup: {
      express(app, { Router }) {
        const router = Router()
        router.get('/orders', (_req, res) => void res.send('text'))
        app.use(router)
      },
    },
    routes: { 'PUT /orders': (io) => io.body('orders') },
  }

  it('a route that is added later counts from then on', async () => {
    let add = (): void => {}
    const { server } = await serveConforming(framework, {
      routes,
      setup: {
        express(app, { Router }) {
          const router = Router()
          add = () => void router.patch('/orders', (_req, res) => void res.send('text'))
          app.use(router)
        },
      },
    })
    const before = await answerOf(server, { method: 'DELETE', target: '/orders' })
    add()
    const after = await answerOf(server, { method: 'DELETE', target: '/orders' })
    expect(before.headers('Allow')).toEqual(['GET, HEAD, PUT, OPTIONS'])
    expect(after.headers('Allow')).toEqual(['PATCH, GET, HEAD, PUT, OPTIONS'])
  })

  it('the answer of one router to OPTIONS gets the methods of all', async () => {
    const { server, events } = await serveConforming(framework, twoRouters)
    const response = await answerOf(server, options)
    expect(response.headers('Allow')).toEqual(['GET, HEAD, PUT, OPTIONS'])
    expect(response.text()).toBe('GET, HEAD, PUT, OPTIONS')
    expect(events).toMatchObject([
      { action: 'mended', status: 200, method: 'OPTIONS', rule: { id: '9110-9.3.7-options-allow' } },
    ])
  })

  it('also without problems()', async () => {
    const { server } = await serveConforming(framework, { ...twoRouters, problems: false })
    expect((await answerOf(server, options)).headers('Allow')).toEqual(['GET, HEAD, PUT, OPTIONS'])
  })

  it.each([{ mode: 'report' }, { mend: { options: false } }] as const)('is only reported with %o', async (conform) => {
    const { server, events } = await serveConforming(framework, { ...twoRouters, conform })
    const alone = await serve(framework, twoRouters)
    const response = await answerOf(server, options)
    expect(response.headers('Allow')).toEqual((await answerOf(alone, options)).headers('Allow'))
    expect(events).toMatchObject([{ action: 'reported', rule: { id: '9110-9.3.7-options-allow' } }])
  })

  it('is made with the media types that POST takes alone, too', async () => {
    const conform = { accepts: { post: ['application/json'] } }
    const app: TestApp = { routes: { 'POST /orders': (io) => io.body('orders') }, conform }
    const { server } = await serveConforming(framework, app)
    expect((await answerOf(server, options)).headers('Accept-Post')).toEqual(['application/json'])
  })

  it('a sub-application answers with its own problems()', async () => {
    const { server } = await serveConforming(framework, {
      routes,
      setup: {
        express(app, own) {
          const sub = own()
          sub.get('/items', (_req, res) => void res.send('items'))
          sub.use(problemsOfExpress())
          app.use('/shop', sub)
        },
      },
    })
    const response = await answerOf(server, { method: 'DELETE', target: '/shop/items' })
    expect(response.status).toBe(405)
    expect(response.headers('Allow')).toEqual(['GET, HEAD, OPTIONS'])
    expect((await answerOf(server, { method: 'OPTIONS', target: '/shop/items' })).headers('Allow')).toEqual([
      'GET, HEAD, OPTIONS',
    ])
    expect((await answerOf(server, { method: 'DELETE', target: '/shop/none' })).status).toBe(404)
    expect((await answerOf(server, { method: 'DELETE', target: '/orders' })).headers('Allow')).toEqual([
      'GET, HEAD, PUT, OPTIONS',
    ])
  })

  it('a sub-application without problems() cannot be looked into: 404, and no false 405', async () => {
    const { server } = await serveConforming(framework, {
      routes,
      setup: {
        express(app, own) {
          const sub = own()
          sub.get('/items', (_req, res) => void res.send('items'))
          app.use('/shop', sub)
        },
      },
    })
    expect((await answerOf(server, { method: 'DELETE', target: '/shop/items' })).status).toBe(404)
    expect((await answerOf(server, { method: 'GET', target: '/shop/items' })).text()).toBe('items')
  })

  it('strict and case-sensitive routers are asked in their own way', async () => {
    const { server } = await serveConforming(framework, {
      routes: {},
      setup: {
        express(app, { Router }) {
          const router = Router({ strict: true, caseSensitive: true })
          router.get('/Items/', (_req, res) => void res.send('items'))
          app.use('/shop', router)
        },
      },
    })
    const statuses = await Promise.all(
      ['/shop/Items/', '/shop/Items', '/shop/items/', '/SHOP/Items/'].map(
        async (target) => (await answerOf(server, { method: 'PUT', target })).status,
      ),
    )
    expect(statuses).toEqual([405, 404, 404, 405])
  })
})

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name without problems()', (framework) => {
  it.each([undefined, {}])(
    'a known path is 405 to other methods, and OPTIONS lists them (allowedMethods(): %o)',
    async (allowed) => {
      const app: TestApp = { routes, problems: false, ...(allowed === undefined ? {} : { allowedMethods: allowed }) }
      const { server } = await serveConforming(framework, app)
      const refused = await answerOf(server, { method: 'DELETE', target: '/orders' })
      expect(refused.status).toBe(405)
      expect(refused.headers('Allow')).toEqual(['GET, HEAD, PUT, OPTIONS'])
      expect(refused.json()).toMatchObject({ status: 405 })
      const listed = await answerOf(server, options)
      expect(listed).toMatchObject({ status: 200, body: Buffer.from('GET, HEAD, PUT, OPTIONS') })
      expect(listed.headers('Allow')).toEqual(['GET, HEAD, PUT, OPTIONS'])
    },
  )

  it('an unknown path is 404', async () => {
    const { server } = await serveConforming(framework, { routes, problems: false })
    for (const method of ['GET', 'DELETE', 'OPTIONS']) {
      expect((await answerOf(server, { method, target: '/nowhere' })).json()).toMatchObject({ status: 404 })
    }
  })
})
