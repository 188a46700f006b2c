import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import compression from 'compression'
import cors from 'cors'
import type { RequestHandler } from 'express'
import session from 'express-session'
import helmet from 'helmet'
import morgan from 'morgan'
import { describe, expect, it } from 'vitest'
import { decoded, documentOf, expectSame, type Neighbour, neighbouring, targeting } from '../support/compared.ts'
import { raw } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { byExpress, folder, visiting } from '../support/handlers.ts'
import { exchange, pipeline as pipelined, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { serve } from '../support/serve.ts'

const expresses = frameworks.filter(({ family }) => family === 'express')
const long = 'a long text; '.repeat(300)
const gzip = { 'Accept-Encoding': 'gzip' }
const root = folder(['page.html', 'data.bin', '.secret', 'folder/index.html'], long)

/** Correct responses; those of `whole` only to methods other than HEAD, to which conform() adds their length. */
const correct: TestApp['routes'] = {
  '/text': byExpress((res) => res.send('text')),
  '/object': byExpress((res) => res.json({ long })),
  '/nothing': byExpress((res) => res.send()),
  '/404': byExpress((res) => res.status(404).json({ long })),
  '/404-typed': raw((res) => {
    res.statusCode = 404
    res.setHeader('Content-Type', 'text/plain')
    res.setHeader('Content-Length', '0')
    res.end()
  }),
  '/204': byExpress((res) => res.sendStatus(204)),
  '/304': byExpress((res) => res.status(304).set('ETag', '"a"').end()),
  '/redirect': byExpress((res) => res.redirect('/there')),
  '/jsonp': byExpress((res) => res.jsonp({ long })),
  '/file': byExpress((res) => res.sendFile(join(root, 'page.html'))),
  '/download': byExpress((res) => res.download(join(root, 'data.bin'), 'own.bin')),
  '/visit': visiting(byExpress((res) => res.send(long))),
  '/visit-404': visiting(byExpress((res) => res.status(404).send('no such thing'))),
  '/visit-redirect': visiting(byExpress((res) => res.redirect('/there'))),
  '/nowhere': byExpress((res) => res.req.next?.()),
  '/thrown': byExpress(() => {
    throw Object.assign(new Error('a secret'), { status: 403 })
  }),
}
const whole: TestApp['routes'] = {
  '/end': raw((res) => res.setHeader('Content-Type', 'text/plain').end(long)),
  '/end-404': raw((res) => res.writeHead(404, 'Gone Fishing', { 'Content-Type': 'text/plain' }).end('no such thing')),
  '/length-write-end': raw((res) => {
    res.setHeader('Content-Type', 'text/plain')
    res.setHeader('Content-Length', 8)
    res.write('half')
    res.end('half')
  }),
  '/list': raw((res) => res.writeHead(200, ['Content-Type', 'text/plain', 'X-Own', 'a', 'X-Own', 'b']).end(long)),
  '/latin1': raw((res) => res.setHeader('Content-Type', 'text/plain').end('é'.repeat(20), 'latin1', () => {})),
  '/pipe': raw((res) => Readable.from([long, long]).pipe(res.writeHead(200, { 'Content-Type': 'text/plain' }))),
  '/pipe-404': raw((res) => {
    res.statusCode = 404
    res.setHeader('Content-Type', 'text/plain')
    pipeline(Readable.from([long, 'end']), res, () => {})
  }),
  '/visit-end': visiting(byExpress((res) => res.type('text').end('text'))),
}

const requests: readonly RequestParts[] = [{}, { headers: gzip }, { version: '1.0' }]
const head: RequestParts = { method: 'HEAD' }

type Patch = (res: ServerResponse) => void
const patching =
  (patch: Patch): RequestHandler =>
  (_req, res, next) => {
    patch(res)
    next()
  }

/** Middleware that puts its own functions in place of a response's. */
const patches: Readonly<Record<string, Patch>> = {
  'a patched writeHead': (res) => {
    const { writeHead } = res
    res.writeHead = function (this: ServerResponse, ...args: unknown[]) {
      this.setHeader('X-Patched', 'head')
      return Reflect.apply(writeHead, this, args)
    }
  },
  'a patched end': (res) => {
    const { end } = res
    res.end = function (this: ServerResponse, ...args: unknown[]) {
      if (!this.headersSent) this.setHeader('X-Patched', 'end')
      return Reflect.apply(end, this, args)
    }
  },
  'an end that waits': (res) => {
    const { end } = res
    res.end = function (this: ServerResponse, ...args: unknown[]) {
      setTimeout(() => Reflect.apply(end, this, args), 2)
      return this
    }
  },
  'a patched write': (res) => {
    const { write } = res
    res.write = function (this: ServerResponse, ...args: unknown[]) {
      if (!this.headersSent) this.setHeader('X-Patched', 'write')
      return Reflect.apply(write, this, args)
    }
  },
  'a write that collects for end': (res) => {
    const { end } = res
    const parts: Buffer[] = []
    const keep = (chunk: unknown): void => void (chunk && parts.push(Buffer.from(chunk as string)))
    res.write = (chunk: unknown) => {
      keep(chunk)
      return true
    }
    res.end = function (this: ServerResponse, chunk?: unknown) {
      keep(chunk)
      return Reflect.apply(end, this, [Buffer.concat(parts)])
    }
  },
}

const sessions = (): RequestHandler =>
  session({ secret: 'a', resave: false, saveUninitialized: true, genid: () => 'same' })

const neighbours: readonly (readonly [string, Neighbour['express']])[] = [
  ['compression()', (app) => app.use(compression())],
  ['compression({ threshold: 0 })', (app) => app.use(compression({ threshold: 0 }))],
  ['express-session', (app) => app.use(sessions())],
  [
    'express-session for who uses it',
    (app) => app.use(session({ secret: 'a', resave: false, saveUninitialized: false, genid: () => 'same' })),
  ],
  ['morgan', (app) => app.use(morgan('tiny', { stream: { write() {} } }))],
  ['helmet', (app) => app.use(helmet())],
  ['cors', (app) => app.use(cors({ origin: true, credentials: true }))],
  ['express-session around compression()', (app) => app.use(sessions()).use(compression())],
  ['compression() around express-session', (app) => app.use(compression()).use(sessions())],
  ...Object.entries(patches).map(
    ([name, patch]) => [name, (app) => app.use(patching(patch))] satisfies readonly [string, Neighbour['express']],
  ),
]
// Mounted before conform(), those matter most that have a say in what is sent.
const early = /^compression\(\)$|^express-session$|^helmet|patched|waits|collects/
const placed = neighbours.flatMap(([name, express]) =>
  (['after', 'before'] as const)
    .filter((place) => place === 'after' || early.test(name))
    .map((place) => [`${name} ${place} conform()`, { express, place }] as const),
)

/** Responses with a fault. */
const faulty: TestApp['routes'] = {
  '/bare': byExpress((res) => res.status(404).end()),
  '/bare-head': raw((res) => res.writeHead(404, { 'X-Own': 'a' }).end()),
  '/bare-visit': visiting(byExpress((res) => res.status(404).end())),
  '/401': byExpress((res) => res.status(401).json({ long })),
  '/204': raw((res) => res.writeHead(204, { 'Content-Type': 'text/plain', 'Content-Length': '4' }).end('text')),
  '/205': raw((res) => {
    res.statusCode = 205
    res.setHeader('Content-Type', 'text/plain')
    res.write(long)
    res.end(long)
  }),
  '/text': byExpress((res) => res.send('text')),
}

describe.each(expresses)('$name', (framework) => {
  describe.each(placed)('with %s', (_, neighbour) => {
    it('every correct response stays as it is, to the byte', async () => {
      const sent = [...targeting(correct, ...requests, head), ...targeting(whole, ...requests)]
      await expectSame(framework, { routes: { ...correct, ...whole } }, neighbour, sent)
    })

    it.each([{}, gzip])('what has a fault is mended, and the connection goes on (%o)', async (headers) => {
      const server = await serve(
        framework,
        neighbouring({ routes: faulty }, neighbour, () => {}),
      )
      const targets = Object.keys(faulty)
      const { responses, error, closed } = await exchange(
        server.port,
        pipelined([...targets, ...targets].map((target) => request({ target, headers }))),
      )
      expect(error).toBeUndefined()
      expect(closed).toBe('open')
      expect(responses.map(({ status }) => status)).toEqual([
        ...[404, 404, 404, 401, 204, 205, 200],
        ...[404, 404, 404, 401, 204, 205, 200],
      ])
      for (const index of [0, 1, 2, 7, 8, 9]) expect(documentOf(responses[index])).toMatchObject({ status: 404 })
      for (const index of [3, 10]) expect(responses[index]?.headers('WWW-Authenticate')).toHaveLength(1)
      for (const index of [3, 10]) expect(JSON.parse(decoded(responses[index]))).toEqual({ long })
      expect(responses[4]).toMatchObject({ framing: 'none' })
      expect(responses[4]?.headers('Content-Length')).toEqual([])
      expect(responses[5]).toMatchObject({ framing: 'content-length', body: Buffer.alloc(0) })
      expect(responses[1]?.headers('X-Own')).toEqual(['a'])
    })
  })
})
