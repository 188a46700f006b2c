import { once } from 'node:events'
import type { ServerHttp2Stream } from 'node:http2'
import { basic, ContentTooLarge, NotFound, Unauthorized } from 'statuswise'
import { protect } from 'statuswise/node'
import { describe, expect, it, vi } from 'vitest'
import type { Handler, TestApp } from '../support/frameworks.ts'
import { type Http2Server, http2Hosts, serveHttp2 } from '../support/http2.ts'

// RFC 9113 §8.1: a server that has sent all of its response may ask the client to stop what it still sends, with NO_ERROR,
// and the client must not throw the response away for that.

const MUCH = 64 * 1024 * 1024
/** What is on its way between two ends of HTTP/2: the windows of flow control, and what sockets hold. */
const ON_ITS_WAY = 1024 * 1024

interface Uploaded {
  readonly status: number
  readonly body: string
  readonly code: number | undefined
  readonly isWhole: boolean
  /** How much went out, in bytes. */
  readonly sent: number
}

/** Uploads as much as the server takes, until it has taken all or ends the stream. */
async function upload({ session }: Http2Server, path: string, size: number, method = 'POST'): Promise<Uploaded> {
  const stream = session.request({ ':path': path, ':method': method }, { endStream: false })
  let [status, body, sent, isWhole] = [0, '', 0, false]
  stream.on('response', (fields) => {
    status = Number(fields[':status'])
  })
  stream.on('data', (part) => {
    body += part
  })
  stream.on('end', () => {
    isWhole = true
  })
  stream.on('error', () => {})
  const part = Buffer.alloc(16 * 1024)
  const send = (): void => {
    if (stream.closed || stream.destroyed) return
    if (sent >= size) return void stream.end()
    stream.write(part, (error) => {
      if (error) return
      sent += part.length
      send()
    })
  }
  send()
  await new Promise((resolve) => stream.once('close', resolve))
  return { status, body, code: stream.rstCode, isWhole, sent }
}

const refused = (): ContentTooLarge => new ContentTooLarge('Too much')

const refusals: readonly (readonly [string, Handler, number])[] = [
  [
    'nothing of it is read',
    () => {
      throw refused()
    },
    413,
  ],
  [
    'the client is nobody',
    () => {
      throw new Unauthorized({ challenges: [basic({ realm: 'a' })] })
    },
    401,
  ],
  [
    'a part was read, and no more is wanted',
    async ({ req }) => {
      for await (const part of req) if (part.length > 0) throw refused()
    },
    413,
  ],
  [
    'a part was read, and all that comes would be',
    ({ req }) =>
      new Promise((_, reject) => {
        req.on('data', () => reject(refused()))
      }),
    413,
  ],
  [
    'the reader has paused',
    ({ req }) =>
      new Promise((_, reject) => {
        req.once('data', () => {
          req.pause()
          reject(refused())
        })
      }),
    413,
  ],
  [
    'the reader waits for what is readable',
    ({ req }) =>
      new Promise((_, reject) => {
        req.on('readable', () => {
          req.read()
          reject(refused())
        })
      }),
    413,
  ],
  [
    'the answer is larger than the client takes at once',
    () => {
      throw new ContentTooLarge({ extensions: { padding: 'x'.repeat(500_000) } })
    },
    413,
  ],
]

const quiet: Pick<TestApp, 'setup'> = { setup: { koa: (koa) => koa.on('error', () => {}) } }

describe.each(http2Hosts)('on %s an upload is refused', (_, host) => {
  it.each(refusals)(
    'where %s: the whole answer, NO_ERROR, and the session lives on',
    async (_what, handler, status) => {
      const streams: ServerHttp2Stream[] = []
      const routes = { '/': handler, '/next': ((io) => io.body('next')) satisfies Handler }
      const server = await serveHttp2(host, { ...quiet, routes }, (it) => {
        it.on('stream', (stream) => streams.push(stream))
      })
      for (let count = 0; count < 3; count++) {
        const { body, sent, ...answer } = await upload(server, '/', MUCH)
        expect(answer).toEqual({ status, code: 0, isWhole: true })
        expect(JSON.parse(body)).toMatchObject({ status })
        expect(sent).toBeLessThan(ON_ITS_WAY)
      }
      // What the client has sent to the end is over, too.
      const { body, sent, ...answer } = await upload(server, '/', 32 * 1024)
      expect(answer).toEqual({ status, code: 0, isWhole: true })
      expect(String((await server.request({ ':path': '/next' })).body)).toBe('next')
      await vi.waitUntil(() => streams.every((stream) => stream.destroyed), { timeout: 20_000 })
      expect(server.errors).toEqual([])
    },
  )

  it('of a HEAD, which has its answer at once', async () => {
    const routes: TestApp['routes'] = {
      '/': () => {
        throw new NotFound()
      },
    }
    const server = await serveHttp2(host, { ...quiet, routes })
    const { sent, ...answer } = await upload(server, '/', MUCH, 'HEAD')
    expect(answer).toEqual({ status: 404, body: '', code: 0, isWhole: true })
    expect(sent).toBeLessThan(ON_ITS_WAY)
    expect(server.errors).toEqual([])
  })

  it('by an error after the head: the stream is reset, and the session lives on (RFC 9113 §5.4.2)', async () => {
    const routes: TestApp['routes'] = {
      '/': async ({ ctx, req, res }) => {
        if (ctx) ctx.respond = false
        res.statusCode = 200
        await once(req, 'data')
        await new Promise((resolve) => res.write('begun', resolve))
        throw refused()
      },
      '/next': (io) => io.body('next'),
    }
    const server = await serveHttp2(host, { ...quiet, routes })
    const { sent, ...answer } = await upload(server, '/', MUCH)
    expect(answer).toMatchObject({ status: 200, body: 'begun', code: 2 })
    expect(sent).toBeLessThan(MUCH)
    expect(String((await server.request({ ':path': '/next' })).body)).toBe('next')
    expect(server.errors).toEqual([])
  })

  it('by a client that is not there any more when it is to be told', async () => {
    const server = await serveHttp2(host, { ...quiet, routes: { '/': refusals[2]?.[1] as Handler } }, (it) => {
      it.on('stream', (stream: ServerHttp2Stream) => stream.once('finish', () => stream.session?.destroy()))
    })
    server.session.on('close', () => {})
    await upload(server, '/', MUCH)
    await vi.waitUntil(() => server.session.destroyed, { timeout: 20_000 })
    expect(server.errors).toEqual([])
  })
})

describe.each(http2Hosts)('on %s with protect(), an upload that is refused', (_, host) => {
  it('holds up nobody who uploads as well', async () => {
    const routes: TestApp['routes'] = {
      '/refuse': refusals[2]?.[1] as Handler,
      '/take': async (io) => {
        let length = 0
        for await (const part of io.req) length += part.length
        return io.body(String(length))
      },
    }
    const server = await serveHttp2(host, { ...quiet, routes }, (it) => protect(it))
    const all = await Promise.all([
      ...Array.from({ length: 20 }, () => upload(server, '/refuse', MUCH)),
      upload(server, '/take', 4 * 1024 * 1024),
    ])
    expect(all.map(({ status, code }) => [status, code])).toEqual([...Array(20).fill([413, 0]), [200, 0]])
    expect(all.at(-1)?.body).toBe(String(4 * 1024 * 1024))
    expect(server.errors).toEqual([])
  })
})
