import { describe, expect, it } from 'vitest'
import { representation } from '../../src/index.ts'
import { frameworks } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'
import type { Handler, Io } from '../support/test-app.ts'

const raw =
  (write: Handler): Handler =>
  (io) => {
    if (io.ctx) {
      io.ctx.status = 200
      io.ctx.respond = false
    }
    return write(io)
  }

async function sendOn({ ctx, express }: Io, reply: ReturnType<typeof representation>): Promise<void> {
  if (ctx !== undefined) return (await import('../../adapters/koa/index.ts')).send(ctx, reply)
  if (express !== undefined) return (await import('../../adapters/express/index.ts')).send(express.res, reply)
}

describe.each(frameworks)('$name', (framework) => {
  const next: Handler = (io) => io.body('next')

  it.each(['bytes=0-9', 'bytes=0-9,5000-5009'])(
    'a body function that gives a promise is a 500 to Range: %s, and ends no process',
    async (range) => {
      const body = async (): Promise<never> => {
        throw new Error('no such file')
      }
      const handler: Handler = (io) => sendOn(io, representation(io.req, { body: body as never, size: 10_000 }))
      const server = await serve(framework, { routes: { 'GET /': handler } }, { env: 'test' })
      expect((await answerOf(server, { headers: { Range: range } })).status).toBe(500)
      expect(server.errors).toEqual([])
    },
  )

  it.each(['base64', 'hex'] as const)('the length of %s is that of its bytes (RFC 9110 §8.6)', async (encoding) => {
    const text = encoding === 'hex' ? '616263' : 'YWJj\nZGVm\n'
    const length = Buffer.from(text, encoding).length
    const handler = raw(({ res }) => {
      res.setHeader('Content-Length', length)
      res.end(text, encoding)
    })
    const server = await serve(framework, { conform: {}, routes: { 'GET /': handler, 'GET /next': next } })
    const { responses } = await exchange(server.port, request() + request({ target: '/next' }))
    expect(responses.map((response) => response.body.length)).toEqual([length, 4])
  })

  it.each([204, 304])(
    'a %d whose head node:http refuses leaves the connection in order (RFC 9112 §6.3)',
    async (status) => {
      for (const conform of [undefined, {}]) {
        const handler = raw(({ res, ctx }) => {
          if (ctx) ctx.respond = true
          res.writeHead(status, { 'X-Bad': '\u0100' })
        })
        const server = await serve(
          framework,
          {
            conform,
            routes: { 'GET /': handler, 'GET /next': next },
            // The bare 500 of the last resort.
            breaks: ['9110-15.6-explain', '9112-6.3-explicit-length-preferred'],
          },
          { env: 'test' },
        )
        const { responses, error, closed } = await exchange(server.port, request() + request({ target: '/next' }), {
          keepOpen: true,
          timeoutMs: 300,
        })
        expect(responses[0]?.status).toBe(500)
        if (closed === 'open') expect([error, responses[1]?.text()]).toEqual([undefined, 'next'])
        else expect(responses[0]?.headers('Content-Length')).toEqual([])
      }
    },
  )

  it('who refuses HEAD does not list GET, which brings HEAD (RFC 9110 §15.5.6)', async () => {
    const handler: Handler = (io) => io.status(405)
    const server = await serve(framework, {
      conform: {},
      routes: { 'GET /': (io) => (io.ctx ? handler(io) : io.express?.res.status(405).end()), 'PUT /': next },
    })
    expect((await answerOf(server, { method: 'HEAD' })).header('Allow')).toBe('PUT, OPTIONS')
  })
})
