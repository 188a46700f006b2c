import type { ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { noContent, resetContent } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { conformed, raw, serveConforming } from '../support/conforming.ts'
import { frameworks } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf } from '../support/serve.ts'
import { send } from '../support/streamed-replies.ts'

const about = {
  'Content-Type': 'text/plain',
  'Content-Encoding': 'identity',
  'Content-Length': '4',
  ETag: '"a"',
  'X-Own': 'a',
}

function setting(status: number, fields: Record<string, string>, content?: string): (res: ServerResponse) => unknown {
  return (res) => {
    res.statusCode = status
    for (const [name, value] of Object.entries(fields)) res.setHeader(name, value)
    res.end(content)
  }
}

function heading(status: number, fields: Record<string, string>, content?: string): (res: ServerResponse) => unknown {
  return (res) => res.writeHead(status, fields).end(content)
}

const ways = [
  ['fields', setting],
  ['writeHead', heading],
] as const

describe.each(frameworks)('$name', (framework) => {
  describe.each(ways)('by %s', (_, by) => {
    it.each(['GET', 'HEAD'])('a 204 to %s loses content and what describes it (RFC 9110 §15.3.5)', async (method) => {
      const { response, told } = await conformed(framework, raw(by(204, about, 'text')), { method })
      expect(response).toMatchObject({ status: 204, framing: 'none' })
      for (const name of ['Content-Type', 'Content-Encoding', 'Content-Length']) {
        expect(response.headers(name)).toEqual([])
      }
      expect(response.headers('ETag')).toEqual(['"a"'])
      expect(response.headers('X-Own')).toEqual(['a'])
      expect(told).toHaveLength(1)
    })

    it('a 204 loses Content-Length: 0 (RFC 9110 §8.6)', async () => {
      const { response, told } = await conformed(framework, raw(by(204, { 'Content-Length': '0' })))
      expect(response.headers('Content-Length')).toEqual([])
      expect(told).toEqual(['mended 9110-8.6-204-no-content-length'])
    })

    it('a 204 loses Transfer-Encoding, and the connection stays (RFC 9112 §6.1)', async () => {
      const { response, told } = await conformed(framework, raw(by(204, { 'Transfer-Encoding': 'chunked' })))
      expect(response.headers('Transfer-Encoding')).toEqual([])
      expect(response.headers('Connection')).toEqual(['keep-alive'])
      expect(told).toEqual(['mended 9112-6.1-204-no-transfer-encoding'])
    })

    it.each(['GET', 'HEAD'])('a 205 to %s has no content, and says so (RFC 9110 §15.3.6)', async (method) => {
      const { response, told } = await conformed(framework, raw(by(205, about, 'text')), { method })
      expect(response).toMatchObject({ status: 205, complete: true })
      expect(response.headers('Content-Length')).toEqual(['0'])
      expect(told).toEqual(['mended 9110-15.3.6-205-no-content'])
    })

    it('a 205 has no chunks (RFC 9110 §15.3.6)', async () => {
      const fields = { 'Transfer-Encoding': 'chunked', Trailer: 'X-Sum' }
      const { response, told } = await conformed(framework, raw(by(205, fields)))
      expect(response).toMatchObject({ status: 205, framing: 'content-length' })
      expect(told).toEqual(['mended 9110-15.3.6-205-no-content'])
    })

    it.each(['GET', 'HEAD'])('a 304 to %s describes no content (RFC 9110 §15.4.5)', async (method) => {
      const fields = { ...about, 'Content-Language': 'en', 'Content-Digest': 'sha-256=:YQ==:', Vary: 'Accept' }
      const kept = { 'Cache-Control': 'no-cache', Expires: '0', 'Content-Location': '/a' }
      const { response, told } = await conformed(framework, raw(by(304, { ...fields, ...kept }, 'text')), { method })
      expect(response).toMatchObject({ status: 304, framing: 'none' })
      const names = response.headerLines.map(([name]) => name).filter((name) => /^Content-/.test(name))
      expect(names).toEqual(['Content-Location'])
      expect(response.headers('ETag')).toEqual(['"a"'])
      expect(response.headers('Vary')).toEqual(['Accept'])
      expect(response.headers('Cache-Control')).toEqual(['no-cache'])
      // To HEAD no content was to be sent.
      const rule = method === 'GET' ? '15.4.5-304-no-content' : '8.6-304-content-length-must-equal-200'
      expect(told).toEqual([`mended 9110-${rule}`])
    })

    it.each([
      ['3', 'text'],
      ['5', 'text'],
      ['4, 4', 'text'],
      ['-1', 'text'],
      ['four', 'text'],
      ['3', ''],
      ['0', 'text'],
      ['3', 'für'],
    ])('Content-Length: %s is corrected where %j follows (RFC 9112 §6.3)', async (length, content) => {
      const { response, told } = await conformed(framework, raw(by(200, { 'Content-Length': length }, content)))
      expect(response.text()).toBe(content)
      expect(response.headers('Content-Length')).toEqual([String(Buffer.byteLength(content))])
      expect(told).toEqual(['mended 9112-6.3-content-length-matches-body'])
    })

    it('a Content-Length beside chunks is left out (RFC 9112 §6.2)', async () => {
      const fields = { 'Content-Length': '4', 'Transfer-Encoding': 'chunked' }
      const { response, told } = await conformed(framework, raw(by(200, fields, 'text')))
      expect(response).toMatchObject({ framing: 'chunked', body: Buffer.from('text') })
      expect(told).toEqual(['mended 9112-6.2-no-cl-with-te'])
    })

    it('a Content-Length beside chunks is left out for HEAD, too (RFC 9112 §6.2)', async () => {
      const fields = { 'Content-Length': '4', 'Transfer-Encoding': 'chunked' }
      const { response } = await conformed(framework, raw(by(200, fields, 'text')), { method: 'HEAD' })
      expect(response.headers('Content-Length')).toEqual([])
      expect(response.headers('Transfer-Encoding')).toEqual(['chunked'])
    })

    it.each([{}, { Trailer: 'X-Sum' }, { 'Content-Length': '7' }])(
      'HTTP/1.0 gets no chunks, with %o (RFC 9112 §6.1)',
      async (fields) => {
        const handler = raw(by(200, { ...fields, 'Transfer-Encoding': 'chunked' }, 'text'))
        const { response, told } = await conformed(framework, handler, { version: '1.0' })
        expect(response).toMatchObject({ status: 200, complete: true, body: Buffer.from('text') })
        expect(response.headers('Transfer-Encoding')).toEqual([])
        expect(told[0]).toBe('mended 9112-6.1-no-te-to-http10')
      },
    )

    it('HEAD of HTTP/1.0 gets no Transfer-Encoding either (RFC 9112 §6.1)', async () => {
      const handler = raw(by(200, { 'Transfer-Encoding': 'chunked' }))
      const { response, told } = await conformed(framework, handler, { method: 'HEAD', version: '1.0' })
      expect(response.headers('Transfer-Encoding')).toEqual([])
      expect(told).toEqual(['mended 9112-6.1-no-te-to-http10'])
    })

    it('a response to HEAD gets the length of all that end() is given (RFC 9110 §8.6)', async () => {
      const { response, told } = await conformed(framework, raw(by(200, {}, 'für')), { method: 'HEAD' })
      expect(response).toMatchObject({ status: 200, framing: 'none' })
      expect(response.headers('Content-Length')).toEqual(['4'])
      expect(told).toEqual(['mended 9110-8.6-head-content-length-equals-get'])
    })

    it('a response to HEAD loses a length that GET would not have (RFC 9110 §8.6)', async () => {
      const handler = raw(by(200, { 'Content-Length': '7' }, 'text'))
      const { response, told } = await conformed(framework, handler, { method: 'HEAD' })
      expect(response.headers('Content-Length')).toEqual(['4'])
      expect(told).toEqual(['mended 9110-8.6-head-content-length-equals-get'])
    })

    it('a response to HEAD keeps a length that comes without content (RFC 9110 §8.6)', async () => {
      const handler = raw(by(200, { 'Content-Length': '7' }))
      const { response, told } = await conformed(framework, handler, { method: 'HEAD' })
      expect(response.headers('Content-Length')).toEqual(['7'])
      expect(told).toEqual([])
    })

    it.each([
      [100, { 'Content-Length': '4' }],
      [102, {}],
      [103, { Link: '</a.css>; rel=preload' }],
    ])('a final %d becomes a 500, for which nobody waits (RFC 9110 §15.2)', async (status, fields) => {
      const { response, told } = await conformed(framework, raw(by(status, fields, 'text')))
      expect(response).toMatchObject({ status: 500, reason: 'Internal Server Error', interim: [] })
      expect(response.json()).toMatchObject({ status: 500 })
      expect(told[0]).toBe('mended 9110-15-interim-then-one-final')
    })
  })

  it('interim responses are no faults (RFC 9110 §15.2)', async () => {
    const handler = raw((res) => {
      res.writeContinue()
      res.writeProcessing()
      res.writeEarlyHints({ link: '</a.css>; rel=preload; as=style' })
      res.statusCode = 404
      res.end()
    })
    const { response } = await conformed(framework, handler)
    expect(response.interim.map(({ status }) => status)).toEqual([100, 102, 103])
    expect(response.json()).toMatchObject({ status: 404 })
  })

  it('a 101 keeps its fields, but for those of content (RFC 9110 §8.6)', async () => {
    const fields = { Upgrade: 'echo', Connection: 'upgrade', 'Content-Length': '0' }
    const { server, events } = await serveConforming(framework, {
      routes: { '/': raw((res) => res.writeHead(101, fields).end()) },
    })
    const { responses } = await exchange(server.port, request(), { timeoutMs: 100 })
    expect(responses[0]?.status).toBe(101)
    expect(responses[0]?.headers('Upgrade')).toEqual(['echo'])
    expect(responses[0]?.headers('Content-Length')).toEqual([])
    expect(events.map(({ rule }) => rule.id)).toEqual(['9110-8.6-204-no-content-length'])
  })

  it('a 205 whose head went ahead loses the content that follows (RFC 9110 §15.3.6)', async () => {
    const handler = raw(async (res) => {
      res.writeHead(205).flushHeaders()
      await new Promise(setImmediate)
      res.write('te')
      res.end('xt')
    })
    const { response, told } = await conformed(framework, handler)
    expect(response).toMatchObject({ status: 205, framing: 'content-length' })
    expect(told).toEqual(['mended 9110-15.3.6-205-no-content'])
  })

  it('mended responses leave nothing on a connection, in any order', async () => {
    const { server } = await serveConforming(framework, {
      routes: {
        '/204': raw(setting(204, about, 'text')),
        '/205': raw(heading(205, about, 'text')),
        '/304': raw(heading(304, about, 'text')),
        '/404': raw(heading(404, {})),
        '/200': raw(setting(200, { 'Content-Length': '9' }, 'text')),
      },
    })
    const targets = ['/204', '/404', '/205', '/200', '/304', '/404', '/200', '/204', '/205']
    const sent = targets.flatMap((target) => [request({ target }), request({ target, method: 'HEAD' })])
    const { responses, error, closed } = await exchange(server.port, pipeline(sent))
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses.map(({ status }) => `/${status}`)).toEqual(targets.flatMap((target) => [target, target]))
  })

  it('replies of send() are right already', async () => {
    for (const reply of [noContent(), resetContent()]) {
      const { response, told } = await conformed(framework, (io) => send(io, reply))
      expect(response.status).toBe(reply.status)
      expect(told).toEqual([])
    }
  })

  it('a request that is a HEAD for the application only gets its content delimited (RFC 9112 §6.3)', async () => {
    const handler = raw((res, req) => {
      req.method = 'HEAD'
      res.statusCode = 404
      res.end()
    })
    const { response } = await conformed(framework, handler, { method: 'POST', body: '' })
    expect(response).toMatchObject({ status: 404, complete: true })
  })

  it('a HEAD that is another method for the application gets no content (RFC 9110 §9.3.2)', async () => {
    const handler = raw((res, req) => {
      req.method = 'GET'
      res.statusCode = 404
      res.end()
    })
    const { response } = await conformed(framework, handler, { method: 'HEAD' })
    expect(response).toMatchObject({ status: 404, framing: 'none' })
  })

  it('what a client that left is still written to is nobody’s fault', async () => {
    let gone: (() => void) | undefined
    const { server, events } = await serveConforming(framework, {
      routes: {
        '/': raw(async (res, { socket }) => {
          await new Promise((resolve) => socket.once('close', resolve))
          res.writeHead(404).end()
          gone?.()
        }),
        '/good': (io) => io.body('good'),
      },
    })
    const isOver = new Promise<void>((resolve) => {
      gone = resolve
    })
    const socket: Socket = connect(server.port, '127.0.0.1')
    socket.write(request(), () => socket.destroy())
    await isOver
    expect(events).toEqual([])
    expect((await answerOf(server, { target: '/good' })).text()).toBe('good')
  })
})
