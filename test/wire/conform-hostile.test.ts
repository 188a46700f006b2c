import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { type Conforming, raw, serveConforming } from '../support/conforming.ts'
import { frameworks, type Io, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

const bare = raw((res) => res.writeHead(404).end())
const good: TestApp['routes'] = { '/good': (io) => io.body('good') }
type Options = NonNullable<TestApp['conform']>
type Callbacks = Pick<
  Options,
  'extend' | 'instance' | 'allow' | 'accepts' | 'cacheControl' | 'skip' | 'onProblem' | 'onMend'
>

const responseOf = (seen: unknown): ServerResponse => (seen as { res: ServerResponse }).res

/** What callbacks may do to the response that they are asked about. */
const meddling: readonly (readonly [string, (res: ServerResponse) => unknown])[] = [
  ['end the response', (res) => res.end('own')],
  ['end the response with nothing', (res) => res.end()],
  ['write to the response', (res) => res.write('own')],
  ['send the head', (res) => res.flushHeaders()],
  ['make a head', (res) => res.writeHead(200, { 'X-Own': 'a' })],
  ['change the status', (res) => Object.assign(res, { statusCode: 204 })],
  ['set a wrong length', (res) => res.setHeader('Content-Length', 1)],
  ['destroy the response', (res) => res.destroy()],
  [
    'throw',
    () => {
      throw new Error('a secret')
    },
  ],
]

const asked: readonly (readonly [string, (meddle: (seen: unknown) => void) => Callbacks])[] = [
  ['extend', (meddle) => ({ extend: (_, seen) => void meddle(seen) })],
  ['instance', (meddle) => ({ instance: (seen) => void meddle(seen) as undefined })],
  ['allow', (meddle) => ({ allow: (seen) => void meddle(seen) as undefined })],
  ['accepts', (meddle) => ({ accepts: (seen) => void meddle(seen) as undefined })],
  ['cacheControl', (meddle) => ({ cacheControl: (_, seen) => void meddle(seen) as undefined })],
  ['onProblem', (meddle) => ({ onProblem: ({ request: seen }) => meddle(seen) })],
  ['onMend', (meddle) => ({ onMend: ({ request: seen }) => meddle(seen) })],
]

describe.each(frameworks)('$name', (framework) => {
  describe.each(asked)('%s', (_, callbacks) => {
    it.each(meddling)('may %s: the request ends, and the next one is answered', async (_, meddle) => {
      const options = callbacks((seen) => {
        const res = responseOf(seen)
        if (res.req.url !== '/good') meddle(res)
      })
      const server = await serve(framework, {
        conform: { onMend: () => {}, ...options },
        routes: { ...good, 'GET /': bare, 'PUT /405': bare },
      })
      for (const parts of [{}, { method: 'DELETE' }, { method: 'OPTIONS' }, { target: '/405' }]) {
        const { responses, closed } = await exchange(server.port, request(parts), { timeoutMs: 500 })
        if (responses[0]?.complete !== true) expect(closed).not.toBe('open')
      }
      expect((await answerOf(server, { target: '/good' })).text()).toBe('good')
    })
  })

  describe('a response that middleware has taken apart', () => {
    const broken: readonly (readonly [string, (res: ServerResponse) => unknown])[] = [
      ['getHeader() throws', (res) => Object.assign(res, { getHeader: throwing })],
      ['getHeaders() throws', (res) => Object.assign(res, { getHeaders: throwing })],
      ['setHeader() throws', (res) => Object.assign(res, { setHeader: throwing })],
      ['removeHeader() throws', (res) => Object.assign(res, { removeHeader: throwing })],
      ['getHeader() gives what is no value', (res) => Object.assign(res, { getHeader: () => ({}) })],
      ['the status is a text', (res) => Object.assign(res, { statusCode: '404' })],
      ['the request has no method', (res) => Object.assign(res.req, { method: undefined })],
      ['the request has no fields', (res) => Object.defineProperty(res.req, 'headers', { value: {} })],
      ['the request has no URL', (res) => Object.assign(res.req, { url: undefined, originalUrl: undefined })],
    ]

    it.each(broken)('still ends: %s', async (_, breakIt) => {
      const { server } = await serveConforming(framework, {
        routes: {
          ...good,
          '/': raw((res) => {
            res.statusCode = 404
            breakIt(res)
            res.end()
          }),
          '/head': raw((res) => {
            breakIt(res)
            res.writeHead(404)
            res.end()
          }),
        },
      })
      for (const target of ['/', '/head']) {
        const { responses } = await exchange(server.port, request({ target }), { timeoutMs: 1000 })
        expect(responses[0]?.complete).toBe(true)
      }
      expect((await answerOf(server, { target: '/good' })).text()).toBe('good')
    })
  })

  describe('a problem document', () => {
    const documents: readonly (readonly [string, string | Buffer])[] = [
      ['is cut off', '{"status":'],
      ['is no object', '"status"'],
      ['is an array', '[404]'],
      ['has a member __proto__', '{"__proto__":{"status":410}}'],
      ['has a status that is an object', '{"status":{"toString":1}}'],
      ['is deeply nested', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
      ['is very long', `{"status":410,"detail":"${'x'.repeat(2_000_000)}"}`],
      ['is no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
      ['is empty', ''],
    ]

    it.each(documents)('that %s is sent as it is', async (_, content) => {
      const { server } = await serving(framework, (res) =>
        res.writeHead(404, { 'Content-Type': 'application/problem+json' }).end(content),
      )
      const response = await answerOf(server)
      expect(response.status).toBe(404)
      expect(response.body.equals(Buffer.from(content))).toBe(true)
    })
  })

  it('fields of much text are read in no time worth mentioning', async () => {
    const commas = ','.repeat(60_000)
    const { server } = await serving(framework, (res) =>
      res
        .writeHead(500, {
          'Cache-Control': commas,
          Allow: commas,
          Vary: commas,
          Connection: commas.replaceAll(',', ', ,'),
        })
        .end('text'),
    )
    const { responses } = await exchange(server.port, request(), { timeoutMs: 5000 })
    expect(responses).toMatchObject([{ status: 500, complete: true }])
  })

  it('what a client sends is in no event and no field', async () => {
    const { server, events } = await serving(framework, (res) => res.writeHead(401).end())
    const evil = 'Basic <script>"; realm="x'
    const { responses, error } = await exchange(
      server.port,
      request({ target: '/?<script>', headers: { Authorization: evil } }),
    )
    expect(error).toBeUndefined()
    expect(responses[0]?.headers('WWW-Authenticate')).toEqual(['Basic realm="api"'])
    expect(responses[0]?.text()).not.toContain('<script>')
    expect(events.map(({ found }) => found).join()).not.toContain('<script>')
  })

  it('many requests in one write are answered in their order', async () => {
    const { server } = await serveConforming(framework, {
      routes: {
        ...good,
        '/404': bare,
        '/slow': raw(async (res) => {
          await new Promise((resolve) => setTimeout(resolve, 5))
          res.statusCode = 410
          res.write('')
          res.end()
        }),
        '/205': raw((res) => res.writeHead(205).end('text')),
      },
    })
    const targets = Array.from({ length: 40 }, (_, index) => ['/slow', '/404', '/205', '/good'][index % 4] ?? '/good')
    const { responses, error } = await exchange(server.port, pipeline(targets.map((target) => request({ target }))))
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual(
      targets.map((target) => ({ '/slow': 410, '/404': 404, '/205': 205 })[target] ?? 200),
    )
  })

  it('a client that leaves while its response is held leaves nothing behind', async () => {
    const held: Io[] = []
    const { server } = await serveConforming(framework, {
      routes: {
        ...good,
        '/': (io) => {
          if (io.ctx !== undefined) io.ctx.respond = false
          io.res.writeHead(404)
          held.push(io)
        },
      },
    })
    await exchange(server.port, request(), { timeoutMs: 20 })
    for (const { res } of held) {
      res.write('')
      res.end()
    }
    expect(held).toHaveLength(1)
    expect((await answerOf(server, { target: '/good' })).text()).toBe('good')
  })

  it.each(['GET', 'HEAD'])(
    'what Node refuses when a document is in place already is a whole 500, to %s',
    async (method) => {
      const { server } = await serving(framework, (res) => {
        res.statusCode = 404
        res.statusMessage = 'a\nb'
        res.end()
      })
      const { responses, error } = await exchange(server.port, pipeline([request({ method }), request()]))
      expect(error).toBeUndefined()
      expect(responses.map(({ status }) => status)).toEqual([500, 500])
      expect(responses[1]?.json()).toMatchObject({ status: 500 })
    },
  )

  it('a handler that throws after writeHead() ends its request', async () => {
    const { server } = await serving(framework, (res) => {
      res.writeHead(200, { 'Content-Type': 'text/plain' })
      throw new Error('a secret')
    })
    const { responses, closed } = await exchange(server.port, request(), { timeoutMs: 1000 })
    if (responses[0]?.complete !== true) expect(closed).not.toBe('open')
    expect(responses[0]?.body.toString() ?? '').not.toContain('secret')
  })
})

function serving(framework: (typeof frameworks)[number], write: (res: ServerResponse) => unknown): Promise<Conforming> {
  return serveConforming(framework, { routes: { '/': raw(write) } })
}

function throwing(): never {
  throw new Error('a secret')
}
