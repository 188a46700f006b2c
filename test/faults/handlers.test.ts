import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer } from 'node:http'
import { NotFound } from 'statuswise'
import { drain, protect } from 'statuswise/node'
import { describe, expect, it, vi } from 'vitest'
import { type Handler, hosts, type TestApp } from '../support/frameworks.ts'
import { protectedServer } from '../support/protected.ts'
import { converse, exchange, pipeline, type RawResponse, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

// What the application throws where nobody called it, in a timer or in an event of its own, no library can catch: Node takes
// it for an uncaught exception, whatever the server does. Such an application has to listen to `uncaughtException` itself,
// as these tests do for it; what is looked at is that the response is whole and that we make nothing worse.

const good: Handler = (io) => {
  io.header('Content-Type', 'text/plain; charset=utf-8')
  io.body('good')
}

const beside = (handler: Handler, more: Partial<TestApp> = {}): TestApp => ({
  routes: { '/': handler, '/good': good },
  ...more,
})

const thenGood = pipeline([request(), request({ target: '/good' })])

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

function expectSilent500(response: RawResponse | undefined): void {
  expect(response).toMatchObject({ status: 500, complete: true })
  expect(response?.json()).toMatchObject({ status: 500 })
  expect(`${JSON.stringify(response?.headerLines)}${response?.text()}`).not.toContain('secret')
}

/** Throws where no caller is: for these the response is whole, and the connection goes on. */
const beyondReach: readonly (readonly [string, Handler])[] = [
  [
    'as Node does for it where it ends its response twice',
    (io) => {
      if (io.ctx) io.ctx.respond = false
      io.res.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': '4' })
      io.res.end('good')
      io.res.end('good')
    },
  ],
  [
    'in a timer after the response ended',
    (io) => {
      good(io)
      io.res.once('close', () => setTimeout(() => fail('a secret'), 1))
    },
  ],
  [
    "in 'finish'",
    (io) => {
      io.res.once('finish', () => fail('a secret'))
      good(io)
    },
  ],
  [
    "in 'close'",
    (io) => {
      io.res.once('close', () => fail('a secret'))
      good(io)
    },
  ],
  [
    "in 'finish' of an error",
    (io) => {
      io.res.once('finish', () => fail('a secret'))
      throw new NotFound()
    },
  ],
  [
    'in a rejection that nobody waits for',
    (io) => {
      void soon().then(() => fail('a secret'))
      good(io)
    },
  ],
]

/** Throws twice, or answers and throws: the first counts. */
const twice: readonly (readonly [string, number, Handler])[] = [
  [
    'throws, and rejects later',
    500,
    async () => {
      await soon()
      try {
        fail('a secret')
      } finally {
        fail('another secret')
      }
    },
  ],
  [
    'answers, and throws',
    200,
    async (io) => {
      good(io)
      if (io.ctx === undefined) fail('a secret')
    },
  ],
  [
    "throws in 'prefinish', within the writing of an error",
    404,
    (io) => {
      io.res.once('prefinish', () => fail('a secret'))
      throw new NotFound()
    },
  ],
]

describe.each(hosts)('on $name, behind protect(), a handler', (host) => {
  it.each<[string, Handler]>([
    ['throws', () => fail('a secret')],
    ['throws after it waited', async () => soon().then(() => fail('a secret'))],
    ['throws what cannot be looked at', () => fail(untouchable())],
    ['rejects with what cannot be looked at', async () => soon().then(() => fail(untouchable()))],
    ['throws an error whose getters throw', () => fail(withThrowingGetters())],
  ])('that %s is answered, and the connection goes on', async (_, handler) => {
    const server = await protectedServer(host, {}, {}, beside(handler))
    const { responses, error, closed } = await exchange(server.port, thenGood)
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expectSilent500(responses[0])
    expect(responses[1]?.text()).toBe('good')
  })

  it.each(beyondReach)('that throws %s has sent a whole response, and the server goes on', async (_, handler) => {
    const server = await protectedServer(host, {}, {}, beside(handler))
    const { responses, error, closed } = await exchange(server.port, thenGood)
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses.map(({ complete }) => complete)).toEqual([true, true])
    expect(responses[1]?.text()).toBe('good')
    await vi.waitFor(() => expect(server.errors).toHaveLength(1), 20_000)
    expect(server.errors).toMatchObject([{ message: expect.stringMatching(/^a secret$|^write after end$/) }])
  })

  it.each(twice)('that %s has one answer: %s', async (_, status, handler) => {
    const server = await protectedServer(host, {}, {}, beside(handler))
    const { responses, error, closed } = await exchange(server.port, thenGood)
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses.map((response) => response.status)).toEqual([status, 200])
    expect(server.errors).toEqual([])
  })

  it.each<[string, Handler]>([
    ['its response', (io) => void io.res.destroy()],
    ['its request', (io) => void io.req.destroy(new Error('a secret'))],
    ['its connection', (io) => void io.req.socket.destroy()],
  ])('that destroys %s and throws harms no other connection', async (_, destroy) => {
    const outcomes: string[] = []
    const onProblem = ({ outcome }: { outcome: string }): void => void outcomes.push(outcome)
    const app = beside(
      async (io) => {
        destroy(io)
        fail('a secret')
      },
      { problems: { onProblem } },
    )
    const server = await protectedServer(host, {}, {}, app)
    const { bytes, closed } = await exchange(server.port, request())
    expect([bytes.length, closed === 'open']).toEqual([0, false])
    await vi.waitFor(() => expect(outcomes).toContain('aborted'), 20_000)
    expect(new Set(outcomes)).toEqual(new Set(['aborted']))
    expect((await exchange(server.port, request({ target: '/good' }))).responses).toMatchObject([{ status: 200 }])
  })

  it('that dies in a timer before it answers leaves its client waiting until drain() at the latest', async () => {
    const app = beside(() => {
      setTimeout(() => fail('a secret'), 1)
      return new Promise(() => {})
    })
    const server = await protectedServer(host, {}, {}, app)
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request())
      await vi.waitFor(() => expect(server.errors).toHaveLength(1), 20_000)
      expect(await drain(server.server, { timeout: 100 })).toEqual({ cut: 1 })
      expect((await conversation.untilClosed()).closed).not.toBe('open')
    })
  })

  it('keeps its AsyncLocalStorage through the handling of its error, and each its own', async () => {
    const storage = new AsyncLocalStorage<string>()
    const seen: string[] = []
    const note = (where: string): void => void seen.push(`${where} ${storage.getStore()}`)
    const problems: NonNullable<TestApp['problems']> = {
      onProblem: () => note('onProblem'),
      instance: () => `/${storage.getStore()}`,
      extend: () => ({ trace: storage.getStore() }),
    }
    const app = beside(
      async () => {
        await soon()
        throw new NotFound()
      },
      { problems },
    )
    const server = await serve(host, app, {
      createServer: (listener) =>
        protect(createServer((req, res) => storage.run(String(req.headers.trace), () => listener(req, res)))),
    })
    const ask = async (trace: string, how: object = {}): Promise<void> => {
      const { responses } = await exchange(server.port, request({ headers: { trace }, ...how }))
      expect(responses[0]?.json()).toMatchObject({ status: 404, instance: `/${trace}`, trace })
    }
    await Promise.all([ask('a'), ask('b'), ask('c', { method: 'POST', body: 'some' })])
    expect(seen.toSorted()).toEqual(['onProblem a', 'onProblem b', 'onProblem c'])
  })
})

