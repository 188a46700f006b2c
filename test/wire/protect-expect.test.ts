import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { ContentTooLarge } from 'statuswise'
import { protect } from 'statuswise/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { hosts, type TestApp } from '../support/frameworks.ts'
import { protectedServer } from '../support/protected.ts'
import { type Conversation, converse, exchange } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

const text = 'text/plain; charset=utf-8'

const app: TestApp = {
  routes: {
    '/read': async (io) => {
      let length = 0
      for await (const chunk of io.req) length += chunk.length
      io.header('Content-Type', text)
      io.body(`${length} bytes`)
    },
    '/think': async (io) => {
      await pause(150)
      io.req.resume()
      io.header('Content-Type', text)
      io.body('thought')
    },
    '/refuse': () => {
      throw new ContentTooLarge('At most 5 bytes')
    },
    '/ignore': (io) => {
      io.header('Content-Type', text)
      io.body('not read')
    },
  },
}

const expecting = (path: string, version = '1.1', length = 9): string =>
  `POST ${path} HTTP/${version}\r\nHost: a\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`

const methods = ['POST']

/** How many 100 (Continue) came so far. */
const invitations = (conversation: Conversation): number =>
  conversation.seen().bytes.toString('latin1').split('HTTP/1.1 100 Continue\r\n\r\n').length - 1

describe.each(hosts)('on $name, with protect(), a client that expects 100-continue (RFC 9110 §10.1.1)', (host) => {
  it('is told to go on when the content is first read', async () => {
    const { port } = await protectedServer(host, { continueAfter: 3_600_000 }, {}, app)
    await converse(port, { methods }, async (conversation) => {
      conversation.send(expecting('/read'))
      await conversation.until(() => invitations(conversation) === 1)
      conversation.send('123456789')
      expect(String((await conversation.response()).body)).toBe('9 bytes')
      expect(invitations(conversation)).toBe(1)
    })
  })

  it('is told to go on where the application takes long, and once', async () => {
    const { port } = await protectedServer(host, { continueAfter: 20 }, {}, app)
    await converse(port, { methods }, async (conversation) => {
      conversation.send(expecting('/think'))
      await conversation.until(() => invitations(conversation) === 1)
      conversation.send('123456789')
      expect(String((await conversation.response()).body)).toBe('thought')
      await pause(50)
      expect(invitations(conversation)).toBe(1)
    })
  })

  it.each([
    ['/refuse', 9],
    ['/refuse', 1_000_000],
    ['/ignore', 9],
    ['/ignore', 1_000_000],
  ])('is not told to go on where %s answers without its %i bytes; the connection ends', async (path, length) => {
    const { port } = await protectedServer(host, { continueAfter: 50 }, {}, app)
    await converse(port, { methods }, async (conversation) => {
      conversation.send(expecting(path, '1.1', length))
      const response = await conversation.response()
      expect(response.status).toBe(path === '/refuse' ? 413 : 200)
      // Nobody can tell whether the content still comes, so what follows can't be read as a request.
      expect(response.headers('connection')).toEqual(['close'])
      await pause(100)
      expect(invitations(conversation)).toBe(0)
      conversation.halfClose()
      expect((await conversation.untilClosed()).closed).toBe('fin')
    })
  })

  it('is not told to go on with HTTP/1.0', async () => {
    const { port } = await protectedServer(host, { continueAfter: 10 }, {}, app)
    await converse(port, { methods }, async (conversation) => {
      conversation.send(expecting('/read', '1.0'))
      await pause(50)
      conversation.send('123456789')
      expect(String((await conversation.response()).body)).toBe('9 bytes')
      expect(invitations(conversation)).toBe(0)
    })
  })

  it('is left to a listener of the application for checkContinue', async () => {
    const { port } = await serve(host, app, {
      createServer: (listener) => {
        const server = protect(createServer(listener))
        server.on('checkContinue', (_, res) => void res.writeHead(204, { 'X-Mine': '1' }).end())
        return server
      },
    })
    await converse(port, { methods }, async (conversation) => {
      conversation.send(expecting('/read'))
      expect((await conversation.response()).headers('x-mine')).toEqual(['1'])
    })
  })
})

it('protect() takes one of the listeners of a response, of which Node warns from the eleventh', async () => {
  const counts: number[] = []
  const server = protect(
    createServer((_req, res) => {
      setTimeout(() => {
        counts.push(res.listenerCount('close'))
        res.end()
      }, 50)
    }),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  // Whoever waits for the response: for its end, to be told to go on, and to be told of the garbage behind it.
  const { responses } = await exchange(port, 'GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n\0', {
    methods: ['GET'],
  })
  expect(responses.map(({ status }) => status)).toEqual([200])
  expect(counts).toEqual([1])
})
