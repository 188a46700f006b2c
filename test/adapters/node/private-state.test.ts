import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server, type Http2ServerResponse } from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Connection } from '../../../adapters/server/types.ts'

// What the adapters rely on beyond Node's documentation, each by its name: where a new version of Node fails here, the
// places that read it (grep for the name) have to learn another way.

async function listening<S extends Server | ReturnType<typeof createHttp2Server>>(server: S): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** What a look at a live exchange has seen, in the turn of the event loop in which the request came. */
async function seen<T>(
  sent: string,
  look: (...live: [...Parameters<RequestListener>, Connection]) => T | Promise<T>,
): Promise<T> {
  const server = createServer()
  const looked = new Promise<T>((resolve, reject) => {
    const listener: RequestListener = (req, res) => {
      new Promise<T>((resolve) => resolve(look(req, res, req.socket as unknown as Connection))).then(resolve, reject)
    }
    for (const event of ['request', 'checkContinue']) server.on(event, listener)
  })
  const socket = connect(await listening(server), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {}).write(sent)
  return looked
}

const GET = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'
const POST = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc'

const of = (target: object, name: string): unknown => Reflect.get(target, name)

describe('of a connection, Node has', () => {
  it('_httpMessage: the response whose turn it is, of several that are pipelined', async () => {
    const responses: unknown[] = []
    const turn = await new Promise((resolve) => {
      void seen(GET + GET, (_req, res, socket) => {
        if (responses.push(res) === 2) resolve(responses.indexOf(socket._httpMessage))
      })
    })
    expect(turn).toBe(0)
  })

  it('parser.incoming: the request that is not complete', async () => {
    const isIt = await seen(POST, async (req, _res, { parser }) => {
      await new Promise(setImmediate)
      return parser?.incoming === req && !req.complete
    })
    expect(isIt).toBe(true)
  })

  it('parser.incoming: nothing once it is complete', async () => {
    const incoming = await seen(GET, async (req, _res, { parser }) => {
      await new Promise(setImmediate)
      return [req.complete, parser?.incoming?.complete ?? true]
    })
    expect(incoming).toEqual([true, true])
  })

  it('parser.onIncoming: what each request goes to, and may be replaced', async () => {
    const next = await seen(GET + GET.replace('/', '/next'), (_req, _res, { parser }) => {
      const before = typeof of(parser ?? {}, 'onIncoming')
      return new Promise((resolve) => {
        Reflect.set(parser ?? {}, 'onIncoming', (further: IncomingMessage) => {
          resolve([before, further.url])
          return 0
        })
      })
    })
    expect(next).toEqual(['function', '/next'])
  })

  it('parser.getCurrentBuffer(): the packet that it is at', async () => {
    expect(await seen(GET, (_req, _res, { parser }) => String(parser?.getCurrentBuffer?.()))).toBe(GET)
  })

  it('destroySoon(): called when the last response is out', async () => {
    const called = await seen('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', (_req, res, socket) => {
      const before = typeof socket.destroySoon
      const end = new Promise((resolve) => {
        socket.destroySoon = () => resolve([before, res.writableFinished])
      })
      res.end('x')
      return end
    })
    expect(called).toEqual(['function', true])
  })
})

describe('of a request, Node has', () => {
  it('_read(): called when somebody begins to read, and not before', async () => {
    const calls = await seen(POST.replace('abc', ''), async (req) => {
      let count = 0
      const read = req._read
      req._read = (size) => {
        count++
        read.call(req, size)
      }
      await new Promise(setImmediate)
      const before = count
      req.resume()
      await new Promise(setImmediate)
      return [before, count > 0]
    })
    expect(calls).toEqual([0, true])
  })
})

