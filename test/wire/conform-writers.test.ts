import type { ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { conformed, raw } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'

type Write = (res: ServerResponse, status: number) => unknown

const own = { 'X-Own': 'a' }

/** The ways to write a response without content. */
const empty: Readonly<Record<string, Write>> = {
  'end()': (res, status) => setStatus(res, status).end(),
  'end(callback)': (res, status) => setStatus(res, status).end(() => {}),
  'end(null)': (res, status) => setStatus(res, status).end(null),
  'end(undefined, undefined, callback)': (res, status) =>
    setStatus(res, status).end(undefined, undefined as never, () => {}),
  "end('')": (res, status) => setStatus(res, status).end(''),
  'end(no bytes, callback)': (res, status) => setStatus(res, status).end(Buffer.alloc(0), () => {}),
  "end('', encoding, callback)": (res, status) => setStatus(res, status).end('', 'utf8', () => {}),
  'writeHead, end': (res, status) => {
    res.writeHead(status)
    res.end()
  },
  'writeHead and end in a chain': (res, status) => res.writeHead(status).end(),
  'writeHead with a phrase': (res, status) => res.writeHead(status, 'My Own').end(),
  'writeHead with an object': (res, status) => res.writeHead(status, own).end(),
  'writeHead with a list': (res, status) => res.writeHead(status, ['X-Own', 'a']).end(),
  'writeHead with a list of pairs': (res, status) => res.writeHead(status, [['X-Own', 'a']] as never).end(),
  'writeHead with a phrase and an object': (res, status) => res.writeHead(status, 'My Own', own).end(),
  'setHeader and writeHead': (res, status) => res.setHeader('X-Own', 'a').writeHead(status).end(),
  'setHeader and writeHead with an object': (res, status) => res.setHeader('X-Other', 'b').writeHead(status, own).end(),
  'setHeader and writeHead with a list': (res, status) =>
    res.setHeader('X-Own', 'b').writeHead(status, ['X-Own', 'a']).end(),
  'writeHead, end a turn later': async (res, status) => {
    res.writeHead(status)
    await new Promise(setImmediate)
    res.end()
  },
  'a pipe of nothing': (res, status) => Readable.from([]).pipe(setStatus(res, status)),
  'a pipeline of nothing': (res, status) => pipeline(Readable.from([]), setStatus(res, status), () => {}),
  'writeHead and a pipe of nothing': (res, status) => Readable.from([]).pipe(res.writeHead(status, own)),
}

/** The ways to write nothing that send the head of a success ahead. */
const emptyWrites: Readonly<Record<string, Write>> = {
  'an empty write, end': (res, status) => {
    setStatus(res, status).write('')
    res.end()
  },
  'an empty write with a callback, end': (res, status) => {
    setStatus(res, status).write(Buffer.alloc(0), () => {})
    res.end('')
  },
  'empty writes, end': (res, status) => {
    setStatus(res, status).write('')
    res.write('', 'utf8')
    res.end()
  },
  'writeHead, an empty write, end': (res, status) => {
    res.writeHead(status).write('')
    res.end()
  },
}

/** The ways to write content. */
const full: Readonly<Record<string, Write>> = {
  'end(text)': (res, status) => setStatus(res, status).end('text'),
  'end(text, callback)': (res, status) => setStatus(res, status).end('text', () => {}),
  'end(text, encoding, callback)': (res, status) => setStatus(res, status).end('cafe', 'hex', () => {}),
  'end(bytes)': (res, status) => setStatus(res, status).end(Buffer.from('text')),
  'end(bytes) of more than one packet': (res, status) => setStatus(res, status).end(Buffer.alloc(300_000, 'x')),
  'write, end': (res, status) => {
    setStatus(res, status).write('te')
    res.end()
  },
  'writes, end(text)': (res, status) => {
    setStatus(res, status).write('te')
    res.write(Buffer.from('x'), () => {})
    res.end('t')
  },
  'an empty write, end(text)': (res, status) => {
    setStatus(res, status).write('')
    res.end('text')
  },
  'writeHead, end(text)': (res, status) => res.writeHead(status).end('text'),
  'writeHead with a length, end(text)': (res, status) => res.writeHead(status, { 'Content-Length': 4 }).end('text'),
  'writeHead with a list, write, end': (res, status) => {
    res.writeHead(status, ['Content-Type', 'text/plain']).write('te')
    res.end('xt')
  },
  'setHeader, writeHead, end(text)': (res, status) =>
    res.setHeader('Content-Type', 'text/plain').writeHead(status, { 'Content-Length': '4' }).end('text'),
  'writeHead with chunks, end(text)': (res, status) =>
    res.writeHead(status, { 'Transfer-Encoding': 'chunked' }).end('text'),
  'flushHeaders, end(text)': (res, status) => {
    setStatus(res, status).flushHeaders()
    res.end('text')
  },
  'writeHead, flushHeaders, write, end': (res, status) => {
    res.writeHead(status).flushHeaders()
    res.write('te')
    res.end('xt')
  },
  'writes over time': async (res, status) => {
    setStatus(res, status).write('te')
    await new Promise(setImmediate)
    res.write('x')
    await new Promise(setImmediate)
    res.end('t')
  },
  'a pipe': (res, status) => Readable.from(['te', 'xt']).pipe(setStatus(res, status)),
  'a pipe of much': (res, status) => Readable.from(Array(50).fill(Buffer.alloc(65_536))).pipe(setStatus(res, status)),
  'a pipeline': (res, status) => pipeline(Readable.from(['te', 'xt']), setStatus(res, status), () => {}),
  'writeHead and a pipe': (res, status) => Readable.from(['te', 'xt']).pipe(res.writeHead(status)),
}

function setStatus(res: ServerResponse, status: number): ServerResponse {
  res.statusCode = status
  return res
}

// With no field before writeHead(), Node takes those that it is given as they are.
const plain: Partial<TestApp> = { setup: { express: (app) => void app.disable('x-powered-by') } }
const methods = ['GET', 'HEAD', 'POST']

describe.each(frameworks)('$name', (framework) => {
  describe.each(Object.entries({ ...empty, ...emptyWrites }))('a 404 by %s', (name, write) => {
    it.each(methods)('gets the problem document that explains it, to %s (RFC 9110 §15.5)', async (method) => {
      const handler = raw((res) => write(res, 404))
      const { response, told } = await conformed(framework, handler, { method }, plain)
      expect(response.status).toBe(404)
      expect(response.headers('Content-Type')).toEqual(['application/problem+json'])
      expect(Number(response.header('Content-Length'))).toBeGreaterThan(100)
      if (method !== 'HEAD') expect(response.json()).toMatchObject({ status: 404, title: 'Not Found' })
      expect(response.reason).toBe(name.includes('phrase') ? 'My Own' : 'Not Found')
      expect(response.headers('X-Own')).toEqual(/object|list|setHeader|and a pipe/.test(name) ? ['a'] : [])
      expect(told).toEqual(['mended 9110-15.5-explain'])
    })
  })

  describe.each(Object.entries(full))('a 205 by %s', (_, write) => {
    it.each(methods)('has no content, and says so, to %s (RFC 9110 §15.3.6)', async (method) => {
      const handler = raw((res) => write(res, 205))
      const { response, told } = await conformed(framework, handler, { method }, plain)
      expect(response).toMatchObject({ status: 205, complete: true })
      // Of a response to HEAD, Node leaves it to be set.
      if (method !== 'HEAD') expect(response.headers('Content-Length')).toEqual(['0'])
      expect(response.headers('Content-Length')).not.toEqual(['4'])
      expect(response.headers('Transfer-Encoding')).toEqual([])
      if (method !== 'HEAD') expect(told).toEqual(['mended 9110-15.3.6-205-no-content'])
    })
  })

  describe.each(Object.entries(empty))('a 205 by %s', (_, write) => {
    it('says that it has no content (RFC 9110 §15.3.6)', async () => {
      const { response } = await conformed(
        framework,
        raw((res) => write(res, 205)),
        {},
        plain,
      )
      expect(response).toMatchObject({ status: 205, framing: 'content-length' })
      expect(response.headers('Content-Length')).toEqual(['0'])
    })
  })

  describe.each(Object.entries({ ...empty, ...emptyWrites, ...full }))('a 204 by %s', (_, write) => {
    it.each(methods)('ends with its header section, to %s (RFC 9110 §15.3.5)', async (method) => {
      const handler = raw((res) => write(res, 204))
      const { response } = await conformed(framework, handler, { method }, plain)
      expect(response).toMatchObject({ status: 204, framing: 'none' })
      for (const name of ['Content-Length', 'Content-Type', 'Transfer-Encoding']) {
        expect(response.headers(name)).toEqual([])
      }
    })
  })

  it.each(Object.entries(full))(
    'a response by %s to HEAD has the length of the content of GET, or none (RFC 9110 §8.6)',
    async (_, write) => {
      const handler = raw((res) => write(res, 200))
      const head = await conformed(framework, handler, { method: 'HEAD' })
      const get = await conformed(framework, handler)
      const [length = String(get.response.body.length)] = head.response.headers('Content-Length')
      expect(length).toBe(String(get.response.body.length))
    },
  )

  it.each(Object.entries(empty))(
    'a 404 by %s ends with the connection of HTTP/1.0 (RFC 9112 §6.3)',
    async (_, write) => {
      const handler = raw((res) => write(res, 404))
      const { response } = await conformed(framework, handler, { version: '1.0' }, plain)
      expect(response).toMatchObject({ status: 404, complete: true, framing: 'content-length' })
      expect(response.headers('Connection')).toEqual(['close'])
    },
  )

  it.each(Object.entries(empty))(
    'a 404 by %s keeps the connection that HTTP/1.0 asked to keep (RFC 9112 §9.3)',
    async (_, write) => {
      const handler = raw((res) => write(res, 404))
      const { response } = await conformed(
        framework,
        handler,
        {
          version: '1.0',
          headers: { Connection: 'keep-alive' },
        },
        plain,
      )
      expect(response).toMatchObject({ status: 404, complete: true, framing: 'content-length' })
      expect(response.headers('Connection')).toEqual(['keep-alive'])
    },
  )
})
