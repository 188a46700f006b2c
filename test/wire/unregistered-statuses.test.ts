import { once } from 'node:events'
import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { problemFrom } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import type { ProblemEvent } from '../../adapters/node/report.ts'
import table from '../../spec/unregistered-statuses.json' with { type: 'json' }
import { type AnyRequest, frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { parseResponses } from '../support/http-message.ts'
import { http2Hosts, serveHttp2 } from '../support/http2.ts'
import { converse, exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve, throwing } from '../support/serve.ts'
import { mountings, send, sending, unreading } from '../support/streamed-replies.ts'

const error = (status: number): Error => Object.assign(new Error('secret'), { status })

/** More than a client that does not read takes from the server, and as much as that hands over at once. */
const SIZE = 3_000_000

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

  it.each<[string, Handler]>([
    [
      'thrown',
      () => {
        throw error(444)
      },
    ],
    ['sent', (io) => send(io, problemFrom(444) as never)],
  ])('tells of no response where one that is %s has to wait for those before it', async (_, handler) => {
    const onProblem = vi.fn<(event: ProblemEvent<AnyRequest>) => void>()
    const onMend = vi.fn()
    const server = await serve(framework, {
      conform: { onMend },
      problems: { onProblem },
      routes: {
        '/slow': async (io) => {
          await pause(50)
          io.body('slow')
        },
        '/444': handler,
      },
    })
    const parts = ['/slow', '/444'].map((target) => request({ target }))
    const { responses } = await exchange(server.port, pipeline(parts), { methods: ['GET'], keepOpen: true })
    expect(responses.map((response) => response.text())).toEqual(['slow'])
    expect(onProblem.mock.calls.filter(([{ outcome }]) => outcome !== 'aborted')).toEqual([])
    expect(onMend).not.toHaveBeenCalled()
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

  it.each<[string, Handler]>([
    [
      'before one that is nobody to be answered',
      () => {
        throw error(444)
      },
    ],
    [
      'before one that waits and is cut',
      ({ res, ctx }) => {
        if (ctx) ctx.respond = false
        res.write('begun')
        throw error(500)
      },
    ],
    [
      'before one that waits, has no length, and is cut',
      ({ res, ctx }) => {
        if (ctx) ctx.respond = false
        res.removeHeader('Transfer-Encoding')
        res.write('begun')
        throw error(500)
      },
    ],
  ])('the client has the response %s, also when it reads it late', async (_, unanswered) => {
    let isRefused = false
    const server = await serve(framework, {
      routes: {
        '/first': (io) => io.body('x'.repeat(SIZE)),
        '/unanswered': (io) => {
          isRefused = true
          return unanswered(io)
        },
      },
    })
    const upload = request({ method: 'POST', target: '/unanswered', body: 'x'.repeat(4_000_000) })
    const client = await unreading(server.port, request({ target: '/first' }) + upload)
    await vi.waitUntil(() => isRefused)
    await pause(100)
    const { responses } = parseResponses(await buffer(client), ['GET'], true)
    expect(responses.map(({ complete, body }) => [complete, body.length])).toEqual([[true, SIZE]])
  })

  it('the client has the response before it, also one that is out and not read', async () => {
    let isOut = false
    let isRefused = false
    const server = await serve(framework, {
      routes: {
        '/first': (io) => {
          io.res.once('finish', () => {
            isOut = true
          })
          io.body('x'.repeat(SIZE))
        },
        '/444': () => {
          isRefused = true
          throw error(444)
        },
      },
    })
    const client = await unreading(server.port, request({ target: '/first' }))
    await vi.waitUntil(() => isOut)
    client.write(request({ method: 'POST', target: '/444', body: 'x'.repeat(4_000_000) }))
    await vi.waitUntil(() => isRefused)
    await pause(100)
    const { responses } = parseResponses(await buffer(client), ['GET'], true)
    expect(responses.map(({ complete, body }) => [complete, body.length])).toEqual([[true, SIZE]])
  })

  it('ends a connection gently that the client does not end, but not later than after 5 seconds', async () => {
    const server = await serve(framework, {
      routes: {
        '/first': (io) => io.body('first'),
        '/444': () => {
          throw error(444)
        },
      },
    })
    const sockets: Socket[] = []
    server.server.on('connection', (socket: Socket) => void sockets.push(socket))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await converse(server.port, { methods: ['GET'] }, async (conversation) => {
        conversation.send(request({ target: '/first' }))
        expect((await conversation.response()).text()).toBe('first')
        conversation.send(request({ target: '/444' }))
        expect((await conversation.untilClosed()).closed).toBe('fin')
        vi.advanceTimersByTime(4999)
        expect(sockets[0]?.destroyed).toBe(false)
        vi.advanceTimersByTime(1)
        expect(sockets[0]?.destroyed).toBe(true)
      })
    } finally {
      vi.useRealTimers()
    }
  })

  it('processes no request that comes behind it', async () => {
    const processed = vi.fn()
    const server = await serve(framework, {
      routes: {
        '/first': (io) => io.body('first'),
        '/444': () => {
          throw error(444)
        },
        '/later': (io) => {
          processed()
          io.body('later')
        },
      },
    })
    const parts = ['/first', '/444', '/later'].map((target) => request({ target }))
    const { responses } = await exchange(server.port, parts, { methods: ['GET'], keepOpen: true, pauseMs: 20 })
    expect(responses.map((response) => response.text())).toEqual(['first'])
    // Koa has begun with all requests that come at once before it knows what becomes of the first.
    if (framework.family === 'express') await exchange(server.port, pipeline(parts.slice(1)), { methods: [] })
    await pause(20)
    expect(processed).not.toHaveBeenCalled()
  })

  it('bears what is still written to it', async () => {
    let isWritten = false
    const server = await serve(framework, {
      routes: {
        '/first': (io) => io.body('first'),
        '/444': ({ res }) => {
          setTimeout(() => {
            res.write('late')
            res.end('later', () => {})
            isWritten = true
          }, 20)
          throw error(444)
        },
      },
    })
    const first = request({ target: '/first' })
    const refused = request({ target: '/444' })
    for (const sent of [[refused], [first, refused], pipeline([first, refused])]) {
      isWritten = false
      const { responses } = await exchange(server.port, sent, { methods: ['GET'], keepOpen: true, pauseMs: 20 })
      expect(responses.map((response) => response.text())).toEqual(sent.length === 1 ? [] : ['first'])
      await vi.waitUntil(() => isWritten)
      await pause(20)
    }
    expect(server.errors).toEqual([])
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

  it('keeps the server going', async () => {
    const server = await serve(framework, app)
    await exchange(server.port, request({ target: '/499' }))
    expect((await answerOf(server, { target: '/404' })).status).toBe(404)
  })
})

describe.each(mountings)('send() on %s', (_, framework, app) => {
  const failing = async (routes: TestApp['routes']): Promise<void> => {
    const server = await serve(framework, { ...app, routes })
    const { bytes, closed } = await exchange(server.port, request())
    expect(String(bytes)).toBe('')
    expect(closed).not.toBe('open')
    const behind = await exchange(server.port, pipeline([request({ target: '/good' }), request()]), {
      methods: ['GET'],
      keepOpen: true,
    })
    expect(behind.responses.map((response) => response.text())).toEqual(['good'])
    expect(server.errors).toEqual([])
  }

  it('writes nothing where content fails with 499 before it has begun', async () => {
    await failing(
      sending(() => {
        throw error(499)
      }).routes,
    )
  })

  it('writes nothing where it is given a 444', async () => {
    await failing({ '/': (io) => send(io, problemFrom(444) as never), '/good': (io) => io.body('good') })
  })
})

describe.each(http2Hosts.filter(([, host]) => host !== 'node:http2'))('HTTP/2 on %s', (_, host) => {
  it.each([444, 499])(
    'resets the stream for %i with a code that clients take for an error (RFC 9113 §7)',
    async (status) => {
      const server = await serveHttp2(host, { ...app, setup: { koa: (koa) => koa.on('error', () => {}) } })
      for (const body of [undefined, Buffer.alloc(500_000)]) {
        const stream = server.session.request({ ':path': `/${status}`, ':method': 'POST' })
        stream.end(body)
        const [failure] = await once(stream, 'error')
        expect(failure).toMatchObject({ code: 'ERR_HTTP2_STREAM_ERROR' })
        expect(stream.rstCode).toBe(2)
      }
      expect((await server.request({ ':path': '/404' })).status).toBe(404)
      expect(server.errors).toEqual([])
    },
  )
})
