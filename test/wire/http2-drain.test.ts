import { once } from 'node:events'
import { type ClientHttp2Session, createSecureServer, createServer } from 'node:http2'
import { type AddressInfo, connect as connectTcp } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { createHandler, drain, protect } from 'statuswise/node'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { certificate } from '../support/certificate/index.ts'
import type { TestApp } from '../support/frameworks.ts'
import { http2Hosts, serveHttp2 } from '../support/http2.ts'

describe.each(http2Hosts)('drain() of a server of HTTP/2 on %s', (_, host) => {
  function waiting(): { app: TestApp; asked: Promise<unknown>; go(): void } {
    let begin: () => void = () => {}
    let go: () => void = () => {}
    const asked = new Promise<void>((resolve) => {
      begin = resolve
    })
    const gone = new Promise<void>((resolve) => {
      go = resolve
    })
    const routes: TestApp['routes'] = {
      '/': (io) => io.body('text'),
      '/wait': async (io) => {
        begin()
        await gone
        return io.body('waited')
      },
    }
    return { app: { routes }, asked, go }
  }

  it('ends open streams, and takes no more on their sessions (RFC 9113 §6.8)', async () => {
    const { app, asked, go } = waiting()
    const { server, session, request } = await serveHttp2(host, app, (it) => protect(it))
    let requests = 0
    server.on('request', () => {
      requests++
    })
    const answered = request({ ':path': '/wait' })
    await asked
    const goaway = once(session, 'goaway')
    const drained = drain(server, { timeout: 20_000 })
    const [code, lastStream] = await goaway
    expect([code, lastStream]).toEqual([0, 1])
    // Since Node 24, the stream fails that is begun here.
    expect(await refusalOf(session)).toMatch(/GOAWAY/)
    go()
    expect(await answered).toMatchObject({ status: 200, code: 0, body: Buffer.from('waited') })
    expect(await drained).toEqual({ cut: 0 })
    expect(requests).toBe(1)
  })

  it('answers nothing that is sent before the client knows, which may be sent again elsewhere', async () => {
    const { app, asked, go } = waiting()
    const { server, session, request } = await serveHttp2(host, app, (it) => protect(it))
    const answered = request({ ':path': '/wait' })
    await asked
    const drained = drain(server, { timeout: 20_000 })
    // In the same turn: GOAWAY cannot have arrived.
    const late = session.request({ ':path': '/' })
    const statuses: unknown[] = []
    late.on('response', (fields) => statuses.push(fields[':status'])).on('error', () => {})
    go()
    expect(await answered).toMatchObject({ status: 200, code: 0 })
    expect(await drained).toEqual({ cut: 0 })
    await vi.waitUntil(() => late.destroyed, { timeout: 20_000 })
    expect(statuses).toEqual([])
  })

  it('ends idle sessions at once', async () => {
    const { app } = waiting()
    const { server, session, request } = await serveHttp2(host, app, (it) => protect(it))
    await request()
    const goaway = once(session, 'goaway')
    expect(await drain(server, { timeout: 60_000 })).toEqual({ cut: 0 })
    expect((await goaway)[0]).toBe(0)
  })

  it('cuts what takes too long', async () => {
    const { app, asked } = waiting()
    const { server, request } = await serveHttp2(host, app, (it) => protect(it))
    const answered = request({ ':path': '/wait' })
    await asked
    expect(await drain(server, { timeout: 100 })).toEqual({ cut: 1 })
    expect((await answered).status).toBeNaN()
  })

  it('ends a session whose client says nothing', async () => {
    const { app } = waiting()
    const { server, port } = await serveHttp2(host, app, (it) => protect(it))
    const begun = once(server, 'session')
    const socket = connectTcp({ port, host: '127.0.0.1' }).on('error', () => {})
    onTestFinished(() => void socket.destroy())
    await begun
    expect(await drain(server, { timeout: 60_000 })).toEqual({ cut: 0 })
  })
})

async function refusalOf(session: ClientHttp2Session): Promise<string> {
  try {
    const [error] = await once(session.request({ ':path': '/' }), 'error')
    return String(error)
  } catch (error) {
    return String(error)
  }
}

it('drain() ends a session that begins only then, on a connection that was taken before', async () => {
  const server = protect(createSecureServer(certificate, createHandler((_, res) => res.end()) as never))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const taken = once(server, 'connection')
  const socket = connectTcp({ port, host: '127.0.0.1' }).on('error', () => {})
  onTestFinished(() => void socket.destroy())
  await taken
  const drained = drain(server, { timeout: 60_000 })
  const begun = once(server, 'session')
  connectTls({ socket, ALPNProtocols: ['h2'], rejectUnauthorized: false })
    .on('error', () => {})
    .resume()
  await begun
  expect(await drained).toEqual({ cut: 0 })
})

it.each([
  ['that leaves its side of the connection open', 'h2c'],
  ['that does not end its TLS handshake', 'h2'],
])('drain() does not wait longer than it may for a client %s', async (_, protocol) => {
  const handler = createHandler((_req, res) => res.end()) as never
  const server = protect(protocol === 'h2' ? createSecureServer(certificate, handler) : createServer(handler))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const taken = once(server, 'connection')
  const socket = connectTcp({ port, host: '127.0.0.1', allowHalfOpen: true })
    .on('error', () => {})
    .resume()
  onTestFinished(() => void socket.destroy())
  await taken
  expect(await drain(server, { timeout: 100 })).toEqual({ cut: 0 })
})
