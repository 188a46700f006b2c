import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { raw, serveConforming, undated } from '../support/conforming.ts'
import { frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { serve } from '../support/serve.ts'

const problem = JSON.stringify({ type: 'about:blank', status: 404, title: 'Not Found' })
const type = { 'Content-Type': 'text/plain' }
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

/** Responses that break no rule. */
const correct: Readonly<Record<string, Handler>> = {
  text: (io) => io.body('text'),
  object: (io) => io.body({ a: 1 }),
  bytes: (io) => io.body(Buffer.from([0, 255, 10])),
  'a 404 with text': (io) => {
    io.status(404)
    io.body('no such thing')
  },
  'a stream': (io) => io.body(Readable.from(['a', 'b'])),
  'a file': (io) => io.body(createReadStream(import.meta.filename)),
  'a 204': (io) => {
    io.status(204)
    if (io.ctx === undefined) io.express?.res.end()
  },
  'a 304': (io) => {
    io.status(304)
    io.header('ETag', '"a"')
    if (io.ctx === undefined) io.express?.res.end()
  },
  'a redirect': (io) => (io.ctx ?? io.express?.res)?.redirect('/there'),
  cookies: (io) => {
    io.header('Set-Cookie', ['a=1', 'b=2'])
    io.body('text')
  },
  'end()': raw((res) => res.end()),
  'write, end': raw((res) => {
    res.write('a')
    res.end('b')
  }),
  'an empty write, end': raw((res) => {
    res.write('')
    res.end('b')
  }),
  'writes over time': raw(async (res) => {
    for (const part of ['a', 'b', 'c']) {
      res.write(part)
      await later()
    }
    res.end()
  }),
  'a length, write, end': raw((res) => {
    res.setHeader('Content-Length', 2)
    res.write('a')
    res.end('b')
  }),
  'writeHead, end, without content': raw((res) => res.writeHead(200).end()),
  'writeHead with its length': raw((res) => res.writeHead(200, { 'Content-Length': '4' }).end('text')),
  'writeHead, write, end': raw((res) => {
    res.writeHead(404, type).write('no ')
    res.end('such thing')
  }),
  'an empty write of an error, text': raw((res) => {
    res.statusCode = 404
    res.setHeader('Content-Type', 'text/plain')
    res.write('')
    res.write('no')
    res.end()
  }),
  'an error with a type and no content': raw((res) => res.writeHead(404, type).end()),
  'writeHead of a 204': raw((res) => res.writeHead(204, { ETag: '"a"' }).end()),
  'writeHead of a 304': raw((res) => res.writeHead(304, { ETag: '"a"', Vary: 'Accept' }).end()),
  'writeHead of a 205': raw((res) => res.writeHead(205, { 'Content-Length': 0 }).end()),
  'a 205': raw((res) => {
    res.statusCode = 205
    res.end()
  }),
  'a pipe': raw((res) => Readable.from(['a', 'b']).pipe(res)),
  'a pipeline': raw((res) => pipeline(Readable.from(['a', 'b']), res, () => {})),
  'a pipe of a file': raw((res) => createReadStream(import.meta.filename).pipe(res)),
  events: raw(async (res) => {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    res.write('data: 1\n\n')
    await later()
    res.end('data: 2\n\n')
  }),
}

/** Responses with all of their content in end(): of those to HEAD, conform() completes the length (RFC 9110 §8.6). */
const whole: Readonly<Record<string, Handler>> = {
  'end(text)': raw((res) => res.end('text')),
  'end(bytes)': raw((res) => res.end(Buffer.from('bytes'))),
  'end(hex)': raw((res) => res.end('cafe', 'hex')),
  'writeHead, end': raw((res) => res.writeHead(200).end('text')),
  'writeHead with fields': raw((res) => res.writeHead(200, { 'X-Own': 'a', 'Set-Cookie': ['a', 'b'] }).end('text')),
  'writeHead with a list': raw((res) => res.writeHead(200, ['X-Own', 'a', 'x-own', 'b']).end('text')),
  'writeHead with a list of pairs': raw((res) =>
    res
      .writeHead(200, [
        ['X-Own', 'a'],
        ['x-own', 'b'],
      ] as never)
      .end('text'),
  ),
  'writeHead with a phrase': raw((res) => res.writeHead(200, 'Fine').end('text')),
  'writeHead with a phrase and fields': raw((res) => res.writeHead(200, 'Fine', type).end('text')),
  'setHeader and writeHead with fields': raw((res) => {
    res.setHeader('X-Own', 'a')
    res.writeHead(201, { 'x-own': 'b', Location: '/1' }).end('text')
  }),
  'setHeader and writeHead with a list': raw((res) => {
    res.setHeader('X-Own', 'a')
    res.writeHead(200, ['X-Own', 'b', 'X-Other', 'c']).end('text')
  }),
  'writeHead, an empty write, end': raw((res) => {
    res.writeHead(404, type).write('')
    res.end('no such thing')
  }),
  flushHeaders: raw(async (res) => {
    res.flushHeaders()
    await later()
    res.end('text')
  }),
  'writeHead, flushHeaders': raw(async (res) => {
    res.writeHead(200, type).flushHeaders()
    await later()
    res.end('text')
  }),
  'flushHeaders of an error': raw(async (res) => {
    res.statusCode = 404
    res.flushHeaders()
    await later()
    res.end('no such thing')
  }),
  'early hints': raw((res) => {
    res.writeEarlyHints({ link: '</a.css>; rel=preload; as=style' })
    res.end('text')
  }),
  'a processing': raw((res) => {
    res.writeProcessing()
    res.end('text')
  }),
  'a closing connection': raw((res) => res.writeHead(200, { Connection: 'close' }).end('text')),
  'a problem document': raw((res) => res.writeHead(404, { 'Content-Type': 'application/problem+json' }).end(problem)),
  'a 401': raw((res) => res.writeHead(401, { 'WWW-Authenticate': 'Bearer', ...type }).end('who?')),
  'a 405': raw((res) => res.writeHead(405, { Allow: 'PUT', ...type }).end('no')),
  'a 405 of no methods at all': raw((res) => res.writeHead(405, { Allow: '', ...type }).end('no')),
  'a 206': raw((res) => res.writeHead(206, { 'Content-Range': 'bytes 0-3/9' }).end('text')),
  'a multipart 206': raw((res) =>
    res.writeHead(206, { 'Content-Type': 'multipart/byteranges; boundary=a' }).end('--a--'),
  ),
  'a 416': raw((res) => res.writeHead(416, { 'Content-Range': 'bytes */9', ...type }).end('no')),
  'a 426': raw((res) => res.writeHead(426, { Upgrade: 'h2c', Connection: 'upgrade', ...type }).end('no')),
  'a 500': raw((res) => res.writeHead(500, { 'Cache-Control': 'no-store', ...type }).end('no')),
  'a 503': raw((res) => res.writeHead(503, { 'Retry-After': '7', ...type }).end('no')),
  'a status set after its head': raw((res) => {
    res.writeHead(200)
    Object.assign(res, { statusCode: 404, statusMessage: 'My Own' })
    res.end()
  }),
  'end twice': raw((res) => {
    res.writeHead(200)
    res.end('text')
    res.end()
  }),
}

/** What HTTP/1.0 does not have. */
const chunked: Readonly<Record<string, Handler>> = {
  trailers: raw((res) => {
    res.writeHead(200, { Trailer: 'X-Sum', 'Transfer-Encoding': 'chunked' })
    res.write('text')
    res.addTrailers({ 'X-Sum': '1' })
    res.end()
  }),
}

const requests: Readonly<Record<string, RequestParts>> = {
  GET: {},
  POST: { method: 'POST', body: 'abc' },
  'GET with Connection: close': { headers: { Connection: 'close' } },
}
const head: typeof requests = { HEAD: { method: 'HEAD' } }
const old: typeof requests = {
  'GET on HTTP/1.0': { version: '1.0' },
  'GET on HTTP/1.0 with keep-alive': { version: '1.0', headers: { Connection: 'keep-alive' } },
}

const shapes = [
  ...Object.entries(correct).map((shape) => [...shape, { ...requests, ...head, ...old }] as const),
  ...Object.entries(whole).map((shape) => [...shape, { ...requests, ...old }] as const),
  ...Object.entries(chunked).map((shape) => [...shape, { ...requests, ...head }] as const),
]

describe.each(frameworks)('conform() on $name leaves not a byte changed of', (framework) => {
  it.each(shapes)('%s', async (_, handler, requests) => {
    const app: TestApp = { routes: { '/': handler } }
    const without = await serve(framework, { ...app, breaks: 'anything' })
    const { server, events } = await serveConforming(framework, app)
    for (const [kind, parts] of Object.entries(requests)) {
      const expected = await exchange(without.port, request(parts))
      const found = await exchange(server.port, request(parts))
      expect(expected.error, kind).toBeUndefined()
      expect(undated(found.bytes), kind).toBe(undated(expected.bytes))
      expect(found.closed, kind).toBe(expected.closed)
    }
    expect(events.map(({ rule, found }) => `${rule.id}: ${found}`)).toEqual([])
  })
})
