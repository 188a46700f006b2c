import { createServer } from 'node:http'
import { drain, protect } from 'statuswise/node'
import { describe, expect, it } from 'vitest'
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
    expect(() => drain(server, { timeout: -1 })).toThrow(/"timeout" takes milliseconds/)
    expect(() => drain(server, { grace: 1 } as never)).toThrow(/no option "grace"/)
    expect(() => drain(server, { retryAfter: 1.5 })).toThrow(/whole number/)
    expect(await drain(server)).toEqual({ cut: 0 })
  })
})