describe.each(hosts.filter(({ name }) => name !== 'node:http'))('on $name, a handler', (host) => {
  it.each<[string, number, Handler]>([
    [
      'calls next() twice',
      404,
      (io) => {
        io.express?.next()
        io.express?.next()
      },
    ],
    [
      'calls next() with two errors',
      404,
      (io) => {
        if (io.express === undefined) throw new NotFound()
        io.express.next(new NotFound())
        io.express.next(new Error('a secret'))
      },
    ],
    [
      'calls next() with an error, and throws another',
      404,
      (io) => {
        io.express?.next(new NotFound())
        throw new NotFound()
      },
    ],
    [
      'calls next() behind its answer, with an error, twice',
      200,
      (io) => {
        good(io)
        io.express?.next(new Error('a secret'))
        io.express?.next(new Error('a secret'))
      },
    ],
  ])('that %s has one answer: %s', async (_, status, handler) => {
    const server = await protectedServer(host, {}, {}, beside(handler))
    const { responses, error, closed } = await exchange(server.port, thenGood)
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses.map((response) => response.status)).toEqual([status, 200])
    expect(server.errors).toEqual([])
  })

  it('that has middleware call next() twice before it is answered 500 at most, once', async () => {
    const before: TestApp['before'] = {
      express: [
        (_req, _res, next) => {
          next()
          next()
        },
      ],
      koa: [
        async (_ctx, next) => {
          await next()
          await next()
        },
      ],
    }
    const server = await protectedServer(
      host,
      {},
      {},
      beside(() => fail('a secret'), { before }),
    )
    const { responses, error, closed } = await exchange(server.port, pipeline([request(), request()]))
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    for (const response of responses) expectSilent500(response)
    expect(responses).toHaveLength(2)
    expect(server.errors).toEqual([])
  })
})

function fail(thrown: unknown): never {
  throw typeof thrown === 'string' ? new Error(thrown) : thrown
}

function untouchable(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

function withThrowingGetters(): Error {
  const error = new Error('a secret')
  const get = (): never => fail('a secret')
  for (const name of ['status', 'statusCode', 'expose', 'headers', 'message', 'stack', 'name', 'cause']) {
    Object.defineProperty(error, name, { get })
  }
  return error
}
