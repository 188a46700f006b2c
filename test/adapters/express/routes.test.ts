import { EventEmitter, once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Application, RequestHandler, Router } from 'express'
import { describe, expect, it, vi } from 'vitest'
import { type RoutesOptions, routedMethods } from '../../../adapters/express/routes.ts'
import { passThrough, versions } from './versions.ts'

type Methods = readonly string[] | undefined

const pass: RequestHandler = (_req, _res, next) => next()

/** What is known at the end of an application. */
async function atEnd(app: Application, target: string, options?: RoutesOptions): Promise<Methods> {
  return routedMethods(await passThrough(app, target), options)
}

/** Middleware that asks, and keeps the answers. */
function asking(options?: RoutesOptions): { readonly ask: RequestHandler; readonly answers: Methods[] } {
  const answers: Methods[] = []
  const ask: RequestHandler = (req, _res, next) => {
    answers.push(routedMethods(req, options))
    next()
  }
  return { ask, answers }
}

/** The router of an application, whose structure tests spoil. */
function routerOf(app: Application): Router {
  return ('lazyrouter' in app ? Reflect.get(app, '_router') : app.router) as Router
}

/** The methods that a router has by this name: also those that the types do not know. */
function on(router: object, method: string, path: string | RegExp, handler: RequestHandler = pass): void {
  const add = Reflect.get(router, method) as (path: string | RegExp, handler: RequestHandler) => void
  add.call(router, path, handler)
}

