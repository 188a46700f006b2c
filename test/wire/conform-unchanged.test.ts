import { Readable } from 'node:stream'
import { conform as conformOfExpress } from 'statuswise/express'
import { conform as conformOfKoa } from 'statuswise/koa'
import { describe, expect, it } from 'vitest'
import { raw, serveConforming, undated } from '../support/conforming.ts'
import { type Framework, frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { converse, exchange, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

const requests = [
  request(),
  request({ method: 'HEAD' }),
  request({ version: '1.0' }),
  request({ headers: { Connection: 'close' } }),
]

/** Responses that break a rule, with what mends it. */
const faulty: Readonly<Record<string, Handler>> = {
  'a bare 404': raw((res) => {
    res.statusCode = 404
    res.end()
  }),
  'a bare 404 of an empty write': raw((res) => {
    res.statusCode = 404
    res.write('')
    res.end()
  }),
  'a bare 404 of writeHead': raw((res) => res.writeHead(404, { 'X-Own': 'a' }).end()),
  'a bare 404 of writeHead with a list': raw((res) => res.writeHead(404, 'Gone Away', ['X-Own', 'a']).end('')),
  'a bare 500 of a pipe': raw((res) => {
    res.statusCode = 500
    Readable.from([]).pipe(res)
  }),
  'the name of a status': raw((res) => res.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not Found')),
  'a 204 with content': raw((res) => res.writeHead(204, { 'Content-Type': 'text/plain' }).end('text')),
  'a 204 with a length': raw((res) => {
    res.statusCode = 204
    res.setHeader('Content-Length', '0')
    res.end()
  }),
  'a 204 with chunks': raw((res) => res.writeHead(204, { 'Transfer-Encoding': 'chunked' }).end()),
  'a 205 without a length': raw((res) => res.writeHead(205).end()),
  'a 205 with content': raw((res) => {
    res.statusCode = 205
    res.write('te')
    res.end('xt')
  }),
  'a 304 with a type': raw((res) => res.writeHead(304, { 'Content-Type': 'text/plain', 'Content-Length': 4 }).end()),
  'a response to HEAD without a length': raw((res) => res.end('text')),
  'a response with another length to HEAD': raw((res, { method }) =>
    res.writeHead(200, { 'Content-Length': method === 'HEAD' ? 7 : 4 }).end('text'),
  ),
  'a 401 without a challenge': raw((res) => {
    res.statusCode = 401
    res.end('text')
  }),
  'a 405 without Allow': raw((res) => res.writeHead(405, { 'X-Own': 'a' }).end('text')),
  'a 426 without Upgrade': raw((res) => res.writeHead(426).end('text')),
  'a 503 without Retry-After': raw((res) => {
    res.writeHead(503).write('te')
    res.end('xt')
  }),
  'a 302 without Location': raw((res) => res.writeHead(302).end()),
  'a 500 for caches': raw((res) => res.writeHead(500, { 'Cache-Control': 'public', ETag: '"a"' }).end('text')),
  'an unregistered status': raw((res) => res.writeHead(299).end('text')),
}

const fallbacks = { retryAfter: 7 }

describe.each(frameworks)('on $name, not a byte changes of', (framework) => {
  describe.each(Object.entries(faulty))('%s', (_, handler) => {
    it("with mode: 'report'", async () => {
      expect(await bytesOf(framework, { conform: { mode: 'report', fallbacks }, routes: { '/': handler } })).toEqual(
        await bytesOf(framework, { routes: { '/': handler } }),
      )
    })

    it('with conform.skip(res)', async () => {
      const skipping: Handler = (io) => {
        if (io.ctx === undefined) conformOfExpress.skip(io.res)
        else conformOfKoa.skip(io.ctx)
        return handler(io)
      }
      const skipped: TestApp = { conform: { fallbacks }, routes: { '/': skipping }, breaks: 'anything' }
      expect(await bytesOf(framework, skipped)).toEqual(await bytesOf(framework, { routes: { '/': handler } }))
    })

    it('with the option skip', async () => {
      expect(await bytesOf(framework, { conform: { skip: () => true, fallbacks }, routes: { '/': handler } })).toEqual(
        await bytesOf(framework, { routes: { '/': handler } }),
      )
    })
  })
})

describe.each(frameworks)('on $name', (framework) => {
  it('where it is skipped, an empty write sends the head ahead', async () => {
    let end = (): void => {}
    const handler = raw(async (res) => {
      conformOfExpress.skip(res)
      res.statusCode = 404
      res.write('')
      await new Promise<void>((resolve) => {
        end = resolve
      })
      res.end()
    })
    const { server } = await serveConforming(framework, { routes: { '/': handler } })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request())
      const { bytes } = await conversation.until((seen) => seen.bytes.includes('\r\n\r\n'))
      expect(bytes.toString()).toMatch(/^HTTP\/1\.1 404 /)
      end()
      expect((await conversation.response()).body).toHaveLength(0)
    })
  })

  it.each(Object.entries(faulty))("mode: 'report' tells of %s", async (_, handler) => {
    const { server, events } = await serveConforming(framework, {
      conform: { mode: 'report', fallbacks, replacePlainText: true },
      routes: { '/': handler },
    })
    for (const sent of requests) await exchange(server.port, sent)
    expect(events.length).toBeGreaterThan(0)
    expect(events.filter(({ action }) => action !== 'reported')).toEqual([])
  })

  it.each(Object.entries(faulty))('of %s nothing is told where it is skipped', async (_, handler) => {
    const { server, events } = await serveConforming(framework, {
      conform: { skip: () => true, fallbacks },
      routes: { '/': handler },
    })
    for (const sent of requests) await exchange(server.port, sent)
    expect(events).toEqual([])
  })
})

async function bytesOf(framework: Framework, app: TestApp): Promise<string[]> {
  const server =
    app.conform === undefined
      ? await serve(framework, { ...app, breaks: 'anything' })
      : (await serveConforming(framework, app)).server
  const received: string[] = []
  for (const sent of requests) {
    const { bytes, closed } = await exchange(server.port, sent, { timeoutMs: 500 })
    received.push(`${undated(bytes)}\n${closed}`)
  }
  return received
}
