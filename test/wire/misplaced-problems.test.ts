import type { Express } from 'express'
import { problems } from 'statuswise/express'
import { describe, expect, it } from 'vitest'
import type { TestApp } from '../support/frameworks.ts'
import { frameworks, type RunningServer } from '../support/frameworks.ts'
import { answerOf, serve } from '../support/serve.ts'

type Framework = (typeof frameworks)[number]
type Setup = NonNullable<NonNullable<TestApp['setup']>['express']>

/** What is set up comes before the routes of the test, and before problems() in its right place. */
function serving(framework: Framework, express: Setup): Promise<RunningServer> {
  const routes: TestApp['routes'] = {
    'GET /x': ({ body }) => body('x'),
    'POST /only/:id': ({ body }) => body('posted'),
  }
  return serve(framework, { problems: {}, setup: { express }, routes }, { env: undefined })
}

const warning = (route: string): string =>
  `statuswise: problems() is mounted before the route ${route}, and answers for it: mount it last`

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name', (framework) => {
  it('says once that problems() is mounted before a route', async () => {
    const server = await serving(framework, (app) => void app.use(problems()))
    await answerOf(server, { target: '/nowhere' })
    await answerOf(server, { target: '/only/1' })
    expect(server.logged).toEqual([])
    expect((await answerOf(server, { target: '/x?a=b' })).status).toBe(404)
    await answerOf(server, { target: '/x' })
    expect(server.logged).toEqual([warning('GET /x')])
  })

  it.each([
    ['HEAD', '/x'],
    ['POST', '/only/1'],
  ])('knows the routes that %s %s would have', async (method, target) => {
    const server = await serving(framework, (app) => void app.use(problems()))
    await answerOf(server, { method, target })
    expect(server.logged).toEqual([warning(`${method} ${target}`)])
  })

  it('knows them in routers, and behind the path that it is mounted on', async () => {
    const inRouter = await serving(framework, (app, express) => {
      const router = express.Router()
      router.use(problems())
      router.all('/y', (_req, res) => void res.send('y'))
      app.use('/api', router)
    })
    await answerOf(inRouter, { target: '/api/z' })
    expect(inRouter.logged).toEqual([])
    await answerOf(inRouter, { target: '/api/y' })
    expect(inRouter.logged).toEqual([warning('GET /api/y')])

    const onPath = await serving(framework, (app) => void app.use('/only', problems()))
    await answerOf(onPath, { method: 'POST', target: '/only/1' })
    expect(onPath.logged).toEqual([warning('POST /only/1')])
  })

  it.each<[string, (app: Express, express: Parameters<Setup>[1]) => unknown, string]>([
    ['where a route called next()', (app) => app.get('/early', (_req, _res, next) => next()), '/early'],
    [
      'where it ends a router of its own',
      (app, express) =>
        app.use(
          '/api',
          express.Router().get('/y', (_req, res) => void res.send('y')),
          problems(),
        ),
      '/api/x',
    ],
    [
      'where a router left with next("router"), past it',
      (app, express) => {
        const router = express.Router()
        router.get('/x', (_req, _res, next) => next('router'))
        router.use(problems())
        router.get('/x', (_req, res) => void res.send('never'))
        app.use('/api', router)
      },
      '/api/x',
    ],
    [
      'where only a wildcard is behind it',
      (app) => {
        app.use('/api', problems())
        app.get(framework.major === 4 ? '*' : '/{*any}', (_req, res) => void res.send('index'))
      },
      '/api/y',
    ],
    [
      'where a parameter of the route behind it stands for the path that it is mounted on',
      (app) => {
        app.use('/api', problems())
        app.get('/:section/:page', (_req, res) => void res.send('page'))
      },
      '/api/y',
    ],
    [
      'of what was thrown',
      (app) => {
        app.get('/x', () => {
          throw Object.assign(new Error('no'), { status: 404 })
        })
        app.use(problems())
      },
      '/x',
    ],
  ])('says nothing %s', async (_, setup, target) => {
    const server = await serving(framework, (app, express) => void setup(app as Express, express))
    expect((await answerOf(server, { target })).status).toBe(404)
    expect(server.logged).toEqual([])
  })

  it('does not fail where the request has lost its target', async () => {
    const server = await serving(framework, (app) => {
      app.use((req, _res, next) => {
        Reflect.set(req, 'originalUrl', undefined)
        next()
      })
      app.use(problems())
    })
    expect((await answerOf(server, { target: '/x' })).status).toBe(404)
    expect(server.logged).toEqual([warning('GET /x')])
  })

  it('says nothing, and answers, where the application has lost its router', async () => {
    const server = await serving(framework, (app) => {
      app.use((req, _res, next) => {
        Object.defineProperty(req, 'app', { value: { lazyrouter: () => {}, _router: { stack: 1 } } })
        next()
      })
      app.use(problems())
    })
    expect((await answerOf(server, { target: '/x' })).status).toBe(404)
    expect(server.logged).toEqual([])
  })
})
