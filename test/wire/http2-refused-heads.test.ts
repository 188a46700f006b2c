import { NotFound } from 'statuswise'
import { describe, expect, it } from 'vitest'
import type { Handler, TestApp } from '../support/frameworks.ts'
import { http2Hosts, serveHttp2 } from '../support/http2.ts'

// A head with a field of the connection, or with two lines of a field that has one, node:http2 refuses with a TypeError
// when it is to be sent; its response then takes itself for ended.

const bypassing =
  (write: Handler): Handler =>
  (io) => {
    if (io.ctx) io.ctx.respond = false
    return write(io)
  }

const heads: readonly (readonly [string, string, string | string[]])[] = [
  ['a field of the connection', 'Keep-Alive', 'timeout=5'],
  ['a field with a line too many', 'Age', ['1', '2']],
]

const endings: readonly (readonly [string, Handler])[] = [
  ['end()', bypassing(({ res }) => res.end())],
  ['end(content)', bypassing(({ res }) => res.end('content'))],
  ['write()', bypassing(({ res }) => res.write('content'))],
  ['writeHead()', bypassing(({ res }) => res.writeHead(200))],
  ['flushHeaders()', bypassing(({ res }) => res.flushHeaders())],
  ['the framework', (io) => io.body('content')],
  ['the framework, without content', (io) => io.body('')],
]

const quiet: Pick<TestApp, 'setup'> = { setup: { koa: (koa) => koa.on('error', () => {}) } }

describe.each(http2Hosts)('on %s, what Node refuses to send becomes a whole 500', (_, host) => {
  for (const [what, name, value] of heads) {
    it.each(endings)(`${what}, by %s`, async (_how, handler) => {
      const { request, errors } = await serveHttp2(host, {
        ...quiet,
        routes: {
          '/': (io) => {
            io.res.setHeader(name, value)
            return handler(io)
          },
        },
      })
      const get = await request()
      expect(get).toMatchObject({ status: 500, code: 0 })
      expect(JSON.parse(String(get.body))).toMatchObject({ status: 500 })
      expect(get.headers).not.toHaveProperty(name.toLowerCase())
      const head = await request({ ':method': 'HEAD' })
      expect(head).toMatchObject({ status: 500, code: 0, body: Buffer.alloc(0) })
      expect(head.headers['content-length']).toBe(get.headers['content-length'])
      expect(errors).toEqual([])
    })
  }

  it('with the status and the fields of what is thrown next', async () => {
    const { request, errors } = await serveHttp2(host, {
      ...quiet,
      routes: {
        '/': bypassing(({ res }) => {
          res.setHeader('Keep-Alive', 'timeout=5')
          res.setHeader('X-Kept', 'a')
          try {
            res.end()
          } catch (cause) {
            throw new NotFound({ cause })
          }
        }),
      },
    })
    const { status, headers, body, code } = await request()
    expect({ status, code }).toEqual({ status: 404, code: 0 })
    expect(headers['x-kept']).toBe('a')
    expect(JSON.parse(String(body))).toMatchObject({ status: 404 })
    expect(errors).toEqual([])
  })

  it('also where another middleware sends it', async () => {
    const { request, errors } = await serveHttp2(host, {
      ...quiet,
      setup: {
        koa: (koa) => {
          koa.on('error', () => {})
          koa.use((_ctx, next) => next())
        },
      },
      routes: {
        '/': ({ res }) => {
          res.statusCode = 200
          res.setHeader('Keep-Alive', 'timeout=5')
          res.end()
        },
      },
    })
    expect(await request()).toMatchObject({ status: 500, code: 0 })
    expect(await request({ ':method': 'HEAD' })).toMatchObject({ status: 500, code: 0 })
    expect(errors).toEqual([])
  })

  it('of a problem, the fields that have one line and were given two are dropped', async () => {
    const headers = { Age: ['1', '2'], 'Content-Language': ['en', 'de'], 'X-Two': ['a', 'b'] }
    const { request } = await serveHttp2(host, {
      ...quiet,
      routes: {
        '/': () => {
          throw new NotFound({ headers })
        },
      },
    })
    for (const method of ['GET', 'HEAD']) {
      const response = await request({ ':method': method })
      expect(response).toMatchObject({ status: 404, code: 0 })
      expect(response.headers).toMatchObject({ 'content-language': 'en, de', 'x-two': 'a, b' })
      expect(response.headers).not.toHaveProperty('age')
    }
  })
})
