import { once } from 'node:events'
import bodyParser from '@koa/bodyparser'
import express from 'express'
import express4 from 'express4'
import { NotFound } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import type { ProblemEvent } from '../../adapters/node/report.ts'
import { type AnyRequest, frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { converse, exchange, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

interface Recorder {
  readonly app: TestApp
  readonly events: readonly ProblemEvent<AnyRequest>[]
}

function recording(handler: Handler, app: Partial<TestApp> = {}): Recorder {
  const events: ProblemEvent<AnyRequest>[] = []
  const onProblem = (event: ProblemEvent<AnyRequest>): void => void events.push(event)
  return {
    app: { ...app, problems: { onProblem }, routes: { '/': handler, '/good': (io) => io.body('good') } },
    events,
  }
}

describe.each(frameworks)('$name', (framework) => {
  it('a client that is gone before the answer is reported as aborted', async () => {
    const { app, events } = recording(async (io) => {
      await once(io.res, 'close')
      throw new NotFound()
    })
    const server = await serve(framework, app)
    await exchange(server.port, request(), { timeoutMs: 10 })
    await vi.waitUntil(() => events.length > 0)
    expect(events).toMatchObject([{ outcome: 'aborted', reply: undefined, problem: { status: 404 } }])
    expect((await exchange(server.port, request({ target: '/good' }))).responses).toMatchObject([{ status: 200 }])
  })

  it('a client that is about to be gone, too: node:http has ended the connection for its FIN', async () => {
    const { app, events } = recording(async (io) => {
      await once(io.req.socket, 'end')
      throw new NotFound()
    })
    const server = await serve(framework, app)
    await exchange(server.port, request(), { timeoutMs: 10 })
    await vi.waitUntil(() => events.length > 0)
    expect(events).toMatchObject([{ outcome: 'aborted', reply: undefined, problem: { status: 404 } }])
  })

  it('a client that leaves during its upload is reported as aborted', async () => {
    const { app, events } = recording(async (io) => {
      io.req.on('error', () => {}).resume()
      await new Promise((resolve) => io.req.once('close', resolve))
      throw new NotFound()
    })
    const server = await serve(framework, app)
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request({ method: 'POST', headers: { 'Content-Length': '1000' } }))
      conversation.send('half')
      await new Promise((resolve) => setTimeout(resolve, 10))
    })
    await vi.waitUntil(() => events.some(({ problem }) => problem.status < 500))
    // Koa tells of the connection, too.
    expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(['aborted']))
  })

  it('a client that leaves while the body parser reads is reported as aborted', async () => {
    const { app, events } = recording(() => {}, {
      before: {
        express: [(framework.major === 4 ? express4 : express).json()],
        koa: [bodyParser()],
      },
    })
    const server = await serve(framework, app)
    await converse(server.port, {}, async (conversation) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': '1000' }
      conversation.send(`${request({ method: 'POST', headers })}{"a":`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    })
    await vi.waitUntil(() => events.some(({ problem }) => problem.status < 500))
    // Koa tells of the connection, too.
    expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(['aborted']))
  })

  it('a client that leaves between the failure and its answer is reported as aborted', async () => {
    // Content in chunks: whether it is complete takes a turn of the event loop to know.
    const { app, events } = recording((io) => {
      setImmediate(() => io.res.socket?.destroy())
      throw new NotFound()
    })
    const server = await serve(framework, app)
    const headers = { 'Transfer-Encoding': 'chunked' }
    await exchange(server.port, `${request({ method: 'POST', headers })}1\r\na\r\n`)
    await vi.waitUntil(() => events.length > 0)
    expect(events).toMatchObject([{ outcome: 'aborted' }])
  })

  it('a client that is gone before nobody answers it is no event but that', async () => {
    const { app, events } = recording(async (io) => {
      await once(io.res, 'close')
      io.express?.next()
    })
    const server = await serve(framework, app)
    await exchange(server.port, request(), { timeoutMs: 10 })
    await vi.waitUntil(() => events.length > 0)
    expect(events).toMatchObject([{ outcome: 'aborted', problem: { status: 404 } }])
  })

  it('an aborted request is not logged as a failure of the server', async () => {
    const left = vi.fn()
    const server = await serve(
      framework,
      {
        ...(framework.family === 'koa' && { setup: { koa: (koa) => koa.on('error', () => {}) } }),
        routes: {
          '/': async (io) => {
            await once(io.res, 'close')
            left()
            throw new Error('a secret')
          },
        },
      },
      { env: 'production' },
    )
    await exchange(server.port, request(), { timeoutMs: 10 })
    await vi.waitUntil(() => left.mock.calls.length > 0)
    await new Promise(setImmediate)
    expect(server.logged).toEqual([])
  })
})
