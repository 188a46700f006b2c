import { createReadStream } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import compress from 'koa-compress'
import { describe, expect, it } from 'vitest'
import { frameworks } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

// What happens to a stream body before Koa pipes it, and to one that other middleware has put into its own.
describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework) => {
  const slowMiddleware = async (_ctx: unknown, next: () => Promise<unknown>): Promise<void> => {
    await next()
    await delay(50)
  }

  it('a stream body that fails while middleware further out still waits is a 500, not the end of the process', async () => {
    const server = await serve(framework, {
      before: { koa: [slowMiddleware] },
      routes: { 'GET /': ({ body }) => body(createReadStream('/no/such/file')) },
    })
    const { responses, error } = await exchange(server.port, request())
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([500])
    expect(responses[0]?.json()).toMatchObject({ status: 500 })
  })

  it('a stream body that fails at once behind koa-compress is a 500', async () => {
    const server = await serve(framework, {
      before: { koa: [compress({ threshold: 0 })] },
      routes: {
        'GET /': ({ header, body }) => {
          header('Content-Type', 'text/plain')
          body(createReadStream('/no/such/file'))
        },
      },
    })
    const { responses, error } = await exchange(server.port, request({ headers: { 'Accept-Encoding': 'gzip' } }))
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([500])
    expect(responses[0]?.headers('Content-Encoding')).toEqual([])
  })

  it('a stream body that fails later behind koa-compress is cut', async () => {
    const server = await serve(framework, {
      before: { koa: [compress({ threshold: 0 })] },
      routes: {
        'GET /': ({ header, body }) => {
          header('Content-Type', 'text/plain')
          body(
            Readable.from(
              (async function* () {
                yield 'x'.repeat(200_000)
                await delay(50)
                throw new Error('broken')
              })(),
            ),
          )
        },
      },
    })
    const { responses } = await exchange(server.port, request({ headers: { 'Accept-Encoding': 'gzip' } }))
    expect(responses.map(({ status, complete }) => ({ status, complete }))).not.toContainEqual({
      status: 200,
      complete: true,
    })
  })

  it('a stream body that gave way to a text may fail as it likes', async () => {
    const server = await serve(framework, {
      routes: {
        'GET /': async ({ body }) => {
          const stream = new PassThrough()
          stream.on('error', () => {})
          body(stream)
          body('instead')
          stream.destroy(new Error('no longer needed'))
          await delay(20)
        },
      },
    })
    const { responses } = await exchange(server.port, request())
    if (framework.major === 3) expect(responses.map((response) => response.text())).toEqual(['instead'])
    // Koa 2 itself answers for every stream that was ever a body.
    else expect(responses.map(({ status }) => status)).toEqual([500])
  })
})
