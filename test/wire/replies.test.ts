import {
  accepted,
  created,
  found,
  Gone,
  movedPermanently,
  multipleChoices,
  noContent,
  notModified,
  type Reply,
  resetContent,
  seeOther,
} from 'statuswise'
import { send as sendOnExpress } from 'statuswise/express'
import { send as sendOnKoa } from 'statuswise/koa'
import { describe, expect, it, vi } from 'vitest'
import { type Framework, frameworks, type Io, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

const send = (io: Io, reply: Reply): Promise<void> =>
  io.ctx === undefined ? sendOnExpress(io.res, reply) : sendOnKoa(io.ctx, reply)

/** What a handler may have set before it found out that there is nothing to send. */
const halfBuilt = {
  'Content-Type': 'text/csv',
  'Content-Length': '999',
  'Content-Encoding': 'gzip',
  'Content-Language': 'de',
  'Content-Range': 'bytes 0-1/2',
  'Content-Disposition': 'attachment',
  'Transfer-Encoding': 'chunked',
  Trailer: 'X-Sum',
} as const

const kept = {
  'X-Request-Id': '7',
  'Access-Control-Allow-Origin': '*',
  'Set-Cookie': 'a=1',
  ETag: '"v1"',
  'Cache-Control': 'max-age=60',
} as const

function answering(reply: Reply): TestApp {
  return {
    routes: {
      '/': (io) => {
        for (const [name, value] of Object.entries({ ...halfBuilt, ...kept })) io.header(name, value)
        return send(io, reply)
      },
    },
  }
}

const contentless = [
  ['204', noContent()],
  ['204', noContent({ headers: { 'Content-Type': 'text/plain', 'Content-Length': '5' } })],
  ['205', resetContent()],
  ['304', notModified({ etag: '"v1"' })],
  ['302', found('/elsewhere')],
  ['303', seeOther('/elsewhere')],
] as const

describe.each(frameworks)('$name', (framework) => {
  it.each(contentless)('%s has no content and no field that describes any (RFC 9110 §6.4)', async (status, reply) => {
    const server = await serve(framework, answering(reply))
    const { responses, error } = await exchange(
      server.port,
      pipeline([request(), request({ method: 'HEAD' }), request()]),
    )
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.status)).toEqual([status, status, status].map(Number))
    for (const response of responses) {
      expect(response.body).toHaveLength(0)
      for (const name of Object.keys(halfBuilt).filter((name) => name !== 'Content-Length')) {
        expect(response.headers(name), name).toEqual([])
      }
    }
  })

  it.each(contentless)('%s keeps what the handler set beside the content', async (_, reply) => {
    const response = await answerOf(await serve(framework, answering(reply)))
    for (const [name, value] of Object.entries(kept)) expect(response.headers(name)).toEqual([value])
  })

  it.each([
    ['204', noContent(), []],
    ['205', resetContent(), ['0']],
    ['304', notModified(), []],
    ['303', seeOther('/elsewhere'), ['0']],
  ])('the Content-Length of %s is as RFC 9110 §8.6 wants it', async (_, reply, length) => {
    const response = await answerOf(await serve(framework, answering(reply)))
    expect(response.headers('Content-Length')).toEqual(length)
  })

  it('a redirect has an encoded Location, and a note for who wants HTML (RFC 9110 §15.4)', async () => {
    const server = await serve(framework, answering(movedPermanently('/neuer Ort/é')))
    const bare = await answerOf(server)
    const page = await answerOf(server, { headers: { Accept: 'text/html' } })
    expect(bare).toMatchObject({ status: 301, body: Buffer.alloc(0) })
    expect(bare.header('Location')).toBe('/neuer%20Ort/%C3%A9')
    expect(page.header('Content-Type')).toBe('text/html; charset=utf-8')
    expect(page.text()).toContain('<a href="/neuer%20Ort/%C3%A9">')
    expect(page.headers('Vary')).toEqual(['Accept'])
  })

  it.each([
    ['201', created('/orders/1', { body: { id: 1 } }), 'application/json', '{"id":1}'],
    ['202', accepted({ body: 'queued – später' }), 'text/plain; charset=utf-8', 'queued – später'],
    ['201', created('/b', { body: new Uint8Array([104, 105]) }), 'application/octet-stream', 'hi'],
    ['300', multipleChoices([{ location: '/a' }]), 'application/json', '{"choices":[{"location":"/a"}]}'],
  ])('%s carries its content with a length in bytes (RFC 9110 §8.6)', async (status, reply, type, text) => {
    const server = await serve(framework, answering(reply))
    const get = await answerOf(server)
    const head = await answerOf(server, { method: 'HEAD' })
    expect(get.status).toBe(Number(status))
    expect(get.header('Content-Type')).toBe(type)
    expect(get.header('Content-Length')).toBe(String(Buffer.byteLength(text)))
    expect(get.text()).toBe(text)
    expect(head.header('Content-Length')).toBe(String(Buffer.byteLength(text)))
  })

  it.each([
    [undefined],
    [null],
    ['OK'],
    [200],
    [{}],
    [{ status: 99, headers: {} }],
    [{ status: 200, headers: {}, body: 1 }],
  ])('send(%o) ends the request with a 500', async (garbage) => {
    const server = await serve(framework, answering(garbage as unknown as Reply))
    const response = await answerOf(server)
    expect(response.status).toBe(500)
    expect(response.json()).toMatchObject({ type: 'about:blank', status: 500 })
    expect(response.headers('Content-Encoding')).toEqual([])
  })

  it('a field of a reply that is not safe on the wire is left out (RFC 9110 §5.5)', async () => {
    const reply = created('/a', { headers: { 'X-Note': 'a\r\nX-Injected: yes', 'X-Good': '1' } })
    const response = await answerOf(await serve(framework, answering(reply)))
    expect(response.status).toBe(201)
    expect(response.headers('X-Injected')).toEqual([])
    expect(response.headers('X-Note')).toEqual([])
    expect(response.header('X-Good')).toBe('1')
  })

  it.each([410, 413, 500])('send() takes no reply with status %i: an error is thrown instead', async (status) => {
    const server = await serve(framework, answering({ status, headers: {}, body: 'gone' }))
    const response = await answerOf(server)
    expect(response).toMatchObject({ status: 500, reason: 'Internal Server Error' })
    expect(response.json()).toMatchObject({ status: 500 })
    expect(response.headers('ETag')).toEqual([])
    expect(response.header('X-Request-Id')).toBe('7')
  })

  it('a problem that send() is given is answered as that problem', async () => {
    const problem = new Gone({ detail: 'Order 42 is gone' }) as unknown as Reply
    const response = await answerOf(await serve(framework, answering(problem)))
    expect(response).toMatchObject({ status: 410, reason: 'Gone' })
    expect(response.json()).toMatchObject({ status: 410, detail: 'Order 42 is gone' })
    expect(response.headers('ETag')).toEqual([])
    expect(response.header('X-Request-Id')).toBe('7')
  })

  it('a reply’s Upgrade brings its connection option (RFC 9110 §7.8)', async () => {
    const reply = accepted({ headers: { Upgrade: 'websocket' } })
    const response = await answerOf(await serve(framework, answering(reply)))
    expect(response.headers('Upgrade')).toEqual(['websocket'])
    expect(response.headers('Connection')).toEqual(['upgrade'])
  })

  it('a reply’s cookie takes the place of one with the same name, domain and path (RFC 6265 §4.1.1)', async () => {
    const server = await serve(framework, {
      routes: {
        '/': (io) => {
          io.header('Set-Cookie', ['a=1; Path=/', 'a=1; Path=/x', 'b=1'])
          return send(io, accepted({ headers: { 'Set-Cookie': ['a=2; Secure; Path=/'] } }))
        },
      },
    })
    const cookies = (await answerOf(server)).headers('Set-Cookie')
    expect(cookies).toEqual(['a=1; Path=/x', 'b=1', 'a=2; Secure; Path=/'])
  })

  it('send() fulfils, whatever it was given', async () => {
    const results: unknown[] = []
    const server = await serve(framework, {
      routes: { '/': async (io) => void results.push(await send(io, undefined as unknown as Reply).catch((e) => e)) },
    })
    expect((await answerOf(server)).status).toBe(500)
    expect(results).toEqual([undefined])
  })

  it('send() after the response is complete leaves it and the connection as they are', async () => {
    const server = await serve(framework, {
      breaks: ['9110-8.3-content-type-when-content'],
      routes: {
        '/': async (io) => {
          if (io.ctx) io.ctx.respond = false
          await new Promise<void>((resolve) => io.res.end('whole', resolve))
          await send(io, noContent())
        },
      },
    })
    const { responses, error, closed } = await exchange(server.port, [request(), request()])
    expect(responses.map((response) => response.text())).toEqual(['whole', 'whole'])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('send() after the client has left does nothing', async () => {
    const settled = vi.fn()
    const server = await serve(framework, {
      routes: {
        '/': async (io) => {
          io.res.socket?.destroy()
          await new Promise((resolve) => io.res.once('close', resolve))
          await send(io, noContent()).then(settled)
        },
      },
    })
    await exchange(server.port, request())
    await vi.waitUntil(() => settled.mock.calls.length > 0)
    expect(server.logged).toEqual([])
  })
})

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name', (framework: Framework) => {
  it('send() twice leaves the first reply whole', async () => {
    const server = await serve(framework, {
      routes: {
        '/': (io) => {
          send(io, created('/1', { body: 'first' }))
          send(io, created('/2', { body: 'second' }))
        },
      },
    })
    const { responses, error, closed } = await exchange(server.port, [request(), request()])
    expect(responses.map((response) => response.text())).toEqual(['first', 'first'])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('send() into a response that has begun cuts it (RFC 9112 §8)', async () => {
    const server = await serve(framework, {
      routes: {
        '/': (io) => io.res.write('half', () => send(io, noContent())),
      },
    })
    const { responses, rest } = await exchange(server.port, request())
    expect(responses).toMatchObject([{ status: 200, complete: false }])
    expect(rest.toString()).not.toContain('204')
  })
})

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework: Framework) => {
  it('send() twice sends the second reply, as a second ctx.body would', async () => {
    const server = await serve(framework, {
      routes: {
        '/': async (io) => {
          await send(io, created('/1', { body: 'first' }))
          await send(io, noContent())
        },
      },
    })
    expect(await answerOf(server)).toMatchObject({ status: 204, framing: 'none' })
  })

  it('send() with ctx.respond = false writes the reply itself', async () => {
    const server = await serve(framework, {
      routes: {
        '/': (io) => {
          if (io.ctx) io.ctx.respond = false
          return send(io, created('/1', { body: 'made' }))
        },
      },
    })
    expect((await answerOf(server)).text()).toBe('made')
  })
})
