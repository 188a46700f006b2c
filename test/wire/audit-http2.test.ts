import type { ClientHttp2Session, OutgoingHttpHeaders, ServerHttp2Stream } from 'node:http2'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { Room } from '../../adapters/node/audit/room.ts'
import type { Exchange } from '../../src/rules/index.ts'
import { auditMount, conformMount, mounted, notingMount, observeMount } from '../support/auditing.ts'
import { raw } from '../support/conforming.ts'
import type { Handler, TestApp } from '../support/frameworks.ts'
import { serveHttp2 } from '../support/http2.ts'

const streamOf = (res: object): ServerHttp2Stream => Reflect.get(res, 'stream') as ServerHttp2Stream

const handlers: Readonly<Record<string, Handler>> = {
  '/text': (io) => io.body('héllo'),
  '/json': (io) => io.body({ a: 1 }),
  '/stream': (io) => io.body(Readable.from(['one', Buffer.from('two')])),
  '/cookies': (io) => {
    io.header('Set-Cookie', ['a=1', 'b=2'])
    io.body('x')
  },
  '/204': (io) => {
    io.status(204)
    io.body(null)
  },
  '/raw': raw((res) => res.end('raw')),
  '/raw/nothing': raw((res) => res.end()),
  '/raw/parts': raw((res) => {
    res.write(Buffer.from('one'))
    res.write('é', 'latin1')
    res.write('b25l', 'base64')
    res.end('two', () => {})
  }),
  '/raw/head': raw((res) => res.writeHead(299, { 'X-A': '1', 'Content-Length': 2 }).end('ok')),
  '/raw/304': raw((res) => res.writeHead(304, { ETag: '"a"' }).end('lost')),
  '/raw/trailers': raw((res) => {
    res.write('x')
    res.addTrailers({ 'X-End': '1' })
    res.end()
  }),
  '/raw/flush': raw((res) => {
    res.flushHeaders()
    setTimeout(() => res.end('late'), 5)
  }),
  '/raw/hints': raw((res) => {
    streamOf(res).additionalHeaders({ ':status': 103, link: '</a>; rel=preload' })
    res.end('x')
  }),
  '/thrown': () => {
    throw Object.assign(new Error('no'), { status: 409, expose: true })
  },
}

const asked = Object.keys(handlers).flatMap((path) =>
  ['GET', 'HEAD', 'POST'].map((method) => ({ ':path': path, ':method': method })),
)

/** What a client reads. Some streams of HEAD are never closed by Koa and node:http2, with audit() or without: the client does it. */
async function read(session: ClientHttp2Session, headers: OutgoingHttpHeaders): Promise<Read> {
  const stream = session.request(headers, { endStream: true })
  const isHead = headers[':method'] === 'HEAD'
  // Koa 2 leaves some without any answer.
  const giveUp = isHead ? setTimeout(() => stream.close(), 500) : undefined
  const seen: Read = { raw: [], interim: [], trailers: {}, content: '', code: undefined }
  stream.on('headers', (head) => seen.interim.push(Number(head[':status'])))
  stream.on('response', (_head, _flags, rawHeaders: string[] = []) => {
    seen.raw.push(...rawHeaders)
    if (isHead) setTimeout(() => stream.close(), 30)
  })
  stream.on('trailers', (trailers) => Object.assign(seen.trailers, Object.fromEntries(Object.entries(trailers))))
  stream.on('data', (part: Buffer) => {
    seen.content += part.toString('latin1')
  })
  await new Promise((resolve) => stream.once('close', resolve))
  clearTimeout(giveUp)
  return { ...seen, code: stream.rstCode }
}

interface Read {
  /** Names and values by turns. */
  readonly raw: string[]
  readonly interim: number[]
  readonly trailers: Record<string, unknown>
  content: string
  readonly code: number | undefined
}

function undated({ raw, ...others }: Read): unknown {
  return { ...others, raw: raw.filter((_text, at) => raw[at - 1] !== 'date') }
}