for (const { name, major, wildcard, express } of versions) {
  describe(`routedMethods on ${name}`, () => {
    describe('the routes', () => {
      it('gives the methods of a path in the order of the routes, each once', async () => {
        const app = express()
        app.put('/orders', pass)
        app.get('/orders', pass)
        app.post('/carts', pass)
        app.put('/orders', pass)
        expect(await atEnd(app, '/orders')).toEqual(['PUT', 'GET'])
      })

      it('gives undefined where no route has the path', async () => {
        const app = express()
        app.get('/orders', pass)
        expect(await atEnd(app, '/order')).toBeUndefined()
        expect(await atEnd(app, '/orders/42')).toBeUndefined()
      })

      it('gives undefined for an application without routes', async () => {
        const app = express()
        app.use(pass)
        expect(await atEnd(app, '/')).toBeUndefined()
      })

      it('gives what is registered: no HEAD for GET, no OPTIONS', async () => {
        const app = express()
        app.get('/orders', pass)
        expect(await atEnd(app, '/orders')).toEqual(['GET'])
      })

      it.each(['head', 'm-search', 'query', 'propfind', 'options'])(
        'knows %s where it is registered',
        async (method) => {
          const app = express()
          on(app, method, '/orders')
          expect(await atEnd(app, '/orders')).toEqual([method.toUpperCase()])
        },
      )

      it('lists the method of the request, too, whose route called next()', async () => {
        const app = express()
        app.delete('/orders', pass)
        expect(routedMethods(await passThrough(app, '/orders', 'DELETE'))).toEqual(['DELETE'])
      })

      it('takes the methods of app.route() from all of its handlers', async () => {
        const app = express()
        app.route('/orders').get(pass).post(pass)
        app.route('/empty')
        expect(await atEnd(app, '/orders')).toEqual(['GET', 'POST'])
        expect(await atEnd(app, '/empty')).toBeUndefined()
      })

      it('sees routes that are added and removed after a request', async () => {
        const app = express()
        app.get('/orders', pass)
        expect(await atEnd(app, '/orders')).toEqual(['GET'])
        app.patch('/orders', pass)
        expect(await atEnd(app, '/orders')).toEqual(['GET', 'PATCH'])
        routerOf(app).stack.length = 0
        expect(await atEnd(app, '/orders')).toBeUndefined()
      })
    })

    describe('paths', () => {
      it('matches parameters', async () => {
        const app = express()
        app.get('/orders/:id', pass)
        app.put('/orders/:id/items/:item', pass)
        expect(await atEnd(app, '/orders/42')).toEqual(['GET'])
        expect(await atEnd(app, '/orders/42/items/a%20b')).toEqual(['PUT'])
        expect(await atEnd(app, '/orders/42/items')).toBeUndefined()
      })

      it('matches optional parts', async () => {
        const app = express()
        app.get(major === 4 ? '/orders/:id?' : '/orders{/:id}', pass)
        expect(await atEnd(app, '/orders')).toEqual(['GET'])
        expect(await atEnd(app, '/orders/42')).toEqual(['GET'])
      })

      it('matches wildcards behind something of their own', async () => {
        const app = express()
        app.get(major === 4 ? '/files/*' : '/files/*splat', pass)
        app.put(major === 4 ? '/:kind/raw/*' : '/:kind/raw/*splat', pass)
        expect(await atEnd(app, '/files/a/b.txt')).toEqual(['GET'])
        expect(await atEnd(app, '/files/raw/b')).toEqual(['GET', 'PUT'])
        expect(await atEnd(app, '/other')).toBeUndefined()
      })

      it('matches regular expressions', async () => {
        const app = express()
        app.get(/^\/orders\/(\d+)$/, pass)
        expect(await atEnd(app, '/orders/42')).toEqual(['GET'])
        expect(await atEnd(app, '/orders/abc')).toBeUndefined()
      })

      it('matches any path of an array', async () => {
        const app = express()
        app.get(['/orders', /^\/o\d$/], pass)
        expect(await atEnd(app, '/orders')).toEqual(['GET'])
        expect(await atEnd(app, '/o1')).toEqual(['GET'])
        expect(await atEnd(app, '/o')).toBeUndefined()
      })

      it('ignores a slash at the end and the case of letters where routing does', async () => {
        const app = express()
        app.get('/orders', pass)
        expect(await atEnd(app, '/Orders/')).toEqual(['GET'])
      })

      it('obeys strict routing', async () => {
        const app = express()
        app.enable('strict routing')
        app.get('/orders', pass)
        app.put('/orders/', pass)
        expect(await atEnd(app, '/orders')).toEqual(['GET'])
        expect(await atEnd(app, '/orders/')).toEqual(['PUT'])
      })

      it('obeys case-sensitive routing', async () => {
        const app = express()
        app.enable('case sensitive routing')
        app.get('/orders', pass)
        expect(await atEnd(app, '/orders')).toEqual(['GET'])
        expect(await atEnd(app, '/Orders')).toBeUndefined()
      })
    })

    describe('nested routers', () => {
      it('finds routes two routers deep, among those around them', async () => {
        const app = express()
        const api = express.Router()
        const orders = express.Router()
        app.get('/api/orders/42', pass)
        app.use('/api', api)
        api.use('/orders', orders)
        orders.put('/:id', pass)
        orders.post('/', pass)
        api.patch('/orders/:id', pass)
        expect(await atEnd(app, '/api/orders/42')).toEqual(['GET', 'PUT', 'PATCH'])
        expect(await atEnd(app, '/api/orders')).toEqual(['POST'])
        expect(await atEnd(app, '/orders/42')).toBeUndefined()
      })

      it('finds routes of routers without a mount path', async () => {
        const app = express()
        const router = express.Router()
        app.use(router)
        router.get('/orders', pass)
        expect(await atEnd(app, '/orders')).toEqual(['GET'])
      })

      it.each([
        ['a parameter', '/:tenant', '/acme/orders'],
        ['two parameters', '/t/:tenant/:year', '/t/acme/2024/orders'],
        ['a regular expression', /^\/v\d+/, '/v12/orders'],
        ['an array', ['/a', '/b/c', /^\/d\d/], '/d1/orders'],
        ['a slash at its end', '/api/', '/api/orders'],
      ])('follows a mount path with %s', async (_what, mount, target) => {
        const app = express()
        const router = express.Router()
        app.use(mount, router)
        router.get('/orders', pass)
        expect(await atEnd(app, target)).toEqual(['GET'])
        expect(await atEnd(app, `${target}/42`)).toBeUndefined()
      })

      it('mounts only at whole segments, from the start of the path', async () => {
        const app = express()
        const router = express.Router()
        app.use([/^\/ap/, /\/b/], router)
        router.get(['/i', '/b/i', '/.i'], pass)
        expect(await atEnd(app, '/ap/i')).toEqual(['GET'])
        expect(await atEnd(app, '/api')).toBeUndefined()
        expect(await atEnd(app, '/a/b/i')).toBeUndefined()
        // Only Express 4 ends segments at dots.
        expect(await atEnd(app, '/ap.i')).toEqual(major === 4 ? ['GET'] : undefined)
      })

      it('obeys the strict and caseSensitive options of each router', async () => {
        const app = express()
        const router = express.Router({ strict: true, caseSensitive: true })
        app.use('/api', router)
        router.get('/orders', pass)
        expect(await atEnd(app, '/API/orders')).toEqual(['GET'])
        expect(await atEnd(app, '/api/orders/')).toBeUndefined()
        expect(await atEnd(app, '/api/Orders')).toBeUndefined()
      })

      it('follows routers with mergeParams', async () => {
        const app = express()
        const router = express.Router({ mergeParams: true })
        app.use('/users/:user', router)
        router.get('/orders/:order', pass)
        expect(await atEnd(app, '/users/7/orders/42')).toEqual(['GET'])
      })
    })

    describe('what counts as middleware', () => {
      it('is all that use() mounts', async () => {
        const app = express()
        const router = express.Router()
        app.use('/orders', pass)
        app.use(router)
        router.use('/orders', pass)
        expect(await atEnd(app, '/orders')).toBeUndefined()
      })

      it('is app.all()', async () => {
        const app = express()
        app.all('/orders', pass)
        expect(await atEnd(app, '/orders', { catchAllRoutes: true })).toBeUndefined()
        app.get('/orders', pass)
        expect(await atEnd(app, '/orders')).toEqual(['GET'])
      })

      it('is router.all()', async () => {
        const app = express()
        const router = express.Router()
        app.use(router)
        router.all('/orders', pass)
        expect(await atEnd(app, '/orders')).toBeUndefined()
      })

      it('is route.all(), beside the methods that the route has by name', async () => {
        const app = express()
        app.route('/orders').all(pass)
        app.route('/carts').all(pass).get(pass).put(pass)
        expect(await atEnd(app, '/orders')).toBeUndefined()
        expect(await atEnd(app, '/carts')).toEqual(['GET', 'PUT'])
      })

      const wildcards: readonly (string | RegExp)[] = [
        ...(major === 4
          ? ['*', '/*', '(*)', '/:path*', '/:path(*)', '/:path(.*)']
          : ['/{*any}', '/*splat', '{*any}', '{/*any}']),
        /.*/,
        /(.*)/,
        /^\/(?!api\/).*/,
        /^\/[^.]*$/,
      ]

      it.each(wildcards)('is a route for %s, unless asked otherwise', async (path) => {
        const app = express()
        app.get(path, pass)
        app.put('/orders/:id', pass)
        expect(await atEnd(app, '/about')).toBeUndefined()
        expect(await atEnd(app, '/orders/42')).toEqual(['PUT'])
        expect(await atEnd(app, '/orders/42', { catchAllRoutes: true })).toEqual(['GET', 'PUT'])
      })

      it('is an array of paths with a wildcard', async () => {
        const app = express()
        app.get(['/', wildcard], pass)
        expect(await atEnd(app, '/about')).toBeUndefined()
        expect(await atEnd(app, '/about', { catchAllRoutes: true })).toEqual(['GET'])
      })

      it('is a wildcard route of a nested router', async () => {
        const app = express()
        const router = express.Router()
        app.use('/files', router)
        router.get(wildcard, pass)
        expect(await atEnd(app, '/files/a/b')).toBeUndefined()
        expect(await atEnd(app, '/files/a/b', { catchAllRoutes: true })).toEqual(['GET'])
      })

      it('is a router below a wildcard', async () => {
        const app = express()
        const router = express.Router()
        app.use(wildcard, router)
        router.get('/', pass)
        expect(await atEnd(app, '/about/us')).toBeUndefined()
        expect(await atEnd(app, '/about/us', { catchAllRoutes: true })).toEqual(['GET'])
      })

      it.each<[string | RegExp, string]>([
        ['/:page', '/about'],
        ['/:a/:b', '/a/b'],
        [/^\/q/, '/q1'],
        [/^\/~/, '/~user/home'],
        [/\/\d+$/, '/orders/42'],
      ])('is not a route for %s', async (path, target) => {
        const app = express()
        app.get(path, pass)
        expect(await atEnd(app, target)).toEqual(['GET'])
      })

      it('is an application of connect, which has a stack, too', async () => {
        const app = express()
        const connected = Object.assign((...[, , next]: Parameters<RequestHandler>) => next(), {
          stack: [{ route: '', handle: pass }],
        })
        const { ask, answers } = asking()
        app.use(connected)
        app.get('/orders', pass)
        app.use('/orders', ask)
        expect(await atEnd(app, '/orders')).toEqual(['GET'])
        expect(answers).toEqual([['GET']])
      })
    })

    describe('the path of the request', () => {
      it('is without the query', async () => {
        const app = express()
        app.get('/orders', pass)
        expect(await atEnd(app, '/orders?sort=/date&x=1')).toEqual(['GET'])
        expect(await atEnd(app, '/?/orders')).toBeUndefined()
      })

      it('is that of a target in absolute form', async () => {
        const app = express()
        app.get('/', pass)
        app.put('/orders', pass)
        expect(await atEnd(app, 'http://shop.example:8080/orders?x')).toEqual(['PUT'])
        expect(await atEnd(app, 'HTTPS://[::1]/orders')).toEqual(['PUT'])
        expect(await atEnd(app, 'http://shop.example')).toEqual(['GET'])
      })

      it.each(['*', 'orders', 'http://user@shop.example/orders', 'http://a b/orders', '/orders#x', 'ftp://a/orders'])(
        'is not looked for in %s',
        async (target) => {
          const app = express()
          app.get(/orders|[*]/, pass)
          expect(routedMethods(Object.assign(await passThrough(app, '/'), { url: target }))).toBeUndefined()
        },
      )

      it('is the one that middleware has made of it', async () => {
        const app = express()
        app.use((req, _res, next) => {
          req.url = req.url.replace('/old', '/new')
          next()
        })
        app.get('/old', pass)
        app.put('/new', pass)
        expect(await atEnd(app, '/old')).toEqual(['PUT'])
      })

      it('is whole again where nested routers have ended', async () => {
        const app = express()
        const router = express.Router()
        app.use('/api', router)
        router.use((req, _res, next) => {
          req.url = '/carts'
          next()
        })
        app.get('/api/orders', pass)
        app.put('/api/carts', pass)
        expect(await atEnd(app, '/api/orders')).toEqual(['PUT'])
      })

      it.each(['/api/v1/orders', '/api/v1/orders?x=1', 'http://shop.example/api/v1/orders'])(
        'is whole inside nested routers, for %s',
        async (target) => {
          const app = express()
          const api = express.Router()
          const v1 = express.Router()
          const { ask, answers } = asking()
          app.get('/orders', pass)
          app.get('/api/v1/orders', pass)
          app.use('/api', api)
          api.use('/:version', v1)
          v1.use(ask)
          v1.put('/orders', pass)
          v1.use('/orders', ask)
          await passThrough(app, target)
          expect(answers).toEqual([
            ['GET', 'PUT'],
            ['GET', 'PUT'],
          ])
        },
      )

      it('is whole inside the handler of a route', async () => {
        const app = express()
        const api = express.Router()
        const { ask, answers } = asking()
        app.use('/api', api)
        api.delete('/orders/:id', ask)
        await passThrough(app, '/api/orders/42')
        expect(answers).toEqual([['DELETE']])
      })

      it('is whole below a mount path that takes it all', async () => {
        const app = express()
        const { ask, answers } = asking()
        app.get('/orders/:id', pass)
        app.use(wildcard, ask)
        await passThrough(app, '/orders/42')
        expect(answers).toEqual([['GET']])
      })

      it.each([
        ['/api', 'GET'],
        ['/api?x=/', 'GET'],
        ['/api/', 'PUT'],
        ['http://shop.example/api', 'GET'],
        ['http://shop.example/api/', 'PUT'],
      ])('has the slash at its end that the client asked for: %s', async (target, method) => {
        const app = express()
        const { ask, answers } = asking()
        app.enable('strict routing')
        app.get('/api', pass)
        app.put('/api/', pass)
        app.use('/api', ask)
        await passThrough(app, target)
        expect(answers).toEqual([[method]])
      })

      it('may be either with or without a slash where the target was rewritten, if that is all the same', async () => {
        const app = express()
        const { ask, answers } = asking()
        app.use((req, _res, next) => {
          req.url = '/api'
          next()
        })
        app.get('/api', pass)
        app.use('/api', ask)
        await passThrough(app, '/v1')
        expect(answers).toEqual([['GET']])
      })

      it('is in doubt where it is not', async () => {
        const app = express()
        const { ask, answers } = asking()
        app.enable('strict routing')
        app.use((req, _res, next) => {
          req.url = '/api'
          next()
        })
        app.get('/api', pass)
        app.put('/api/', pass)
        app.use('/api', ask)
        await passThrough(app, '/v1')
        expect(answers).toEqual([undefined])
      })

      it('is in doubt where slashes are doubled: routers take off more with a mount path than they tell', async () => {
        const app = express()
        const { ask, answers } = asking()
        app.get(['/', '/api/orders'], pass)
        app.use('/api', ask)
        app.use(major === 4 ? '/:none?' : '{/:none}', ask)
        await passThrough(app, '/api//orders')
        await passThrough(app, '//')
        expect(new Set(answers)).toEqual(new Set([undefined]))
      })

      it('is in doubt where a mount path ends before a dot, which Express 4 makes a slash and a dot', async () => {
        const app = express()
        const { ask, answers } = asking()
        app.get('/api/.well-known', pass)
        app.get('/api.json', pass)
        app.put('/api/.json', pass)
        app.post('/.well-known', pass)
        app.use([/^\/api/, '/.well-known'], ask)
        await passThrough(app, '/api/.well-known')
        await passThrough(app, '/.well-known')
        await passThrough(app, '/api.json')
        expect(answers).toEqual([['GET'], ['POST'], ...(major === 4 ? [undefined] : [])])
      })

      it('is in doubt where a wrapped router is between', async () => {
        const app = express()
        const router = express.Router()
        const { ask, answers } = asking()
        app.get('/api/v1/orders', pass)
        app.use('/api', (req, res, next) => router(req, res, next))
        router.use('/v1', ask)
        await passThrough(app, '/api/v1/orders')
        expect(answers).toEqual([undefined])
      })
    })

    describe('applications in applications', () => {
      it('are not looked into', async () => {
        const app = express()
        const inner = express()
        app.use('/api', inner)
        inner.put('/orders', pass)
        app.get('/api/orders', pass)
        expect(await atEnd(app, '/api/orders')).toEqual(['GET'])
      })

      it.each([
        ['/', '/orders'],
        ['/api', '/api/orders'],
        ['/API/v1.0', '/api/v1.0/orders'],
        ['/t/:tenant/', '/t/acme/orders'],
        [['/a', '/b/c'], '/b/c/orders'],
      ])('are looked into from inside: mounted at %s', async (mount, target) => {
        const app = express()
        const inner = express()
        const router = express.Router()
        const { ask, answers } = asking()
        app.delete('/orders', pass)
        app.use(mount, inner)
        inner.get('/orders', pass)
        inner.use('/orders', router)
        router.put('/', pass)
        router.use(ask)
        inner.use(ask)
        await passThrough(app, target)
        expect(answers).toEqual([
          ['GET', 'PUT'],
          ['GET', 'PUT'],
        ])
      })

      it('are looked into from inside two deep', async () => {
        const app = express()
        const middle = express()
        const inner = express()
        const router = express.Router()
        const { ask, answers } = asking()
        app.use('/a', middle)
        middle.use('/:b', inner)
        inner.use('/c', router)
        router.use(ask)
        router.get('/d', pass)
        await passThrough(app, '/a/b/c/d')
        expect(answers).toEqual([['GET']])
      })

      it('tell /api from /api/ where routing is strict', async () => {
        const app = express()
        const inner = express()
        const { ask, answers } = asking()
        inner.enable('strict routing')
        app.use('/v1', inner)
        inner.get('/api', pass)
        inner.put('/api/', pass)
        inner.use('/api', ask)
        await passThrough(app, '/v1/api')
        await passThrough(app, '/v1/api/')
        expect(answers).toEqual([['GET'], ['PUT']])
      })

      it('leave the application around them as it was', async () => {
        const app = express()
        const inner = express()
        app.use('/api', inner)
        inner.use(pass)
        app.get('/api/orders', pass)
        expect(await atEnd(app, '/api/orders')).toEqual(['GET'])
      })

      const unclear: readonly [string, string | RegExp][] = [
        ['a regular expression', /^\/v\d/],
        ['a wildcard', major === 4 ? '/v*' : '/v*any'],
        ['an optional part', major === 4 ? '/v1/:stage?' : '/v1{/:stage}'],
      ]

      it.each(unclear)('are in doubt where they are mounted at %s, unless told', async (_what, mount) => {
        const app = express()
        const inner = express()
        const { ask, answers } = asking()
        inner.use((req, _res, next) => {
          answers.push(routedMethods(req, { entryBaseUrl: req.baseUrl }))
          next()
        })
        app.use(mount, inner)
        inner.get(['/', '/orders'], pass)
        inner.use(ask)
        await passThrough(app, '/v1/orders')
        expect(answers).toEqual([['GET'], undefined])
      })

      it('are in doubt where they are mounted at paths of different lengths, and both fit', async () => {
        const app = express()
        const inner = express()
        const router = express.Router()
        const { ask, answers } = asking()
        app.use(['/:tenant', '/:tenant/orders'], inner)
        inner.use('/orders', router)
        router.get('/42', pass)
        router.use(ask)
        inner.use(ask)
        await passThrough(app, '/acme/orders/42')
        expect(answers).toEqual([undefined, ['GET']])
      })

      it('are in doubt where one is mounted twice and this is not the place that Express remembers', async () => {
        const app = express()
        const inner = express()
        const { ask, answers } = asking()
        app.use('/a', inner)
        app.use('/b/c', inner)
        inner.get('/orders', pass)
        inner.use(ask)
        await passThrough(app, '/a/orders')
        await passThrough(app, '/b/c/orders')
        expect(answers).toEqual([undefined, ['GET']])
      })

      it('are in doubt where Express does not know that they are mounted', async () => {
        const app = express()
        const inner = express()
        const { ask, answers } = asking()
        app.use('/api', (req, res, next) => inner(req, res, next))
        inner.get('/:kind/:id', pass)
        inner.use(ask)
        await passThrough(app, '/api/orders')
        expect(answers).toEqual([undefined])
      })

      it.each(['/ap', '/web', '/api/orders', 'api'])(
        'are in doubt where they were not entered at %s, as told',
        async (entryBaseUrl) => {
          const app = express()
          const router = express.Router()
          const { ask, answers } = asking({ entryBaseUrl })
          app.get('/orders', pass)
          app.use('/api', router)
          router.get('/orders', pass)
          router.use(ask)
          await passThrough(app, '/api/orders')
          expect(answers).toEqual([undefined])
        },
      )
    })

    describe('what it leaves alone', () => {
      it('runs no middleware, no handler and no parameter callback', async () => {
        const app = express()
        const router = express.Router()
        const req = await passThrough(app, '/orders/42')
        const ran = vi.fn<RequestHandler>((_req, _res, next) => next())
        app.param('id', (_req, _res, next) => ran(_req, _res, next))
        app.use(ran)
        app.use('/orders', router)
        router.param('id', (_req, _res, next) => ran(_req, _res, next))
        router.get('/:id', ran)
        app.put('/orders/:id', ran)
        // Express 4 tells requests their application in its first middleware.
        Object.setPrototypeOf(req, app.request)
        expect(routedMethods(req)).toEqual(['GET', 'PUT'])
        expect(ran).not.toHaveBeenCalled()
      })

      it('changes neither the request nor the layers', async () => {
        const app = express()
        const router = express.Router()
        app.use('/:tenant', router)
        router.get('/orders/:id', pass)
        app.get(/^\/acme\/(.*)/, pass)
        const req = await passThrough(app, '/acme/orders/42')
        await passThrough(app, '/other/orders/7')
        const objects = [req, routerOf(app), ...routerOf(app).stack, router, ...router.stack]
        const values = (): unknown[] =>
          objects.flatMap((one) => Reflect.ownKeys(one).map((key) => Reflect.get(one, key)))
        const before = values()
        expect(before.length).toBeGreaterThan(50)
        expect(routedMethods(req)).toEqual(['GET'])
        const after = values()
        expect(after.length).toBe(before.length)
        expect(after.filter((value, index) => !Object.is(value, before[index]))).toEqual([])
      })

      it('does not disturb a request that waits in a parameter callback', async () => {
        const app = express()
        const events = new EventEmitter()
        const waiting = once(events, 'waiting')
        const resumed = once(events, 'resumed')
        const seen: unknown[] = []
        app.param('id', async (_req, _res, next) => {
          events.emit('waiting')
          await resumed
          next()
        })
        app.get('/orders/:id/items/:item', (req, _res, next) => {
          seen.push(req.params)
          next()
        })
        app.use('/orders/:id', (req, _res, next) => {
          seen.push(req.params, req.baseUrl, req.url)
          next()
        })
        const first = passThrough(app, '/orders/1/items/2', 'GET')
        await waiting
        const other = Object.assign(Object.create(app.request) as IncomingMessage, { url: '/orders/8/items/9' })
        expect(routedMethods(other)).toEqual(['GET'])
        events.emit('resumed')
        await first
        expect(seen).toEqual([{ id: '1', item: '2' }, { id: '1' }, '/orders/1', '/items/2'])
      })

      it('keeps its hands off patterns that match by turns', async () => {
        const app = express()
        const pattern = /^\/orders/g
        on(app, 'get', pattern)
        const req = await passThrough(app, '/orders')
        pattern.lastIndex = 3
        expect(routedMethods(req)).toBeUndefined()
        expect(pattern.lastIndex).toBe(3)
      })
    })

    describe('what it cannot know', () => {
      it('is a path that cannot be decoded', async () => {
        const app = express()
        const router = express.Router()
        app.get('/orders/:id', pass)
        app.use('/t/:tenant', router)
        router.get('/', pass)
        const req = await passThrough(app, '/')
        expect(routedMethods(Object.assign(req, { url: '/orders/%zz' }))).toBeUndefined()
        expect(routedMethods(Object.assign(req, { url: '/t/%zz' }))).toBeUndefined()
      })

      const spoiled: readonly [string, (router: Router) => void][] = [
        ['no stack', (router) => Reflect.set(router, 'stack', undefined)],
        ['a stack of nothing', (router) => Reflect.set(router, 'stack', [null, undefined, 7])],
        ['a layer without match()', ({ stack }) => Reflect.set(stack, 0, { route: {} })],
        ['a match() that throws', ({ stack }) => setAll(stack, 'match', thrown)],
        ['a match() that promises', ({ stack }) => setAll(stack, 'match', async () => true)],
        ['a match() that tells nothing', ({ stack }) => setAll(stack, 'match', () => undefined)],
        ['a match() that tells a number', ({ stack }) => setAll(stack, 'match', () => ({ path: 1 }))],
        ['routes without methods', ({ stack }) => setAll(stack, 'route', {})],
        ['methods that are no tokens', ({ stack }) => setAll(stack, 'route', { methods: { 'a b': true } })],
        ['a layer that fights back', ({ stack }) => stack.push(new Proxy(stack[0] as never, { get: thrown }))],
        ['itself inside', (router) => router.use(router)],
      ]

      it.each(spoiled)('is a router with %s', async (_what, spoil) => {
        const app = express()
        app.get('/orders', pass)
        const req = await passThrough(app, '/orders')
        expect(routedMethods(req, { catchAllRoutes: true })).toEqual(['GET'])
        spoil(routerOf(app))
        expect(routedMethods(req, { catchAllRoutes: true })).toBeUndefined()
      })
    })
  })
}

