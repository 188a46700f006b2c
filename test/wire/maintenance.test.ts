import type express from 'express'
import { Router } from 'express'
import type Koa from 'koa'
import { describe, expect, it, vi } from 'vitest'
import { maintenance as onExpress } from '../../adapters/express/index.ts'
import { maintenance as onKoa } from '../../adapters/koa/index.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { answerOf, serve } from '../support/serve.ts'

// It has no types.
const { default: mount } = (await import('koa-mount' as string)) as {
  default: (path: string, middleware: Koa.Middleware) => Koa.Middleware
}

type Options = Parameters<typeof onKoa>[0] & Parameters<typeof onExpress>[0]

/** An application whose maintenance is decided by these options. */
const closedBy = (options: Options): TestApp => ({
  before: {
    express: [onExpress(options) as express.RequestHandler],
    koa: [onKoa(options) as unknown as Koa.Middleware],
  },
  routes: {
    '/': (io) => {
      io.header('Content-Type', 'text/plain')
      io.body('open')
    },
    '/healthz': (io) => {
      io.header('Content-Type', 'text/plain')
      io.body('healthy')
    },
  },
})

describe.each(frameworks)('on $name, maintenance()', (framework) => {
  it('answers 503 with Retry-After, robots.txt and unknown paths too, but not what is allowed', async () => {
    const server = await serve(framework, closedBy({ active: true, allow: ['/healthz'], retryAfter: 60 }))
    for (const target of ['/', '/robots.txt', '/nowhere', '/healthz/deeper']) {
      const response = await answerOf(server, { target })
      expect([response.status, response.headers('retry-after')], target).toEqual([503, ['60']])
      expect(JSON.parse(String(response.body)).detail).toMatch(/closed for maintenance/)
    }
    expect(String((await answerOf(server, { target: '/healthz?deep=1' })).body)).toBe('healthy')
  })

  it.each(['http://h/healthz', 'HTTP://h:8080/healthz?deep=1', 'https://h?', 'http://h'])(
    'knows the path of a target that is all of a URL (RFC 9112 §3.2.2): %s',
    async (target) => {
      const server = await serve(framework, closedBy({ active: true, allow: ['/healthz', '/'] }))
      expect((await answerOf(server, { target })).status).not.toBe(503)
      expect((await answerOf(server, { target: `http://h/x?${target}` })).status).toBe(503)
    },
  )

  it('goes on also until a date that no field can say, such as the last there is', async () => {
    for (const active of [new Date(8.64e15), () => new Date(Date.UTC(10_000, 0))]) {
      const response = await answerOf(await serve(framework, closedBy({ active, retryAfter: 60 })))
      expect([response.status, response.headers('retry-after')]).toEqual([503, ['60']])
    }
    const last = await answerOf(await serve(framework, closedBy({ active: new Date('9999-12-31T23:59:59.999Z') })))
    expect([last.status, last.headers('retry-after')]).toEqual([503, ['Fri, 31 Dec 9999 23:59:59 GMT']])
  })

  it('compares whole paths also where it is mounted on one', async () => {
    const options: Options = { active: true, allow: ['/api', '/api/healthz'] }
    const api = Router().use('/api', onExpress(options) as express.RequestHandler)
    const { routes } = closedBy(options)
    const server = await serve(framework, {
      before: { express: [api], koa: [mount('/api', onKoa(options) as unknown as Koa.Middleware)] },
      routes: { ...routes, '/api/healthz': (io) => routes['/healthz']?.(io), '/api/orders': (io) => routes['/']?.(io) },
    })
    expect((await answerOf(server, { target: '/' })).status).toBe(200)
    expect((await answerOf(server, { target: '/api/healthz' })).status).toBe(200)
    expect((await answerOf(server, { target: '/api?deep=1' })).status).toBe(404)
    expect((await answerOf(server, { target: '/api/' })).status).toBe(503)
    expect((await answerOf(server, { target: '/api/orders' })).status).toBe(503)
  })

  it('is over at its date, which is in Retry-After until then', async () => {
    const until = new Date(Date.now() + 3_600_000)
    const closed = await serve(framework, closedBy({ active: until }))
    expect((await answerOf(closed)).headers('retry-after')).toEqual([until.toUTCString()])
    const open = await serve(framework, closedBy({ active: () => new Date(Date.now() - 1000) }))
    expect((await answerOf(open)).status).toBe(200)
  })

  it('asks a store now and then, and not for every request', async () => {
    const active = vi.fn(async () => true)
    const server = await serve(framework, closedBy({ active, refresh: 60_000 }))
    const statuses = await Promise.all([1, 2, 3].map(async () => (await answerOf(server)).status))
    expect(statuses).toEqual([503, 503, 503])
    expect(active).toHaveBeenCalledTimes(1)
  })

  it('follows the store', async () => {
    let isClosed = false
    const server = await serve(framework, closedBy({ active: () => isClosed, refresh: 0 }))
    expect((await answerOf(server)).status).toBe(200)
    isClosed = true
    await vi.waitFor(async () => expect((await answerOf(server)).status).toBe(503))
    isClosed = false
    await vi.waitFor(async () => expect((await answerOf(server)).status).toBe(200))
  })

  it.each<[string, Options['active']]>([
    [
      'throws',
      () => {
        throw new Error('no store')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no store'))],
    ['rejects with nothing', () => Promise.reject(null)],
    ['gives nonsense', () => 'yes' as never],
    ['gives an invalid date', () => new Date(Number.NaN)],
    ['has never answered', () => new Promise(() => {})],
  ])('keeps the application open where the store %s, and says so', async (_, active) => {
    const server = await serve(framework, closedBy({ active, refresh: 60_000 }), { env: 'production' })
    expect((await answerOf(server)).status).toBe(200)
    expect(server.logged.join()).toMatch(/maintenance\.active failed/)
  })

  it('is no news for the log, nor for who listens for errors; onProblem hears of it', async () => {
    const heard: unknown[] = []
    const app = closedBy({ active: true })
    const silent = await serve(framework, app, { env: 'production' })
    expect((await answerOf(silent)).status).toBe(503)
    await silent.close()
    expect(silent.logged).toEqual([])
    const problems = { onProblem: ({ problem }: { problem: { status: number } }) => void heard.push(problem.status) }
    expect((await answerOf(await serve(framework, { ...app, problems }))).status).toBe(503)
    expect(heard).toEqual([503])
  })

  it('keeps to its last answer where the store fails later', async () => {
    let calls = 0
    const active = async (): Promise<boolean> => {
      calls += 1
      if (calls > 1) throw new Error('no store')
      return true
    }
    const server = await serve(framework, closedBy({ active, refresh: 0 }))
    for (let request = 0; request < 3; request++) expect((await answerOf(server)).status).toBe(503)
    expect(calls).toBeGreaterThan(1)
  })

  it('lets a function say who may pass, and nobody where it throws', async () => {
    const allow = (request: {
      headers?: Record<string, unknown>
      req?: { headers: Record<string, unknown> }
    }): boolean => {
      const headers = request.req?.headers ?? request.headers ?? {}
      if (headers['x-broken'] !== undefined) throw new Error('broken')
      return headers['x-staff'] === 'yes'
    }
    const server = await serve(framework, closedBy({ active: true, allow: allow as never }))
    expect((await answerOf(server, { headers: { 'X-Staff': 'yes' } })).status).toBe(200)
    expect((await answerOf(server)).status).toBe(503)
    expect((await answerOf(server, { headers: { 'X-Broken': 'yes' } })).status).toBe(503)
  })

  it.each([
    [undefined, /^maintenance\(\) takes its options as an object: \{ active, /],
    [{}, /"active" takes/],
    [{ httpVersion: '1.1', headers: {} }, /^maintenance is to be called: /],
    [{ req: {}, res: {} }, /^maintenance is to be called: /],
    [{ active: 'yes' }, /"active" takes/],
    [{ active: true, allow: ['healthz'] }, /"allow" takes/],
    [{ active: true, allow: '/healthz' }, /"allow" takes/],
    [{ active: true, allow: ['/a:b', '/health/*'] }, /paths as a whole, so that "\/health\/\*" would fit none/],
    [{ active: true, allow: ['/health?'] }, /paths as a whole/],
    [{ active: true, allow: ['/users/:id'] }, /paths as a whole/],
    [{ active: true, allow: ['/{a}'] }, /paths as a whole/],
    [{ active: true, allow: ['/caf\u00e9'] }, /as clients send them: write "\/caf%C3%A9"/],
    [{ active: true, allow: ['/a b'] }, /write "\/a%20b"/],
    [{ active: true, allow: ['/health#a'] }, /paths as a whole/],
    [{ active: true, refresh: -1 }, /"refresh" takes/],
    [{ active: true, refresh: '5000' }, /"refresh" takes/],
    [{ active: true, refresh: 2 ** 31 }, /"refresh" takes/],
    [{ active: undefined }, /"active" takes/],
    [{ active: true, retryAfter: -1 }, /Retry-After/],
    [{ active: true, detail: 1 }, /"detail" takes/],
    [{ active: true, until: new Date() }, /no option "until"/],
  ])('refuses %o', (options, message) => {
    const maintenance = framework.family === 'koa' ? () => onKoa(options as never) : () => onExpress(options as never)
    expect(maintenance).toThrow(message)
  })
})
