import {
  type accepted,
  MisdirectedRequest,
  NotFound,
  noContent,
  RequestTimeout,
  seeOther,
  UpgradeRequired,
} from 'statuswise'
import { maintenance, send as sendOnKoa } from 'statuswise/koa'
import { drain, protect } from 'statuswise/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sendReply } from '../../adapters/node/send.ts'
import { type NodeResponse, write } from '../../adapters/node/write.ts'
import type { Io, TestApp } from '../support/frameworks.ts'
import { type Http2Response, http2Hosts, serveHttp2 } from '../support/http2.ts'

// RFC 9113 §8.2.2: fields that are about the connection make a message of HTTP/2 malformed.
const CONNECTION_FIELDS = {
  Connection: 'close, upgrade, keep-alive',
  'Keep-Alive': 'timeout=5',
  'Proxy-Connection': 'close',
  Upgrade: 'h2c',
  'Transfer-Encoding': 'chunked',
  'HTTP2-Settings': 'AAMAAABkAAQAAP__',
  TE: 'gzip',
}
const names = Object.keys(CONNECTION_FIELDS).map((name) => name.toLowerCase())

function expectWellFormed({ headers, code }: Http2Response): void {
  expect(code).toBe(0)
  for (const name of names) expect(headers).not.toHaveProperty(name)
}

/** Whatever Node warns of because of us: of a phrase, or of Connection. It does so once in a process. */
function warnings(): string[] {
  const heard: string[] = []
  const hear = (warning: Error): void => void heard.push(warning.message)
  process.on('warning', hear)
  onTestFinished(() => void process.off('warning', hear))
  return heard
}

const throwing = (make: () => unknown): TestApp['routes'] => ({
  '/': () => {
    throw make()
  },
})

const foreign = (status: number, headers: object): Error =>
  Object.assign(new Error('foreign'), { status, expose: true, headers })

const reply = (io: Io, given: ReturnType<typeof accepted>): Promise<void> =>
  io.ctx
    ? sendOnKoa(io.ctx, given)
    : sendReply(io.res, given, {
        whole: (framed) => write(io.res as NodeResponse, framed),
        streamed: () => Promise.reject(new Error('nothing is streamed here')),
      })

describe.each(http2Hosts)('%s on HTTP/2 sends no field of the connection', (_, host) => {
  it.each<[string, TestApp['routes'], number]>([
    ['of a thrown problem', throwing(() => new NotFound({ headers: CONNECTION_FIELDS })), 404],
    ['of an error of another library', throwing(() => foreign(404, { Upgrade: 'h2c', 'Keep-Alive': 'a' })), 404],
    ['of an error with all of the message of a server behind', throwing(() => foreign(404, CONNECTION_FIELDS)), 502],
    ['of its Upgrade, where 426 is thrown', throwing(() => new UpgradeRequired({ protocols: ['h2c'] })), 505],
    ['of a 426 of another library', throwing(() => foreign(426, { Upgrade: 'h2c' })), 505],
    ['of a 408, which would end the connection', throwing(() => new RequestTimeout()), 408],
    ['of a 421', throwing(() => new MisdirectedRequest()), 421],
    ['of a reply', { '/': (io) => reply(io, { status: 202, headers: CONNECTION_FIELDS }) }, 202],
    ['of a reply without content', { '/': (io) => reply(io, { ...noContent(), headers: CONNECTION_FIELDS }) }, 204],
  ])('%s', async (_what, routes, status) => {
    const warned = warnings()
    const server = await serveHttp2(host, { routes })
    for (const method of ['GET', 'HEAD']) {
      const response = await server.request({ ':method': method })
      expect(response.status).toBe(status)
      expectWellFormed(response)
    }
    expect(warned).toEqual([])
  })

  it('that was set before an error, or a reply', async () => {
    const set = ({ res }: Io): void => {
      // For Connection, Node warns whoever sets it.
      for (const [name, value] of Object.entries(CONNECTION_FIELDS))
        if (name !== 'Connection') res.setHeader(name, value)
    }
    const server = await serveHttp2(host, {
      routes: {
        '/error': (io) => {
          set(io)
          throw new NotFound()
        },
        '/reply': (io) => {
          set(io)
          return reply(io, seeOther('/elsewhere'))
        },
      },
    })
    for (const [path, status] of Object.entries({ '/error': 404, '/reply': 303 })) {
      const response = await server.request({ ':path': path })
      expect(response.status).toBe(status)
      expectWellFormed(response)
    }
    expect(server.errors).toEqual([])
  })

  it('of a refused upload, which ends the connection of HTTP/1', async () => {
    const warned = warnings()
    const server = await serveHttp2(host, { routes: throwing(() => new NotFound()) })
    const response = await server.request({ ':method': 'POST' }, Buffer.alloc(300_000))
    expect(response.status).toBe(404)
    expectWellFormed(response)
    expect(warned).toEqual([])
  })

  it('of an answer to a request that comes when the server is about to end', async () => {
    const warned = warnings()
    let answer: () => void = () => {}
    const routes: TestApp['routes'] = {
      '/': async (io) => {
        await new Promise<void>((resolve) => {
          answer = resolve
          setImmediate(begun)
        })
        return reply(io, noContent())
      },
    }
    let begun: () => void = () => {}
    const isAsked = new Promise<void>((resolve) => {
      begun = resolve
    })
    const { server, request } = await serveHttp2(host, { routes }, (it) => protect(it))
    const answered = request()
    await isAsked
    const drained = drain(server, { timeout: 20_000 })
    answer()
    const response = await answered
    expect(response.status).toBe(204)
    expectWellFormed(response)
    expect(await drained).toEqual({ cut: 0 })
    expect(warned).toEqual([])
  })
})

describe.each(http2Hosts.slice(0, 2))('%s on HTTP/2', (_, host) => {
  it('closed for maintenance says when to come back, and no field of the connection', async () => {
    const warned = warnings()
    const koa = [maintenance({ active: true, retryAfter: 60 })]
    const server = await serveHttp2(host, { before: { koa }, routes: { '/': (io) => io.body('text') } })
    const response = await server.request()
    expect(response).toMatchObject({ status: 503, headers: { 'retry-after': '60' } })
    expectWellFormed(response)
    expect(warned).toEqual([])
  })

  it.each([400, 401, 405, 503])('a %d written by hand is mended without any of them', async (status) => {
    const warned = warnings()
    const server = await serveHttp2(host, {
      conform: {},
      routes: {
        '/': (io) => {
          if (io.ctx) io.ctx.respond = false
          io.res.statusCode = status
          io.res.setHeader('Keep-Alive', 'timeout=5')
          io.res.setHeader('Upgrade', 'h2c')
          io.res.end()
        },
      },
    })
    const response = await server.request()
    expect(response.status).toBe(status)
    expectWellFormed(response)
    expect(JSON.parse(String(response.body))).toMatchObject({ status })
    expect(warned).toEqual([])
  })
})