describe('routedMethods on Express 4, and on 5 where layers keep the path that they were given', () => {
  it.each(['Express 4', 'Express 5.3'])('%s: keeps its hands off mount paths that match by turns', async (name) => {
    const app = versions.find((version) => version.name === name)?.express() as Application
    const pattern = /^\/api/g
    app.use(pattern, pass)
    app.get('/api/orders', pass)
    const router = Object.assign(pass.bind(undefined), { stack: routerOf(app).stack.slice() })
    app.use(pattern, router)
    const req = await passThrough(app, '/api/orders')
    pattern.lastIndex = 3
    expect(routedMethods(req)).toBeUndefined()
    expect(pattern.lastIndex).toBe(3)
  })
})

function thrown(): never {
  throw new Error('fights back')
}

function setAll(objects: readonly object[], key: string, value: unknown): void {
  for (const one of objects) Reflect.set(one, key, value)
}

describe('routedMethods without Express', () => {
  const get = thrown
  const self: { parent?: unknown } = {}
  self.parent = self
  const strangers: readonly [string, object][] = [
    ['nothing', {}],
    ['no application', { url: '/', baseUrl: '' }],
    ['an application of another kind', { url: '/', app: { router: { routes: [] } } }],
    ['an application that is no object', { url: '/', app: 'app' }],
    ['a router that is not a function', { url: '/', app: { router: { stack: [] } } }],
    ['an application that fights back', { url: '/', app: new Proxy({}, { get }) }],
    ['an application that is its own parent', { url: '/', app: self }],
    ['a base URL that is no text', { url: '/', baseUrl: 7, app: {} }],
    ['an URL that is no text', { url: undefined, app: {} }],
    ['properties that throw', new Proxy({}, { get })],
  ]

  it.each(strangers)('gives undefined for a request with %s', (_what, req) => {
    expect(routedMethods(req)).toBeUndefined()
  })

  it('gives undefined for no request at all, and for options that fight back', () => {
    const options = new Proxy({}, { get })
    expect(routedMethods(undefined as never)).toBeUndefined()
    expect(routedMethods({ url: '/' }, options)).toBeUndefined()
    expect(routedMethods({ url: '/' }, null as never)).toBeUndefined()
  })
})
