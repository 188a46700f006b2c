import { once } from 'node:events'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { createHandler } from 'statuswise/node'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { hosts, type TestApp } from '../support/frameworks.ts'
import { answersTo, protectedServer } from '../support/protected.ts'
import { exchange, request } from '../support/raw-client.ts'

const text = 'text/plain; charset=utf-8'
const echo: TestApp = {
  routes: {
    '/': (io) => {
      io.header('Content-Type', text)
      io.body(String(io.req.headers.host))
    },
  },
}

describe.each(hosts)('on $name, protect()', (host) => {
  it('takes an Expect that lists nothing for none', async () => {
    const { port } = await protectedServer(host)
    const { responses } = await exchange(port, request({ method: 'POST', headers: { Expect: ', ,' }, body: 'abc' }))
    expect(responses.map(({ status }) => status)).toEqual([200])
  })

  it.each([
    ['content in a later packet', 'Content-Length: 3\r\n\r\n', 'abcGET /lost HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a head that ends in a packet of three bytes', '\r', '\nGE'],
  ])('loses no answer behind an Upgrade that it ignores: %s', async (_, end, next) => {
    const { port } = await protectedServer(host)
    const head = `POST / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n${end}`
    const { responses, closed } = await exchange(port, [head, next], { pauseMs: 50, methods: ['POST'], keepOpen: true })
    expect(responses.map(({ status }) => status)).toEqual([200])
    expect(closed).not.toBe('open')
  })

  it('lets a response end that a CONNECT waits for, and sees the client leave', async () => {
    const { port, server } = await protectedServer(
      host,
      {},
      {},
      {
        routes: {
          '/big': (io) => io.body(Readable.from(Array.from({ length: 60 }, () => Buffer.alloc(100_000)))),
          '/never': () => new Promise(() => {}),
        },
      },
    )
    const tunnel = 'CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n'
    const { responses } = await exchange(port, request({ target: '/big' }) + tunnel, { methods: ['GET', 'CONNECT'] })
    expect(responses[0]?.body.length).toBe(6_000_000)
    expect(responses[1]?.status).toBe(405)
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.end(request({ target: '/never' }) + tunnel)
    await once(socket.resume(), 'close')
    await vi.waitFor(async () => {
      const open = await new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))
      expect(open).toBe(0)
    }, 10_000)
  })

  it('refuses more fields than Node shows, which could hide another Host', async () => {
    const { port } = await protectedServer(host)
    const fields = `${'a: b\r\n'.repeat(1100)}Host: other.example\r\n`
    const responses = await answersTo(port, `GET / HTTP/1.1\r\nHost: a\r\n${fields}\r\n`)
    expect(responses.map(({ status }) => status)).toEqual([431])
  })

  it('goes by the host of an absolute target, and refuses one that is none (RFC 9112 §3.2.2)', async () => {
    const { port } = await protectedServer(host, {}, {}, echo)
    const get = (target: string): string => `GET ${target} HTTP/1.1\r\nHost: b.example\r\nConnection: close\r\n\r\n`
    const [response] = await answersTo(port, get('http://a.example:8080/'))
    expect(String(response?.body)).toBe('a.example:8080')
    for (const target of ['http:///', 'http://user:secret@a.example/', 'http://a_b%zz/']) {
      const [refused] = await answersTo(port, get(target))
      expect(refused?.status, target).toBe(400)
    }
  })

  it('looks at requests that want to upgrade as at all others', async () => {
    const { port, server } = await protectedServer(host, { upgrade: ['websocket'] })
    const upgraded = vi.fn((_req, socket) => socket.destroy())
    server.on('upgrade', upgraded)
    const wish = 'Connection: Upgrade\r\nUpgrade: '
    for (const [sent, status] of [
      [`GET / HTTP/1.1\r\n${wish}websocket\r\n\r\n`, 400],
      [`GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n${wish}websocket\r\n\r\n`, 400],
      [`GET / HTTP/1.1\r\nHost: a\r\n${wish}h2c\r\n\r\n`, 426],
    ] as const) {
      const [response] = await answersTo(port, sent)
      expect(response?.status).toBe(status)
    }
    expect(upgraded).not.toHaveBeenCalled()
    await exchange(port, `GET / HTTP/1.1\r\nHost: a\r\n${wish}websocket\r\n\r\n`, { keepOpen: true })
    expect(upgraded).toHaveBeenCalledOnce()
  })

  it('takes no wish to upgrade for one that is none (RFC 9110 §7.8)', async () => {
    const { port } = await protectedServer(host, { upgrade: ['websocket'] })
    for (const [version, fields] of [
      ['1.0', 'Connection: Upgrade\r\nUpgrade: h2c'],
      ['1.1', 'Upgrade: h2c\r\nConnection: close'],
      ['1.1', 'Connection: Upgrade, close\r\nUpgrade:'],
    ]) {
      const [response] = await answersTo(port, `GET / HTTP/${version}\r\nHost: a\r\n${fields}\r\n\r\n`)
      expect(response?.status, fields).toBe(200)
    }
  })

  it('knows the methods of RTSP for unknown ones', async () => {
    const { port } = await protectedServer(host)
    const [response] = await answersTo(port, 'PLAY / HTTP/1.1\r\nHost: a\r\n\r\n')
    expect(response?.status).toBe(501)
  })
})

describe('createHandler()', () => {
  it('lets nothing of a thenable end the process, whatever its then() gives back', async () => {
    const host = hosts.at(-1) as (typeof hosts)[number]
    // biome-ignore lint/suspicious/noThenProperty: promises of other libraries are objects like this.
    const thenable = { then: () => Promise.reject(Object.assign(new Error('x'), { status: 403 })) }
    const running = await protectedServer(host)
    running.server.removeAllListeners('request').on(
      'request',
      createHandler(() => thenable),
    )
    const { responses } = await exchange(running.port, request())
    expect(responses.map(({ status }) => status)).toEqual([403])
    await new Promise(setImmediate)
    expect(running.errors).toEqual([])
  })

  it('answers what a thenable of another library rejects with', async () => {
    const host = hosts.at(-1)
    const thenable = {
      // biome-ignore lint/suspicious/noThenProperty: promises of other libraries are objects like this.
      then: (_: unknown, rejected: (reason: unknown) => void) =>
        rejected(Object.assign(new Error('x'), { status: 403 })),
    }
    const { port, server } = await protectedServer(host as (typeof hosts)[number])
    server.removeAllListeners('request').on(
      'request',
      createHandler(() => thenable),
    )
    const { responses } = await exchange(port, request())
    expect(responses.map(({ status }) => status)).toEqual([403])
  })
})
