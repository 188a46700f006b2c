import Koa from 'koa'
import Koa2 from 'koa2'
import { NotFound } from 'statuswise'
import { problems } from 'statuswise/koa'
import { describe, expect, it, vi } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve, throwing } from '../support/serve.ts'

/** What koa-mount does with the middleware of an application. */
function chain([first, ...others]: readonly Koa.Middleware[]): Koa.Middleware {
  return (ctx, next) => (first === undefined ? next() : first(ctx, () => chain(others)(ctx, next)))
}

type Listener = (error: unknown, ctx: unknown) => void

const listening = (listener: Listener, app: TestApp): TestApp => ({
  ...app,
  setup: {
    koa: (koa) => {
      koa.on('error', listener)
      app.setup?.koa?.(koa)
    },
  },
})

const thrownValues: readonly (readonly [string, unknown])[] = [
  ['an Error', new Error('a secret')],
  ['a problem', new NotFound()],
  ['null', null],
  ['undefined', undefined],
  ['a string', 'a secret'],
  ['an object', { secret: true }],
]

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework) => {
  it.each(thrownValues)("app.on('error') hears of %s once, always as an Error, with its context", async (_, thrown) => {
    const listener = vi.fn<Listener>()
    const server = await serve(framework, listening(listener, throwing(thrown)))
    await answerOf(server)
    expect(listener).toHaveBeenCalledOnce()
    const [error, ctx] = listener.mock.lastCall ?? []
    expect(error).toBeInstanceOf(Error)
    if (thrown instanceof Error) expect(error).toBe(thrown)
    expect(ctx).toMatchObject({ req: expect.anything(), res: expect.anything() })
    expect(server.logged).toEqual([])
  })

  it("app.on('error') does not hear of a bare status or of nobody answering, as with Koa alone", async () => {
    const listener = vi.fn<Listener>()
    const server = await serve(framework, listening(listener, { routes: { '/': (io) => io.status(500) } }))
    await answerOf(server)
    await answerOf(server, { target: '/nowhere' })
    expect(listener).not.toHaveBeenCalled()
  })

  it('without a listener, Koa prints a server error once, and a client error not', async () => {
    const failing = await serve(framework, throwing(new Error('a secret')), { env: undefined })
    await answerOf(failing)
    expect(failing.logged).toEqual([expect.stringContaining('Error: a secret')])
    const refusing = await serve(framework, throwing(new NotFound()), { env: undefined })
    await answerOf(refusing)
    expect(refusing.logged).toEqual([])
  })

  it('with onProblem, too, nothing is printed twice', async () => {
    const onProblem = vi.fn()
    const server = await serve(framework, throwing(new Error('a secret'), { onProblem }), { env: undefined })
    await answerOf(server)
    expect(server.logged).toHaveLength(1)
    expect(onProblem).toHaveBeenCalledOnce()
  })

  it('app.silent keeps Koa quiet', async () => {
    const setup = { koa: (koa: Koa) => void Object.assign(koa, { silent: true }) }
    const server = await serve(framework, { ...throwing(new Error('a secret')), setup }, { env: undefined })
    expect((await answerOf(server)).status).toBe(500)
    expect(server.logged).toEqual([])
  })

  it.each([undefined, 'test'])('an error listener that throws is harmless (NODE_ENV %s)', async (env) => {
    const listener = (): void => {
      throw new Error('a broken listener')
    }
    const server = await serve(framework, listening(listener, throwing(new NotFound())), { env })
    expect((await answerOf(server)).status).toBe(404)
    expect((await answerOf(server)).status).toBe(404)
    expect(server.logged.length).toBe(env === 'test' ? 0 : 2)
  })

  const outside = (thrown: unknown, when: 'before' | 'after', outcomes: string[] = []): TestApp => ({
    problems: { onProblem: ({ outcome }) => void outcomes.push(outcome) },
    setup: {
      koa: (koa) =>
        koa.use(async (_ctx, next) => {
          if (when === 'before') throw thrown
          await next()
          throw thrown
        }),
    },
    routes: {
      '/': (io) => {
        io.header('ETag', '"v1"')
        io.body('good')
      },
      '/thrown': () => {
        throw new NotFound()
      },
    },
  })

  it.each(thrownValues)('middleware further out that throws %s afterwards is answered too', async (_, thrown) => {
    const outcomes: string[] = []
    const server = await serve(
      framework,
      listening(() => {}, outside(thrown, 'after', outcomes)),
    )
    const { responses, error } = await exchange(server.port, [request(), request({ method: 'HEAD' }), request()])
    const status = thrown instanceof NotFound ? 404 : 500
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.status)).toEqual([status, status, status])
    expect(responses[0]?.json()).toMatchObject({ status })
    expect(responses[0]?.headers('ETag')).toEqual([])
    expect(outcomes).toEqual(['sent', 'sent', 'sent'])
  })

  it('the last of two errors is answered where middleware further out throws another', async () => {
    const listener = vi.fn<Listener>()
    const server = await serve(framework, listening(listener, outside(new Error('a secret'), 'after')))
    expect(await answerOf(server, { target: '/thrown' })).toMatchObject({ status: 500, complete: true })
    expect(listener).toHaveBeenCalledTimes(2)
  })

  it('an error that middleware further out throws again is told of once', async () => {
    const listener = vi.fn<Listener>()
    const thrown = new NotFound('No order 42')
    const app: TestApp = {
      setup: {
        koa: (koa) =>
          koa.use(async (ctx, next) => {
            await next()
            ctx.onerror(thrown)
          }),
      },
      routes: {
        '/': () => {
          throw thrown
        },
      },
    }
    const server = await serve(framework, listening(listener, app))
    expect((await answerOf(server)).json()).toMatchObject({ status: 404, detail: 'No order 42' })
    expect(listener).toHaveBeenCalledOnce()
  })

  it('what is thrown before problems() is reached is Koa’s own', async () => {
    const server = await serve(
      framework,
      listening(() => {}, outside(new Error('a secret'), 'before')),
    )
    expect(await answerOf(server)).toMatchObject({ status: 500, body: Buffer.from('Internal Server Error') })
  })

  it('a body that cannot be sent is answered with a 500', async () => {
    const cyclic: Record<string, unknown> = {}
    cyclic.self = cyclic
    const server = await serve(
      framework,
      listening(() => {}, { routes: { '/': (io) => io.body(cyclic) } }),
    )
    const { responses, error } = await exchange(server.port, [request(), request()])
    expect(error).toBeUndefined()
    expect(responses[0]?.json()).toMatchObject({ status: 500 })
    expect(responses).toHaveLength(2)
  })

  it.each([null, undefined])('ctx.onerror(%s) after the answer does nothing', async (nothing) => {
    const listener = vi.fn<Listener>()
    const onProblem = vi.fn()
    const app: TestApp = {
      problems: { onProblem },
      routes: {
        '/': (io) => {
          io.res.once('finish', () => io.ctx?.onerror(nothing as unknown as Error))
          io.body('good')
        },
      },
    }
    const server = await serve(framework, listening(listener, app))
    const { responses } = await exchange(server.port, [request(), request()])
    expect(responses.map((response) => response.text())).toEqual(['good', 'good'])
    expect(listener).not.toHaveBeenCalled()
    expect(onProblem).not.toHaveBeenCalled()
  })

  it('an application inside another, without a listener, throws nothing', async () => {
    const Inner = framework.major >= 3 ? Koa : Koa2
    const inner = new Inner()
    inner.use(problems())
    inner.use(() => {
      throw new Error('a secret')
    })
    const run = chain(inner.middleware)
    const app: TestApp = {
      problems: false,
      setup: {
        koa: (koa) =>
          koa.use(async (ctx) => {
            ctx.respond = false
            const own = inner.createContext(ctx.req, ctx.res)
            await run(own, async () => {})
            ctx.res.end(own.body)
          }),
      },
      routes: {},
    }
    const server = await serve(framework, app, { env: undefined })
    expect((await answerOf(server)).json()).toMatchObject({ status: 500 })
    expect(server.logged).toEqual([])
  })

  it('an application mounted into another, which shares its context, answers in its own way', async () => {
    const Inner = framework.major >= 3 ? Koa : Koa2
    const inner = new Inner()
    inner.use(problems({ formats: ['text/plain'] }))
    inner.use(() => {
      throw new NotFound('inside')
    })
    const mounted = chain(inner.middleware)
    const listener = vi.fn<Listener>()
    const app: TestApp = {
      before: { koa: [(ctx, next) => (ctx.path === '/inner' ? mounted(ctx, next) : next())] },
      routes: {},
    }
    const server = await serve(framework, listening(listener, app))
    expect((await answerOf(server, { target: '/inner' })).header('Content-Type')).toBe('text/plain; charset=utf-8')
    expect((await answerOf(server, { target: '/outer' })).header('Content-Type')).toBe('application/problem+json')
    expect(listener).toHaveBeenCalledOnce()
  })
})
