import { connect, type Socket } from 'node:net'
import { bearer, ContentTooLarge, Unauthorized } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { hosts, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { parseResponses } from '../support/http-message.ts'
import { protectedServer } from '../support/protected.ts'
import { exchange, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { upload } from '../support/upload.ts'

// How far an upload is read that is refused: see adapters/node/unread-body.ts. test/wire/unread-body.test.ts has the rest.

const MB = 1024 * 1024
const GB = 1024 * MB

/** What of it is read after the answer, and what is on its way when that is enough. */
const MOST_READ = 9 * MB

const app: TestApp = {
  routes: {
    '/too-large': () => {
      throw new ContentTooLarge()
    },
    '/unauthorized': () => {
      throw new Unauthorized({ challenges: [bearer({ realm: 'orders' })] })
    },
    '/later': async (io) => {
      io.req.resume()
      await vi.waitUntil(() => io.req.socket.bytesRead > MB, 20_000)
      throw new ContentTooLarge()
    },
    '/while-reading': async (io) => {
      let read = 0
      for await (const chunk of io.req.iterator({ destroyOnReturn: false })) {
        read += chunk.length
        if (read > 100_000) throw new ContentTooLarge()
      }
    },
  },
}

interface Refusal {
  readonly who: string
  readonly status: number
  readonly parts: RequestParts
}

const refusals: readonly Refusal[] = [
  { who: 'its handler with 413', status: 413, parts: { target: '/too-large' } },
  { who: 'its handler with 401', status: 401, parts: { target: '/unauthorized' } },
  { who: 'its handler while it reads', status: 413, parts: { target: '/while-reading' } },
  { who: 'nobody, because there is no such route', status: 404, parts: { target: '/nowhere' } },
  { who: 'protect() for its two Hosts', status: 400, parts: { headers: { Host: ['a', 'b'] } } },
  { who: 'protect() for its version', status: 505, parts: { version: '2.0' as '1.1' } },
  {
    who: 'protect() for what it wants to upgrade to',
    status: 426,
    parts: { headers: { Connection: 'upgrade', Upgrade: 'x' } },
  },
]

const framings = [{ 'Content-Length': String(GB) }, { 'Transfer-Encoding': 'chunked' }]

function socketsOf({ server }: RunningServer): Socket[] {
  const sockets: Socket[] = []
  server.on('connection', (socket: Socket) => void sockets.push(socket))
  return sockets
}

describe.each(hosts)('on $name, behind protect(), an upload of 1 GB', (host) => {
  it('that is refused is answered whole, and read to 8 MiB at most, whoever refuses it', async () => {
    const upgrade = ['websocket']
    const server = await protectedServer(host, { upgrade }, {}, app)
    const sockets = socketsOf(server)
    const all = refusals.flatMap((refusal) => framings.map((framing) => ({ ...refusal, framing })))
    const uploads = all.map(async ({ who, status, parts, framing }) => {
      const head = request({ ...parts, method: 'POST', headers: { ...parts.headers, ...framing } })
      const sent = 'Transfer-Encoding' in framing ? `${head}${GB.toString(16)}\r\n` : head
      const { responses, error, closed } = await upload(server.port, sent, { size: GB, lingerMs: 20_000 })
      expect(error, who).toBeUndefined()
      expect(responses, who).toMatchObject([{ status, complete: true }])
      expect(responses[0]?.headers('Connection').join(), who).toMatch(/close/)
      expect(closed, who).not.toBe('open')
    })
    await Promise.all(uploads)
    await vi.waitFor(() => expect(sockets.every(({ destroyed }) => destroyed)).toBe(true), 20_000)
    expect(sockets).toHaveLength(all.length)
    for (const { bytesRead } of sockets) expect(bytesRead).toBeLessThanOrEqual(MOST_READ)
    expect(server.errors).toEqual([])
  })

  it.each([
    ['by its handler', 8, request({ method: 'POST', target: '/too-large', headers: { 'Content-Length': String(GB) } })],
    [
      'by its handler, in time',
      8,
      `${request({ method: 'POST', target: '/later', headers: { 'Content-Length': String(GB) } })}`,
    ],
    ['by protect(), as garbage', 1, '\0'],
  ])('that is refused %s is answered also where its client looks only when no more is read', async (_, most, head) => {
    const server = await protectedServer(host, {}, {}, app)
    const sockets = socketsOf(server)
    const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true }).pause()
    const failures: Error[] = []
    socket.on('error', (error) => void failures.push(error))
    socket.write(head)
    const part = Buffer.alloc(64 * 1024, 'x')
    while ((sockets[0]?.bytesRead ?? 0) <= most * MB && failures.length === 0) {
      if (!socket.writableNeedDrain) socket.write(part)
      await new Promise(setImmediate)
    }
    // A reset would be here by now, and writing would end the client before it has read.
    for (let more = 0; more < 3; more++) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      socket.write(part)
    }
    const received: Buffer[] = []
    for await (const chunk of socket) received.push(chunk)
    socket.destroy()
    expect(failures).toEqual([])
    const { responses } = parseResponses(Buffer.concat(received), ['POST'], true)
    expect(responses).toMatchObject([{ complete: true }])
    await vi.waitFor(() => expect(sockets[0]?.destroyed).toBe(true), 20_000)
    expect(sockets[0]?.bytesRead).toBeLessThanOrEqual((most + 1) * MB)
  })

  it('that becomes garbage is answered, and read to 1 MiB at most', async () => {
    const server = await protectedServer(host, {}, {}, { routes: { '/': () => new Promise(() => {}) } })
    const sockets = socketsOf(server)
    const head = `${request({ method: 'POST', headers: { 'Transfer-Encoding': 'chunked' } })}3\r\nabc\r\nzz\r\n`
    const { responses, closed } = await upload(server.port, head, { size: GB, lingerMs: 20_000 })
    expect(responses).toMatchObject([{ status: 400, complete: true }])
    expect(closed).not.toBe('open')
    await vi.waitFor(() => expect(sockets[0]?.destroyed).toBe(true), 20_000)
    expect(sockets[0]?.bytesRead).toBeLessThanOrEqual(2 * MB)
    expect((await exchange(server.port, request({ target: '/nowhere' }))).responses).toMatchObject([{ status: 404 }])
  })

  it('that is refused for want of room, once there is too much to do, is read no further', async () => {
    const overload = { maxHeapUsed: 1, interval: 100 }
    const server = await protectedServer(host, { overload }, {}, app)
    await vi.waitFor(async () => {
      const { responses } = await exchange(server.port, request())
      expect(responses).toMatchObject([{ status: 503 }])
    }, 20_000)
    const sockets = socketsOf(server)
    const head = request({ method: 'POST', target: '/while-reading', headers: { 'Content-Length': String(GB) } })
    const { responses } = await upload(server.port, head, { size: GB, lingerMs: 20_000 })
    expect(responses).toMatchObject([{ status: 503, complete: true }])
    await vi.waitFor(() => expect(sockets[0]?.destroyed).toBe(true), 20_000)
    expect(sockets[0]?.bytesRead).toBeLessThanOrEqual(MOST_READ)
  })
})
