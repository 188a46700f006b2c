import { once } from 'node:events'
import { pipeline as pipe, Readable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { raw, serveConforming } from '../support/conforming.ts'
import { type Framework, frameworks, type Handler, type Io } from '../support/frameworks.ts'
import { converse, pipeline, request } from '../support/raw-client.ts'

interface Answer {
  readonly what: string
  readonly method?: string
  readonly answer: Handler
}

const answers: readonly Answer[] = [
  { what: 'a whole body', answer: (io) => io.body('content') },
  { what: 'a stream', answer: (io) => io.body(Readable.from(['some ', 'content'])) },
  {
    what: 'a stream with a length',
    answer: (io) => {
      io.header('Content-Length', '12')
      io.body(Readable.from(['some ', 'content']))
    },
  },
  {
    what: 'a pipeline',
    answer: raw((res) => {
      res.setHeader('Content-Length', 12)
      pipe(Readable.from(['some ', 'content']), res, () => {})
    }),
  },
  {
    what: 'a bare error',
    answer: (io) => {
      io.status(404)
      io.express?.res.end()
    },
  },
  {
    what: 'an error without what it owes',
    answer: (io) => {
      io.status(401)
      io.body('content')
    },
  },
  {
    what: 'a 204 with content',
    answer: raw((res) => res.writeHead(204, { 'Content-Type': 'text/plain' }).end('content')),
  },
  {
    what: 'less content than announced',
    answer: raw((res) => res.writeHead(200, { 'Content-Length': 9 }).end('content')),
  },
  {
    what: 'less content than announced, in pieces',
    answer: raw((res) => {
      res.writeHead(200, { 'Content-Length': 9 }).write('some')
      res.end()
    }),
  },
  {
    what: 'more content than announced',
    answer: raw((res) => {
      res.writeHead(200, { 'Content-Length': 5 }).write('some')
      res.end('content')
    }),
  },
  { what: 'an answer to OPTIONS', method: 'OPTIONS', answer: raw((res) => res.setHeader('Allow', 'PUT').end('PUT')) },
]

const departures: readonly (readonly [string, (io: Io) => Promise<unknown>])[] = [
  ['is gone', ({ res }) => once(res, 'close')],
  // node:http ends its side, and the connection is closed a little later.
  ['is about to be gone', ({ req }) => once(req.socket, 'end')],
]

describe.each(frameworks)('$name', (framework) => {
  describe.each(departures)('a client that %s', (_, departure) => {
    it.each(answers)('gets nothing of $what, and nobody is told', async ({ answer, method }) => {
      expect(await abandoned(framework, departure, answer, { method })).toEqual([])
    })

    it('is not told of a fault instead, in mode throw', async () => {
      const bare = raw((res) => res.writeHead(404).end())
      expect(await abandoned(framework, departure, bare, { mode: 'throw' })).toEqual([])
    })
  })

  it('what ends because the client left is not too short', async () => {
    const handler = raw((res) => {
      res.writeHead(200, { 'Content-Length': 9 }).write('some')
      res.once('close', () => res.end())
    })
    expect(await abandoned(framework, () => Promise.resolve(), handler)).toEqual([])
  })

  it('what waits for its turn when the client leaves is not judged (RFC 9112 §9.3.2)', async () => {
    const answered = vi.fn()
    const { server, events } = await serveConforming(framework, {
      routes: {
        '/first': raw(() => {}),
        '/second': async (io) => {
          await once(io.req.socket, 'close')
          setImmediate(answered)
          io.status(404)
          io.express?.res.end()
        },
      },
    })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(pipeline([request({ target: '/first' }), request({ target: '/second' })]))
      await once(server.server, 'request')
    })
    await vi.waitUntil(() => answered.mock.calls.length > 0)
    expect(events).toEqual([])
  })
})

/** What onMend is told where a client leaves as soon as its request has come, and then is answered. */
async function abandoned(
  framework: Framework,
  departure: (io: Io) => Promise<unknown>,
  answer: Handler,
  { method = 'GET', mode = 'mend' }: { method?: string | undefined; mode?: 'mend' | 'throw' } = {},
): Promise<readonly string[]> {
  const closed = vi.fn()
  const { server, events } = await serveConforming(framework, {
    conform: { mode },
    // It tells of the connection.
    ...(framework.family === 'koa' && { setup: { koa: (koa) => void koa.on('error', () => {}) } }),
    routes: {
      '/': async (io) => {
        io.req.socket.once('close', () => setImmediate(closed))
        await departure(io)
        return answer(io)
      },
    },
  })
  await converse(server.port, {}, async (conversation) => {
    conversation.send(request({ method }))
    await once(server.server, 'request')
  })
  await vi.waitUntil(() => closed.mock.calls.length > 0)
  return events.map(({ action, rule }) => `${action} ${rule.id}`)
}
