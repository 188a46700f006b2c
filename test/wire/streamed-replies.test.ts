import { Readable } from 'node:stream'
import type { StreamedContent } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'
import { mountings, parts, send, sending, streamed } from '../support/streamed-replies.ts'

describe.each(mountings)('%s', (_, framework, mounted) => {
  it.each<[string, StreamedContent['open']]>([
    ['an async generator', () => parts('na\u00efve ', '', '\u20ac')],
    ['a Readable', () => Readable.from([Buffer.from('na\u00efve '), Buffer.from('\u20ac')])],
    ['a Readable of text', () => Readable.from([Buffer.from('na\u00efve \u20ac')]).setEncoding('utf8')],
    ['a web stream', () => new Blob(['na\u00efve ', '\u20ac']).stream()],
    [
      'views of larger buffers',
      () => Readable.from([new TextEncoder().encode('--na\u00efve \u20ac--').subarray(2, 12)]),
    ],
  ])('content from %s arrives whole', async (_, open) => {
    const server = await serve(framework, { ...mounted, ...sending(open) })
    const response = await answerOf(server)
    expect(response).toMatchObject({ status: 200, framing: 'chunked', complete: true })
    expect(response.header('ETag')).toBe('"v1"')
    expect(response.header('Content-Type')).toBe('text/plain')
    expect(response.text()).toBe('na\u00efve \u20ac')
  })

  it('content of a known length has it on the wire (RFC 9110 §8.6)', async () => {
    const server = await serve(framework, { ...mounted, ...sending(() => parts('abc', 'de'), 5) })
    const response = await answerOf(server)
    expect(response.headers('Content-Length')).toEqual(['5'])
    expect(response.headers('Transfer-Encoding')).toEqual([])
    expect(response.text()).toBe('abcde')
  })

  it('any amount of content arrives whole', async () => {
    const chunk = 'x'.repeat(100_000)
    const server = await serve(framework, {
      ...mounted,
      ...sending(() => parts(...new Array(40).fill(chunk)), 40 * chunk.length),
    })
    expect((await answerOf(server)).body.length).toBe(40 * chunk.length)
  })

  it.each([5, undefined])('the connection stays for the requests behind it, length %j', async (length) => {
    const server = await serve(framework, { ...mounted, ...sending(() => parts('abc', 'de'), length) })
    const requests = [request(), request({ target: '/good' }), request(), request({ target: '/good' })]
    for (const sent of [pipeline(requests), requests]) {
      const { responses, error, closed } = await exchange(server.port, sent)
      expect(responses.map((response) => response.text())).toEqual(['abcde', 'good', 'abcde', 'good'])
      expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    }
  })

  it('without any content is empty, not unanswered', async () => {
    const server = await serve(framework, { ...mounted, ...sending(() => parts('', ''), 0) })
    const response = await answerOf(server)
    expect(response).toMatchObject({ status: 200, framing: 'content-length', body: Buffer.alloc(0), complete: true })
    expect(response.header('ETag')).toBe('"v1"')
  })

  it('without any content, unannounced, is empty', async () => {
    const server = await serve(framework, { ...mounted, ...sending(() => parts()) })
    expect(await answerOf(server)).toMatchObject({ status: 200, body: Buffer.alloc(0), complete: true })
  })

  it('HTTP/1.0 gets no chunks: the end of the connection is the end of the content (RFC 9112 §6.3)', async () => {
    const server = await serve(framework, { ...mounted, ...sending(() => parts('abc', 'de')) })
    const { responses, closed, error } = await exchange(server.port, request({ version: '1.0' }))
    expect(responses).toMatchObject([{ framing: 'close', complete: true, body: Buffer.from('abcde') }])
    expect({ closed, error }).toEqual({ closed: 'fin', error: undefined })
  })

  it('HTTP/1.0 gets the length where it is known', async () => {
    const server = await serve(framework, { ...mounted, ...sending(() => parts('abc', 'de'), 5) })
    const response = await answerOf(server, { version: '1.0' })
    expect(response).toMatchObject({ framing: 'content-length', complete: true, body: Buffer.from('abcde') })
  })

  it.each([5, undefined])(
    'HEAD gets the header of GET and begins no content (RFC 9110 §9.3.2), length %j',
    async (length) => {
      const open = vi.fn(() => parts('abc', 'de'))
      const server = await serve(framework, { ...mounted, ...sending(open, length) })
      const get = await answerOf(server)
      const { responses, error } = await exchange(server.port, pipeline([request({ method: 'HEAD' }), request()]))
      expect(error).toBeUndefined()
      expect(open).toHaveBeenCalledTimes(2)
      for (const name of ['Content-Length', 'Content-Type', 'ETag']) {
        expect(responses[0]?.headers(name)).toEqual(get.headers(name))
      }
      expect(responses[1]?.text()).toBe('abcde')
    },
  )

  it.each([204, 205, 304])('%i begins no content, since it has none (RFC 9110 §6.4.1)', async (status) => {
    const open = vi.fn(() => parts('abc'))
    const reply = { ...streamed(open, 3), status }
    const server = await serve(framework, { ...mounted, routes: { '/': (io) => send(io, reply) } })
    const { responses, error } = await exchange(server.port, pipeline([request(), request()]))
    expect(error).toBeUndefined()
    expect(responses).toMatchObject([{ status, body: Buffer.alloc(0) }, { status }])
    expect(open).not.toHaveBeenCalled()
  })

  it('a HEAD that middleware has turned into a GET begins no content: nobody could be sent it', async () => {
    const open = vi.fn(() => parts('abc'))
    const server = await serve(framework, {
      ...mounted,
      before: {
        express: [
          (req, _res, next) => {
            req.method = 'GET'
            next()
          },
        ],
        koa: [
          (ctx, next) => {
            ctx.method = 'GET'
            return next()
          },
        ],
      },
      ...sending(open, 3),
    })
    const { responses, error } = await exchange(
      server.port,
      pipeline([request({ method: 'HEAD' }), request({ method: 'HEAD' })]),
    )
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.header('Content-Length'))).toEqual(['3', '3'])
    expect(open).not.toHaveBeenCalled()
  })

  it('send() is fulfilled, and the source opened once, on its own object', async () => {
    const results: unknown[] = []
    class Counting {
      opened = 0
      open(): AsyncIterable<string> {
        this.opened++
        return parts('abc')
      }
    }
    const body = new Counting()
    const server = await serve(framework, {
      ...mounted,
      routes: { '/': async (io) => void results.push(await send(io, { status: 200, headers: {}, body })) },
    })
    expect((await answerOf(server)).text()).toBe('abc')
    await vi.waitUntil(() => results.length > 0)
    expect({ results, opened: body.opened }).toEqual({ results: [undefined], opened: 1 })
  })

  it('what the handler had set for other content is gone, what goes with any stays', async () => {
    const server = await serve(framework, {
      ...mounted,
      routes: {
        '/': (io) => {
          io.header('Content-Length', '999')
          io.header('Content-Encoding', 'gzip')
          io.header('X-Request-Id', '7')
          return send(
            io,
            streamed(() => parts('abc')),
          )
        },
      },
    })
    const response = await answerOf(server)
    expect(response.text()).toBe('abc')
    expect(response.headers('Content-Encoding')).toEqual([])
    expect(response.header('X-Request-Id')).toBe('7')
  })
})
