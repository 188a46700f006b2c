import { once } from 'node:events'
import { createServer, METHODS, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Router from '@koa/router'
import type { RouterMiddleware } from '@koa/router'
import type express from 'express'
import Koa3 from 'koa'
import Koa2 from 'koa2'
import { conform as conformOfExpress, problems as problemsOfExpress } from 'statuswise/express'
import { conform as conformOfKoa, problems as problemsOfKoa } from 'statuswise/koa'
import { describe, expect, it, onTestFinished } from 'vitest'
import { versions } from '../adapters/express/versions.ts'
import { exchange, pipeline, type RawResponse, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'

interface Options {
  readonly options?: 200 | 204
  readonly catchAllRoutes?: boolean
  readonly accepts?: object
}

/** One way to have routers: several of them, one within another, on one version of one framework. */
interface Stack {
  readonly name: string
  /** Whether it has a route for every path. */
  readonly hasCatchAll: boolean
  listener(options: Options, ran: (what: string) => void): RequestListener
}

const paths: readonly (readonly [target: string, allow: string])[] = [
  ['/orders', 'GET, HEAD, POST, PATCH, OPTIONS'],
  ['/orders/7', 'PUT, OPTIONS'],
  ['/orders/7?a=b', 'PUT, OPTIONS'],
  ['/orders/7/items', 'POST, OPTIONS'],
  ['/orders/7/items/8', 'GET, HEAD, OPTIONS'],
]

const onExpress = ({ name, express, wildcard }: (typeof versions)[number]): Stack => ({
  name,
  hasCatchAll: true,
  listener(options, ran) {
    const answer: express.RequestHandler = (_req, res) => void res.send('text')
    const app = express()
    app.use(conformOfExpress({ onMend: () => {}, ...options }))
    const orders = express.Router()
    orders.param('id', (_req, _res, next) => {
      ran('param')
      next()
    })
    orders.get('/', answer).post('/', answer)
    orders.route('/:id').put(answer)
    const items = express.Router({ mergeParams: true })
    items.use('/:item', (_req, _res, next) => {
      next()
    })
    items.post('/', answer)
    items.get('/:item', answer)
    orders.use('/:id/items', items)
    app.use('/orders', orders)
    const more = express.Router()
    more.patch('/orders', answer)
    more.get('/declining', (_req, _res, next) => next())
    more.options('/own', (_req, res) => void res.set('Allow', 'OWN').send('own'))
    more.get('/own', answer)
    more.all('/all', (_req, _res, next) => next())
    more.get('/all', answer)
    app.use(more)
    app.get(`/pages${wildcard === '*' ? '/*' : '/*any'}`, answer)
    app.get(wildcard, (req, res, next) => (req.path.startsWith('/page') ? void res.send('page') : next()))
    app.use(problemsOfExpress())
    return app
  },
})

const onKoa = (
  name: string,
  Framework: typeof Koa3,
  KoaRouter: typeof Router,
  wildcard: string,
  allowed?: object,
): Stack => ({
  name,
  hasCatchAll: allowed === undefined,
  listener(options) {
    const answer: RouterMiddleware = (ctx) => {
      ctx.body = 'text'
    }
    const app = new Framework()
    app.use(conformOfKoa({ onMend: () => {}, ...options }) as unknown as Koa3.Middleware)
    app.use(problemsOfKoa() as unknown as Koa3.Middleware)
    const orders = new KoaRouter({ prefix: '/orders' })
    orders.get('/', answer).post('/', answer)
    orders.put('/:id', answer)
    const items = new KoaRouter()
    items.post('/', answer)
    items.get('/:item', answer)
    orders.use('/:id/items', items.routes())
    const more = new KoaRouter()
    more.patch('/orders', answer)
    more.get('/declining', (_ctx, next) => next())
    more.options('/own', (ctx) => {
      ctx.set('Allow', 'OWN')
      ctx.body = 'own'
    })
    more.get('/own', answer)
    more.all('/all', (_ctx, next) => next())
    more.get('/all', answer)
    more.get(`/pages${wildcard === '(.*)' ? '/(.*)' : '/*any'}`, answer)
    // allowedMethods() answers for all that the router has: a route for every path would leave nothing to others.
    if (allowed === undefined)
      more.get(wildcard, (ctx, next) => (ctx.path.startsWith('/page') ? answer(ctx, next) : next()))
    for (const router of [orders, more]) {
      app.use(router.routes())
      if (allowed !== undefined) app.use(router.allowedMethods(allowed))
    }
    return app.callback()
  },
})

const routers: readonly (readonly [number, typeof Router, string])[] = await Promise.all(
  (
    [
      [12, 'koa-router12', '(.*)'],
      [13, 'koa-router13', '(.*)'],
      [14, 'koa-router14', '/{*any}'],
      [15, '@koa/router', '/{*any}'],
    ] as const
  ).map(async ([major, alias, wildcard]) => {
    const { default: KoaRouter } = (await import(alias)) as { default: typeof Router }
    return [major, KoaRouter, wildcard] as const
  }),
)

const stacks: readonly Stack[] = [
  ...versions.map(onExpress),
  ...routers.flatMap(([major, KoaRouter, wildcard]) => [
    onKoa(`Koa 3 with @koa/router ${major}`, Koa3, KoaRouter, wildcard),
    onKoa(`Koa 2 with @koa/router ${major}`, Koa2 as typeof Koa3, KoaRouter, wildcard),
    onKoa(`Koa 3 with @koa/router ${major} and allowedMethods()`, Koa3, KoaRouter, wildcard, {}),
    onKoa(`Koa 3 with @koa/router ${major} and allowedMethods({ throw: true })`, Koa3, KoaRouter, wildcard, {
      throw: true,
    }),
  ]),
]

describe.each(stacks.map((stack) => [stack.name, stack] as const))('%s', (_, stack) => {
  const others = ['DELETE', 'TRACE', 'PROPFIND', 'PURGE', 'QUERY'].filter((method) => METHODS.includes(method))

  it.each(paths)('%s is 405 to methods that it has not, with Allow: %s (RFC 9110 §15.5.6)', async (target, allow) => {
    const responses = await answers(
      stack,
      {},
      others.map((method) => ({ method, target })),
    )
    for (const response of responses) {
      expect(response.status).toBe(405)
      expect(response.headers('Allow')).toEqual([allow])
      expect(response.headers('Content-Type')).toEqual(['application/problem+json'])
      expect(response.json()).toMatchObject({ status: 405 })
    }
  })

  it.each(paths)('%s tells the same to OPTIONS: %s (RFC 9110 §9.3.7)', async (target, allow) => {
    const [response] = await answers(stack, {}, [{ method: 'OPTIONS', target }])
    expect(response).toMatchObject({ status: 200 })
    expect(response?.headers('Allow')).toEqual([allow])
    expect(response?.headers('Content-Type')).toEqual(['text/plain; charset=utf-8'])
    expect(response?.text()).toBe(allow)
  })

  it.each(paths)('%s tells the same to HEAD where it has no GET: %s (RFC 9110 §9.3.2)', async (target, allow) => {
    const [head] = await answers(stack, {}, [{ method: 'HEAD', target }])
    expect(head?.status).toBe(allow.includes('GET') ? 200 : 405)
    expect(head?.headers('Allow')).toEqual(allow.includes('GET') ? [] : [allow])
  })

  it.each(paths)('%s answers the methods that it has: %s', async (target, allow) => {
    const methods = allow.split(', ').filter((method) => !/OPTIONS|HEAD/.test(method))
    const responses = await answers(
      stack,
      {},
      methods.map((method) => ({ method, target })),
    )
    expect(responses.map((response) => response.text())).toEqual(methods.map(() => 'text'))
  })

  it('a path that no route has is 404, to every method (RFC 9110 §15.5.5)', async () => {
    const sent = ['GET', 'HEAD', 'OPTIONS', ...others].map((method) => ({ method, target: '/nowhere' }))
    for (const response of await answers(stack, {}, sent)) {
      expect(response.status).toBe(404)
      expect(response.headers('Allow')).toEqual([])
    }
  })

  it('a route that has the method and declines is a 404, and a 405 to others', async () => {
    const [get, head, put] = await answers(
      stack,
      {},
      ['GET', 'HEAD', 'PUT'].map((method) => ({ method, target: '/declining' })),
    )
    expect(get?.json()).toMatchObject({ status: 404 })
    expect(head?.status).toBe(404)
    expect(put?.headers('Allow')).toEqual(['GET, HEAD, OPTIONS'])
  })

  it('a route for OPTIONS answers as it likes', async () => {
    const [options, put] = await answers(
      stack,
      {},
      ['OPTIONS', 'PUT'].map((method) => ({ method, target: '/own' })),
    )
    expect(options).toMatchObject({ status: 200, body: Buffer.from('own') })
    expect(options?.headers('Allow')).toEqual(['OWN'])
    expect(put?.status).toBe(405)
    expect(put?.headers('Allow')).toEqual(['OPTIONS, GET, HEAD'])
  })

  it('a route for all methods is middleware', async () => {
    const [put] = await answers(stack, {}, [{ method: 'PUT', target: '/all' }])
    expect(put?.status).toBe(405)
    expect(put?.headers('Allow')).toEqual(['GET, HEAD, OPTIONS'])
  })

  it('OPTIONS is a 204 where options: 204 says so (RFC 9110 §9.3.7)', async () => {
    const sent = paths.map(([target]) => ({ method: 'OPTIONS', target }))
    const responses = await answers(stack, { options: 204 }, sent)
    expect(responses.map(({ status, framing }) => [status, framing])).toEqual(sent.map(() => [204, 'none']))
    expect(responses.map((response) => response.header('Allow'))).toEqual(paths.map(([, allow]) => allow))
    for (const response of responses) {
      for (const name of ['Content-Type', 'Content-Length', 'Transfer-Encoding'])
        expect(response.headers(name)).toEqual([])
    }
  })

  it.each([200, 204] as const)(
    'OPTIONS tells what methods accept, with options: %d (RFC 5789 §3.1)',
    async (options) => {
      const accepts = { patch: ['application/merge-patch+json'], post: ['application/json', 'text/*'] }
      const sent = ['/orders', '/orders/7/items', '/orders/7'].map((target) => ({ method: 'OPTIONS', target }))
      const [both, post, none] = await answers(stack, { options, accepts }, sent)
      expect(both?.headers('Accept-Patch')).toEqual(['application/merge-patch+json'])
      expect(both?.headers('Accept-Post')).toEqual(['application/json, text/*'])
      expect(post?.headers('Accept-Post')).toEqual(['application/json, text/*'])
      expect(post?.headers('Accept-Patch')).toEqual([])
      expect(none?.headers('Accept-Post')).toEqual([])
    },
  )

  it('OPTIONS * is about the server: 204, before it is routed (RFC 9110 §9.3.7)', async () => {
    const [response] = await answers(stack, {}, [{ method: 'OPTIONS', target: '*' }])
    expect(response).toMatchObject({ status: 204, framing: 'none' })
    expect(response?.headers('Allow')).toEqual([])
    expect(response?.headers('Content-Length')).toEqual([])
  })

  it('nothing of the application is run to find out', async () => {
    const ran: string[] = []
    const port = await start(stack.listener({}, (what) => void ran.push(what)))
    await exchange(port, request({ method: 'DELETE', target: '/orders/7' }))
    expect(ran).toEqual([])
  })
})

describe.each(stacks.filter(({ hasCatchAll }) => hasCatchAll))('$name', (stack) => {
  it('a route for every path is middleware, unless catchAllRoutes says otherwise', async () => {
    const sent = [
      { method: 'PUT', target: '/page' },
      { method: 'PUT', target: '/pages/1' },
    ]
    const [page, pages] = await answers(stack, {}, sent)
    expect(page?.status).toBe(404)
    expect(pages?.headers('Allow')).toEqual(['GET, HEAD, OPTIONS'])
    const [counted] = await answers(stack, { catchAllRoutes: true }, sent)
    expect(counted?.status).toBe(405)
    expect(counted?.headers('Allow')).toEqual(['GET, HEAD, OPTIONS'])
  })
})

async function answers(stack: Stack, options: Options, sent: readonly RequestParts[]): Promise<readonly RawResponse[]> {
  const port = await start(stack.listener(options, () => {}))
  const { responses, error } = await exchange(port, pipeline(sent.map(request)))
  expect(error).toBeUndefined()
  expect(responses).toHaveLength(sent.length)
  return responses
}

async function start(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}
