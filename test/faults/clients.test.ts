import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { NotFound } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { type Handler, type Host, hosts, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { parseResponses } from '../support/http-message.ts'
import { protectedServer } from '../support/protected.ts'
import { converse, exchange, pipeline, request } from '../support/raw-client.ts'

const MB = 1024 * 1024

const large = 'x'.repeat(8 * MB)

const good: Handler = (io) => {
  io.header('Content-Type', 'text/plain; charset=utf-8')
  io.body('good')
}

const app: TestApp = {
  problems: { extend: (problem) => (problem.message === 'large' ? { large } : undefined) },
  routes: {
    '/': () => {
      throw new NotFound('Not here')
    },
    '/good': good,
    '/large-error': () => {
      throw new NotFound('large')
    },
    '/large': (io) => {
      io.header('Content-Type', 'text/plain; charset=utf-8')
      io.body(large)
    },
    '/waits': async (io) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      good(io)
    },
    '/read': async (io) => {
      for await (const _ of io.req);
      good(io)
    },
  },
}

const start = (host: Host): Promise<RunningServer> => protectedServer(host, {}, {}, app)

async function open({ port }: RunningServer): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true }).on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** Every connection has ended, nobody caught anything, and the next client is served. */
async function goesOn(server: RunningServer): Promise<void> {
  const connections = (): Promise<number> =>
    new Promise((resolve) => server.server.getConnections((_, count) => resolve(count)))
  await vi.waitFor(async () => expect(await connections()).toBe(0), 20_000)
  const { responses } = await exchange(server.port, request({ target: '/good' }))
  expect(responses.map((response) => response.text())).toEqual(['good'])
  expect(server.errors).toEqual([])
}

describe.each(hosts)('on $name, behind protect(), a client', (host) => {
  it('that sends byte for byte gets its answers', async () => {
    const server = await start(host)
    const sent = pipeline([
      request({ method: 'POST', body: 'abc' }),
      request({ method: 'POST', target: '/read', body: 'abc' }),
      request({ target: '/nowhere' }),
    ])
    await converse(server.port, {}, async (conversation) => {
      for (const byte of sent) {
        conversation.send(byte)
        await new Promise(setImmediate)
      }
      for (const status of [404, 200, 404]) expect((await conversation.response()).status).toBe(status)
    })
    await goesOn(server)
  })

  it.each(['/large-error', '/large'])(
    'that stops reading %s holds up nobody, and gets all of it later',
    async (target) => {
      const server = await start(host)
      const socket = await open(server)
      const bytes: Buffer[] = []
      socket.write(request({ target, headers: { Connection: 'close' } }))
      await once(socket, 'readable')
      const others = await exchange(server.port, pipeline([request(), request({ target: '/good' })]))
      expect(others.responses.map(({ status }) => status)).toEqual([404, 200])
      for await (const chunk of socket) bytes.push(chunk)
      const { responses, error } = parseResponses(Buffer.concat(bytes), ['GET'], true)
      expect({ error, complete: responses[0]?.complete }).toEqual({ error: undefined, complete: true })
      expect(responses[0]?.body.length).toBeGreaterThanOrEqual(large.length)
      await goesOn(server)
    },
  )

  it.each(['/large-error', '/large'])('that resets while it is sent %s is gone, and no more', async (target) => {
    const server = await start(host)
    const socket = await open(server)
    socket.write(request({ target }))
    await once(socket, 'readable')
    socket.resetAndDestroy()
    await goesOn(server)
  })

  it.each(['/', '/read', '/waits'])('that resets during its upload to %s is gone, and no more', async (target) => {
    const server = await start(host)
    for (const framing of [{ 'Content-Length': String(MB) }, { 'Transfer-Encoding': 'chunked' }]) {
      const socket = await open(server)
      const upload = `${request({ method: 'POST', target, headers: framing })}fff0\r\n${'x'.repeat(0xfff0)}`
      await new Promise((resolve) => void socket.write(upload, resolve))
      socket.resetAndDestroy()
    }
    await goesOn(server)
  })

  it('that resets between pipelined requests is gone, and what waited for its turn with it', async () => {
    const server = await start(host)
    const socket = await open(server)
    const sent = pipeline(
      ['/good', '/waits', '/', '/large-error', '/nowhere', '/large'].map((target) => request({ target })),
    )
    socket.write(sent)
    await once(socket, 'readable')
    socket.resetAndDestroy()
    await goesOn(server)
  })

  it('that ends its side behind its requests gets the answers, where node:http gives them', async () => {
    const server = await start(host)
    const sent = pipeline([request({ target: '/good' }), request()])
    const { responses, error, closed } = await exchange(server.port, sent, { halfClose: true })
    expect({ error, closed }).toEqual({ error: undefined, closed: 'fin' })
    expect(responses.map(({ status }) => status)).toEqual([200, 404])
    await goesOn(server)
  })

  it('that opens 200 connections and says nothing leaves room for others', async () => {
    const server = await start(host)
    const sockets = await Promise.all(Array.from({ length: 200 }, () => open(server)))
    const { responses } = await exchange(server.port, request())
    expect(responses.map(({ status }) => status)).toEqual([404])
    for (const socket of sockets) socket.destroy()
    await goesOn(server)
  })
})