describe.each([3, 2])('audit() on HTTP/2, Koa %i', (major) => {
  const app: TestApp = { routes: handlers, problems: false }

  it.each([
    ['alone', [], [auditMount({ onViolation: () => {} })]],
    ['around conform()', [conformMount], [auditMount({ onViolation: () => {} }), conformMount]],
    ['within conform()', [conformMount], [conformMount, auditMount({ onViolation: () => {} })]],
  ])('changes nothing %s', async (_how, without, within) => {
    const expected = await serveHttp2(major, mounted(app, without))
    const found = await serveHttp2(major, mounted(app, within))
    for (const headers of asked)
      expect(undated(await read(found.session, headers)), JSON.stringify(headers)).toEqual(
        undated(await read(expected.session, headers)),
      )
    expect(found.errors.length).toBe(expected.errors.length)
  })

  it('records what the wire had', async () => {
    const exchanges: Exchange[] = []
    const { session } = await serveHttp2(major, mounted(app, [observeMount(exchanges)]))
    for (const headers of asked) {
      exchanges.length = 0
      const wire = await read(session, headers)
      if (wire.raw.length === 0) continue
      await expect.poll(() => exchanges.length, { interval: 1 }).toBe(1)
      const { request, response, interim } = exchanges[0] ?? {}
      const what = JSON.stringify(headers)
      expect([request?.method, request?.target, request?.version], what).toEqual([
        headers[':method'],
        headers[':path'],
        '2',
      ])
      expect([':status', String(response?.status), ...(response?.fields ?? []).flat()], what).toEqual(wire.raw)
      expect(Buffer.from(response?.content ?? []).toString('latin1'), what).toBe(wire.content)
      if (headers[':method'] !== 'HEAD') expect(response?.complete, what).toBe(true)
      expect(Object.fromEntries(response?.trailers ?? []), what).toEqual(wire.trailers)
      expect(
        interim?.map(({ status }) => status),
        what,
      ).toEqual(wire.interim)
    }
  })

  it.each([
    ['the client resets it', (_stream: ServerHttp2Stream) => {}, true],
    ['the server destroys it', (stream: ServerHttp2Stream) => stream.destroy(), false],
    ['the server resets it', (stream: ServerHttp2Stream) => stream.close(2), false],
  ])('records only the head where %s', async (_how, cut, byClient) => {
    const exchanges: Exchange[] = []
    const endless = raw((res) => {
      res.write('part')
      setTimeout(() => cut(streamOf(res)), 20)
    })
    const { session } = await serveHttp2(major, mounted({ routes: { '/': endless } }, [observeMount(exchanges)]))
    const stream = session.request({ ':path': '/' })
    stream.on('error', () => {})
    stream.on('data', () => byClient && stream.close(8))
    await new Promise((resolve) => stream.once('close', resolve))
    await expect.poll(() => exchanges.length).toBe(1)
    expect(exchanges[0]?.response).toMatchObject({ status: 200, content: undefined, complete: undefined })
  })

  it('keeps no more content than there is room for', async () => {
    const exchanges: Exchange[] = []
    const room = new Room(1000, 1000)
    const long: TestApp = { ...app, routes: { '/': (io) => io.body('x'.repeat(5000)) } }
    const { request } = await serveHttp2(major, mounted(long, [observeMount(exchanges, room)]))
    expect((await request({ ':path': '/' })).body.length).toBe(5000)
    await expect.poll(() => exchanges.length).toBe(1)
    expect(exchanges[0]?.response).toMatchObject({ content: undefined, complete: true })
    expect(room.share().take(800)).toBe(true)
  })

  it('tells, shows its page, and counts made-up methods as one', async () => {
    const { mount, events } = notingMount({ page: true })
    const refusing: TestApp = {
      ...app,
      before: { koa: [(ctx) => ctx.throw(401)] },
    }
    const { request } = await serveHttp2(major, mounted(refusing, [mount]))
    for (const method of ['MADE', 'UP', 'GET']) await request({ ':path': '/x', ':method': method })
    await expect.poll(() => events.some(({ route }) => route === 'GET (no route)')).toBe(true)
    const routes = new Set(events.map(({ route }) => route))
    expect([...routes]).toEqual(['(other method) (no route)', 'GET (no route)'])
    const page = await request({ ':path': '/__statuswise' })
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  })
})
