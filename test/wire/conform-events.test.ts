import type express from 'express'
import { describe, expect, it } from 'vitest'
import { type Mended, raw, serveConforming } from '../support/conforming.ts'
import { frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

const bare = raw((res) => res.writeHead(404).end())
const unregistered = raw((res) => res.writeHead(299).end('text'))

const thenable = (then: unknown): unknown => ({ then })

/** What onMend may do wrong. */
const hostile: readonly (readonly [string, (event: Mended) => unknown])[] = [
  [
    'throws',
    () => {
      throw new Error('a secret')
    },
  ],
  [
    'throws null',
    () => {
      throw null
    },
  ],
  ['rejects', () => Promise.reject(new Error('a secret'))],
  ['rejects later', () => new Promise((_, reject) => setTimeout(reject, 1, 'a secret'))],
  ['never resolves', () => new Promise(() => {})],
  [
    'gives a thenable that throws',
    () =>
      thenable(() => {
        throw new Error('a secret')
      }),
  ],
  [
    'gives a thenable that throws null',
    () =>
      thenable(() => {
        throw null
      }),
  ],
  ['gives a thenable that rejects', () => thenable((_: unknown, reject: (error: unknown) => void) => reject(null))],
  [
    'gives a thenable that rejects twice',
    () =>
      thenable((_: unknown, reject: (error: unknown) => void) => {
        reject(1)
        reject(2)
      }),
  ],
  ['gives a thenable that gives a rejected promise', () => thenable(() => Promise.reject(new Error('a secret')))],
  [
    'gives a thenable that gives a thenable that throws',
    () =>
      thenable(() =>
        thenable(() => {
          throw new Error('a secret')
        }),
      ),
  ],
  [
    'gives what throws when it is looked at',
    () =>
      new Proxy(
        {},
        {
          get() {
            throw new Error('a secret')
          },
        },
      ),
  ],
  [
    'gives what is revoked',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {})
      revoke()
      return proxy
    },
  ],
  ['changes the event', (event) => Object.assign(event, { rule: undefined, status: 'x', request: undefined })],
]

