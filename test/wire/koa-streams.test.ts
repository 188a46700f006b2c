import { createReadStream } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import compress from 'koa-compress'
import { NotFound } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { type Framework, frameworks, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

const koas = frameworks.filter(({ family }) => family === 'koa')

const failingAtOnce: readonly (readonly [string, () => unknown])[] = [
  ['a generator that throws at once', () => Readable.from(failing(0))],
  ['a stream destroyed with an error before', () => destroyed(new PassThrough())],
  ['a stream that is destroyed with an error soon', () => destroyedSoon(new PassThrough())],
  ['a file that does not exist', () => createReadStream('/nonexistent/a secret')],
  ['a directory', () => createReadStream('/')],
  ['an object stream', () => Readable.from(failing(0), { objectMode: true })],
]

const failingWeb: readonly (readonly [string, () => unknown])[] = [
  ['a web stream that fails at its start', () => webStream(0)],
  ['a Response whose content fails', () => new Response(webStream(0) as globalThis.ReadableStream)],
]

const failingLater: readonly (readonly [string, () => unknown])[] = [
  ['a stream', () => Readable.from(failing(3))],
  ['a stream that is destroyed', () => Readable.from(failing(3)).once('end', () => {})],
]

describe.each(koas)('$name', (framework) => {
  const cases = framework.major >= 3 ? [...failingAtOnce, ...failingWeb] : failingAtOnce

  it.each(cases)('%s before its first byte is answered in full', async (_, make) => {
    const { server, told } = await streaming(framework, make)
    const { responses, error, closed } = await exchange(server.port, [
      request(),
      request({ method: 'HEAD' }),
      request(),
    ])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses.map(({ status }) => status)).toEqual([500, 500, 500])
    expect(responses[0]?.json()).toMatchObject({ status: 500, title: 'Internal Server Error' })
    expect(responses[0]?.headers('Content-Type')).toEqual(['application/problem+json'])
    expect(responses[0]?.headers('ETag')).toEqual([])
    expect(responses[0]?.text()).not.toContain('secret')
    expect(told).toHaveLength(3)
  })

  it('a typed problem that a stream fails with keeps its status', async () => {
    const { server } = await streaming(framework, () => Readable.from(failing(0, new NotFound('No order 42'))))
    expect((await answerOf(server)).json()).toMatchObject({ status: 404, detail: 'No order 42' })
  })

  it.each(failingLater)('%s that fails after its first byte is cut (RFC 9112 §8)', async (_, make) => {
    const { server, told, outcomes } = await streaming(framework, make)
    const { responses, bytes } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ status: 200, framing: 'chunked', complete: false }])
    expect(bytes.toString()).not.toMatch(/secret|problem|\r\n0\r\n\r\n$/)
    await vi.waitUntil(() => told.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(told).toEqual([expect.objectContaining({ message: 'a secret', headerSent: true })])
    expect(outcomes).toEqual(['cut'])
  })

  it('a stream that fails behind a Content-Length leaves it short', async () => {
    const { server } = await streaming(framework, () => Readable.from(failing(3)), { 'Content-Length': '400' })
    const { responses } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ framing: 'content-length', complete: false }])
  })

  it('a stream that fails for an HTTP/1.0 client is no complete message', async () => {
    const { server } = await streaming(framework, () => Readable.from(failing(3)))
    const { responses, closed } = await exchange(server.port, request({ version: '1.0' }))
    expect(responses.filter(({ complete }) => complete)).toEqual([])
    expect(closed).toBe('reset')
  })

  it('a stream of any size arrives whole', async () => {
    const chunk = Buffer.alloc(64 * 1024, 'x')
    const { server } = await streaming(framework, () => Readable.from(Array.from({ length: 50 }, () => chunk)))
    const response = await answerOf(server)
    expect(response).toMatchObject({ status: 200, framing: 'chunked', complete: true })
    expect(response.body.length).toBe(50 * chunk.length)
  })

  it('a stream without any content arrives empty', async () => {
    const { server, told } = await streaming(framework, () => Readable.from([]))
    expect(await answerOf(server)).toMatchObject({ status: 200, body: Buffer.alloc(0), complete: true })
    expect(told).toEqual([])
  })

  it('a stream that is destroyed without an error before its first byte is a failure like another', async () => {
    const { server, told } = await streaming(framework, () => {
      const stream = new PassThrough()
      setTimeout(() => stream.destroy(), 5)
      return stream
    })
    expect(await answerOf(server)).toMatchObject({ status: 500, complete: true })
    expect(told).toHaveLength(1)
  })

  it('a stream that is destroyed without an error after its first byte is cut (RFC 9112 §8)', async () => {
    const { server, told, outcomes } = await streaming(framework, () => {
      const stream = new PassThrough()
      stream.write('half')
      setTimeout(() => stream.destroy(), 5)
      return stream
    })
    const { responses } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ status: 200, complete: false }])
    await vi.waitUntil(() => told.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(told).toHaveLength(1)
    expect(outcomes).toEqual(['cut'])
  })

  it('a failure behind koa-compress outside of problems() is answered in full', async () => {
    const app: TestApp = {
      setup: { koa: (koa) => koa.use(compress({ threshold: 0 })) },
      routes: {
        '/': (io) => {
          io.header('Content-Type', 'text/plain')
          io.body(Readable.from(failing(0)))
        },
      },
    }
    const server = await serve(framework, app)
    const response = await answerOf(server, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(response).toMatchObject({ status: 500, complete: true })
  })

  it('a later failure behind koa-compress outside of problems() cuts the response (RFC 9112 §8)', async () => {
    const app: TestApp = {
      setup: { koa: (koa) => koa.use(compress({ threshold: 0 })) },
      routes: {
        '/': (io) => {
          io.header('Content-Type', 'text/plain')
          io.body(Readable.from(failing(2)))
        },
      },
    }
    const server = await serve(framework, app)
    expect(await answerOf(server, { headers: { 'Accept-Encoding': 'gzip' } })).toMatchObject({ complete: false })
  })

  it('a client that leaves amid a stream ends the stream, and is told of as Koa does', async () => {
    const stream = new PassThrough()
    stream.write('half')
    const { server, told, outcomes } = await streaming(framework, () => stream)
    await exchange(server.port, request(), { timeoutMs: 20 })
    await vi.waitUntil(() => stream.destroyed)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(told.length).toBe(framework.major >= 3 ? 1 : 0)
    expect(outcomes).toEqual(told.map(() => 'aborted'))
  })

  it('a client that leaves before the first byte leaves nothing waiting', async () => {
    const stream = new PassThrough()
    let settled = false
    const app: TestApp = {
      setup: {
        koa: (koa) =>
          koa.use(async (_ctx, next) => {
            await next()
            settled = true
          }),
      },
      routes: { '/': (io) => io.body(stream) },
    }
    const server = await serve(framework, app)
    await exchange(server.port, request(), { timeoutMs: 20 })
    await vi.waitUntil(() => settled && stream.destroyed)
  })

  it('a stream that fails while the handler is still at work does not spoil the answer', async () => {
    // Koa 3 has no listener for the stream yet: there the handler itself has to have one.
    const app: TestApp = {
      routes: {
        '/': async (io) => {
          const stream = new PassThrough().on('error', () => {})
          io.body(stream)
          stream.destroy(new Error('a secret'))
          await new Promise((resolve) => setTimeout(resolve, 10))
          io.header('X-Late', '1')
        },
      },
    }
    const server = await serve(framework, app)
    const response = await answerOf(server)
    expect(response).toMatchObject({ status: 500, complete: true })
    expect(response.text()).not.toContain('secret')
  })

  it('an answer in place of a stream does not wait for the stream', async () => {
    const stream = new PassThrough()
    const app: TestApp = {
      routes: {
        '/': (io) => {
          io.body(stream)
          throw new NotFound()
        },
      },
    }
    const server = await serve(framework, app)
    expect(await answerOf(server)).toMatchObject({ status: 404, complete: true })
    await vi.waitUntil(() => stream.destroyed)
  })
})

