import { createReadStream } from 'node:fs'
import { PassThrough, type Readable } from 'node:stream'
import { Gone, type StreamedContent } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'
import { mountings, parts, send, sending, streamed } from '../support/streamed-replies.ts'

type Open = StreamedContent['open']
const secret = new Error('a secret')

function iterating(iterator: object): Open {
  return () => ({ [Symbol.asyncIterator]: () => iterator }) as AsyncIterable<string>
}

function giving(value: unknown): Open {
  return () => value as AsyncIterable<string>
}

function throwing(thrown: unknown): Open {
  return () => {
    throw thrown
  }
}

const early: [why: string, open: Open, length?: number][] = [
  ['open() throws', throwing(secret)],
  ['open() throws undefined', throwing(undefined)],
  ['open() throws text', throwing('a secret')],
  [
    'open() throws an error that fights back',
    throwing(Object.defineProperty(new Error(), 'stack', { get: throwing(secret) })),
  ],
  ['open() gives nothing', giving(undefined)],
  ['open() gives null', giving(null)],
  ['open() gives a text', giving('text')],
  ['open() gives an array', giving(['text'])],
  ['open() gives a promise that is rejected', () => Promise.reject(secret) as never],
  ['there is no iterator', giving({ [Symbol.asyncIterator]: () => undefined })],
  ['getting the iterator throws', giving({ [Symbol.asyncIterator]: throwing(secret) })],
  ['next() throws', iterating({ next: throwing(secret) })],
  ['next() gives nothing', iterating({ next: () => undefined })],
  ['next() is rejected', iterating({ next: () => Promise.reject(secret) })],
  ['next() is rejected with null', iterating({ next: () => Promise.reject(null) })],
  ['a generator throws', () => parts(secret)],
  ['a generator throws after parts without bytes', () => parts('', '', secret)],
  ['a file is not there', () => createReadStream('/nowhere/a-secret')],
  ['a Readable fails', () => new PassThrough().destroy(secret)],
  ['a Readable fails late', () => failing(new PassThrough(), secret)],
  ['a Readable is destroyed without an error', () => new PassThrough().destroy()],
  ['a web stream fails', () => new ReadableStream({ start: (controller) => controller.error(secret) }) as never],
  ['a web stream is locked', () => locked()],
  ['a part is a number', () => parts(7)],
  ['a part is null', () => parts(null)],
  ['a part is undefined', () => parts(undefined)],
  ['a part is a promise that is rejected', iterating({ next: () => ({ value: Promise.reject(secret) }) })],
  ['there are no bytes at all, of some', () => parts(), 1],
  ['there are too many bytes', () => parts('abcd'), 3],
  ['there are bytes, of none', () => parts('a'), 0],
  ['one part is everything and a failure follows', () => parts('abc', secret), 3],
  ['one part is everything and more follow', () => parts('abc', 'd'), 3],
]

const late: [why: string, open: Open, length?: number][] = [
  ['a generator throws', () => parts('abc', secret)],
  ['a generator throws behind a length', () => parts('abc', secret), 9],
  ['a generator throws with the last byte', () => parts('abc', 'def', secret), 6],
  ['next() throws', () => iterating(onceThen(throwing(secret)))()],
  ['a Readable fails', () => failing(begun(), secret)],
  ['a Readable is destroyed without an error', () => failing(begun())],
  ['a part is a number', () => parts('abc', 7)],
  ['a part is null, behind a length', () => parts('abc', null), 9],
  ['there are too few bytes', () => parts('abc', 'def'), 7],
  ['there are too many bytes', () => parts('abc', 'def'), 5],
  ['there is a part too many', () => parts('abc', 'def', 'g'), 6],
]

