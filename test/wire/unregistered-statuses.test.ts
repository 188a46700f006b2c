import { describe, expect, it, vi } from 'vitest'
import type { ProblemEvent } from '../../adapters/node/report.ts'
import table from '../../spec/unregistered-statuses.json' with { type: 'json' }
import { type AnyRequest, frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve, throwing } from '../support/serve.ts'
import { sending } from '../support/streamed-replies.ts'

const error = (status: number): Error => Object.assign(new Error('secret'), { status })

const app: TestApp = {
  problems: { fallbacks: { retryAfter: 7 } },
  routes: {
    '/:status': ({ params }) => {
      throw error(Number(params.status))
    },
  },
}

describe.each(frameworks)('$name', (framework) => {
  it('sends an error with an unregistered status with the registered one', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const server = await serve(framework, app)
    for (const { code, http } of table.unregistered) {
      if (http === null) continue
      const response = await answerOf(server, { target: `/${code}` })
      expect(response.status, String(code)).toBe(http)
      expect(response.json(), String(code)).toMatchObject({ type: 'about:blank', status: http })
      expect(response.header('Retry-After'), String(code)).toBe(http === 503 || http === 429 ? '7' : undefined)
      expect(response.text()).not.toContain('secret')
    }
  })

  it.each([444, 499])('writes nothing for %i, ends the connection, and reports it as aborted', async (status) => {
    const onProblem = vi.fn<(event: ProblemEvent<AnyRequest>) => void>()
    const thrown = error(status)
    const server = await serve(framework, throwing(thrown, { onProblem }))
    const { bytes, closed } = await exchange(server.port, request({ method: 'POST', body: 'abc' }))
    expect(String(bytes)).toBe('')
    expect(closed).not.toBe('open')
    expect(onProblem).toHaveBeenCalledOnce()
    expect(onProblem.mock.calls[0]?.[0]).toMatchObject({ thrown, outcome: 'aborted', reply: undefined })
  })

  it('writes the responses before it, and none after it', async () => {
    const server = await serve(framework, {
      routes: {
        '/slow': async (io) => {
          await new Promise((resolve) => setTimeout(resolve, 50))
          io.body('slow')
        },
        '/gone': () => {
          throw error(499)
        },
        '/late': (io) => io.body('late'),
      },
    })
    const { responses, closed } = await exchange(
      server.port,
      pipeline(['/slow', '/gone', '/late'].map((target) => request({ target }))),
      { methods: ['GET'], keepOpen: true },
    )
    expect(responses.map((response) => response.text())).toEqual(['slow'])
    expect(closed).not.toBe('open')
  })

  it('does not take the responses before it from the client, however much of the request is unread', async () => {
    const server = await serve(framework, {
      routes: {
        '/large': (io) => io.body('x'.repeat(8_000_000)),
        '/gone': () => {
          throw error(499)
        },
      },
    })
    const upload = request({ method: 'POST', target: '/gone', body: 'x'.repeat(4_000_000) })
    const { responses, closed } = await exchange(server.port, request({ target: '/large' }) + upload, {
      methods: ['GET'],
      keepOpen: true,
    })
    expect(responses.map(({ complete, body }) => [complete, body.length])).toEqual([[true, 8_000_000]])
    expect(closed).toBe('fin')
  })

  it('cuts a response that has begun, as for any other status', async () => {
    const server = await serve(framework, {
      routes: {
        '/': async ({ res }) => {
          res.writeHead(200, { 'Content-Length': '10' })
          res.write('begun')
          throw error(499)
        },
      },
    })
    const { bytes, closed } = await exchange(server.port, request())
    expect(String(bytes)).toMatch(/begun$/)
    expect(closed).not.toBe('open')
  })

  it('writes nothing either where content that is sent fails with it before it has begun', async () => {
    const open = (): never => {
      throw error(499)
    }
    const server = await serve(framework, sending(open))
    const { bytes, closed } = await exchange(server.port, request())
    expect(String(bytes)).toBe('')
    expect(closed).not.toBe('open')
  })

  it('keeps the server going', async () => {
    const server = await serve(framework, app)
    await exchange(server.port, request({ target: '/499' }))
    expect((await answerOf(server, { target: '/404' })).status).toBe(404)
  })
})
