import { pipeline, Readable } from 'node:stream'
import { NotFound } from 'statuswise'
import { conform as conformOfExpress } from 'statuswise/express'
import { conform as conformOfKoa } from 'statuswise/koa'
import { describe, expect, it } from 'vitest'
import { conformed, raw, serveConforming, undated } from '../support/conforming.ts'
import { frameworks, type Handler, type Io, type TestApp } from '../support/frameworks.ts'
import { exchange, request, pipeline as several } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

const bare = raw((res) => res.writeHead(404, { 'X-Own': 'a' }).end())

/** Responses with one fault each, and its rule. */
const faulty: readonly (readonly [name: string, handler: Handler, rule: string])[] = [
  ['a bare 404', bare, '9110-15.5-explain'],
  ['a 204 with content', raw((res) => res.writeHead(204).end('text')), '9110-15.3.5-204-no-content'],
  ['a 205 with content', raw((res) => res.writeHead(205).end('text')), '9110-15.3.6-205-no-content'],
  [
    'a 304 with a type',
    raw((res) => res.writeHead(304, { 'Content-Type': 'a/b' }).end()),
    '9110-15.4.5-304-no-content',
  ],
  [
    'a wrong length',
    raw((res) => res.writeHead(200, { 'Content-Length': 9 }).end('text')),
    '9112-6.3-content-length-matches-body',
  ],
  ['a 401', raw((res) => res.writeHead(401).end('text')), '9110-15.5.2-www-authenticate'],
  ['a 405', raw((res) => res.writeHead(405).end('text')), '9110-15.5.6-allow'],
  ['a 206', raw((res) => res.writeHead(206).end('text')), '9110-15.3.7.1-206-single-content-range'],
  [
    'a streamed 206',
    raw((res) => Readable.from(['te', 'xt']).pipe(res.writeHead(206))),
    '9110-15.3.7.1-206-single-content-range',
  ],
  [
    'a 206 by pipeline()',
    raw((res) => pipeline(Readable.from(['te', 'xt']), res.writeHead(206), () => {})),
    '9110-15.3.7.1-206-single-content-range',
  ],
  [
    'a 206 whose head goes ahead',
    raw((res) => {
      res.writeHead(206).flushHeaders()
      res.write('te')
      res.end('xt')
    }),
    '9110-15.3.7.1-206-single-content-range',
  ],
  [
    'a 206 without writeHead, whose head goes ahead',
    raw(async (res) => {
      res.statusCode = 206
      res.flushHeaders()
      await new Promise(setImmediate)
      res.write('te')
      res.end('xt')
    }),
    '9110-15.3.7.1-206-single-content-range',
  ],
  [
    'a written 206',
    raw((res) => {
      res.statusCode = 206
      res.write('te')
      res.end('xt')
    }),
    '9110-15.3.7.1-206-single-content-range',
  ],
  ['an unregistered status', raw((res) => res.writeHead(299).end('text')), '9110-15.1-registered'],
]

const right: readonly (readonly [string, Handler])[] = [
  ['text', (io) => io.body('text')],
  ['a 204', raw((res) => res.writeHead(204).end())],
  ['a 205', raw((res) => res.writeHead(205, { 'Content-Length': 0 }).end())],
  ['a 404 with content', raw((res) => res.writeHead(404).end('text'))],
  ['a stream', (io) => io.body(Readable.from(['te', 'xt']))],
  [
    'a problem',
    () => {
      throw new NotFound()
    },
  ],
]

