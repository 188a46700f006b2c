import { Readable } from 'node:stream'
import { NotFound } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import type { ProblemEvent } from '../../adapters/node/report.ts'
import { type AnyRequest, frameworks, type Handler, type Io, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

interface Recorder {
  readonly app: TestApp
  readonly outcomes: string[]
}

/** An application that keeps the outcomes of what it throws at `/`. */
function recording(handler: Handler): Recorder {
  const outcomes: string[] = []
  const onProblem = ({ outcome }: ProblemEvent<AnyRequest>): void => void outcomes.push(outcome)
  return { app: { problems: { onProblem }, routes: { '/': handler, '/good': (io) => io.body('good') } }, outcomes }
}

/** Sends the head and a part of the content, around the framework, and waits until it is on its way. */
function begin(io: Io, headers: Record<string, string> = {}): Promise<void> {
  if (io.ctx) io.ctx.respond = false
  io.res.writeHead(200, { 'Content-Type': 'text/plain', ...headers })
  return new Promise((resolve) => io.res.write('half', () => resolve()))
}

async function complete(io: Io): Promise<void> {
  if (io.ctx) io.ctx.respond = false
  io.res.writeHead(200, { 'Content-Length': '5' })
  await new Promise<void>((resolve) => io.res.end('whole', resolve))
}

describe.each(frameworks)('$name', (framework) => {
  it('a response in chunks is cut before its last chunk (RFC 9112 §8)', async () => {
    const { app, outcomes } = recording(async (io) => {
      await begin(io)
      throw new NotFound('a secret')
    })
    const server = await serve(framework, app)
    const { responses, bytes, closed } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ status: 200, framing: 'chunked', complete: false }])
    expect(responses[0]?.text()).toBe('half')
    expect(bytes.toString()).toMatch(/\r\n4\r\nhalf\r\n$/)
    expect(closed).not.toBe('open')
    expect(outcomes).toEqual(['cut'])
  })

  it('a response with a Content-Length stays short of it (RFC 9112 §8)', async () => {
    const { app, outcomes } = recording(async (io) => {
      await begin(io, { 'Content-Length': '400' })
      throw new NotFound('a secret')
    })
    const server = await serve(framework, app)
    const { responses, bytes } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ status: 200, framing: 'content-length', complete: false }])
    expect(bytes.toString()).toMatch(/\r\n\r\nhalf$/)
    expect(outcomes).toEqual(['cut'])
  })

  it('a response that ends with the connection is reset, since a close would complete it (RFC 9112 §8)', async () => {
    const { app, outcomes } = recording(async (io) => {
      await begin(io)
      throw new NotFound('a secret')
    })
    const server = await serve(framework, app)
    const { responses, bytes, closed } = await exchange(server.port, request({ version: '1.0' }))
    expect(closed).toBe('reset')
    expect(responses.filter(({ complete }) => complete)).toEqual([])
    expect(bytes.toString()).not.toContain('secret')
    expect(outcomes).toEqual(['cut'])
  })

  it('a head alone is cut, too', async () => {
    const { app, outcomes } = recording(async (io) => {
      if (io.ctx) io.ctx.respond = false
      io.res.writeHead(200, { 'Content-Length': '9' }).flushHeaders()
      await new Promise((resolve) => setTimeout(resolve, 10))
      throw new NotFound('a secret')
    })
    const server = await serve(framework, app)
    const { responses, closed } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ status: 200, complete: false }])
    expect(closed).not.toBe('open')
    expect(outcomes).toEqual(['cut'])
  })

  it('other connections are not touched by a cut', async () => {
    const { app } = recording(async (io) => {
      await begin(io)
      throw new NotFound()
    })
    const server = await serve(framework, app)
    await exchange(server.port, request())
    expect((await exchange(server.port, request({ target: '/good' }))).responses).toMatchObject([{ status: 200 }])
  })

  it('an error after a complete response leaves it and the connection as they are', async () => {
    const { app, outcomes } = recording(async (io) => {
      await complete(io)
      throw new NotFound('a secret')
    })
    const server = await serve(framework, app)
    const { responses, error, closed } = await exchange(server.port, [request(), request({ target: '/good' })])
    expect(responses.map((response) => response.text())).toEqual(['whole', 'good'])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(outcomes).toEqual(['late'])
  })

  it('an error long after a complete response is late, not aborted', async () => {
    const { app, outcomes } = recording(async (io) => {
      await complete(io)
      await new Promise((resolve) => setTimeout(resolve, 20))
      throw new NotFound('a secret')
    })
    const server = await serve(framework, app)
    const { responses, error } = await exchange(server.port, [request(), request({ target: '/good' })], { pauseMs: 40 })
    expect(responses.map((response) => response.text())).toEqual(['whole', 'good'])
    expect(error).toBeUndefined()
    expect(outcomes).toEqual(['late'])
  })

  it('falling through after an answer does nothing', async () => {
    const { app, outcomes } = recording(async (io) => {
      await complete(io)
      io.express?.next()
    })
    const server = await serve(framework, app)
    const { responses, error } = await exchange(server.port, [request(), request()])
    expect(responses.map((response) => response.text())).toEqual(['whole', 'whole'])
    expect(error).toBeUndefined()
    expect(outcomes).toEqual([])
  })

  it('falling through while an answer is being written does nothing', async () => {
    const { app, outcomes } = recording(async (io) => {
      await begin(io, { 'Content-Length': '9' })
      io.express?.next()
      await new Promise((resolve) => setTimeout(resolve, 5))
      io.res.end(' full')
    })
    const server = await serve(framework, app)
    const { responses, error } = await exchange(server.port, request())
    expect(responses[0]?.text()).toBe('half full')
    expect(error).toBeUndefined()
    expect(outcomes).toEqual([])
  })

  it('what is thrown after the response was cut finds nobody', async () => {
    const { app, outcomes } = recording(async (io) => {
      await begin(io)
      io.res.destroy()
      throw new NotFound('a secret')
    })
    const server = await serve(framework, app)
    const { responses } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ complete: false }])
    await vi.waitUntil(() => outcomes.length > 0)
    expect(outcomes).toEqual(['aborted'])
  })
})

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name', (framework) => {
  it('an error passed on behind res.send() leaves the response whole', async () => {
    const { app, outcomes } = recording((io) => {
      io.body('whole')
      throw new NotFound('a secret')
    })
    const server = await serve(framework, app)
    const { responses, error, closed } = await exchange(server.port, [request(), request({ target: '/good' })])
    expect(responses.map((response) => response.text())).toEqual(['whole', 'good'])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(outcomes).toEqual(['late'])
  })

  it('a stream that fails while it is piped is cut by next(error)', async () => {
    const { app, outcomes } = recording((io) => {
      const stream = Readable.from(
        (async function* () {
          yield 'half'
          await new Promise((resolve) => setTimeout(resolve, 10))
          throw new NotFound('a secret')
        })(),
      )
      stream.on('error', (error) => io.express?.next(error)).pipe(io.res)
    })
    const server = await serve(framework, app)
    const { responses } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ status: 200, complete: false }])
    expect(responses[0]?.text()).toBe('half')
    expect(outcomes).toEqual(['cut'])
  })
})
