import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import type { TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'
import { mountings, parts, send, sending, streamed, unreading } from '../support/streamed-replies.ts'

const never = new Promise<never>(() => {})

describe.each(mountings)('%s', (_, framework, mounted) => {
  const leave = (port: number): Promise<unknown> => exchange(port, request(), { timeoutMs: 20 })

  it.each([
    ['nothing', ''],
    ['the beginning', 'abc'],
  ])('a client that leaves after %s destroys a Readable that is waited for', async (_, begin) => {
    const stream = new PassThrough()
    stream.write(begin)
    const settled = vi.fn()
    const app: TestApp = {
      ...mounted,
      routes: {
        '/': (io) =>
          send(
            io,
            streamed(() => stream),
          ).then(settled),
      },
    }
    const server = await serve(framework, app, { env: 'production' })
    await leave(server.port)
    await vi.waitUntil(() => stream.destroyed && settled.mock.calls.length > 0)
    // Koa 3 itself tells of it.
    expect(server.logged.filter((line) => line.includes('statuswise:'))).toEqual([])
  })

  it.each([
    ['nothing', []],
    ['the beginning', ['abc']],
  ])('a client that leaves after %s ends a generator as soon as that goes on', async (_, begin) => {
    const ended = vi.fn()
    let goOn: () => void = () => {}
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const left = vi.fn()
    async function* source(): AsyncGenerator<string> {
      try {
        yield* begin
        await waiting
        yield 'more'
        left()
      } finally {
        ended()
      }
    }
    const server = await serve(framework, { ...mounted, ...sending(source) })
    await leave(server.port)
    goOn()
    await vi.waitUntil(() => ended.mock.calls.length > 0)
    expect(left).not.toHaveBeenCalled()
  })

  it.each<[string, () => unknown]>([
    ['gives a result', () => Promise.resolve({ done: true, value: undefined })],
    ['gives nothing', () => undefined],
    ['never settles', () => never],
    ['is rejected', () => Promise.reject(new Error('a secret'))],
    ['is rejected with nothing', () => Promise.reject()],
    [
      'throws',
      () => {
        throw new Error('a secret')
      },
    ],
  ])('a client that leaves makes the iterator return at once, which %s', async (_, result) => {
    const returned = vi.fn(result)
    const iterator = { next: () => never, return: returned as never }
    const server = await serve(framework, {
      ...mounted,
      ...sending(() => ({ [Symbol.asyncIterator]: () => iterator })),
    })
    await leave(server.port)
    await vi.waitUntil(() => returned.mock.calls.length > 0)
    await new Promise(setImmediate)
    expect(returned).toHaveBeenCalledTimes(1)
  })

  it('a client that leaves is no matter for an iterator that cannot return', async () => {
    const asked = vi.fn(() => never)
    const server = await serve(framework, {
      ...mounted,
      ...sending(() => ({ [Symbol.asyncIterator]: () => ({ next: asked }) })),
    })
    await leave(server.port)
    await vi.waitUntil(() => asked.mock.calls.length > 0)
  })

  it('a source that fails after the client has left is nobody’s concern', async () => {
    const stream = new PassThrough()
    stream.write('abc')
    const server = await serve(framework, { ...mounted, ...sending(() => stream) }, { env: 'production' })
    await leave(server.port)
    await vi.waitUntil(() => stream.destroyed)
    stream.emit('error', new Error('a secret'))
    await new Promise(setImmediate)
    expect(server.logged.join()).not.toContain('secret')
  })

  it('a generator that fails after the client has left is nobody’s concern', async () => {
    let fail: (error: Error) => void = () => {}
    const failing = new Promise<never>((_, reject) => {
      fail = reject
    })
    const server = await serve(
      framework,
      { ...mounted, ...sending(() => parts('abc', failing)) },
      { env: 'production' },
    )
    await leave(server.port)
    fail(new Error('a secret'))
    await new Promise(setImmediate)
    expect(server.logged.join()).not.toContain('secret')
  })

  it('a web stream that is waited for is cancelled when the client leaves', async () => {
    const cancel = vi.fn()
    const server = await serve(framework, { ...mounted, ...sending(() => new ReadableStream({ cancel }) as never) })
    await leave(server.port)
    await vi.waitUntil(() => cancel.mock.calls.length > 0)
  })

  it('a source is not begun for a client that has left', async () => {
    const open = vi.fn(() => parts('abc'))
    const settled = vi.fn()
    const server = await serve(framework, {
      ...mounted,
      routes: {
        '/': async (io) => {
          io.res.socket?.destroy()
          await once(io.res, 'close')
          await send(io, streamed(open)).then(settled)
        },
      },
    })
    await exchange(server.port, request())
    await vi.waitUntil(() => settled.mock.calls.length > 0)
    expect(open).not.toHaveBeenCalled()
  })

  it('a client that leaves while its response waits for its turn ends the source of that, too', async () => {
    const streams = [new PassThrough(), new PassThrough(), new PassThrough()]
    const waiting = [...streams]
    const server = await serve(framework, { ...mounted, ...sending(() => waiting.shift() ?? parts()) })
    await exchange(server.port, pipeline(streams.map(() => request())), { timeoutMs: 20 })
    await vi.waitUntil(() => streams.every((stream) => stream.destroyed))
  })

  it('a source is not begun for a client that has left while its response waited for its turn', async () => {
    const open = vi.fn(() => parts('abc'))
    const settled = vi.fn()
    const server = await serve(framework, {
      ...mounted,
      routes: {
        '/first': () => never,
        '/': async (io) => {
          await once(io.req.socket, 'close')
          await send(io, streamed(open)).then(settled)
        },
      },
    })
    await exchange(server.port, pipeline([request({ target: '/first' }), request()]), { timeoutMs: 20 })
    await vi.waitUntil(() => settled.mock.calls.length > 0)
    expect(open).not.toHaveBeenCalled()
  })

  it('a slow client slows the source down, and ends it when it leaves', async () => {
    const part = 'x'.repeat(64 * 1024)
    let response: ServerResponse | undefined
    let made = 0
    let most = 0
    const ended = vi.fn()
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) {
          yield part
          made++
          most = Math.max(most, (response?.writableLength ?? 0) + (response?.socket?.writableLength ?? 0))
          await new Promise(setImmediate)
        }
      } finally {
        ended()
      }
    }
    const server = await serve(framework, {
      ...mounted,
      routes: {
        '/': (io) => {
          response = io.res
          return send(io, streamed(endless))
        },
      },
    })
    const client = await unreading(server.port, request())
    // What the system keeps for a client is not endless.
    await vi.waitUntil(() => response?.writableNeedDrain === true, { timeout: 10_000 })
    const before = made
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate)
    expect(made - before).toBeLessThan(10)
    expect(most).toBeLessThan(1024 * 1024)
    client.resume()
    await vi.waitUntil(() => made > before + 10)
    client.destroy()
    await vi.waitUntil(() => ended.mock.calls.length > 0)
  })
})
