import type { ServerResponse } from 'node:http'
import { NotFound } from 'statuswise'
import { describe, expect, it } from 'vitest'
import type { ProblemEvent } from '../../adapters/node/report.ts'
import { type AnyRequest, frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

// What instrumentation and other middleware do to a response is theirs; whatever it is, the request has to end.

interface Broken {
  readonly app: TestApp
  readonly events: readonly ProblemEvent<AnyRequest>[]
}

function breaking(harm: (res: ServerResponse) => void): Broken {
  const events: ProblemEvent<AnyRequest>[] = []
  const app: TestApp = {
    setup: { koa: (koa) => void Object.assign(koa, { silent: true }) },
    problems: { onProblem: (event) => void events.push(event) },
    routes: {
      '/': (io) => {
        harm(io.res)
        throw new NotFound('No order 42')
      },
      '/good': (io) => io.body('good'),
    },
  }
  return { app, events }
}

const broken = (): never => {
  throw new Error('broken')
}

describe.each(frameworks)('$name', (framework) => {
  it('a reply that cannot be written becomes a bare 500 that ends the connection (RFC 9112 §9.6)', async () => {
    const { app, events } = breaking((res) => {
      const { setHeader } = res
      res.setHeader = (name, value) => (name === 'Content-Type' ? broken() : setHeader.call(res, name, value))
    })
    const server = await serve(framework, { ...app, breaks: ['9110-15.6-explain'] })
    const { responses, error, closed } = await exchange(server.port, request(), { keepOpen: true })
    expect(responses).toMatchObject([{ status: 500, reason: 'Internal Server Error', body: Buffer.alloc(0) }])
    expect(responses[0]?.headers('Cache-Control')).toEqual(['no-store'])
    expect(responses[0]?.headers('Connection')).toEqual(['close'])
    expect(closed).toBe('fin')
    expect(error).toBeUndefined()
    expect(events).toMatchObject([{ outcome: 'failed', reply: undefined, dropped: [{ kind: 'reply', name: 'write' }] }])
  })

  it('a response that cannot be written at all ends with its connection', async () => {
    const { app, events } = breaking((res) => {
      res.setHeader = broken
      res.end = broken
    })
    const server = await serve(framework, app)
    const { closed, bytes } = await exchange(server.port, request(), { keepOpen: true })
    expect(closed).not.toBe('open')
    expect(bytes).toHaveLength(0)
    expect(events).toMatchObject([{ outcome: 'failed' }])
    expect((await exchange(server.port, request({ target: '/good' }))).responses).toMatchObject([{ status: 200 }])
  })

  it('a response whose end fails after the head is cut', async () => {
    const { app, events } = breaking((res) => {
      res.end = () => {
        res.writeHead(res.statusCode)
        return broken()
      }
    })
    const server = await serve(framework, app)
    const { responses, closed } = await exchange(server.port, request(), { keepOpen: true })
    expect(responses.filter(({ complete }) => complete)).toEqual([])
    expect(closed).not.toBe('open')
    expect(events).toMatchObject([{ outcome: 'failed' }])
  })

  it('a response that does not tell its fields is answered all the same', async () => {
    const { app, events } = breaking((res) => {
      res.getHeaders = broken
    })
    const server = await serve(framework, app)
    const { responses } = await exchange(server.port, request())
    expect(responses[0]?.json()).toMatchObject({ status: 404, detail: 'No order 42' })
    expect(events).toMatchObject([{ outcome: 'sent' }])
  })
})
