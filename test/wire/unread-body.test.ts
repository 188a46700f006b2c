import { connect, type Socket } from 'node:net'
import { Duplex, PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { NotFound, RequestTimeout, UpgradeRequired } from 'statuswise'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { frameworks, type Handler, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { parseResponses } from '../support/http-message.ts'
import { converse, exchange, pipeline, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'
import { upload } from '../support/upload.ts'

const KB = 1024
const MB = 1024 * KB

/** `/` throws without a look at the content of the request, `/good` is there to see whether the connection goes on. */
const refusing: TestApp = {
  routes: {
    '/': () => {
      throw new NotFound()
    },
    '/good': (io) => io.body('good'),
  },
}

const good = request({ target: '/good' })
const head = (length: number): string => request({ method: 'POST', headers: { 'Content-Length': `${length}` } })
const chunkedHead = request({ method: 'POST', headers: { 'Transfer-Encoding': 'chunked' } })

/** The sockets of a server's connections, in their order. */
function socketsOf({ server }: RunningServer): Socket[] {
  const sockets: Socket[] = []
  server.on('connection', (socket: Socket) => void sockets.push(socket))
  return sockets
}

describe.each(frameworks)('$name', (framework) => {
  it.each([1, 16 * KB, 60 * KB])('content of %i bytes that comes with the head keeps the connection', async (size) => {
    const server = await serve(framework, refusing)
    const post = request({ method: 'POST', body: 'x'.repeat(size) })
    const { responses, error, closed } = await exchange(server.port, pipeline([post, post, good]))
    expect(responses.map(({ status }) => status)).toEqual([404, 404, 200])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('content of any size that is already here keeps the connection', async () => {
    const server = await serve(framework, {
      routes: {
        ...refusing.routes,
        '/': async (io) => {
          for await (const _ of io.req);
          throw new NotFound()
        },
      },
    })
    const post = request({ method: 'POST', body: 'x'.repeat(MB) })
    const { responses, error, closed } = await exchange(server.port, pipeline([post, good]))
    expect(responses.map(({ status }) => status)).toEqual([404, 200])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('content of which at most 64 kB are missing keeps the connection', async () => {
    const server = await serve(framework, refusing)
    await converse(server.port, {}, async (conversation) => {
      conversation.send(head(64 * KB))
      const response = await conversation.response()
      expect(response.status).toBe(404)
      expect(response.headers('Connection')).toEqual(['keep-alive'])
      conversation.send('x'.repeat(64 * KB))
      conversation.send(good)
      expect((await conversation.response()).text()).toBe('good')
    })
  })

  it.each([64 * KB + 1, MB, 1000 * MB])('of %i missing bytes none are waited for (RFC 9112 §9.3)', async (size) => {
    const server = await serve(framework, refusing)
    await converse(server.port, {}, async (conversation) => {
      conversation.send(head(size))
      const response = await conversation.response()
      expect(response.status).toBe(404)
      expect(response.headers('Connection')).toEqual(['close'])
      const { closed } = await conversation.untilClosed()
      expect(closed).toBe('fin')
    })
  })

  it('a slow uploader gets the answer at once and whole, and can finish (RFC 9112 §9.6)', async () => {
    const server = await serve(framework, refusing)
    const uploaded = await upload(server.port, head(MB), { size: MB, pauseMs: 5 })
    expect(uploaded.responses).toMatchObject([{ status: 404, complete: true }])
    expect(uploaded.responses[0]?.header('Connection')).toBe('close')
    expect(uploaded.sentWhenAnswered).toBeLessThanOrEqual(256 * KB)
    expect(uploaded).toMatchObject({ sent: MB, closed: 'fin', error: undefined })
  })

  it('a fast uploader gets the answer whole, and is read no further than 8 MiB (RFC 9112 §9.6)', async () => {
    const server = await serve(framework, refusing)
    const sockets = socketsOf(server)
    const uploaded = await upload(server.port, head(64 * MB), { size: 64 * MB })
    expect(uploaded.responses).toMatchObject([{ status: 404, complete: true }])
    expect(uploaded.closed).not.toBe('open')
    expect(uploaded.sent).toBeLessThan(64 * MB)
    await vi.waitUntil(() => sockets[0]?.destroyed, 20_000)
    expect(sockets[0]?.bytesRead).toBeLessThanOrEqual(9 * MB)
  })

  it('a connection whose rest does not come ends after 5 seconds (RFC 9112 §9.6)', async () => {
    const server = await serve(framework, refusing)
    const sockets = socketsOf(server)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await converse(server.port, {}, async (conversation) => {
        conversation.send(head(MB))
        await conversation.response()
        await conversation.untilClosed()
        vi.advanceTimersByTime(4999)
        expect(sockets[0]?.destroyed).toBe(false)
        vi.advanceTimersByTime(1)
        expect(sockets[0]?.destroyed).toBe(true)
      })
    } finally {
      vi.useRealTimers()
    }
  })

  it('the connection of a client that leaves after its answer ends with it', async () => {
    const server = await serve(framework, refusing)
    const sockets = socketsOf(server)
    await converse(server.port, {}, async (conversation) => {
      conversation.send(head(MB))
      await conversation.response()
    })
    await vi.waitUntil(() => sockets[0]?.destroyed, 20_000)
  })

  it('unfinished chunks are not waited for (RFC 9112 §7.1)', async () => {
    const server = await serve(framework, refusing)
    await converse(server.port, {}, async (conversation) => {
      conversation.send(`${chunkedHead}5\r\nhello\r\n`)
      const response = await conversation.response()
      expect(response).toMatchObject({ status: 404, complete: true })
      expect(response.headers('Connection')).toEqual(['close'])
      conversation.send('0\r\n\r\n')
      expect((await conversation.untilClosed()).closed).toBe('fin')
    })
  })

  it('chunks that are complete with the head keep the connection', async () => {
    const server = await serve(framework, refusing)
    const { responses, error, closed } = await exchange(
      server.port,
      pipeline([`${chunkedHead}5\r\nhello\r\n0\r\n\r\n`, good]),
    )
    expect(responses.map(({ status }) => status)).toEqual([404, 200])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('an endless upload in chunks is read no further than 8 MiB', async () => {
    const server = await serve(framework, refusing)
    const sockets = socketsOf(server)
    // One chunk of 256 MB that is never finished.
    const uploaded = await upload(server.port, `${chunkedHead}10000000\r\n`, { size: 64 * MB })
    expect(uploaded.responses).toMatchObject([{ status: 404, complete: true }])
    await vi.waitUntil(() => sockets[0]?.destroyed, 20_000)
    expect(sockets[0]?.bytesRead).toBeLessThanOrEqual(9 * MB)
  })

  it('a request behind content that was not waited for is not processed (RFC 9112 §9.6)', async () => {
    const processed = vi.fn()
    const server = await serve(framework, {
      routes: {
        ...refusing.routes,
        '/good': (io) => {
          processed()
          io.body('good')
        },
      },
    })
    const { responses, closed } = await exchange(server.port, [head(MB), 'x'.repeat(MB), good], { pauseMs: 20 })
    expect(responses).toMatchObject([{ status: 404, complete: true }])
    expect(closed).not.toBe('open')
    const inOne = await exchange(server.port, `${head(MB)}${'x'.repeat(MB)}${good}`)
    expect(inOne.responses.map(({ status }) => status)).toEqual([404])
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(processed).not.toHaveBeenCalled()
  })

  it('nor is it while the answer waits for the client to read; it arrives whole (RFC 9112 §9.6)', async () => {
    const processed = vi.fn()
    const detail = 'y'.repeat(16 * MB)
    const server = await serve(framework, {
      routes: {
        '/': () => {
          throw new NotFound(detail)
        },
        '/good': processed,
      },
    })
    const sockets = socketsOf(server)
    const client = connect({ port: server.port, host: '127.0.0.1' })
    onTestFinished(() => void client.destroy())
    const sent = Buffer.from(`${head(MB)}${'x'.repeat(MB)}${good}`)
    client.pause().write(sent)
    await vi.waitUntil(() => sockets[0]?.bytesRead === sent.length)
    const received = await buffer(client)
    const { responses, error } = parseResponses(received, ['POST'], true)
    expect(error).toBeUndefined()
    expect(responses).toHaveLength(1)
    expect(responses[0]?.body.length).toBeGreaterThan(detail.length)
    expect(responses[0]?.complete).toBe(true)
    expect(processed).not.toHaveBeenCalled()
  })

  it.each<[string, Handler]>([
    [
      'read in part and paused',
      async (io) => {
        await new Promise((resolve) => io.req.once('data', resolve))
        io.req.pause()
        throw new NotFound()
      },
    ],
    [
      'read in part, paused, and complete by then',
      async (io) => {
        await new Promise((resolve) => io.req.once('data', resolve))
        io.req.pause()
        await new Promise((resolve) => setTimeout(resolve, 60))
        throw new NotFound()
      },
    ],
    [
      'read in part with read()',
      async (io) => {
        await new Promise((resolve) => io.req.once('readable', resolve))
        io.req.read(1)
        throw new NotFound()
      },
    ],
    [
      'left to a listener that does not read',
      (io) => {
        io.req.on('readable', () => {})
        throw new NotFound()
      },
    ],
    [
      'piped elsewhere',
      (io) => {
        io.req.pipe(new PassThrough())
        throw new NotFound()
      },
    ],
  ])('content that was %s does not hold up the next request', async (_, handler) => {
    const server = await serve(framework, { routes: { ...refusing.routes, '/': handler } })
    const post = request({ method: 'POST', body: 'x'.repeat(60 * KB) })
    const parts = [post.slice(0, 30 * KB), post.slice(30 * KB), good]
    const { responses, error, closed } = await exchange(server.port, parts, { pauseMs: 40 })
    expect(responses.map(({ status }) => status)).toEqual([404, 200])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('content that somebody paused is drained all the same (RFC 9112 §9.6)', async () => {
    const server = await serve(framework, {
      routes: {
        '/': async (io) => {
          await new Promise((resolve) => io.req.once('data', resolve))
          io.req.pause().on('readable', () => {})
          throw new NotFound()
        },
      },
    })
    const uploaded = await upload(server.port, head(MB), { size: MB, pauseMs: 2 })
    expect(uploaded.responses).toMatchObject([{ status: 404, complete: true }])
    expect(uploaded).toMatchObject({ sent: MB, closed: 'fin' })
  })

  it('who asks with Expect: 100-continue is refused before sending (RFC 9110 §10.1.1)', async () => {
    const server = await serve(framework, refusing)
    await converse(server.port, {}, async (conversation) => {
      const headers = { 'Content-Length': `${MB}`, Expect: '100-continue' }
      conversation.send(request({ method: 'PUT', headers }))
      const response = await conversation.response()
      expect(response).toMatchObject({ status: 404, complete: true })
      expect(response.headers('Connection')).toEqual(['close'])
    })
  })

  it('an HTTP/1.0 uploader gets its answer, too', async () => {
    const server = await serve(framework, refusing)
    const headers = { 'Content-Length': `${MB}` }
    const uploaded = await upload(server.port, request({ method: 'POST', version: '1.0', headers }), {
      size: MB,
      pauseMs: 1,
    })
    expect(uploaded.responses).toMatchObject([{ status: 404, complete: true }])
    expect(uploaded).toMatchObject({ sent: MB, closed: 'fin' })
  })

  it('an error on a connection that is a plain Duplex, which has no destroySoon(), ends it, too', async () => {
    const server = await serve(framework, refusing)
    let received = ''
    const connection = new Duplex({
      read() {},
      write(chunk, _, done) {
        received += String(chunk)
        setTimeout(done, 50)
      },
    })
    server.server.emit('connection', connection)
    connection.push(head(MB))
    await vi.waitFor(() => expect(received).toMatch(/^HTTP\/1\.1 404 /))
    // All of the request is here before the response is out.
    connection.push('x'.repeat(MB))
    await vi.waitFor(() => expect(connection.writableEnded).toBe(true))
    expect(server.errors).toEqual([])
  })

  it('a 408, which closes by itself, says so once (RFC 9110 §15.5.9)', async () => {
    const server = await serve(framework, {
      routes: {
        '/': () => {
          throw new RequestTimeout()
        },
      },
    })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(head(MB))
      expect((await conversation.response()).headers('Connection')).toEqual(['close'])
    })
  })

  it('a 426 that closes says both (RFC 9110 §7.6.1)', async () => {
    const server = await serve(framework, {
      routes: {
        '/': () => {
          throw new UpgradeRequired({ protocols: ['websocket'] })
        },
      },
    })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(head(MB))
      expect((await conversation.response()).headers('Connection')).toEqual(['upgrade, close'])
    })
  })
})
