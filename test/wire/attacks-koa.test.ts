import { PassThrough } from 'node:stream'
import { NotFound } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { serveHttp2 } from '../support/http2.ts'
import { exchange, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

const shared = new NotFound()

const thrownTwice: readonly (readonly [string, unknown, number])[] = [
  ['a problem', shared, 404],
  ['an Error', new Error('a secret'), 500],
  ['a string', 'a secret', 500],
  ['null', null, 500],
  ['undefined', undefined, 500],
]

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework) => {
  const throwingTwice = (thrown: unknown): TestApp => ({
    setup: {
      koa: (koa) => {
        koa.on('error', () => {})
        koa.use(async (_, next) => {
          await next()
          throw thrown
        })
      },
    },
    routes: {
      '/': () => {
        throw thrown
      },
    },
  })

  it.each(thrownTwice)('%s that is thrown again further out is answered', async (_, thrown, status) => {
    const server = await serve(framework, throwingTwice(thrown))
    const { responses, error } = await exchange(server.port, [request(), request()], { timeoutMs: 2000 })
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.status)).toEqual([status, status])
    expect(responses[0]?.json()).toMatchObject({ status })
  })

  it.each(thrownTwice)('%s that is thrown again, to an upload in chunks, is answered', async (_, thrown, status) => {
    const server = await serve(framework, throwingTwice(thrown))
    const head = request({ method: 'POST', headers: { 'Transfer-Encoding': 'chunked' } })
    const options = { timeoutMs: 2000, methods: ['POST'], keepOpen: true }
    const { responses, error } = await exchange(server.port, `${head}3\r\nabc\r\n`, options)
    expect(error).toBeUndefined()
    expect(responses).toMatchObject([{ status, complete: true }])
  })

  it.each([
    ['HEAD', 200],
    ['GET', 304],
    ['GET', 204],
  ])('%s does not wait for a stream with nothing to say: %i (RFC 9110 §6.4.1)', async (method, status) => {
    const streams: PassThrough[] = []
    const server = await serve(framework, {
      routes: {
        '/': (io) => {
          const stream = new PassThrough()
          streams.push(stream)
          io.body(stream)
          io.status(status)
        },
      },
    })
    const asked = request({ method })
    const { responses, error, closed } = await exchange(server.port, [asked, asked], { timeoutMs: 2000 })
    for (const stream of streams) stream.destroy()
    expect(responses).toMatchObject([
      { status, framing: 'none', complete: true },
      { status, framing: 'none', complete: true },
    ])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })
})

// Koa 2 alone takes such a HEAD for answered, and leaves it: that is its own.
describe.each(frameworks.filter(({ name }) => name === 'Koa 3'))('$name on HTTP/2', ({ major }) => {
  it('HEAD is answered by a handler that takes its time as GET is (RFC 9110 §9.3.2)', async () => {
    const outcomes: string[] = []
    const server = await serveHttp2(major, {
      problems: { onProblem: ({ outcome }) => void outcomes.push(outcome) },
      routes: {
        '/': async (io) => {
          await new Promise((resolve) => setTimeout(resolve, 20))
          io.body('fine')
        },
      },
    })
    const get = await server.request()
    const head = await server.request({ ':method': 'HEAD' })
    expect(get).toMatchObject({ status: 200, code: 0 })
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0), code: 0 })
    expect(outcomes).toEqual([])
    expect(server.errors).toEqual([])
  }, 5000)
})

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name on HTTP/2', ({ major }) => {
  it('HEAD gets the error of a handler that takes its time', async () => {
    const outcomes: string[] = []
    const server = await serveHttp2(major, {
      problems: { onProblem: ({ outcome }) => void outcomes.push(outcome) },
      setup: { koa: (koa) => koa.on('error', () => {}) },
      routes: {
        '/': async () => {
          await new Promise((resolve) => setTimeout(resolve, 20))
          throw new NotFound()
        },
      },
    })
    expect(await server.request({ ':method': 'HEAD' })).toMatchObject({ status: 404, body: Buffer.alloc(0), code: 0 })
    expect(outcomes).toEqual(['sent'])
    expect(server.errors).toEqual([])
  })
})
