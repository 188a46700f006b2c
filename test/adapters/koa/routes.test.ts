import { IncomingMessage, METHODS, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type Router from '@koa/router'
import type { RouterMiddleware } from '@koa/router'
import Koa3, { type Context, type Middleware } from 'koa'
import Koa2 from 'koa2'
import { describe, expect, it, vi } from 'vitest'
import { type RoutesOptions, routedMethods } from '../../../adapters/koa/routes.ts'

type Methods = readonly string[] | undefined

/** One version of `@koa/router` under test. `wildcard` is how it writes a path that anything matches. */
interface Version {
  readonly major: number
  readonly Router: typeof Router
  readonly wildcard: string
}

const routers: readonly Version[] = await Promise.all([
  version(12, 'koa-router12', '(.*)'),
  version(13, 'koa-router13', '(.*)'),
  version(14, 'koa-router14', '/{*any}'),
  version(15, '@koa/router', '/{*any}'),
])

// Installed under aliases and without types. What tests use of them is the same in all.
async function version(major: number, alias: string, wildcard: string): Promise<Version> {
  const imported = (await import(alias)) as { default: typeof Router }
  return { major, Router: imported.default, wildcard }
}

const { default: mount } = (await import('koa-mount' as string)) as {
  default(prefix: string, app: Koa3 | Middleware): Middleware
}

const pass: RouterMiddleware = (_ctx, next) => next()
const passAll: Middleware = (_ctx, next) => next()

interface Sent {
  readonly method?: string
  readonly host?: string
}

/** Sends a request through an application, and gives its context when the middleware is done. */
function passThrough(
  app: Koa3,
  path: string,
  { method = 'DELETE', host = 'shop.example' }: Sent = {},
): Promise<Context> {
  const req = Object.assign(new IncomingMessage(new Socket()), { method, url: path, headers: { host } })
  const { middleware } = app
  return new Promise((resolve, reject) => {
    const outermost: Middleware = async (ctx, next) => {
      await next().catch(reject)
      resolve(ctx)
    }
    app.middleware = [outermost, ...middleware]
    app.callback()(req, new ServerResponse(req))
    app.middleware = middleware
  })
}

async function atEnd(app: Koa3, path: string, options?: RoutesOptions): Promise<Methods> {
  return routedMethods(await passThrough(app, path), options)
}

const matrix = [
  { koa: 'Koa 3', Koa: Koa3 },
  { koa: 'Koa 2', Koa: Koa2 },
].flatMap((framework) => routers.map((router) => ({ ...framework, ...router })))

for (const { koa, Koa, major, Router, wildcard } of matrix) {
  /** An application with these routers, one after the other. */
  const appOf = (...added: Router[]): Koa3 => {
    const app = new Koa()
    for (const router of added) app.use(router.routes())
    return app
  }

  describe(`routedMethods with @koa/router ${major} on ${koa}`, () => {
    describe('the routes', () => {
      it('gives the methods of a path in the order of the routes, each once', async () => {
        const router = new Router()
        router.put('/orders', pass).get('/orders', pass).post('/carts', pass).put('/orders', pass)
        expect(await atEnd(appOf(router), '/orders')).toEqual(['PUT', 'HEAD', 'GET'])
      })

      it('gives undefined where no route has the path', async () => {
        const router = new Router()
        router.get('/orders', pass)
        const app = appOf(router)
        expect(await atEnd(app, '/order')).toBeUndefined()
        expect(await atEnd(app, '/orders/42')).toBeUndefined()
      })

      it('gives undefined for a router without routes', async () => {
        expect(await atEnd(appOf(new Router()), '/')).toBeUndefined()
      })

      it('gives undefined where there is no router', async () => {
        const app = new Koa()
        app.use(passAll)
        expect(await atEnd(app, '/orders')).toBeUndefined()
      })

      it('gives undefined where no router is for the host', async () => {
        const router = new Router({ host: 'other.example' })
        router.get('/orders', pass)
        expect(await atEnd(appOf(router), '/orders')).toBeUndefined()
      })

      it('gives the routes of the routers that are for the host', async () => {
        const other = new Router({ host: 'other.example' })
        const shop = new Router({ host: 'shop.example' })
        other.get('/orders', pass)
        shop.put('/orders', pass)
        expect(await atEnd(appOf(other, shop), '/orders')).toEqual(['PUT'])
      })

      it('gives what is registered: no OPTIONS', async () => {
        const router = new Router()
        router.post('/orders', pass)
        expect(await atEnd(appOf(router), '/orders')).toEqual(['POST'])
      })

      it.each(['head', 'm-search', 'QUERY', 'propfind', 'options', 'brew'])(
        'knows %s where it is registered',
        async (method) => {
          const router = new Router()
          router.register('/orders', [method], pass)
          expect(await atEnd(appOf(router), '/orders')).toEqual([method.toUpperCase()])
        },
      )

      it('lists the method of the request, too, whose route called next()', async () => {
        const router = new Router()
        router.delete('/orders', pass).put('/orders', pass)
        expect(await atEnd(appOf(router), '/orders')).toEqual(['DELETE', 'PUT'])
      })

      it('lists the method of the request, too, whose route answered 404', async () => {
        const router = new Router()
        router.delete('/orders/:id', () => {})
        expect(await atEnd(appOf(router), '/orders/42')).toEqual(['DELETE'])
      })

      it('sees routes that are added after a request', async () => {
        const router = new Router()
        router.get('/orders', pass)
        const app = appOf(router)
        expect(await atEnd(app, '/orders')).toEqual(['HEAD', 'GET'])
        router.patch('/orders', pass)
        expect(await atEnd(app, '/orders')).toEqual(['HEAD', 'GET', 'PATCH'])
      })

      it('sees all routes of an exclusive router', async () => {
        const router = new Router({ exclusive: true })
        router.get('/orders/:id', pass).delete('/orders/:id', pass).put('/orders/42', pass)
        expect(await atEnd(appOf(router), '/orders/42')).toEqual(['HEAD', 'GET', 'DELETE', 'PUT'])
      })
    })

    describe('paths', () => {
      it('matches parameters', async () => {
        const router = new Router()
        router.get('/orders/:id', pass).put('/orders/:id/items/:item', pass)
        const app = appOf(router)
        expect(await atEnd(app, '/orders/42?x=/1')).toEqual(['HEAD', 'GET'])
        expect(await atEnd(app, '/orders/42/items/a%20b')).toEqual(['PUT'])
        expect(await atEnd(app, '/orders/42/items')).toBeUndefined()
      })

      it('matches wildcards behind something of their own', async () => {
        const rest = major < 14 ? '(.*)' : '*rest'
        const router = new Router()
        router.get(`/files/${rest}`, pass).put(`/:kind/raw/${rest}`, pass)
        const app = appOf(router)
        expect(await atEnd(app, '/files/a/b.txt')).toEqual(['HEAD', 'GET'])
        expect(await atEnd(app, '/files/raw/b')).toEqual(['HEAD', 'GET', 'PUT'])
        expect(await atEnd(app, '/other')).toBeUndefined()
      })

      it('matches regular expressions', async () => {
        const router = new Router()
        router.get(/^\/orders\/(\d+)$/, pass)
        const app = appOf(router)
        expect(await atEnd(app, '/orders/42')).toEqual(['HEAD', 'GET'])
        expect(await atEnd(app, '/orders/abc')).toBeUndefined()
      })

      it('matches any path of an array', async () => {
        const router = new Router()
        router.get(['/orders', '/o/:id'], pass)
        const app = appOf(router)
        expect(await atEnd(app, '/orders')).toEqual(['HEAD', 'GET'])
        expect(await atEnd(app, '/o/1')).toEqual(['HEAD', 'GET'])
      })

      it('obeys the strict and sensitive options', async () => {
        const router = new Router({ strict: true, sensitive: true })
        router.get('/orders', pass).put('/orders/', pass)
        const app = appOf(router)
        expect(await atEnd(app, '/orders')).toEqual(['HEAD', 'GET'])
        expect(await atEnd(app, '/orders/')).toEqual(['PUT'])
        expect(await atEnd(app, '/Orders')).toBeUndefined()
      })

      it.each(['/shop', '/:tenant'])('follows the prefix %s', async (prefix) => {
        const router = new Router({ prefix })
        router.get('/orders', pass).put('/', pass)
        const app = appOf(router)
        expect(await atEnd(app, '/shop/orders')).toEqual(['HEAD', 'GET'])
        expect(await atEnd(app, '/shop')).toEqual(['PUT'])
        expect(await atEnd(app, '/orders/42/orders')).toBeUndefined()
      })

      it('follows a prefix that is set later', async () => {
        const router = new Router()
        router.get('/orders', pass)
        router.prefix('/shop')
        const app = appOf(router)
        expect(await atEnd(app, '/shop/orders')).toEqual(['HEAD', 'GET'])
        expect(await atEnd(app, '/orders')).toBeUndefined()
      })

      it('follows a path that middleware has changed', async () => {
        const before = new Router()
        const after = new Router()
        before.get('/old', pass)
        after.put('/new', pass)
        const app = appOf(before)
        app.use((ctx, next) => {
          ctx.path = '/new'
          return next()
        })
        app.use(after.routes())
        expect(await atEnd(app, '/old')).toEqual(['HEAD', 'GET', 'PUT'])
      })
    })

    describe('more than one router', () => {
      it('gives the routes of several routers in a row', async () => {
        const [first, second, third] = [new Router(), new Router(), new Router()]
        first.get('/orders', pass)
        second.get('/carts', pass)
        third.put('/orders', pass)
        expect(await atEnd(appOf(first, second, third), '/orders')).toEqual(['HEAD', 'GET', 'PUT'])
      })

      it('gives none of a router that comes after who answered', async () => {
        const [first, second] = [new Router(), new Router()]
        first.delete('/orders', () => {})
        second.put('/orders', pass)
        expect(await atEnd(appOf(first, second), '/orders')).toEqual(['DELETE'])
      })

      it('finds routes two routers deep, among those around them', async () => {
        const [app, api, orders] = [new Router(), new Router({ prefix: '/v1' }), new Router()]
        orders.put('/:id', pass).post('/', pass)
        api.use('/orders', orders.routes())
        app.get('/api/v1/orders/42', pass)
        app.use('/api', api.routes())
        app.patch('/api/v1/orders/:id', pass)
        const served = appOf(app)
        expect(await atEnd(served, '/api/v1/orders/42')).toEqual(['HEAD', 'GET', 'PUT', 'PATCH'])
        expect(await atEnd(served, '/api/v1/orders')).toEqual(['POST'])
        expect(await atEnd(served, '/orders/42')).toBeUndefined()
      })

      it('follows a mount path with a parameter', async () => {
        const [app, orders] = [new Router(), new Router()]
        orders.get('/orders', pass)
        app.use('/:tenant', orders.routes())
        expect(await atEnd(appOf(app), '/acme/orders')).toEqual(['HEAD', 'GET'])
      })

      it('follows koa-mount, into applications and out again', async () => {
        const [inner, outer] = [new Router(), new Router()]
        inner.get('/orders', pass)
        outer.put('/shop/orders', pass).post('/orders', pass)
        const app = new Koa()
        app.use(mount('/shop', appOf(inner)))
        app.use(mount('/admin', appOf(inner)))
        app.use(outer.routes())
        expect(await atEnd(app, '/shop/orders')).toEqual(['HEAD', 'GET', 'PUT'])
        expect(await atEnd(app, '/orders')).toEqual(['POST'])
        expect(await atEnd(app, '/shop')).toBeUndefined()
      })
    })

    describe('what counts as middleware', () => {
      it('is all that use() adds', async () => {
        const router = new Router()
        router.use(pass).use('/orders', pass)
        expect(await atEnd(appOf(router), '/orders', { catchAllRoutes: true })).toBeUndefined()
        router.get('/orders', pass)
        expect(await atEnd(appOf(router), '/orders')).toEqual(['HEAD', 'GET'])
      })

      it('is use() of a nested router below a mount path with a parameter', async () => {
        const [outer, inner] = [new Router(), new Router()]
        inner.use(pass).get('/orders', pass)
        outer.use('/:tenant', inner.routes())
        expect(await atEnd(appOf(outer), '/acme/orders')).toEqual(['HEAD', 'GET'])
        expect(await atEnd(appOf(outer), '/acme/carts', { catchAllRoutes: true })).toBeUndefined()
      })

      it('is router.all()', async () => {
        const router = new Router()
        router.all('/orders', pass)
        expect(await atEnd(appOf(router), '/orders', { catchAllRoutes: true })).toBeUndefined()
        router.get('/orders', pass)
        expect(await atEnd(appOf(router), '/orders')).toEqual(['HEAD', 'GET'])
      })

      it('is router.redirect()', async () => {
        const router = new Router()
        router.redirect('/carts', '/orders')
        expect(await atEnd(appOf(router), '/carts')).toBeUndefined()
      })

      it('is not a route for the methods that a router answers to by default', async () => {
        const router = new Router()
        router.register('/orders', router.methods, pass)
        expect(await atEnd(appOf(router), '/orders')).toEqual([
          'HEAD',
          'OPTIONS',
          'GET',
          'PUT',
          'PATCH',
          'POST',
          'DELETE',
        ])
      })

      it('is not a route for all methods but one', async () => {
        const router = new Router()
        const methods = METHODS.filter((method) => method !== 'TRACE' && method !== 'HEAD')
        router.register('/orders', methods, pass)
        expect(await atEnd(appOf(router), '/orders')).toEqual(['HEAD', ...methods])
      })

      const wildcards: readonly (string | RegExp)[] = [
        ...(major < 14
          ? ['(.*)', '/(.*)', '/:path*', '/:path(.*)', '/:path(.+)']
          : ['/{*any}', '/*splat', '{*any}', '{/*any}', '*any']),
        /.*/,
        /(.*)/,
        /^\/(?!api\/).*/,
        /^\/[^.]*$/,
      ]

      it.each(wildcards)('is a route for %s, unless asked otherwise', async (path) => {
        const router = new Router()
        router.get(path, pass).put('/orders/:id', pass)
        const app = appOf(router)
        expect(await atEnd(app, '/about')).toBeUndefined()
        expect(await atEnd(app, '/orders/42')).toEqual(['PUT'])
        expect(await atEnd(app, '/orders/42', { catchAllRoutes: true })).toEqual(['HEAD', 'GET', 'PUT'])
      })

      it.each(['/shop', '/shop/v1', '/:tenant'])('is a wildcard route behind the prefix %s', async (prefix) => {
        const router = new Router({ prefix })
        router.get(wildcard, pass).put('/orders', pass)
        const app = appOf(router)
        expect(await atEnd(app, `${prefix}/about/us`)).toBeUndefined()
        expect(await atEnd(app, `${prefix}/about/us`, { catchAllRoutes: true })).toEqual(['HEAD', 'GET'])
        expect(await atEnd(app, `${prefix}/orders`)).toEqual(['PUT'])
      })

      it('is a wildcard route below a mount path of koa-mount', async () => {
        const router = new Router()
        router.get(wildcard, pass)
        const app = new Koa()
        app.use(mount('/files', appOf(router)))
        expect(await atEnd(app, '/files/a/b')).toBeUndefined()
        expect(await atEnd(app, '/files/a/b', { catchAllRoutes: true })).toEqual(['HEAD', 'GET'])
      })

      it('is a wildcard in a list of paths', async () => {
        const router = new Router()
        router.options(['/orders', wildcard], pass)
        const app = appOf(router)
        expect(await atEnd(app, '/about')).toBeUndefined()
        expect(await atEnd(app, '/orders')).toEqual(['OPTIONS'])
      })

      it.each<[string | RegExp, string]>([
        ['/:page', '/about'],
        ['/:a/:b', '/a/b'],
        [major < 14 ? '/:bucket/(.*)' : '/:bucket/*key', '/images/2024/a.png'],
        [/^\/q/, '/q1'],
        [/^\/~/, '/~user/home'],
        [/\/\d+$/, '/orders/42'],
      ])('is not a route for %s', async (path, target) => {
        const router = new Router()
        router.put(path, pass)
        expect(await atEnd(appOf(router), target)).toEqual(['PUT'])
      })

      it('is not a route for a segment behind a prefix', async () => {
        const router = new Router({ prefix: '/shop' })
        router.put('/:page', pass)
        expect(await atEnd(appOf(router), '/shop/about')).toEqual(['PUT'])
      })
    })

    it('runs nothing of the application', async () => {
      const handler = vi.fn(pass)
      const router = new Router()
      router.param('id', (_id, ctx, next) => handler(ctx, next))
      router.use(handler).get('/orders/:id', handler).all('/orders/:id', handler)
      const ctx = await passThrough(appOf(router), '/orders/42', { method: 'GET' })
      handler.mockClear()
      expect(routedMethods(ctx)).toEqual(['HEAD', 'GET'])
      expect(handler).not.toHaveBeenCalled()
    })

    it('gives undefined where a layer is not as the router made it', async () => {
      const router = new Router()
      router.get('/orders', pass).put('/orders', pass)
      const ctx = await passThrough(appOf(router), '/orders')
      Reflect.set(ctx.matched[0], 'methods', { GET: true })
      expect(routedMethods(ctx)).toBeUndefined()
    })
  })
}

interface Layer {
  readonly methods: unknown
  readonly regexp?: unknown
  readonly opts?: unknown
}

const get: Layer = { methods: ['HEAD', 'GET'], regexp: /^\/orders$/ }
const put: Layer = { methods: ['PUT'], regexp: /^\/orders$/ }

const fail = (): never => {
  throw new Error('asked')
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

function endless(): unknown[] {
  return Object.defineProperty([put], Symbol.iterator, {
    *value() {
      while (true) yield put
    },
  })
}

function inItself(): unknown[] {
  const list: unknown[] = [put]
  list.push(list)
  return list
}

describe('routedMethods', () => {
  it('reads what @koa/router 13.0.0 leaves: the second router as a list in the list', () => {
    expect(routedMethods({ matched: [get, [put], []] })).toEqual(['HEAD', 'GET', 'PUT'])
  })

  it('gives methods in upper case, whatever case a layer has them in', () => {
    expect(routedMethods({ matched: [put, { ...get, methods: ['put', 'get'] }] })).toEqual(['PUT', 'GET'])
  })

  it('does not ask for the pattern of middleware', () => {
    expect(routedMethods({ matched: [{ methods: [] }, put, { methods: METHODS }] })).toEqual(['PUT'])
  })

  it('reads lists by their indexes', () => {
    expect(routedMethods({ matched: endless() })).toEqual(['PUT'])
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an empty list', []],
    ['a text', 'GET'],
    ['a number', 1],
    ['a function', fail],
    ['a Set', new Set([put])],
    ['an object like a list', { 0: put, length: 1 }],
    ['a list that was revoked', revoked([put])],
    ['a list that contains itself', inItself()],
    ['lists in lists in a list', [[[put]]]],
    ['a list that is too long', new Array(1e9)],
    ['a list whose items cannot be read', new Proxy([put], { get: fail })],
  ])('gives undefined for %s in place of the list', (_what, matched) => {
    expect(routedMethods({ matched })).toBeUndefined()
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'GET'],
    ['an empty object', {}],
    ['a layer that was revoked', revoked(put)],
    ['a layer that cannot be read', new Proxy(put, { get: fail })],
    ['methods as a text', { ...get, methods: 'GET' }],
    ['methods that are no texts', { ...get, methods: [{ toString: fail }] }],
    ['methods that are no tokens (RFC 9110 §9.1)', { ...get, methods: ['GET, PUT'] }],
    ['methods with a hole', { ...get, methods: Object.assign(new Array(2), { 1: 'GET' }) }],
    ['methods without end', { ...get, methods: new Array(1e9).fill('GET', 0, 1) }],
    ['no pattern', { ...get, regexp: undefined }],
    ['a text as the pattern', { ...get, regexp: '^/orders$' }],
    ['a pattern of its own kind', { ...get, regexp: { test: () => false, source: 'x', flags: '' } }],
    ['a pattern behind a proxy', { ...get, regexp: new Proxy(/x/, {}) }],
    ['options that cannot be read', { ...get, opts: new Proxy({}, { get: fail }) }],
  ])('gives undefined for %s among the layers, whatever the others know', (_what, layer) => {
    expect(routedMethods({ matched: [put, layer] })).toBeUndefined()
    expect(routedMethods({ matched: [layer, put] })).toBeUndefined()
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ctx'],
    ['a symbol', Symbol('ctx')],
    ['an empty object', {}],
    ['an object that was revoked', revoked({})],
    ['an object that cannot be read', new Proxy({}, { get: fail })],
  ])('gives undefined for %s in place of a context', (_what, ctx) => {
    expect(routedMethods(ctx as object)).toBeUndefined()
  })

  it('asks a copy of a pattern, which stays where it was', () => {
    const regexp = Object.assign(/^.z?/g, { exec: fail, test: fail, lastIndex: 1 })
    expect(routedMethods({ matched: [put, { ...get, regexp }] })).toEqual(['PUT'])
    expect(regexp.lastIndex).toBe(1)
  })

  it.each([undefined, null, 'text', { prefix: null }, { prefix: { replace: fail } }])(
    'takes options %o for none about a prefix',
    (opts) => {
      expect(routedMethods({ matched: [{ ...get, opts }] })).toEqual(['HEAD', 'GET'])
    },
  )
})
