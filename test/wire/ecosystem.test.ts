import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import koaCors from '@koa/cors'
import compression from 'compression'
import cors from 'cors'
import createError from 'http-errors'
import compress from 'koa-compress'
import koaSend from 'koa-send'
import { created, NotFound, noContent } from 'statuswise'
import { send as sendOnExpress } from 'statuswise/express'
import { send as sendOnKoa } from 'statuswise/koa'
import { describe, expect, it } from 'vitest'
import { type Framework, frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, type RawResponse, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

const origin = { Origin: 'https://app.example' }

describe.each(frameworks)('$name with CORS', (framework) => {
  it.each([true, false])('the client may read the error of another origin (keepHeadersOnError: %s)', async (keep) => {
    const server = await serve(framework, {
      before: {
        express: [cors({ origin: true, credentials: true, exposedHeaders: ['X-Request-Id'] })],
        koa: [koaCors({ credentials: true, exposeHeaders: 'X-Request-Id', keepHeadersOnError: keep })],
      },
      routes: {
        '/own': () => {
          throw new NotFound('No order 42')
        },
        '/foreign': () => {
          throw createError(404)
        },
        '/plain': () => {
          throw new Error('a secret')
        },
      },
    })
    for (const target of ['/own', '/foreign', '/plain', '/nowhere']) {
      const response = await answerOf(server, { target, headers: origin })
      expect(response.status).toBe(target === '/plain' ? 500 : 404)
      expect(response.headers('Access-Control-Allow-Origin')).toEqual(['https://app.example'])
      expect(response.headers('Access-Control-Allow-Credentials')).toEqual(['true'])
      expect(response.headers('Access-Control-Expose-Headers')).toEqual(['X-Request-Id'])
      expect(response.headers('Vary')).toEqual(['Origin, Accept'])
    }
  })

  it('throwing null under @koa/cors is a 500 like any other', async () => {
    const server = await serve(
      framework,
      {
        before: { express: [cors()], koa: [koaCors()] },
        routes: {
          '/': () => {
            throw null
          },
        },
      },
      { handle: 'all' },
    )
    const response = await answerOf(server, { headers: origin })
    expect(response.status).toBe(500)
    expect(response.headers('Access-Control-Allow-Origin')).toEqual(['*'])
  })
})

const long = 'a long explanation; '.repeat(200)

type Placement = Pick<TestApp, 'setup' | 'before'>
const inside: Placement = { before: { koa: [compress({ threshold: 0 })], express: [compression({ threshold: 0 })] } }
const outside: Placement = { setup: { koa: (app) => app.use(compress({ threshold: 0 })) } }

// On Express all middleware is in front of problems(), which comes last.
const placements: readonly (readonly [string, Framework, Placement])[] = [
  ...frameworks.map((framework) => [`${framework.name} with compression`, framework, inside] as const),
  ...frameworks
    .filter(({ family }) => family === 'koa')
    .map((framework) => [`${framework.name} with compression outside problems()`, framework, outside] as const),
]

describe.each(placements)('%s', (_, framework, placement) => {
  const app: TestApp = {
    ...placement,
    routes: {
      '/error': (io) => {
        io.header('Content-Encoding', 'br')
        io.header('ETag', '"v1"')
        throw new NotFound(long)
      },
      '/reply': (io) => {
        const reply = created('/1', { body: long })
        return io.ctx === undefined ? sendOnExpress(io.res, reply) : sendOnKoa(io.ctx, reply)
      },
      '/empty': (io) => (io.ctx === undefined ? sendOnExpress(io.res, noContent()) : sendOnKoa(io.ctx, noContent())),
      '/plain': (io) => io.body(long),
    },
  }

  it.each(['gzip', 'br', undefined])(
    'the content is what its Content-Encoding says (Accept-Encoding: %s)',
    async (coding) => {
      const server = await serve(framework, app)
      const headers = { 'Accept-Encoding': coding }
      expect(JSON.parse(decoded(await answerOf(server, { target: '/error', headers })))).toMatchObject({ detail: long })
      expect(decoded(await answerOf(server, { target: '/reply', headers }))).toBe(long)
      expect(decoded(await answerOf(server, { target: '/plain', headers }))).toBe(long)
    },
  )

  it('the error has no validator of the content that was not sent', async () => {
    const server = await serve(framework, app)
    const response = await answerOf(server, { target: '/error', headers: { 'Accept-Encoding': 'gzip' } })
    expect(response.headers('ETag')).toEqual([])
    expect(response.header('Vary')).toMatch(/Accept-Encoding/)
  })

  it('no response without content has a coding (RFC 9110 §8.4)', async () => {
    const server = await serve(framework, app)
    const headers = { 'Accept-Encoding': 'gzip' }
    const empty = await answerOf(server, { target: '/empty', headers })
    const head = await answerOf(server, { method: 'HEAD', target: '/error', headers })
    expect(empty).toMatchObject({ status: 204, framing: 'none' })
    expect(empty.headers('Content-Encoding')).toEqual([])
    expect(head.headers('Content-Encoding')).toEqual([])
  })

  it('the connection goes on (RFC 9112 §9.3)', async () => {
    const server = await serve(framework, app)
    const headers = { 'Accept-Encoding': 'gzip' }
    const targets = ['/error', '/empty', '/reply', '/error']
    const { responses, error } = await exchange(
      server.port,
      targets.map((target) => request({ target, headers })),
    )
    expect(responses.map(({ status }) => status)).toEqual([404, 204, 201, 404])
    expect(error).toBeUndefined()
  })
})

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name with express.static', (framework) => {
  const serving: TestApp = {
    setup: { express: (app, own) => app.use(own.static(import.meta.dirname, { maxAge: '1d' })) },
    routes: {},
  }
  const file = '/ecosystem.test.ts'

  it('an unsatisfiable range is a 416 with the size of the file (RFC 9110 §15.5.17)', async () => {
    const server = await serve(framework, serving)
    const whole = await answerOf(server, { target: file })
    const response = await answerOf(server, { target: file, headers: { Range: 'bytes=99999999-' } })
    expect(response.json()).toMatchObject({ status: 416 })
    expect(response.headers('Content-Range')).toEqual([`bytes */${whole.body.length}`])
    for (const name of ['ETag', 'Last-Modified', 'Cache-Control', 'Accept-Ranges']) {
      expect(whole.headers(name)).toHaveLength(1)
      expect(response.headers(name)).toEqual([])
    }
  })

  it('a precondition that fails is a 412 (RFC 9110 §15.5.13)', async () => {
    const server = await serve(framework, serving)
    const response = await answerOf(server, { target: file, headers: { 'If-Match': '"other"' } })
    expect(response.json()).toMatchObject({ status: 412, title: 'Precondition Failed' })
  })

  it('a file that is not there is a 404', async () => {
    expect((await answerOf(await serve(framework, serving), { target: '/nowhere' })).json()).toMatchObject({
      status: 404,
    })
  })
})

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name with compression', (framework) => {
  it('an error after the head cuts the compressed response (RFC 9112 §8)', async () => {
    const server = await serve(framework, {
      ...inside,
      routes: {
        '/': async (io) => {
          io.header('Content-Type', 'text/plain')
          io.res.write(randomBytes(256 * 1024).toString('hex'))
          await new Promise((resolve) => setTimeout(resolve, 20))
          throw new NotFound('a secret')
        },
      },
    })
    const response = await answerOf(server, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(response).toMatchObject({ status: 200, complete: false })
    expect(response.header('Content-Encoding')).toBe('gzip')
  })
})

describe.each(frameworks)('$name', (framework) => {
  it('a target that cannot be decoded is a 400, and is not repeated (RFC 9110 §15.5.1)', async () => {
    const server = await serve(framework, {
      routes: {
        '/files/:name': async (io) => {
          if (io.ctx !== undefined) await koaSend(io.ctx, '%E0%A4%A', { root: import.meta.dirname })
        },
      },
    })
    const response = await answerOf(server, { target: '/files/%E0%A4%A' })
    expect(response.json()).toMatchObject({ status: 400, title: 'Bad Request' })
    expect(response.text()).not.toContain('%E0')
  })
})

function decoded(response: RawResponse): string {
  expect(response.complete).toBe(true)
  switch (response.header('Content-Encoding')) {
    case undefined:
      return response.text()
    case 'gzip':
      return gunzipSync(response.body).toString()
    case 'br':
      return brotliDecompressSync(response.body).toString()
    default:
      throw new Error(`Nobody asked for ${response.header('Content-Encoding')}`)
  }
}
