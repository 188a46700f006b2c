import { Readable } from 'node:stream'
import compression from 'compression'
import compress from 'koa-compress'
import { describe, expect, it } from 'vitest'
import { decoded, documentOf, expectSame, type Neighbour, neighbouring, targeting } from '../support/compared.ts'
import { raw, serveConforming } from '../support/conforming.ts'
import { frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { byExpress, byKoa } from '../support/handlers.ts'
import { converse, exchange, pipeline as pipelined, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

const expresses = frameworks.filter(({ family }) => family === 'express')
const long = 'a long text; '.repeat(300)
const gzip = { 'Accept-Encoding': 'gzip' }

describe.each(expresses)('$name with compression()', (framework) => {
  it.each(['text', 'application/json', 'application/problem+json'])(
    'has its say on %s around its threshold as without conform()',
    async (type) => {
      const routes: Record<string, Handler> = {}
      for (const size of [1, 1022, 1023, 1024, 1025]) {
        for (const status of [200, 404, 500]) {
          routes[`/send-${status}-${size}`] = byExpress((res) => res.status(status).type(type).send('x'.repeat(size)))
          routes[`/end-${status}-${size}`] = byExpress((res) => res.status(status).type(type).end('x'.repeat(size)))
          routes[`/write-${status}-${size}`] = byExpress((res) => {
            res.status(status).type(type).write('x'.repeat(size))
            res.end()
          })
        }
      }
      for (const place of ['after', 'before'] as const) {
        const neighbour: Neighbour = { express: (app) => app.use(compression()), place }
        await expectSame(framework, { routes }, neighbour, targeting(routes, { headers: gzip }))
      }
    },
  )

  it('a mended document is compressed like one that a handler wrote', async () => {
    const app: TestApp = {
      problems: { extend: () => ({ more: long }) },
      routes: { '/': byExpress((res) => res.status(404).end()) },
    }
    for (const place of ['after', 'before'] as const) {
      const neighbour: Neighbour = { express: (it) => it.use(compression()), place }
      const server = await serve(
        framework,
        neighbouring(app, neighbour, () => {}),
      )
      const { responses, error } = await exchange(
        server.port,
        pipelined([request({ headers: gzip }), request({ method: 'HEAD', headers: gzip }), request()]),
      )
      expect(error).toBeUndefined()
      for (const response of [responses[0], responses[2]]) {
        expect(documentOf(response)).toMatchObject({ status: 404, more: long })
      }
      expect(responses[1]?.headers('Content-Encoding')).toEqual([])
    }
  })

  it('sends what was written when flush() is called', async () => {
    let goOn = (): void => {}
    const { server, events } = await serveConforming(framework, {
      setup: { express: (app) => void app.use(compression()) },
      routes: {
        '/': raw(async (res) => {
          res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
          res.write('data: 1\n\n')
          Reflect.get(res, 'flush').call(res)
          await new Promise<void>((resolve) => {
            goOn = resolve
          })
          res.end('data: 2\n\n')
        }),
      },
    })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request({ headers: gzip }))
      const { bytes } = await conversation.until(
        (seen) => seen.bytes.length > 0 && /\r\n\r\n./.test(seen.bytes.toString('latin1')),
      )
      expect(bytes.toString('latin1')).toContain('Content-Encoding: gzip')
      goOn()
      expect(decoded(await conversation.response())).toBe('data: 1\n\ndata: 2\n\n')
    })
    expect(events).toEqual([])
  })

  it('HEAD tells of no length that GET has not (RFC 9110 §8.6)', async () => {
    const routes: TestApp['routes'] = {
      '/long': byExpress((res) => res.send(long)),
      '/text': byExpress((res) => res.send('text')),
      '/404': byExpress((res) => res.status(404).json({ long })),
      '/end': byExpress((res) => res.type('text').end(long)),
      '/bare': byExpress((res) => res.status(404).end()),
    }
    for (const place of ['after', 'before'] as const) {
      const neighbour: Neighbour = { express: (it) => it.use(compression()), place }
      const server = await serve(
        framework,
        neighbouring({ routes }, neighbour, () => {}),
      )
      for (const parts of targeting(routes, {}, { headers: gzip })) {
        const { body } = await answerOf(server, parts)
        const [length = body.length] = (await answerOf(server, { ...parts, method: 'HEAD' })).headers('Content-Length')
        expect(Number(length), parts.target).toBe(body.length)
      }
    }
  })
})

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name with koa-compress', (framework) => {
  it.each([200, 404, 500])('has its say on a %d around its threshold as without conform()', async (status) => {
    const routes: Record<string, Handler> = {}
    for (const size of [1, 1023, 1024, 1025]) {
      routes[`/text-${size}`] = byKoa((ctx) => {
        ctx.status = status
        ctx.body = 'x'.repeat(size)
      })
      routes[`/stream-${size}`] = byKoa((ctx) => {
        ctx.status = status
        ctx.type = 'text'
        ctx.body = Readable.from([Buffer.alloc(size, 'x')])
      })
    }
    for (const place of ['after', 'before'] as const) {
      const neighbour: Neighbour = { koa: (app) => void app.use(compress({ br: false })), place }
      await expectSame(framework, { routes }, neighbour, targeting(routes, { headers: gzip }, {}))
    }
  })
})
