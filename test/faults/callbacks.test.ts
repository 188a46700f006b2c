import { createServer, type RequestListener } from 'node:http'
import type express from 'express'
import type Koa from 'koa'
import { message, NotFound } from 'statuswise'
import { de } from 'statuswise/languages/de'
import { finalHandler, type ProtectOptions } from 'statuswise/node'
import { describe, expect, it, vi } from 'vitest'
import { maintenance as onExpress } from '../../adapters/express/index.ts'
import { maintenance as onKoa } from '../../adapters/koa/index.ts'
import { frameworks, hosts, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { answersTo, expectProblem, protectedServer } from '../support/protected.ts'
import { exchange, pipeline, type RawResponse, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'
import { type Misbehaviour, misbehaviours, unwritable } from './misbehaviour.ts'

// In test runs nothing is printed: what fails in printing would not be seen.
const production = { env: 'production' }

/** A callback that can be told how to misbehave. */
interface Callback {
  readonly call: () => unknown
  /** Tells it for each misbehaviour in turn. */
  each(act: (name: string) => Promise<void>, more?: readonly Misbehaviour[]): Promise<void>
}

function callback(): Callback {
  let current: Misbehaviour | undefined
  return {
    call: () => current?.act(),
    async each(act, more = []) {
      for (current of [...misbehaviours, ...more]) await act(current.name)
    },
  }
}

/** An option that holds one callback. */
type Place = readonly [name: string, options: (call: () => never) => ProtectOptions]

const places: readonly Place[] = [
  ['onProblem', (onProblem) => ({ onProblem })],
  ['instance', (instance) => ({ instance })],
  ['extend', (extend) => ({ extend })],
  ['recognize', (mapping) => ({ recognize: [mapping] })],
  ['cacheControl', (cacheControl) => ({ cacheControl })],
  [
    'messageFormat',
    (format) => ({
      languages: { de: { ...de, messages: { here: '{n, number}' } } },
      messageFormat: class {
        format = format
      },
    }),
  ],
]

/** Of a target, which only an application has. */
const allow = ['allow', (call: () => never) => ({ allow: call })] as const

const app: TestApp = {
  routes: {
    '/': () => {
      throw new Error('a secret')
    },
    '/problem': () => {
      throw new NotFound(message('here', 'Not here'))
    },
    '/405': () => {
      throw Object.assign(new Error('a secret'), { status: 405 })
    },
  },
}

const asked = pipeline(
  ['/', '/problem', '/405', '/nowhere'].map((target) => request({ target, headers: { 'Accept-Language': 'de' } })),
)

/** One that Node's parser refuses, so that there is no response object, and one that we do. */
const refused = [
  ['\0', /first line/],
  [request({ headers: { Host: ['a', 'b'] } }), /more than one/],
] as const

function expectDocument(response: RawResponse | undefined, status: number, name: string): void {
  expect([response?.status, response?.complete, response?.header('Content-Type')], name).toEqual([
    status,
    true,
    'application/problem+json',
  ])
  expect(response?.json(), name).toMatchObject({ status })
  expect(JSON.stringify(response?.headerLines), name).not.toMatch(/secret|injected/i)
  expect(response?.text(), name).not.toMatch(/secret/i)
}

describe.each(hosts)('on $name', (host) => {
  it.each([...places, allow])(
    '%s may do what it likes: the answer is whole, and the connection goes on',
    async (name, options) => {
      const { call, each } = callback()
      const problems = options(call as () => never) as NonNullable<TestApp['problems']>
      const server = await protectedServer(host, {}, {}, { ...app, problems }, production)
      await each(
        async (what) => {
          const { responses, error, closed } = await exchange(server.port, asked)
          expect([error, closed, responses.length], what).toEqual([undefined, 'open', 4])
          for (const [at, status] of [500, 404, 405, 404].entries()) expectDocument(responses[at], status, what)
          // What a formatter makes is for the client.
          if (name !== 'messageFormat')
            expect(responses.map((response) => response.text()).join()).not.toMatch(/injected/i)
        },
        name === 'extend' ? unwritable : [],
      )
      await quiet(server)
    },
  )

  it.each(places)('%s of protect() may do what it likes', async (name, options) => {
    const { call, each } = callback()
    const server = await protectedServer(host, options(call as () => never), {}, app, production)
    await each(
      async (what) => {
        for (const [sent, detail] of refused) {
          const [response] = await answersTo(server.port, sent)
          expectDocument(response, 400, what)
          expectProblem(response, 400, detail)
        }
      },
      name === 'extend' ? unwritable : [],
    )
    await quiet(server)
  })

  it('overload.exempt lets nobody through but with true', async () => {
    const { call, each } = callback()
    const overload = { maxHeapUsed: 1, interval: 100, exempt: call as () => boolean }
    const server = await protectedServer(host, { overload }, {}, app, production)
    await vi.waitFor(async () => expect((await answerOf(server)).status).toBe(503), 20_000)
    await each(async (what) => expectDocument(await answerOf(server), 503, what))
    await quiet(server)
  })
})

describe.each(frameworks)('on $name, maintenance()', (framework) => {
  it('lets nobody through but with true of allow', async () => {
    const { call, each } = callback()
    const server = await serve(framework, closedBy({ active: true, allow: call as () => boolean }), production)
    await each(async (what) => expectDocument(await answerOf(server), 503, what))
    await quiet(server)
  })

  it('leaves the application open, within 2 seconds, whatever active does', async () => {
    const servers = await Promise.all(
      [...misbehaviours, lyingDate].map(async ({ name, act }) => {
        const server = await serve(framework, closedBy({ active: act as () => boolean }), production)
        return { name, server }
      }),
    )
    const statuses = await Promise.all(
      servers.map(async ({ name, server }) => [name, (await answerOf(server)).status] as const),
    )
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
    for (const { server } of servers) await quiet(server)
  })
})

describe('finalHandler()', () => {
  it('has answered before onerror does what it likes', async () => {
    const { call, each } = callback()
    const listener: RequestListener = (req, res) => finalHandler(req, res, { onerror: call })(new Error('a secret'))
    const host = hosts.find(({ name }) => name === 'node:http')
    if (host === undefined) throw new Error('there is no such host')
    const server = await serve(host, { routes: {} }, { ...production, createServer: () => createServer(listener) })
    await each(async (what) => expectDocument(await answerOf(server), 500, what))
    await quiet(server)
  })
})

/** A date that is one only when it is looked at first. */
const lyingDate: Misbehaviour = {
  name: 'gives a date that cannot be read twice',
  act: () => {
    let looks = 0
    return Object.assign(new Date(), { getTime: () => (looks++ === 0 ? 0 : Number.NaN) })
  },
}

function closedBy(options: Parameters<typeof onKoa>[0] & Parameters<typeof onExpress>[0]): TestApp {
  return {
    before: {
      express: [onExpress(options) as express.RequestHandler],
      koa: [onKoa(options) as unknown as Koa.Middleware],
    },
    routes: {
      '/': (io) => {
        io.header('Content-Type', 'text/plain')
        io.body('open')
      },
    },
  }
}

/** Nobody caught anything, also a turn later; no connection is left. */
async function quiet(server: RunningServer): Promise<void> {
  await new Promise(setImmediate)
  expect(server.errors).toEqual([])
  const connections = (): Promise<number> =>
    new Promise((resolve) => server.server.getConnections((_, count) => resolve(count)))
  await vi.waitFor(async () => expect(await connections()).toBe(0), 20_000)
}
