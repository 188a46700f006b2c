import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type Koa from 'koa'
import { describe, expect, it, vi } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { serveHttp2 } from '../support/http2.ts'
import { parts, sending } from '../support/streamed-replies.ts'

const secret = new Error('a secret')
const koa = frameworks.filter(({ family }) => family === 'koa')
const INTERNAL_ERROR = 2 // RFC 9113 §7

describe.each(koa)('$name on HTTP/2', ({ major }) => {
  const mountings: [string, Omit<TestApp, 'routes'>][] = [
    ['with problems()', { setup: { koa: (app) => app.on('error', () => {}) } }],
    ['without problems()', { problems: false, setup: { koa: (app) => app.on('error', () => {}) } }],
    ['with ctx.respond = false', { before: { koa: [bypass] } }],
  ]

  describe.each(mountings)('%s', (_, mounted) => {
    it.each([5, undefined])('content arrives whole, of the length %j', async (length) => {
      const server = await serveHttp2(major, { ...mounted, ...sending(() => parts('abc', 'de'), length) })
      const response = await server.request()
      expect(response).toMatchObject({ status: 200, code: 0, body: Buffer.from('abcde') })
      expect(response.headers['content-length']).toBe(length && String(length))
      expect(server.errors).toEqual([])
    })

    it('what fails before the first byte is answered in full', async () => {
      const server = await serveHttp2(major, { ...mounted, ...sending(() => parts(secret)) })
      const response = await server.request()
      expect(response).toMatchObject({ status: 500, code: 0 })
      expect(JSON.parse(`${response.body}`)).toMatchObject({ status: 500 })
      expect(server.errors).toEqual([])
    })

    it.each([
      ['what fails', () => parts('abc', secret), undefined],
      ['what ends too early', () => parts('abc'), 4],
      ['what does not end in time', () => parts('abc', 'de'), 4],
    ])('%s resets its stream alone (RFC 9113 §5.4.2)', async (_, open, length) => {
      const server = await serveHttp2(major, { ...mounted, ...sending(open, length) })
      const response = await server.request()
      expect(response).toMatchObject({ status: 200, code: INTERNAL_ERROR })
      expect('abc'.startsWith(`${response.body}`)).toBe(true)
      expect(`${(await server.request({ ':path': '/good' })).body}`).toBe('good')
      expect(server.errors).toEqual([])
    })

    it.each([
      ['nothing', ''],
      ['the beginning', 'abc'],
    ])('a client that resets the stream after %s ends the source', async (_, begin) => {
      const source = new PassThrough()
      source.write(begin)
      const opened = vi.fn(() => source)
      const server = await serveHttp2(major, { ...mounted, ...sending(opened) })
      const stream = server.session.request({ ':path': '/' }).on('error', () => {})
      if (begin === '') await vi.waitUntil(() => opened.mock.calls.length > 0)
      else await once(stream, 'response')
      stream.close(8)
      await vi.waitUntil(() => source.destroyed)
      expect(`${(await server.request({ ':path': '/good' })).body}`).toBe('good')
      expect(server.errors).toEqual([])
    })
  })
})

// Koa 2 by itself answers no HEAD there.
describe.each(koa.filter(({ major }) => major >= 3))('$name on HTTP/2', ({ major }) => {
  it('HEAD gets the header of GET and begins no content (RFC 9110 §9.3.2)', async () => {
    const open = vi.fn(() => parts('abc'))
    const server = await serveHttp2(major, sending(open, 3))
    const response = await server.request({ ':method': 'HEAD' })
    expect(response).toMatchObject({ status: 200, code: 0, body: Buffer.alloc(0) })
    expect(response.headers['content-length']).toBe('3')
    expect(open).not.toHaveBeenCalled()
  })
})

function bypass(ctx: Koa.Context, next: Koa.Next): Promise<unknown> {
  ctx.respond = ctx.path === '/good'
  return next()
}