describe.each(frameworks)('$name', (framework) => {
  it('an event has the rule, what was found, what became of it, and the request', async () => {
    const { server, events } = await serveConforming(framework, { routes: { 'GET /orders/:id': bare } })
    await answerOf(server, { target: '/orders/42?a=b' })
    expect(events).toHaveLength(1)
    const { request: seen, ...event } = events[0] as Mended
    expect(event).toEqual({
      rule: {
        id: '9110-15.5-explain',
        reference: 'RFC 9110 §15.5',
        statement: 'An error response explains the error, and says whether it lasts.',
      },
      found: '404 without content',
      action: 'mended',
      status: 404,
      method: 'GET',
      route: '/orders/:id',
    })
    expect(seen).toMatchObject({ url: '/orders/42?a=b' })
    expect('ctx' in seen || 'originalUrl' in seen).toBe(true)
  })

  it('onMend and onProblem are told after the response', async () => {
    const over: (boolean | undefined)[] = []
    const note = ({ request: seen }: Pick<Mended, 'request'>): void => void over.push(seen.res?.writableEnded)
    const server = await serve(framework, { conform: { onMend: note, onProblem: note }, routes: { '/': bare } })
    await answerOf(server)
    expect(over).toEqual([true, true])
  })

  it('the status is the one that the handler set', async () => {
    const { server, events } = await serveConforming(framework, {
      routes: { '/': raw((res) => res.writeHead(426).end()) },
    })
    expect((await answerOf(server)).status).toBe(500)
    expect(events[0]).toMatchObject({ status: 426, action: 'mended' })
  })

  it('where no route is known, its path stands for it', async () => {
    const { server, events } = await serveConforming(framework, {
      routes: {},
      problems: false,
      setup: {
        express: (app) => void app.use((_req, res) => void res.status(404).end()),
        koa: (app) => void app.use((ctx) => void Object.assign(ctx, { status: 404 })),
      },
    })
    await answerOf(server, { target: '/no/where?a=b' })
    expect(events[0]?.route).toBe('/no/where')
  })

  it.each(hostile)('an onMend that %s touches neither the response nor the process', async (_, onMend) => {
    const app: TestApp = {
      conform: { onMend },
      routes: { '/': bare, '/204': raw((res) => res.writeHead(204).end('text')) },
    }
    const server = await serve(framework, app)
    const { responses, error } = await exchange(
      server.port,
      pipeline([request(), request({ target: '/204' }), request()]),
    )
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([404, 204, 404])
    expect(responses[2]?.json()).toMatchObject({ status: 404 })
    expect(server.errors).toEqual([])
  })

  it.each(
    hostile.filter(([name]) =>
      /^(?:throws|rejects|gives a thenable that (?:throws|rejects)(?: null)?$|gives what)/.test(name),
    ),
  )('an onMend that %s is told to the operator', async (_, onMend) => {
    const server = await serve(framework, { conform: { onMend }, routes: { '/': bare } }, { env: 'production' })
    await answerOf(server)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(server.logged.filter((line) => line.startsWith('statuswise: onMend failed: '))).toHaveLength(1)
  })

  it('an onMend that ends the response itself ends no request for ever', async () => {
    const onMend = ({ request: seen }: Mended): void => void seen.res?.end('own')
    const server = await serve(framework, {
      conform: { onMend },
      routes: { '/': bare, '/good': (io) => io.body('good') },
    })
    const { responses } = await exchange(server.port, request(), { timeoutMs: 2000 })
    expect(responses[0]?.json()).toMatchObject({ status: 404 })
    expect((await answerOf(server, { target: '/good' })).text()).toBe('good')
    void server.errors
  })

  describe('without onMend', () => {
    const routes: TestApp['routes'] = { 'GET /orders/:id': bare, 'GET /other': bare, 'GET /299': unregistered }
    const lines = (logged: readonly string[]): readonly string[] =>
      logged.filter((line) => line.startsWith('statuswise: '))

    it.each(['development', undefined])('each fault is printed once for each route (NODE_ENV: %s)', async (env) => {
      const server = await serve(framework, { conform: {}, routes }, { env })
      for (const target of ['/orders/1', '/orders/2', '/orders/1', '/other', '/299', '/299']) {
        await answerOf(server, { target })
      }
      expect(lines(server.logged)).toEqual([
        expect.stringMatching(
          /^statuswise: GET \/orders\/:id: 404 without content \(mended\)\. RFC 9110 §15\.5: An error .*\.$/,
        ),
        expect.stringMatching(/^statuswise: GET \/other: 404 without content \(mended\)\. /),
        expect.stringMatching(/^statuswise: GET \/299: status 299 \(reported\)\. RFC 9110 §15, §16\.2: /),
      ])
    })

    it.each(['production', 'test'])('nothing is printed (NODE_ENV: %s)', async (env) => {
      const server = await serve(framework, { conform: {}, routes }, { env })
      for (const target of ['/orders/1', '/other', '/299']) await answerOf(server, { target })
      expect(lines(server.logged)).toEqual([])
    })

    it('nothing is printed of the answers of routers to OPTIONS, which are nobody’s fault', async () => {
      const own = (app: express.Express, { Router }: typeof express): void => {
        const router = Router()
        router.get('/twice', (_req, res) => void res.send('text'))
        app.use(router)
      }
      const app: TestApp = { conform: {}, setup: { express: own }, routes: { 'PUT /twice': bare, 'GET /once': bare } }
      const server = await serve(framework, app, { env: undefined })
      await answerOf(server, { method: 'OPTIONS', target: '/twice' })
      await answerOf(server, { method: 'OPTIONS', target: '/once' })
      expect(lines(server.logged)).toEqual([])
    })
  })

  it('with onMend, nothing is printed', async () => {
    const { server } = await serveConforming(framework, { routes: { '/': bare } }, { env: undefined })
    await answerOf(server)
    expect(server.logged).toEqual([])
  })
})

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name', (framework) => {
  it('the route of a nested router is told with its mount path', async () => {
    const { server, events } = await serveConforming(framework, {
      routes: {},
      setup: {
        express(app, { Router }) {
          const router = Router()
          router.get('/:id', (_req, res) => void res.status(404).end())
          app.use('/orders', router)
        },
      },
    })
    await answerOf(server, { target: '/orders/42' })
    expect(events[0]?.route).toBe('/orders/:id')
  })

  it('a route that is a pattern is told as the path', async () => {
    const handler: Handler = bare
    const { server, events } = await serveConforming(framework, {
      routes: {},
      setup: { express: (app) => void app.get(/^\/o.*$/, (req, res) => void handler({ req, res } as never)) },
    })
    await answerOf(server, { target: '/orders/42?a=b' })
    expect(events[0]?.route).toBe('/orders/42')
  })
})
