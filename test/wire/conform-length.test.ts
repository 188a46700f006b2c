import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { frameworks } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'
import type { Handler } from '../support/test-app.ts'

const raw =
  (write: Handler): Handler =>
  (io) => {
    if (io.ctx) {
      io.ctx.status = 200
      io.ctx.respond = false
    }
    return write(io)
  }

const tooLong: Record<string, Handler> = {
  'in two pieces': raw(({ res }) => {
    res.setHeader('Content-Length', '4')
    res.write('text')
    res.end('HTTP/1.1 200 OK')
  }),
  'at once': raw(({ res }) => {
    res.setHeader('Content-Length', '4')
    res.write('text and more')
    res.end()
  }),
  'after writeHead': raw(({ res }) => {
    res.writeHead(200, { 'Content-Length': '4' })
    res.flushHeaders()
    setImmediate(() => res.end('text and more'))
  }),
}

const tooShort: Record<string, Handler> = {
  'in two pieces': raw(({ res }) => {
    res.setHeader('Content-Length', '20')
    res.write('text')
    res.end('more')
  }),
  'without the rest': raw(({ res }) => {
    res.writeHead(200, { 'Content-Length': '20' })
    res.write('text')
    setImmediate(() => res.end())
  }),
}

describe.each(frameworks)('$name: streamed content with a Content-Length', (framework) => {
  const onMend: string[] = []
  const conform = {
    onMend: ({ rule, action }: { rule: { id: string }; action: string }) => onMend.push(`${rule.id} ${action}`),
  }
  const next: Handler = (io) => io.body('next')
  // Where content streams, its length is known too late.
  const breaks = ['9112-6.3-content-length-matches-body']

  it.each(Object.entries(tooLong))(
    'that is longer, %s, is cut before what would be the next response (RFC 9112 §6.3)',
    async (_, handler) => {
      onMend.length = 0
      const server = await serve(framework, { conform, routes: { 'GET /': handler, 'GET /next': next }, breaks })
      const { bytes, closed } = await exchange(server.port, request() + request({ target: '/next' }), {
        keepOpen: true,
      })
      const content = bytes.toString().split('\r\n\r\n').slice(1).join('')
      expect('text'.startsWith(content)).toBe(true)
      expect(closed).not.toBe('open')
      expect(onMend).toEqual(['9112-6.3-content-length-matches-body mended'])
    },
  )

  it.each(Object.entries(tooShort))(
    'that is shorter, %s, is cut, and nobody waits for the rest (RFC 9112 §8)',
    async (_, handler) => {
      const server = await serve(framework, { conform, routes: { 'GET /': handler }, breaks })
      const { responses, closed } = await exchange(server.port, request(), { keepOpen: true })
      expect(closed).not.toBe('open')
      expect(responses[0]?.complete ?? false).toBe(false)
    },
  )

  it('that is right is left alone', async () => {
    onMend.length = 0
    const handler = raw(({ res }) => {
      res.setHeader('Content-Length', '8')
      Readable.from(['text', 'more']).pipe(res)
    })
    const server = await serve(framework, { conform, routes: { 'GET /': handler, 'GET /next': next } })
    const { responses, closed } = await exchange(server.port, request() + request({ target: '/next' }))
    expect(responses.map((response) => response.text())).toEqual(['textmore', 'next'])
    expect([closed, onMend]).toEqual(['open', []])
  })

  it('goes out as it is where the mode is report', async () => {
    const server = await serve(framework, {
      conform: { ...conform, mode: 'report' },
      routes: { 'GET /': tooShort['in two pieces'] as Handler },
    })
    const { bytes } = await exchange(server.port, request(), { timeoutMs: 300 })
    expect(bytes.toString()).toMatch(/textmore$/)
  })
})