describe.each(frameworks)('$name', (framework) => {
  describe("mode: 'throw'", () => {
    const strict: Partial<TestApp> = { conform: { mode: 'throw' } }

    describe.each(faulty)('makes %s', (_, handler, rule) => {
      it.each(['GET', 'POST'])('a 500 that names the rule, to %s', async (method) => {
        const { response, events } = await conformed(framework, handler, { method }, strict)
        expect(response).toMatchObject({ status: 500, reason: 'Internal Server Error' })
        expect(response.headers('Content-Type')).toEqual(['application/problem+json'])
        const { id, reference, statement } = events[0]?.rule ?? {}
        expect(id).toBe(rule)
        expect(response.json()).toMatchObject({ status: 500, rule })
        expect(response.text()).toContain(`${reference}: ${statement}`)
        expect(events[0]).toMatchObject({ action: 'thrown' })
      })

      it('a 500 to HEAD, too', async () => {
        const { response } = await conformed(framework, handler, { method: 'HEAD' }, strict)
        // Node sends no content to HEAD: there, a 204 with content is none.
        expect(response.status).toBe(rule === '9110-15.3.5-204-no-content' ? 204 : 500)
        expect(response.framing).toBe('none')
      })
    })

    it.each(right)('leaves %s as it is', async (_, handler) => {
      const app: TestApp = { routes: { '/': handler } }
      const without = await exchange((await serve(framework, { ...app, breaks: 'anything' })).port, request())
      const { server, events } = await serveConforming(framework, { ...app, ...strict })
      expect(undated((await exchange(server.port, request())).bytes)).toBe(undated(without.bytes))
      expect(events).toEqual([])
    })

    it('leaves out what was set for the response', async () => {
      const handler = raw((res) => {
        res.setHeader('Location', '/a')
        res.writeHead(206, { ETag: '"a"', 'X-Own': 'a' }).end('text')
      })
      const { response } = await conformed(framework, handler, {}, strict)
      expect(response.headers('ETag')).toEqual([])
      expect(response.headers('Location')).toEqual([])
      expect(response.headers('X-Own')).toEqual(['a'])
    })

    it('tells of all faults, and names the first', async () => {
      const handler = raw((res) => res.writeHead(599, { 'Content-Range': 'bytes 0-3/9' }).end('text'))
      const { response, told } = await conformed(framework, handler, {}, strict)
      expect(told).toEqual(['thrown 9110-14.4-content-range-only-206-416', 'thrown 9110-15.1-registered'])
      expect(response.json()).toMatchObject({ rule: '9110-14.4-content-range-only-206-416' })
    })
  })

  describe('a mend that is switched off is a report:', () => {
    it('framing', async () => {
      const handler = raw((res) => res.writeHead(204, { 'Content-Type': 'text/plain' }).end())
      const { response, told } = await conformed(framework, handler, {}, { conform: { mend: { framing: false } } })
      expect(response.headers('Content-Type')).toEqual(['text/plain'])
      expect(told).toEqual(['reported 9110-15.3.5-204-metadata-is-of-target'])
    })

    it('framing, of content', async () => {
      const { server, events } = await serveConforming(framework, {
        conform: { mend: { framing: false } },
        routes: { '/': raw((res) => res.writeHead(205, { Connection: 'close' }).end('text')) },
      })
      expect((await answerOf(server)).text()).toBe('text')
      expect(events.map(({ action }) => action)).toEqual(['reported'])
    })

    it('requiredHeaders', async () => {
      const handler = raw((res) => res.writeHead(401).end('text'))
      const { response, told } = await conformed(
        framework,
        handler,
        {},
        { conform: { mend: { requiredHeaders: false } } },
      )
      expect(response.headers('WWW-Authenticate')).toEqual([])
      expect(told).toEqual(['reported 9110-15.5.2-www-authenticate'])
    })

    it('retryAfter', async () => {
      const handler = raw((res) => res.writeHead(503).end('text'))
      const conform = { mend: { retryAfter: false }, fallbacks: { retryAfter: 7 } }
      const { response, told } = await conformed(framework, handler, {}, { conform })
      expect(response.headers('Retry-After')).toEqual([])
      expect(told).toEqual(['reported 9110-15.6.4-retry-after'])
    })

    it('bareStatus', async () => {
      const { response, told } = await conformed(framework, bare, {}, { conform: { mend: { bareStatus: false } } })
      expect(response).toMatchObject({ status: 404, body: Buffer.alloc(0) })
      expect(told).toEqual(['reported 9110-15.5-explain'])
    })

    it('bareStatus, and what the status owes is still mended', async () => {
      const handler = raw((res) => res.writeHead(401).end())
      const { response, told } = await conformed(framework, handler, {}, { conform: { mend: { bareStatus: false } } })
      expect(response).toMatchObject({ status: 401, body: Buffer.alloc(0) })
      expect(response.headers('WWW-Authenticate')).toHaveLength(1)
      expect(told).toEqual(['reported 9110-15.5-explain', 'mended 9110-15.5.2-www-authenticate'])
    })

    it('others are still mended', async () => {
      const mend = { requiredHeaders: false, retryAfter: false, bareStatus: false, options: false }
      const handler = raw((res) => res.writeHead(204).end('text'))
      const { told } = await conformed(framework, handler, {}, { conform: { mend } })
      expect(told).toEqual(['mended 9110-15.3.5-204-no-content'])
    })

    it('true and undefined are on', async () => {
      const mend = { framing: true, bareStatus: undefined }
      const { told } = await conformed(framework, bare, {}, { conform: { mend } })
      expect(told).toEqual(['mended 9110-15.5-explain'])
    })
  })

  describe('the option skip', () => {
    const app: Pick<TestApp, 'routes'> = { routes: { '/a': bare, '/b': bare } }

    it('is asked with the request, before it is routed', async () => {
      const seen: unknown[] = []
      const skip = (one: object): boolean => {
        seen.push('ctx' in one || 'app' in one)
        return Reflect.get(one, 'url') === '/a'
      }
      const { server, events } = await serveConforming(framework, { ...app, conform: { skip } })
      expect((await answerOf(server, { target: '/a' })).body).toHaveLength(0)
      expect((await answerOf(server, { target: '/b' })).json()).toMatchObject({ status: 404 })
      expect(events.map(({ route }) => route)).toEqual(['/b'])
      expect(seen).toEqual([true, true])
    })

    it.each([
      [
        'throws',
        () => {
          throw new Error('a secret')
        },
      ],
      ['gives no boolean', () => 'yes' as never],
      ['gives a promise', () => Promise.reject(new Error('a secret')) as never],
      ['gives nothing', () => undefined as never],
    ])('that %s skips nothing', async (_, skip) => {
      const { server } = await serveConforming(framework, { ...app, conform: { skip } })
      const { responses, error } = await exchange(
        server.port,
        several([request({ target: '/a' }), request({ target: '/b' })]),
      )
      expect(error).toBeUndefined()
      expect(responses.map((response) => response.json())).toMatchObject([{ status: 404 }, { status: 404 }])
    })
  })

  describe('conform.skip()', () => {
    it.each(['res', 'its context or response'])('takes %s', async (what) => {
      const { response, told } = await conformed(framework, (io) => {
        of(framework.family).skip(what === 'res' ? io.res : (io.ctx ?? io.res))
        return bare(io)
      })
      expect(response.body).toHaveLength(0)
      expect(told).toEqual([])
    })

    it('does nothing without conform()', async () => {
      const server = await serve(framework, {
        routes: {
          '/': (io) => {
            of(framework.family).skip(io.ctx ?? io.res)
            of(framework.family).upstream(io.ctx ?? io.res)
            io.body('text')
          },
        },
      })
      expect((await answerOf(server)).text()).toBe('text')
    })
  })

  describe('conform.upstream()', () => {
    const ways: readonly (readonly [string, (io: Io) => void])[] = [
      ['with the response', (io) => of(framework.family).upstream(io.res)],
      ['with the context', (io) => of(framework.family).upstream(io.ctx ?? io.res)],
      ['as a hook of http-proxy-middleware', (io) => of(framework.family).upstream({}, io.req, io.res)],
    ]

    describe.each(ways)('%s', (_, mark) => {
      it.each([
        ['a bare status', raw((res) => res.writeHead(404).end()), 404],
        ['a 401 without a challenge', raw((res) => res.writeHead(401).end('text')), 401],
        ['a 206 without a range', raw((res) => res.writeHead(206).end('text')), 206],
        ['an unregistered status', raw((res) => res.writeHead(299).end('text')), 299],
        ['a final 599', raw((res) => res.writeHead(599, { 'Cache-Control': 'public' }).end()), 599],
      ])('leaves %s to who made it', async (_, handler, status) => {
        const marked: Handler = (io) => {
          mark(io)
          return handler(io)
        }
        const { response, told } = await conformed(framework, marked, {}, { breaks: 'anything' })
        expect(response.status).toBe(status)
        expect(response.headers('WWW-Authenticate')).toEqual([])
        expect(response.headers('Content-Type')).toEqual([])
        expect(told).toEqual([])
      })

      it('looks after the framing', async () => {
        const { response, told } = await conformed(framework, (io) => {
          mark(io)
          return raw((res) => res.writeHead(204, { 'Content-Length': '4', 'X-Own': 'a' }).end('text'))(io)
        })
        expect(response).toMatchObject({ status: 204, framing: 'none' })
        expect(response.headers('Content-Length')).toEqual([])
        expect(told).toEqual(['mended 9110-15.3.5-204-no-content'])
      })
    })

    it('leaves the answer to OPTIONS to who made it', async () => {
      const { response } = await conformed(
        framework,
        (io) => {
          of(framework.family).upstream(io.res)
          return raw((res) => res.writeHead(200, { Allow: 'GET' }).end('GET'))(io)
        },
        { method: 'OPTIONS' },
      )
      expect(response.headers('Allow')).toEqual(['GET'])
    })
  })
})

function of(family: 'express' | 'koa'): Pick<typeof conformOfExpress, 'skip' | 'upstream'> {
  return family === 'koa' ? conformOfKoa : conformOfExpress
}