describe('of a response, Node has', () => {
  it.each([
    ['GET', true],
    ['HEAD', false],
  ])('_hasBody: for %s %s', async (method, hasBody) => {
    expect(await seen(GET.replace('GET', method), (_req, res) => of(res, '_hasBody'))).toBe(hasBody)
  })

  it('_expect_continue and _sent100: whether a client waits for 100 (Continue)', async () => {
    const expecting = POST.replace('\r\n\r\nabc', '\r\nExpect: 100-continue\r\n\r\n')
    const states = await seen(expecting, (_req, res) => {
      const before = [of(res, '_expect_continue'), of(res, '_sent100')]
      res.writeContinue()
      return [...before, of(res, '_sent100')]
    })
    expect(states).toEqual([true, false, true])
    expect(await seen(POST, (_req, res) => of(res, '_expect_continue'))).toBe(false)
  })

  it('_removedTE and _removedContLen: the fields that Node must not add', async () => {
    const states = await seen(GET, (_req, res) => {
      const read = (): unknown[] => [of(res, '_removedTE'), of(res, '_removedContLen')]
      const before = read()
      res.removeHeader('Transfer-Encoding')
      res.removeHeader('Content-Length')
      return [before, read()]
    })
    expect(states).toEqual([
      [false, false],
      [true, true],
    ])
  })

  it('_header, _headerSent, _contentLength and _last: the head as it is made, and sent', async () => {
    const states = await seen(GET, async (_req, res) => {
      const read = (): unknown[] => ['_header', '_headerSent', '_contentLength', '_last'].map((name) => of(res, name))
      const before = read()
      res.writeHead(200)
      const made = read()
      Reflect.set(res, '_contentLength', 1)
      Reflect.set(res, '_header', null)
      res.write('x')
      // Node 26 keeps what is written in chunks until the end of the turn.
      await new Promise(setImmediate)
      return [before, made, read()]
    })
    const head = expect.stringMatching(/^HTTP\/1\.1 200 OK\r\n/)
    expect(states).toEqual([
      [null, false, null, false],
      [head, false, null, false],
      [expect.stringMatching(/^HTTP\/1\.1 200 OK\r\n[\s\S]*Content-Length: 1\r\n/), true, 1, false],
    ])
  })

  it('_writeRaw(): what all that leaves goes through', async () => {
    const bytes = await seen(GET, async (_req, res) => {
      const written: string[] = []
      const writeRaw = of(res, '_writeRaw') as (...args: unknown[]) => unknown
      Reflect.set(res, '_writeRaw', (...args: unknown[]) => {
        written.push(String(args[0]))
        return Reflect.apply(writeRaw, res, args)
      })
      res.end('content')
      await once(res, 'finish')
      return written.join('')
    })
    expect(bytes).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\ncontent$/)
  })

  it('useChunkedEncodingByDefault, which keeps chunks from HTTP/1.0', async () => {
    const sent = 'GET / HTTP/1.0\r\nTE: chunked\r\n\r\n'
    expect(await seen(sent, (_req, res) => of(res, 'useChunkedEncodingByDefault'))).toBe(true)
    const chunked = await seen(sent, (_req, res) => {
      Reflect.set(res, 'useChunkedEncodingByDefault', false)
      res.write('x')
      return res.chunkedEncoding
    })
    expect(chunked).toBe(false)
  })
})

describe('of what is no HTTP, Node tells', () => {
  it('code, reason, rawPacket and bytesParsed', async () => {
    const server = createServer()
    const failed = once(server, 'clientError')
    const sent = 'GET / HTTP/1.1\r\nHost : a\r\n\r\n'
    const socket = connect(await listening(server), '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {}).write(sent)
    const [error, connection] = await failed
    connection.destroy()
    expect([error.code, error.reason, String(error.rawPacket), sent.slice(error.bytesParsed)]).toEqual([
      'HPE_INVALID_HEADER_TOKEN',
      'Invalid header token',
      sent,
      ' : a\r\n\r\n',
    ])
  })
})

describe('of a response of node:http2, Node has', () => {
  it.each([
    ['GET', false],
    ['HEAD', true],
  ])('stream.headRequest: for %s %s', async (method, isHead) => {
    const server = createHttp2Server()
    const session = connectHttp2(`http://127.0.0.1:${await listening(server)}`)
    onTestFinished(() => void session.destroy())
    const asked = once(server, 'request')
    session.request({ ':method': method }).on('error', () => {})
    const [, res] = (await asked) as [unknown, Http2ServerResponse]
    expect(of(res.stream, 'headRequest')).toBe(isHead)
  })
})
