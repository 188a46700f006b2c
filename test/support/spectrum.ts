import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { raw } from './conforming.ts'
import type { Handler } from './frameworks.ts'

/** Every way to write a response: what watches responses must neither change one of them nor misread it. */
export const spectrum: Readonly<Record<string, Handler>> = {
  '/text': (io) => io.body('héllo'),
  '/json': (io) => io.body({ a: 1 }),
  '/bytes': (io) => io.body(Buffer.from('bytes')),
  '/stream': (io) => io.body(Readable.from(['one', Buffer.from('two'), 'three'])),
  '/204': (io) => {
    io.status(204)
    io.body(null)
  },
  '/304': (io) => {
    io.status(304)
    io.header('ETag', '"a"')
    io.body(null)
  },
  '/cookies': (io) => {
    io.header('Set-Cookie', ['a=1; Path=/', 'b=2'])
    io.header('X-lOwEr', 'é')
    io.body('x')
  },
  '/raw': raw((res) => res.end('raw')),
  '/raw/nothing': raw((res) => res.end()),
  '/raw/bytes': raw((res) => res.end(Buffer.from('raw'))),
  '/raw/bytes-first': raw((res) => {
    res.write(Buffer.from('one'))
    res.end('two')
  }),
  '/raw/length': raw((res) => {
    res.setHeader('content-LENGTH', '6')
    res.write(Buffer.from('one'))
    res.end('two')
  }),
  '/raw/slowly': raw((res) => slowly(res, ['one', Buffer.from('two'), 'dreí'])),
  '/raw/empty-first': raw((res) => {
    res.write('')
    res.write(Buffer.alloc(0))
    res.end('x')
  }),
  '/raw/trailers': raw((res, req) => {
    if (req.httpVersion === '1.0' || req.method === 'HEAD') return res.end()
    res.setHeader('Trailer', 'X-End, X-Last')
    res.write('x')
    res.addTrailers([
      ['X-End', '1'],
      ['X-Last', '2'],
    ])
    return res.end()
  }),
  '/raw/hints': raw((res) => {
    res.writeEarlyHints({ link: '</a.css>; rel=preload', 'X-Hint': '1' })
    res.writeProcessing()
    res.end('x')
  }),
  '/raw/204-content': raw((res) => {
    res.statusCode = 204
    res.end('lost')
  }),
  '/raw/304-content': raw((res) => {
    res.statusCode = 304
    res.write('lost')
    res.end()
  }),
  '/raw/head': raw((res) => res.writeHead(200).end(Buffer.from('x'))),
  '/raw/head-phrase': raw((res) => res.writeHead(299, 'Very Fine', { 'X-A': '1', 'Content-Length': '2' }).end('ok')),
  '/raw/head-list': raw((res) => res.writeHead(200, ['X-A', '1', 'x-a', '2', 'X-A', '3']).end('ok')),
  '/raw/flush': raw((res) => {
    res.flushHeaders()
    return slowly(res, ['late'])
  }),
  '/raw/flush-end': raw((res) => {
    res.flushHeaders()
    res.end()
  }),
  '/raw/corked': raw((res) => {
    res.cork()
    for (const part of ['one', 'two', 'three']) res.write(part)
    res.uncork()
    res.write('four')
    res.end('five')
  }),
  '/raw/callbacks': raw((res) => {
    res.write('one', () => res.write('two', 'latin1', () => res.end(Buffer.from('three'), () => {})))
  }),
  '/raw/latin1': raw((res) => {
    res.write('é', 'latin1')
    res.end('é', 'latin1')
  }),
  '/raw/latin1-field': raw((res) => {
    res.setHeader('X-Name', 'é')
    res.end('é')
  }),
  '/raw/base64': raw((res) => {
    res.write('b25l', 'base64')
    res.end('dHdv', 'base64')
  }),
  '/raw/hex': raw((res) => res.end('6f6e65', 'hex')),
  '/raw/utf16': raw((res) => {
    res.write('zwei', 'utf16le')
    res.end('drei', 'utf16le')
  }),
  '/raw/replaced': raw((res) => {
    const { write, end } = res
    res.write = (chunk: string) => write.call(res, `<${chunk}>`, 'utf8')
    res.end = ((chunk: string) => end.call(res, `<${chunk}>`, 'utf8')) as typeof end
    res.write('one')
    res.end('two')
  }),
  '/raw/close': raw((res) => {
    res.setHeader('Connection', 'close')
    res.removeHeader('Transfer-Encoding')
    res.write('until the end')
    res.end()
  }),
  '/raw/long': raw((res) => slowly(res, [Buffer.alloc(70_000, 'a'), 'b'.repeat(70_000), Buffer.alloc(1, 'c')])),
  '/thrown': () => {
    throw Object.assign(new Error('no'), { status: 418, expose: true })
  },
  '/rejected': async () => {
    throw Object.assign(new Error('no'), { status: 409, expose: true })
  },
}

async function slowly(res: ServerResponse, parts: readonly (string | Buffer)[]): Promise<void> {
  for (const part of parts) {
    await new Promise((resolve) => setTimeout(resolve, 2))
    res.write(part)
  }
  res.end()
}
