import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { drain, protect } from 'statuswise/node'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { hosts, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { protectedServer } from '../support/protected.ts'
import { converse, exchange, request } from '../support/raw-client.ts'

/** Routes that answer when they are told to. */
function gated(): { app: TestApp; open: () => void; asked: Promise<void> } {
  let open = (): void => {}
  let wasAsked = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const asked = new Promise<void>((resolve) => {
    wasAsked = resolve
  })
  const text = 'text/plain; charset=utf-8'
  const app: TestApp = {
    routes: {
      '/': (io) => {
        io.header('Content-Type', text)
        io.body('at once')
      },
      '/gated': async (io) => {
        wasAsked()
        await opened
        io.header('Content-Type', text)
        io.body('at last')
      },
      '/stream': async ({ res, ctx }) => {
        if (ctx) ctx.respond = false
        res.writeHead(200, { 'Content-Type': text })
        res.write('first ')
        wasAsked()
        await opened
        res.end('last')
      },
    },
  }
  return { app, open, asked }
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count))))

const isOpen = async ({ port }: RunningServer): Promise<boolean> =>
  exchange(port, request()).then(
    () => true,
    () => false,
  )

describe.each(hosts)('on $name, drain()', (host) => {
  it('lets requests end, and their connections with them; then nothing is open', async () => {
    const { app, open, asked } = gated()
    const running = await protectedServer(host, {}, {}, app)
    await converse(running.port, {}, async (conversation) => {
      conversation.send(request({ target: '/gated' }))
      await asked
      const drained = drain(running.server, { timeout: 5000 })
      expect(await isOpen(running)).toBe(false)
      open()
      const response = await conversation.response()
      expect([String(response.body), response.headers('connection')]).toEqual(['at last', ['close']])
      expect(await drained).toEqual({ cut: 0 })
      expect((await conversation.untilClosed()).closed).toBe('fin')
    })
  })

  it('answers what still comes on a kept connection, and ends that', async () => {
    const { app, open, asked } = gated()
    const { port, server } = await protectedServer(host, {}, {}, app)
    await converse(port, {}, async (conversation) => {
      conversation.send(request({ target: '/stream' }))
      await asked
      const drained = drain(server, { timeout: 5000 })
      conversation.send(request())
      open()
      expect(String((await conversation.response()).body)).toBe('first last')
      const response = await conversation.response()
      expect([response.status, response.headers('connection')]).toEqual([200, ['close']])
      expect(await drained).toEqual({ cut: 0 })
    })
  })

  it('answers what comes late with 503 and Retry-After', async () => {
    const { app, open, asked } = gated()
    const { port, server } = await protectedServer(host, {}, {}, app)
    await converse(port, {}, async (conversation) => {
      conversation.send(request({ target: '/stream' }))
      await asked
      const drained = drain(server, { timeout: 5000, refuseAfter: 0, retryAfter: 7 })
      await new Promise((resolve) => setTimeout(resolve, 20))
      conversation.send(request())
      open()
      await conversation.response()
      const late = await conversation.response()
      expect([late.status, late.headers('retry-after'), late.headers('connection')]).toEqual([503, ['7'], ['close']])
      expect(await drained).toEqual({ cut: 0 })
    })
  })

  it('answers what comes on a connection that was idle, and ends that', async () => {
    const { app } = gated()
    const { port, server } = await protectedServer(host, {}, {}, app)
    await converse(port, {}, async (conversation) => {
      conversation.send(request())
      await conversation.response()
      const drained = drain(server, { timeout: 20_000 })
      conversation.send(request())
      const response = await conversation.response()
      expect([response.status, response.headers('connection')]).toEqual([200, ['close']])
      expect(await drained).toEqual({ cut: 0 })
    })
  })

  it('answers all of several requests that wait on one connection', async () => {
    const { app, open, asked } = gated()
    const { port, server } = await protectedServer(host, {}, {}, app)
    await converse(port, {}, async (conversation) => {
      conversation.send(request({ target: '/gated' }) + request())
      await asked
      const drained = drain(server, { timeout: 20_000 })
      open()
      const [first, second] = [await conversation.response(), await conversation.response()]
      expect([first, second].map((one) => String(one.body))).toEqual(['at last', 'at once'])
      expect(first.headers('connection')).not.toContain('close')
      expect(await drained).toEqual({ cut: 0 })
    })
  })

  it('sends a response to its end that a client reads late', async () => {
    const { port, server } = await protectedServer(
      host,
      {},
      {},
      { routes: { '/': (io) => io.body(Buffer.alloc(8e6)) } },
    )
    const socket = connect(port, '127.0.0.1')
    socket.write(request())
    await once(socket, 'readable')
    const drained = drain(server, { timeout: 20_000 })
    let length = 0
    for await (const chunk of socket) length += chunk.length
    expect(length).toBeGreaterThan(8e6)
    expect(await drained).toEqual({ cut: 0 })
  })

  it('does not wait for connections on which nothing, or half a request, has come', async () => {
    const { app } = gated()
    const { port, server } = await protectedServer(host, {}, {}, app)
    const sockets = ['', 'GET / HT'].map((text) => {
      const socket = connect(port, '127.0.0.1')
      socket.write(text)
      return socket
    })
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy()
    })
    await vi.waitFor(async () => expect(await connectionsOf(server)).toBe(2), 10_000)
    expect(await drain(server, { timeout: 3_600_000 })).toEqual({ cut: 0 })
  })

  it('counts upgraded connections that it cuts', async () => {
    const { app } = gated()
    const { port, server } = await protectedServer(host, {}, {}, app)
    server.on(
      'upgrade',
      (_req, socket) =>
        void socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    )
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    onTestFinished(() => void socket.destroy())
    socket.write(request({ headers: { Upgrade: 'x', Connection: 'upgrade' } }))
    await once(socket, 'readable')
    expect(await drain(server, { timeout: 100 })).toEqual({ cut: 1 })
  })

  it('leaves upgraded connections alone until the time is up', async () => {
    const { app } = gated()
    const { port, server } = await protectedServer(host, {}, {}, app)
    server.on('upgrade', (_req, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n')
      socket.on('data', (data: Buffer) => socket.end(`echo ${data}`))
    })
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.write(request({ headers: { Upgrade: 'x', Connection: 'upgrade' } }))
    await once(socket, 'data')
    const drained = drain(server, { timeout: 3_600_000 })
    // Longer than connections without requests may wait.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    socket.write('x')
    expect(String((await once(socket, 'data'))[0])).toBe('echo x')
    expect(await drained).toEqual({ cut: 0 })
  })

  it('leaves a server as new that listens again', async () => {
    const { app } = gated()
    const { server } = await protectedServer(host, {}, {}, app)
    await drain(server, { timeout: 100, refuseAfter: 0 })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { responses } = await exchange((server.address() as AddressInfo).port, request())
    expect(responses.map(({ status }) => status)).toEqual([200])
  })

  it('closes connections that nobody uses', async () => {
    const { app } = gated()
    const { port, server } = await protectedServer(host, {}, {}, app)
    await converse(port, {}, async (conversation) => {
      conversation.send(request())
      await conversation.response()
      expect(await drain(server)).toEqual({ cut: 0 })
      expect((await conversation.untilClosed()).closed).not.toBe('open')
    })
  })

  it('cuts what takes too long, and says how much', async () => {
    const { app, asked } = gated()
    const { port, server } = await protectedServer(host, {}, {}, app)
    await converse(port, {}, async (conversation) => {
      conversation.send(request({ target: '/gated' }))
      await asked
      const first = drain(server, { timeout: 100 })
      expect(drain(server)).toBe(first)
      expect(await first).toEqual({ cut: 1 })
      expect((await conversation.untilClosed()).closed).not.toBe('open')
    })
  })
})

describe('drain()', () => {
  it('takes a server that protect() was given, and options that exist', async () => {
    expect(() => drain(createServer())).toThrow(/protect\(\)/)
    const server = protect(createServer())
    expect(() => drain(server, { timeout: -1 })).toThrow(/"timeout" takes a number of milliseconds/)
    expect(() => drain(server, { refuseAfter: 2 ** 31 })).toThrow(/"refuseAfter" takes a number of milliseconds/)
    expect(() => drain(server, { grace: 1 } as never)).toThrow(/no option "grace"/)
    expect(() => drain(server, { retryAfter: 1.5 })).toThrow(/whole number/)
    expect(await drain(server)).toEqual({ cut: 0 })
  })
})