describe.each(mountings)('%s', (_, framework, mounted) => {
  it.each(early)('where %s before the first byte, the answer is a whole 500', async (_, open, length) => {
    const server = await serve(framework, { ...mounted, ...sending(open, length) })
    const { responses, error, closed } = await exchange(
      server.port,
      pipeline([request(), request({ target: '/good' })]),
    )
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    const [response, next] = responses
    expect(response).toMatchObject({ status: 500, reason: 'Internal Server Error', complete: true })
    expect(response?.json()).toMatchObject({ type: 'about:blank', status: 500 })
    expect(response?.text()).not.toContain('secret')
    expect(response?.headers('ETag')).toEqual([])
    expect(response?.headers('Content-Type')).toEqual(['application/problem+json'])
    expect(next?.text()).toBe('good')
  })

  it.each(late)('where %s after the first byte, the response is cut (RFC 9112 §8)', async (_, open, length) => {
    const server = await serve(framework, { ...mounted, ...sending(open, length) })
    const { responses, closed, bytes } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ status: 200, complete: false, framing: length ? 'content-length' : 'chunked' }])
    expect('abcdef'.startsWith(responses[0]?.text() ?? 'nothing')).toBe(true)
    expect(closed).not.toBe('open')
    expect(bytes.toString()).not.toMatch(/secret|problem|\r\n0\r\n\r\n$/)
  })

  it('what fails for HTTP/1.0 without a length is no orderly end of the connection (RFC 9112 §6.3)', async () => {
    const server = await serve(framework, { ...mounted, ...sending(() => parts('abc', secret)) })
    const { responses, closed } = await exchange(server.port, request({ version: '1.0' }))
    expect(responses.filter(({ complete }) => complete)).toEqual([])
    expect(closed).toBe('reset')
  })

  it('what fails while it waits for its turn is cut when its turn comes', async () => {
    const second = { failed: () => {} }
    const failed = new Promise<void>((resolve) => {
      second.failed = resolve
    })
    const server = await serve(framework, {
      ...mounted,
      routes: {
        '/first': (io) =>
          send(
            io,
            streamed(() => parts(failed.then(() => 'first')), 5),
          ),
        '/': (io) =>
          send(
            io,
            streamed(() => failing(begun(), secret).on('close', second.failed), 9),
          ),
      },
    })
    const { responses } = await exchange(server.port, pipeline([request({ target: '/first' }), request()]))
    expect(responses[0]?.text()).toBe('first')
    expect(responses.slice(1).filter(({ complete, status }) => complete && status < 500)).toEqual([])
  })

  it('a typed error of the source is answered as what it is', async () => {
    const server = await serve(framework, {
      ...mounted,
      ...sending(throwing(new Gone({ detail: 'Order 42 is gone' }))),
    })
    const response = await answerOf(server)
    expect(response).toMatchObject({ status: 410, reason: 'Gone' })
    expect(response.json()).toMatchObject({ status: 410, detail: 'Order 42 is gone' })
    expect(response.headers('ETag')).toEqual([])
  })

  it.each([
    ['before', () => parts(secret)],
    ['after', () => parts('abc', secret)],
  ])('what fails %s the first byte is told to the operator, with its stack', async (_, open) => {
    const server = await serve(framework, { ...mounted, ...sending(open) }, { env: 'production' })
    await exchange(server.port, request())
    await vi.waitUntil(() => server.logged.some((line) => /a secret\n +at /.test(line)))
  })

  it('send() fulfils whatever happens', async () => {
    const results: unknown[] = []
    const opens = [...early, ...late].map(([, open, length]) => streamed(open, length))
    const server = await serve(framework, {
      ...mounted,
      routes: { '/:index': async (io) => void results.push(await send(io, opens[Number(io.params.index)] as never)) },
    })
    for (const index of opens.keys()) await exchange(server.port, request({ target: `/${index}` }))
    await vi.waitUntil(() => results.length === opens.length)
    expect(results).toEqual(opens.map(() => undefined))
  })
})

function failing(stream: PassThrough, error?: Error): Readable {
  setTimeout(() => stream.destroy(error), 5)
  return stream
}

function begun(): PassThrough {
  const stream = new PassThrough()
  stream.write('abc')
  return stream
}

function onceThen(next: () => unknown): object {
  let isFirst = true
  return {
    next() {
      if (!isFirst) return next()
      isFirst = false
      return Promise.resolve({ value: 'abc', done: false })
    },
  }
}

function locked(): AsyncIterable<Uint8Array> {
  const stream = new Blob(['abc']).stream()
  stream.getReader()
  return stream as never
}
