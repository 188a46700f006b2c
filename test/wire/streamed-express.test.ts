import { PassThrough } from 'node:stream'
import session from 'express-session'
import { NotFound } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'
import { parts, send, sending, streamed } from '../support/streamed-replies.ts'

const secret = new Error('a secret')
const express = frameworks.filter(({ family }) => family === 'express')
const sessions = session({ secret: 'a', resave: true, saveUninitialized: true })

describe.each(express)('$name', (framework) => {
  it('express-session sees the response end', async () => {
    const app: TestApp = { before: { express: [sessions] }, ...sending(() => parts('abc', 'de'), 5) }
    const server = await serve(framework, app)
    const { responses, error } = await exchange(server.port, [request(), request()])
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.text())).toEqual(['abcde', 'abcde'])
    for (const response of responses) expect(response.header('Set-Cookie')).toMatch(/^connect\.sid=/)
  })

  it.each<[string, (write: unknown) => unknown]>([
    [
      'throws',
      () => () => {
        throw secret
      },
    ],
    ['cannot be called', () => undefined],
  ])('a write() of others that %s ends the request and nothing else', async (_, patched) => {
    const app: TestApp = {
      routes: {
        '/': (io) => {
          io.res.write = patched(io.res.write) as never
          return send(
            io,
            streamed(() => parts('abc', 'de')),
          )
        },
      },
    }
    const server = await serve(framework, app)
    const { responses } = await exchange(server.port, request())
    expect(responses.filter(({ complete, status }) => complete && status === 200)).toEqual([])
  })

  it('a write() of others that says nothing of being full does not stop it', async () => {
    const app: TestApp = {
      routes: {
        '/': (io) => {
          const { write } = io.res
          io.res.write = ((chunk: Buffer) => void write.call(io.res, chunk, 'utf8')) as never
          return send(
            io,
            streamed(() => parts('abc', 'de')),
          )
        },
      },
    }
    expect((await answerOf(await serve(framework, app))).text()).toBe('abcde')
  })

  it.each<[string, TestApp['routes'][string]]>([
    ['ends the response', (io) => void io.res.end('mine')],
    ['sends another', (io) => io.body('mine')],
  ])('a handler that does not wait and %s is believed, and the source is given up', async (_, other) => {
    const stream = new PassThrough()
    const settled = vi.fn()
    const app: TestApp = {
      routes: {
        '/': (io) => {
          send(
            io,
            streamed(() => stream),
          ).then(settled)
          return other(io)
        },
      },
    }
    const server = await serve(framework, app)
    const { responses, error } = await exchange(server.port, request())
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.text())).toEqual(['mine'])
    await vi.waitUntil(() => stream.destroyed && settled.mock.calls.length > 0)
  })

  it('a response that others end half way ends the source, and nothing else', async () => {
    const settled = vi.fn()
    const ended = vi.fn()
    let goOn: (text: string) => void = () => {}
    const first = new Promise<string>((resolve) => {
      goOn = resolve
    })
    const app: TestApp = {
      routes: {
        '/first': async (io) => io.body(await first),
        '/': (io) => {
          async function* source(): AsyncGenerator<string> {
            try {
              yield* parts('abc', '')
              await new Promise((resolve) => setTimeout(resolve, 5))
              io.res.end()
              yield* parts('too late', '')
              goOn('first')
              for (;;) yield* parts('too late')
            } finally {
              ended()
            }
          }
          const reply = streamed(source)
          send(io, reply).then(settled)
        },
        '/good': (io) => io.body('good'),
      },
    }
    const server = await serve(framework, app)
    const requests = ['/first', '/', '/good'].map((target) => request({ target }))
    // While it waits for its turn, it is not over.
    const { responses, error } = await exchange(server.port, pipeline(requests))
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.text())).toEqual(['first', 'abc', 'good'])
    await vi.waitUntil(() => ended.mock.calls.length > 0 && settled.mock.calls.length > 0)
  })

  it('a handler that fails while the source is waited for is answered for that', async () => {
    const stream = new PassThrough()
    const app: TestApp = {
      routes: {
        '/': (io) => {
          send(
            io,
            streamed(() => stream),
          )
          throw new NotFound()
        },
      },
    }
    const server = await serve(framework, app)
    const { responses, error } = await exchange(server.port, pipeline([request({ target: '/x' }), request()]))
    expect(error).toBeUndefined()
    expect(responses).toMatchObject([{ status: 404 }, { status: 404, complete: true }])
    await vi.waitUntil(() => stream.destroyed)
  })

  it('a response that others have begun when the first byte comes is cut (RFC 9112 §8)', async () => {
    const settled = vi.fn()
    const app: TestApp = {
      routes: {
        '/': (io) => {
          send(io, { status: 200, headers: {}, body: { open: () => parts('abc') } }).then(settled)
          io.res.write('half')
        },
      },
    }
    const server = await serve(framework, app)
    const { responses, bytes } = await exchange(server.port, request())
    expect(responses.filter(({ complete }) => complete)).toEqual([])
    expect(bytes.toString()).not.toContain('abc')
    await vi.waitUntil(() => settled.mock.calls.length > 0)
  })
})
