import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import compression from 'compression'
import compress from 'koa-compress'
import { describe, expect, it, vi } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'
import { parts, sending, unreading } from '../support/streamed-replies.ts'

const secret = new Error('a secret')

const compressing = frameworks.flatMap((framework) => {
  const before = { express: [compression({ threshold: 0 })], koa: [compress({ threshold: 0, br: false })] }
  const outside: Pick<TestApp, 'setup'> = { setup: { koa: (app) => app.use(compress({ threshold: 0, br: false })) } }
  return [
    [framework.name, framework, { before }] as const,
    [`${framework.name} without problems()`, framework, { before, problems: false }] as const,
    ...(framework.family === 'koa' ? [[`${framework.name}, outside of problems()`, framework, outside] as const] : []),
  ]
})

describe.each(compressing)('compression on %s', (_, framework, app) => {
  const gzip = { headers: { 'Accept-Encoding': 'gzip' } }
  const text = 'abc\n'.repeat(100_000)

  it.each([text.length * 2, undefined])('sees the content, of the length %j', async (length) => {
    const server = await serve(framework, { ...app, ...sending(() => parts(text, text), length) })
    const { responses, error, closed } = await exchange(server.port, [request(gzip), request({ target: '/good' })])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses[0]?.header('Content-Encoding')).toBe('gzip')
    expect(responses[0]?.headers('Content-Length')).toEqual([])
    expect(gunzipSync(responses[0]?.body ?? '').toString()).toBe(text + text)
    expect(responses[1]?.text()).toBe('good')
  })

  it('leaves a failure before the first byte an answer in full', async () => {
    const server = await serve(framework, { ...app, ...sending(() => parts(secret)) })
    const response = await answerOf(server, gzip)
    expect(response).toMatchObject({ status: 500, complete: true })
    expect(response.headers('ETag')).toEqual([])
  })

  it.each([
    ['a failure', () => parts(text, text, secret), undefined],
    ['too few bytes', () => parts(text, text), text.length * 3],
    ['too many bytes', () => parts(text, text), text.length + 1],
  ])('hides no %s half way (RFC 9112 §8)', async (_, open, length) => {
    const server = await serve(framework, { ...app, ...sending(open, length) })
    const { responses, closed } = await exchange(server.port, request(gzip))
    expect(responses.filter(({ complete, status }) => complete && status === 200)).toEqual([])
    if (responses[0]?.complete !== true) expect(closed).not.toBe('open')
  })

  it('hands on that the client is slow', async () => {
    let made = 0
    const ended = vi.fn()
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (; ; made++) {
          yield randomBytes(64 * 1024)
          await new Promise(setImmediate)
        }
      } finally {
        ended()
      }
    }
    const server = await serve(framework, { ...app, ...sending(endless) })
    const client = await unreading(server.port, request(gzip))
    // The system and the compressor keep some, then nothing more is made.
    let before = -1
    await vi.waitUntil(
      () => {
        const hasStopped = made > 10 && made === before
        before = made
        return hasStopped
      },
      { timeout: 10_000, interval: 100 },
    )
    client.resume()
    await vi.waitUntil(() => made > before + 10)
    client.destroy()
    await vi.waitUntil(() => ended.mock.calls.length > 0)
  })

  it('lets a client that leaves end the source', async () => {
    const stream = new PassThrough()
    stream.write(text)
    const server = await serve(framework, { ...app, ...sending(() => stream) })
    await exchange(server.port, request(gzip), { timeoutMs: 20 })
    await vi.waitUntil(() => stream.destroyed)
  })
})
