import { PassThrough } from 'node:stream'
import { noContent } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { frameworks } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'
import { parts, send, sending, streamed } from '../support/streamed-replies.ts'

const secret = new Error('a secret')
const koa = frameworks.filter(({ family }) => family === 'koa')

describe.each(koa)('$name', (framework) => {
  it('a failure before the first byte reaches the options of problems()', async () => {
    const outcomes: unknown[] = []
    const server = await serve(framework, {
      problems: {
        instance: () => '/requests/7',
        onProblem: ({ thrown, outcome }) => void outcomes.push([thrown, outcome]),
      },
      ...sending(() => parts(secret)),
    })
    expect((await answerOf(server)).json()).toMatchObject({ status: 500, instance: '/requests/7' })
    expect(outcomes).toEqual([[secret, 'sent']])
  })

  it('a later failure reaches onProblem of problems()', async () => {
    const outcomes: unknown[] = []
    const server = await serve(framework, {
      problems: { onProblem: ({ thrown, outcome }) => void outcomes.push([thrown, outcome]) },
      ...sending(() => parts('abc', secret), 6),
    })
    await exchange(server.port, request())
    await vi.waitUntil(() => outcomes.length > 0)
    expect(outcomes).toEqual([[secret, 'cut']])
  })

  it('middleware further out sees the stream, its length and its type', async () => {
    const seen: unknown[] = []
    const server = await serve(framework, {
      setup: {
        koa: (app) =>
          app.use(async (ctx, next) => {
            await next()
            seen.push(typeof ctx.body.pipe, ctx.length, ctx.type, ctx.status)
          }),
      },
      ...sending(() => parts('abc'), 3),
    })
    await answerOf(server)
    expect(seen).toEqual(['function', 3, 'text/plain', 200])
  })

  it.each([{}, { problems: false } as const])('a later answer takes the place of a stream: %j', async (mounted) => {
    const stream = new PassThrough()
    stream.write('abc')
    const server = await serve(framework, {
      ...mounted,
      routes: {
        '/': async (io) => {
          await send(
            io,
            streamed(() => stream, 9),
          )
          await send(io, noContent())
        },
        '/good': (io) => io.body('good'),
      },
    })
    const { responses, error } = await exchange(server.port, [request(), request({ target: '/good' })])
    expect(error).toBeUndefined()
    expect(responses).toMatchObject([{ status: 204 }, { status: 200 }])
    expect(responses[0]?.headers('Content-Length')).toEqual([])
    if (mounted.problems === false) await vi.waitUntil(() => stream.destroyed)
  })

  it('without problems(), a footer of others does not disturb the answer to a failure', async () => {
    const footer = new PassThrough()
    const server = await serve(framework, {
      problems: false,
      before: {
        koa: [
          async (ctx, next) => {
            await next()
            if (ctx.path !== '/') return
            ctx.body.on('error', () => footer.end('oops')).on('data', () => {})
            ctx.body = footer
          },
        ],
      },
      ...sending(() => parts('abc', secret)),
    })
    const response = await answerOf(server)
    expect(response).toMatchObject({ status: 500, complete: true })
    expect(response.json()).toMatchObject({ status: 500 })
  })

  it('outside of problems(), a failure at any point leaves nothing waiting', async () => {
    for (const open of [() => parts(secret), () => parts('abc', secret)]) {
      const server = await serve(framework, {
        setup: {
          koa: (app) =>
            app.use(async (ctx, next) => {
              await next()
              await send({ ctx } as never, streamed(open))
            }),
        },
        routes: { '/': (io) => io.body('') },
      })
      const { responses } = await exchange(server.port, request())
      expect(responses.filter(({ complete, status }) => complete && status === 200)).toEqual([])
    }
  })
})