describe.each(koas.filter(({ major }) => major >= 3))('$name', (framework) => {
  it.each([
    ['a web stream', () => webStream(3)],
    ['a Response', () => new Response(webStream(3) as globalThis.ReadableStream)],
  ])('%s that fails after its first byte is cut (RFC 9112 §8)', async (_, make) => {
    const { server } = await streaming(framework, make)
    const { responses, bytes } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ status: 200, complete: false }])
    expect(bytes.toString()).not.toMatch(/secret|problem|\r\n0\r\n\r\n$/)
  })

  it.each([
    ['a web stream', () => new Response('whole').body],
    ['a Blob', () => new Blob(['whole'])],
    ['a Response', () => new Response('whole', { headers: { 'X-From': 'upstream' } })],
    ['a Response with a length', () => new Response('whole', { headers: { 'Content-Length': '5' } })],
    ['a Response with its own status', () => new Response('whole', { status: 203 })],
    ['a Response without content', () => new Response(null)],
    ['a Response that is an error', () => new Response('whole', { status: 404 })],
  ])('%s arrives as it does without the middleware', async (_, make) => {
    const [mounted, alone] = await Promise.all(
      [undefined, false as const].map(async (problems) => {
        const server = await serve(framework, {
          ...(problems === false && { problems }),
          routes: { '/': (io) => io.body(make()) },
        })
        const { status, reason, framing, headerLines, body } = await answerOf(server)
        return {
          status,
          reason,
          framing,
          headers: headerLines
            .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
            .filter((line) => !line.startsWith('date')),
          body: `${body}`,
        }
      }),
    )
    expect(mounted).toEqual(alone)
  })
})

interface Streaming {
  readonly server: RunningServer
  /** What the application's error listener heard. */
  readonly told: readonly unknown[]
  readonly outcomes: readonly string[]
}

async function streaming(
  framework: Framework,
  make: () => unknown,
  headers: Record<string, string> = {},
): Promise<Streaming> {
  const told: unknown[] = []
  const outcomes: string[] = []
  const server = await serve(framework, {
    problems: { onProblem: ({ outcome }) => void outcomes.push(outcome) },
    setup: { koa: (koa) => koa.on('error', (error) => told.push(error)) },
    routes: {
      '/': (io) => {
        io.header('ETag', '"v1"')
        for (const [name, value] of Object.entries(headers)) io.header(name, value)
        io.body(make())
        if (io.ctx && headers['Content-Length'] !== undefined) io.ctx.length = Number(headers['Content-Length'])
      },
    },
  })
  return { server, told, outcomes }
}

async function* failing(after: number, error: Error = new Error('a secret')): AsyncGenerator<string> {
  for (let sent = 0; sent < after; sent++) {
    yield 'a part\n'
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw error
}

function destroyed(stream: PassThrough): PassThrough {
  return stream.on('error', () => {}).destroy(new Error('a secret'))
}

function destroyedSoon(stream: PassThrough): PassThrough {
  setTimeout(() => stream.destroy(new Error('a secret')), 5)
  return stream
}

function webStream(after: number): ReadableStream {
  const parts = failing(after)
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(new TextEncoder().encode(value))
    },
  })
}
