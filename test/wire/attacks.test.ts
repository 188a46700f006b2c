import type { Socket } from 'node:net'
import { ContentTooLarge, NotFound } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { frameworks, type Handler, type Io, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { type Conversation, converse, exchange, pipeline, type RawResponse, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

const KB = 1024

const good = request({ target: '/good' })
const chunkedHead = request({ method: 'POST', headers: { 'Transfer-Encoding': 'chunked' } })
const sizedHead = request({ method: 'POST', headers: { 'Content-Length': `${100 * KB}` } })

/** An upload that is refused before its end, and what of it is still to come. */
const uploads = [
  ['in chunks', `${chunkedHead}3\r\nabc\r\n`, '0\r\n\r\n'],
  ['with a Content-Length', sizedHead, 'x'.repeat(100 * KB)],
] as const

const leaving = [
  ['Upgrade', 'upgrade', request({ target: '/ws', headers: { Connection: 'Upgrade', Upgrade: 'websocket' } })],
  ['CONNECT', 'connect', request({ method: 'CONNECT', target: 'b.example:80' })],
] as const

const behindUploads = leaving.flatMap(([name, event, sent]) =>
  uploads.map(([how, begin, rest]) => [name, how, event, begin, `${rest}${sent}`] as const),
)

/** `/` is given, `/good` is there to see whether the connection goes on. */
const beside = (handler: Handler, breaks: TestApp['breaks'] = []): TestApp => ({
  routes: { '/': handler, '/good': (io) => io.body('good') },
  breaks,
})

const refuse = (): never => {
  throw new ContentTooLarge()
}

/** Writes what a handler of upgrades would, and says that it was there. */
function acceptUpgrades({ server }: RunningServer, event: 'upgrade' | 'connect'): () => number {
  let accepted = 0
  server.on(event, (_: unknown, socket: Socket) => {
    accepted++
    socket.resume().end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nsecret')
  })
  return () => accepted
}

function announcesClose(response: RawResponse): boolean {
  return /\bclose\b/i.test(response.headers('Connection').join())
}

/** A response that does not announce the end of the connection promises that the next request is answered. */
async function keepsItsWord(conversation: Conversation, response: RawResponse, rest: string): Promise<void> {
  conversation.send(rest)
  conversation.send(good)
  if (announcesClose(response)) expect((await conversation.untilClosed()).closed).not.toBe('open')
  else expect((await conversation.response()).text()).toBe('good')
}

describe.each(frameworks)('$name', (framework) => {
  it.each(behindUploads)(
    '%s behind a refused upload %s is not processed (RFC 9112 §9.6)',
    async (_, _how, event, begin, rest) => {
      const server = await serve(framework, beside(refuse))
      const accepted = acceptUpgrades(server, event)
      const sockets: Socket[] = []
      server.server.on('connection', (socket: Socket) => void sockets.push(socket))
      await converse(server.port, { methods: ['POST'], timeoutMs: 3000 }, async (conversation) => {
        conversation.send(begin)
        expect(await conversation.response()).toMatchObject({ status: 413, complete: true })
        conversation.send(rest)
        conversation.halfClose()
        await vi.waitUntil(() => accepted() > 0 || sockets[0]?.destroyed, { timeout: 3000 })
        expect((await conversation.untilClosed()).error).toBeUndefined()
      })
      expect(accepted()).toBe(0)
      expect(server.errors).toEqual([])
    },
  )

  it.each(leaving)('%s that comes together with a refused upload is not processed', async (_, event, sent) => {
    const server = await serve(framework, beside(refuse))
    const accepted = acceptUpgrades(server, event)
    const upload = request({ method: 'POST', body: 'x'.repeat(1024 * KB) })
    const options = { methods: ['POST'], timeoutMs: 3000, halfClose: true }
    const { responses, error } = await exchange(server.port, `${upload}${sent}`, options)
    expect(responses).toMatchObject([{ status: 413, complete: true }])
    expect(error).toBeUndefined()
    expect(accepted()).toBe(0)
    expect(server.errors).toEqual([])
  })

  it.each(uploads)(
    'an answer that overtakes the problem during an upload %s leaves no mute connection (RFC 9112 §9.3)',
    async (_, begin, rest) => {
      const server = await serve(
        framework,
        beside(
          (io) => {
            if (io.ctx) io.ctx.respond = false
            process.nextTick(() => io.res.end('ok'))
            throw new NotFound()
          },
          ['9110-8.3-content-type-when-content'],
        ),
      )
      await converse(server.port, { timeoutMs: 2000 }, async (conversation) => {
        conversation.send(begin)
        await keepsItsWord(conversation, await conversation.response(), rest)
      })
      expect(server.errors).toEqual([])
    },
  )

  it.each(
    uploads.flatMap(([how, begin, rest]) =>
      failingOnce.map(([name, patch]) => [name, how, patch, begin, rest] as const),
    ),
  )('%s that fails once during an upload %s leaves no mute connection', async (_, _how, patch, begin, rest) => {
    const server = await serve(
      framework,
      beside(
        (io) => {
          patch(io)
          throw new NotFound()
          // A response that cannot be written is the bare 500 of the last resort.
        },
        ['9110-15.6-explain'],
      ),
    )
    await converse(server.port, { timeoutMs: 2000 }, async (conversation) => {
      conversation.send(begin)
      await keepsItsWord(conversation, await conversation.response(), rest)
    })
  })
})

const failingOnce: readonly (readonly [string, (io: Io) => void])[] = [
  [
    'setHeader()',
    ({ res }) => {
      const { setHeader } = res
      res.setHeader = (name, value) => {
        if (value === 'nosniff') throw new Error('a broken patch')
        return setHeader.call(res, name, value)
      }
    },
  ],
  [
    'end()',
    ({ res }) => {
      const { end } = res
      res.end = () => {
        res.end = end
        throw new Error('a broken patch')
      }
    },
  ],
]

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name', (framework) => {
  it('a response to a pipelined request that ends with the connection can be cut, too (RFC 9112 §8)', async () => {
    const server = await serve(framework, {
      routes: {
        '/slow': async (io) => {
          await new Promise((resolve) => setTimeout(resolve, 50))
          io.body('slow')
        },
        '/cut': (io) => {
          io.res.removeHeader('Transfer-Encoding')
          io.res.write('part')
          throw new NotFound()
        },
      },
    })
    const sent = pipeline([request({ target: '/slow' }), request({ target: '/cut' })])
    const { responses, closed } = await exchange(server.port, sent, { timeoutMs: 2000, keepOpen: true })
    expect(closed).not.toBe('open')
    expect(responses.slice(1).filter(({ complete }) => complete)).toEqual([])
  })
})
