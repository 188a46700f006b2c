import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  type Framework,
  frameworks,
  type RunningServer,
  type ServeOptions,
  type TestApp,
} from '../support/frameworks.ts'
import { type Parsed, parseResponses } from '../support/http-message.ts'
import { converse, exchange, pipeline, request } from '../support/raw-client.ts'
import { methodsOf } from '../support/requests.ts'

const parse = (text: string, methods: readonly string[] = ['GET'], closed = false): Parsed =>
  parseResponses(Buffer.from(text, 'latin1'), methods, closed)

describe('parseResponses', () => {
  it('keeps the lines of the header section in their order and case, duplicates included', () => {
    const [response] = parse('HTTP/1.1 200 OK\r\nvary: A\r\nVARY:B \r\nX-Empty:\r\nContent-Length: 0\r\n\r\n').responses
    expect(response?.headerLines).toEqual([
      ['vary', 'A'],
      ['VARY', 'B'],
      ['X-Empty', ''],
      ['Content-Length', '0'],
    ])
    expect(response?.headers('Vary')).toEqual(['A', 'B'])
    expect(response?.header('x-empty')).toBe('')
    expect(response?.header('absent')).toBeUndefined()
    expect(() => response?.header('Vary')).toThrow('Vary occurs 2 times: A | B')
  })

  it('reads the status line, with an empty reason too (RFC 9112 §4)', () => {
    const { responses } = parse('HTTP/1.0 404 \r\nContent-Length: 0\r\n\r\n')
    expect(responses).toMatchObject([{ version: '1.0', status: 404, reason: '' }])
  })

  it('takes as many bytes as Content-Length says (RFC 9112 §6.3)', () => {
    const message = 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n'
    const { responses, error } = parse(`${message}"a"${message}"b"`, ['GET', 'POST'])
    expect(responses.map((response) => response.json())).toEqual(['a', 'b'])
    expect(responses).toMatchObject([{ framing: 'content-length', complete: true }, { complete: true }])
    expect(error).toBeUndefined()
  })

  it('joins chunks, and reads chunk extensions and trailers (RFC 9112 §7.1)', () => {
    const chunks = 'a;x=1\r\n0123456789\r\n1 ;y\r\n!\r\n0\r\nX-Sum: 11\r\n\r\n'
    const { responses, rest } = parse(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`)
    expect(responses).toMatchObject([{ framing: 'chunked', complete: true, trailers: [['X-Sum', '11']] }])
    expect(responses[0]?.text()).toBe('0123456789!')
    expect(rest).toHaveLength(0)
  })

  it('reads without a length until the server closes, and not until it resets (RFC 9112 §6.3)', () => {
    const text = 'HTTP/1.1 200 OK\r\n\r\nsome'
    expect(parse(text, ['GET'], true).responses).toMatchObject([{ framing: 'close', complete: true }])
    expect(parse(text, ['GET'], false).responses).toMatchObject([{ framing: 'close', complete: false }])
  })

  it.each([
    ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n'],
    ['HEAD', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'],
    ['GET', 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['GET', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\n'],
  ])('takes no content from the answer to %s %j; what follows is an error (RFC 9112 §6.3)', (method, head) => {
    expect(parse(head, [method]).responses).toMatchObject([{ framing: 'none', complete: true }])
    expect(parse(head, [method]).error).toBeUndefined()
    expect(parse(`${head}body`, [method])).toMatchObject({
      rest: Buffer.from('body'),
      error: 'Bytes after the end of the last response: "body"',
    })
    expect(parse(`${head}body`, [method, 'GET']).error).toBe('Not a status line (RFC 9112 §4): "body"')
  })

  it('collects interim responses with the final one, or before it has come (RFC 9110 §15.2)', () => {
    const interim = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n'
    expect(parse(interim)).toMatchObject({ responses: [], interim: [{ status: 103 }, { status: 100 }] })
    expect(parse(`${interim}HTTP/1.1 204 No Content\r\n\r\n`)).toMatchObject({
      responses: [{ status: 204, interim: [{ status: 103 }, { status: 100 }] }],
      interim: [],
    })
  })

  it.each([
    ['GET', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
    ['CONNECT', 'HTTP/1.1 200 OK\r\n\r\n'],
  ])('leaves to the other protocol what follows after %s and %j', (method, head) => {
    const { responses, rest, error } = parse(`${head}other`, [method, 'GET'])
    expect(responses).toMatchObject([{ framing: 'none', complete: true }])
    expect(rest.toString()).toBe('other')
    expect(error).toBeUndefined()
  })

  it.each([
    ['Content-Length: 5\r\n\r\nfour', 'four'],
    ['Transfer-Encoding: chunked\r\n\r\n5\r\nfour', 'four'],
    ['Transfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n', 'four'],
    ['Transfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n0\r\n', 'four'],
  ])('shows a message that is cut short as incomplete: %j (RFC 9112 §8)', (lines, body) => {
    const { responses, error } = parse(`HTTP/1.1 200 OK\r\n${lines}`, ['GET'], true)
    expect(responses).toMatchObject([{ complete: false, body: Buffer.from(body) }])
    expect(error).toBeUndefined()
  })

  it('says so when the connection closed within a head', () => {
    expect(parse('HTTP/1.1 200 OK\r\nX: 1\r\n', ['GET'], false)).toMatchObject({ responses: [] })
    expect(parse('HTTP/1.1 200 OK\r\nX: 1\r\n', ['GET'], false).error).toBeUndefined()
    expect(parse('HTTP/1.1 200 OK\r\nX: 1\r\n', ['GET'], true).error).toMatch('closed within the head')
  })

  it.each([
    ['no status line', 'Not Found', 'Not a status line'],
    ['another major version', 'HTTP/2.0 200 OK\r\n\r\n', 'Not a status line'],
    ['no space after the code', 'HTTP/1.1 200\r\n\r\n', 'Not a status line'],
    ['a code out of range', 'HTTP/1.1 600 Odd\r\n\r\n', 'Not a status line'],
    ['a control character in the reason', 'HTTP/1.1 200 O\x00K\r\n\r\n', 'Not a status line'],
    ['an empty line first', '\r\nHTTP/1.1 200 OK\r\n\r\n', 'Not a status line'],
    ['space before the colon', 'HTTP/1.1 200 OK\r\nVary : A\r\n\r\n', 'Not a field line'],
    ['a folded line', 'HTTP/1.1 200 OK\r\nVary: A,\r\n B\r\n\r\n', 'Not a field line'],
    ['no colon', 'HTTP/1.1 200 OK\r\nVary\r\n\r\n', 'Not a field line'],
    ['a name that is no token', 'HTTP/1.1 200 OK\r\nV@ry: A\r\n\r\n', 'Not a field line'],
    ['a control character in a value', 'HTTP/1.1 200 OK\r\nVary: A\x01\r\n\r\n', 'Not a field line'],
    ['a bare CR in a value', 'HTTP/1.1 200 OK\r\nVary: A\rB\r\n\r\n', 'Not a field line'],
    ['a bare LF', 'HTTP/1.1 200 OK\r\nVary: A\nX: 1\r\n\r\n', 'bare LF'],
    ['length and coding', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n', 'Both'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', 'Content-Length is one'],
    ['a list of lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\na', 'Content-Length is one'],
    ['a negative length', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n', 'Content-Length is one'],
    ['an unknown coding', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n', 'transfer coding'],
    ['chunked twice', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n', 'transfer coding'],
    ['a bad chunk size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nbody\r\n', 'Not a chunk size'],
    ['a chunk too long', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n', 'A chunk without CRLF'],
  ])('reports %s', (_, text, error) => {
    expect(parse(text).error).toMatch(error)
  })
})

describe('request', () => {
  it('brings Host and Content-Length by itself, and leaves what is given as it is', () => {
    expect(request()).toBe('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(request({ method: 'POST', target: '/é', version: '1.0', headers: { hOST: undefined }, body: 'é' })).toBe(
      'POST /é HTTP/1.0\r\nContent-Length: 2\r\n\r\né',
    )
    expect(request({ headers: { A: ['1', '2'], 'Transfer-Encoding': 'chunked' }, body: '0\r\n\r\n' })).toBe(
      'GET / HTTP/1.1\r\nHost: localhost\r\nA: 1\r\nA: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    )
  })

  it('can be recognized again in a pipeline, behind any body, and unfinished', () => {
    const chunked = request({ method: 'PUT', headers: { 'Transfer-Encoding': 'chunked' }, body: '1\r\n0\r\n0\r\n\r\n' })
    const sized = request({ method: 'POST', body: 'GET / HTTP/1.1\r\n\r\n' })
    const unfinished = 'DELETE / HTTP/1.1\r\nHos'
    expect(methodsOf(Buffer.from(pipeline([chunked, sized, request(), unfinished])))).toEqual([
      'PUT',
      'POST',
      'GET',
      'DELETE',
    ])
  })
})

describe('exchange', () => {
  const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'

  it('tells a connection that the server left open from one that it closed', async () => {
    const leaves = await scripted((socket) => socket.write(OK))
    const closes = await scripted((socket) => socket.end(OK.replace('OK', 'OK\r\nConnection: close')))
    expect(await exchange(leaves, request())).toMatchObject({ closed: 'open', responses: [{ complete: true }] })
    expect(await exchange(closes, request())).toMatchObject({ closed: 'fin', responses: [{ complete: true }] })
  })

  it('tells a reset from a close, also where it comes together with content', async () => {
    const truncates = await scripted((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\nsome')
      socket.resetAndDestroy()
    })
    const refuses = await scripted((socket) => socket.resetAndDestroy())
    expect(await exchange(truncates, request())).toMatchObject({ closed: 'reset', responses: [{ complete: false }] })
    expect(await exchange(refuses, request())).toMatchObject({ closed: 'reset', responses: [] })
  })

  it('sees content that comes after the head of an answer to HEAD, however late', async () => {
    const port = await scripted(
      (socket) => socket.write(OK.slice(0, -2)),
      (socket) => socket.end('ok'),
    )
    expect((await exchange(port, request({ method: 'HEAD' }))).error).toMatch('Bytes after the end')
  })

  it('waits for all responses of a pipeline', async () => {
    const port = await scripted((socket) => {
      socket.write(OK)
      setImmediate(() => socket.write(OK))
    })
    const { responses, bytes } = await exchange(port, pipeline([request(), request()]))
    expect(responses.map((response) => response.text())).toEqual(['ok', 'ok'])
    expect(bytes.toString()).toBe(OK + OK)
  })

  it('gives up at its deadline and says so', async () => {
    const port = await scripted((socket) => socket.write(OK.slice(0, -1)))
    const { responses, error } = await exchange(port, request(), { timeoutMs: 50 })
    expect(responses).toMatchObject([{ complete: false }])
    expect(error).toBe('No complete response within 50 ms')
  })

  it('reads on where it is told to keep the connection open', async () => {
    const port = await scripted((socket) => {
      socket.write(OK)
      setImmediate(() => socket.end())
    })
    expect(await exchange(port, request(), { keepOpen: true })).toMatchObject({ closed: 'fin', error: undefined })
  })

  it('sends parts one after the other, and FIN after the last where it is told to', async () => {
    const received: string[] = []
    const port = await scripted(
      (socket, first) => socket.on('data', (bytes) => received.push(`${bytes}`)) && received.push(`${first}`),
      (socket) => socket.end(OK),
    )
    const parts = ['GET / HTT', Buffer.from('P/1.1\r\n\r\n')]
    expect(await exchange(port, parts, { pauseMs: 10, halfClose: true })).toMatchObject({ closed: 'fin' })
    expect(received.join('')).toBe('GET / HTTP/1.1\r\n\r\n')
  })
})

describe('converse', () => {
  it('rejects with what came where the response never is complete', async () => {
    const port = await scripted((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut'))
    const talk = converse(port, {}, (conversation) => {
      conversation.send(request())
      return conversation.response()
    })
    await expect(talk).rejects.toThrow(/^No complete response: connection fin; received ".*cut"$/)
  })

  it('destroys its socket also where the talk throws', async () => {
    let gone: Promise<unknown> | undefined
    const port = await scripted((socket) => {
      gone = once(socket, 'close')
    })
    const talk = converse(port, {}, async (conversation) => {
      conversation.send(request())
      await vi.waitUntil(() => gone !== undefined)
      throw new Error('a failed expectation')
    })
    await expect(talk).rejects.toThrow('a failed expectation')
    await gone
  })
})

describe.each(frameworks.map((framework) => [framework.name, framework] as const))('%s alone', (_, framework) => {
  const app: TestApp = {
    problems: false,
    routes: {
      'GET /hello/:name': (io) => {
        io.header('X-Request-Id', '1')
        io.body(`hello ${io.params.name} ${io.query.q}`)
      },
      'GET /stream': (io) => io.body(Readable.from(['a', 'b'])),
      'GET /cut': (io) => {
        if (io.ctx) io.ctx.respond = false
        io.res.writeHead(200, { 'Content-Length': '10' })
        io.res.write('half', () => io.res.destroy())
      },
      'POST /created': (io) => {
        io.status(201)
        io.body('made')
      },
      '/any': (io) => io.body(io.req.method),
      '/sync': () => {
        throw new Error('a secret')
      },
      '/async': async () => {
        throw new Error('a secret')
      },
      '/stray': (io) => {
        Promise.reject(new Error('nobody awaits this'))
        io.body('ok')
      },
    },
  }

  it('answers with what the handler set', async () => {
    const { port } = await serve(framework, app)
    const { responses, error, closed } = await exchange(port, request({ target: '/hello/you?q=1' }))
    expect(responses[0]).toMatchObject({ status: 200, reason: 'OK', framing: 'content-length', complete: true })
    expect(responses[0]?.text()).toBe('hello you 1')
    expect(responses[0]?.header('X-Request-Id')).toBe('1')
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('serves routes of one method and of all', async () => {
    const { port } = await serve(framework, app)
    const created = await exchange(port, request({ method: 'POST', target: '/created', body: '{}' }))
    const deleted = await exchange(port, request({ method: 'DELETE', target: '/any' }))
    expect(created.responses[0]).toMatchObject({ status: 201, body: Buffer.from('made') })
    expect(deleted.responses[0]?.text()).toBe('DELETE')
  })

  it('answers 404 where no route matches', async () => {
    const { port } = await serve(framework, app)
    const { responses } = await exchange(port, request({ target: '/nowhere' }))
    expect(responses[0]).toMatchObject({ status: 404, complete: true })
  })

  it('answers HEAD with the Content-Length of GET and no content (RFC 9110 §9.3.2)', async () => {
    const { port } = await serve(framework, app)
    const { responses, error } = await exchange(port, [
      request({ method: 'HEAD', target: '/hello/you?q=1' }),
      request({ target: '/hello/you?q=1' }),
    ])
    const [head, get] = responses
    expect(error).toBeUndefined()
    expect(head).toMatchObject({ framing: 'none', body: Buffer.alloc(0) })
    expect(head?.header('Content-Length')).toBe('11')
    expect(get?.header('Content-Length')).toBe('11')
  })

  it('answers pipelined requests in their order (RFC 9112 §9.3.2)', async () => {
    const { port } = await serve(framework, app)
    const methods = ['POST', 'GET', 'PUT']
    const { responses, error } = await exchange(
      port,
      pipeline(methods.map((method) => request({ method, target: '/any', body: 'content' }))),
    )
    expect(responses.map((response) => response.text())).toEqual(methods)
    expect(error).toBeUndefined()
  })

  it('answers step by step on one connection (RFC 9112 §9.3)', async () => {
    const { port } = await serve(framework, app)
    await converse(port, {}, async (conversation) => {
      conversation.send(request({ target: '/nowhere' }))
      expect((await conversation.response()).status).toBe(404)
      conversation.send(request({ method: 'PUT', target: '/any', headers: { 'Content-Length': '8' }, body: 'half' }))
      expect((await conversation.response()).text()).toBe('PUT')
      conversation.send('half')
      conversation.send(request({ method: 'PUT', target: '/any', headers: { Expect: '100-continue' }, body: 'x' }))
      expect(await conversation.response()).toMatchObject({ status: 200, interim: [{ status: 100 }] })
      expect(conversation.seen()).toMatchObject({ closed: 'open', rest: Buffer.alloc(0) })
    })
  })

  it('sends a stream in chunks, and to HTTP/1.0 up to the close (RFC 9112 §6.3)', async () => {
    const { port } = await serve(framework, app)
    const chunked = await exchange(port, request({ target: '/stream' }))
    const closed = await exchange(port, request({ target: '/stream', version: '1.0' }))
    expect(chunked.responses[0]).toMatchObject({ framing: 'chunked', body: Buffer.from('ab'), complete: true })
    expect(closed).toMatchObject({ closed: 'fin', responses: [{ framing: 'close', body: Buffer.from('ab') }] })
  })

  it('shows a response that the server cut (RFC 9112 §8)', async () => {
    const { port } = await serve(framework, app)
    const { responses, error } = await exchange(port, request({ target: '/cut' }))
    expect(responses).toMatchObject([{ body: Buffer.from('half'), complete: false }])
    expect(error).toBeUndefined()
  })

  it('gets what a handler throws, and logs it', async () => {
    const server = await serve(framework, app, { env: undefined })
    const { responses } = await exchange(server.port, request({ target: '/sync' }))
    expect(responses[0]).toMatchObject({ status: 500, complete: true })
    expect(server.logged).toEqual([expect.stringContaining('Error: a secret')])
    expect(server.errors).toEqual([])
  })

  it('gets what a handler rejects with, except Express 4', async () => {
    const server = await serve(framework, app)
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request({ target: '/async' }))
      if (framework.name === 'Express 4') {
        await vi.waitUntil(() => server.errors.length > 0)
        expect(conversation.seen().bytes).toHaveLength(0)
      } else {
        expect((await conversation.response()).status).toBe(500)
        expect(server.errors).toEqual([])
      }
    })
  })

  it('has NODE_ENV set before it is created and restored after it is closed', async () => {
    vi.stubEnv('NODE_ENV', 'staging')
    onTestFinished(() => void vi.unstubAllEnvs())
    const seen: unknown[] = []
    for (const env of ['production', undefined]) {
      const server = await framework.serve(
        {
          ...app,
          setup: { express: (own) => seen.push(own.get('env')), koa: (own) => seen.push(own.env) },
          routes: { '/': (io) => io.body(`${process.env.NODE_ENV}`) },
        },
        { env },
      )
      seen.push((await exchange(server.port, request())).responses[0]?.text())
      await server.close()
    }
    expect(seen).toEqual(['production', 'production', 'development', 'undefined'])
    expect(process.env.NODE_ENV).toBe('staging')
  })

  it('does not let an uncaught error pass that no test looked at', async () => {
    const handlers = process.listeners('unhandledRejection')
    const server = await framework.serve(app)
    await exchange(server.port, request({ target: '/stray' }))
    await expect(server.close()).rejects.toThrow('Uncaught while serving')
    expect(process.listeners('unhandledRejection')).toEqual(handlers)
  })

  it('gives the console back when the last of several servers is closed', async () => {
    const { error } = console
    const [first, second] = [await framework.serve(app), await framework.serve(app)]
    await first.close()
    console.error('to %s', 'the second')
    expect([first.logged, second.logged]).toEqual([[], ['to the second']])
    await second.close()
    expect(console.error).toBe(error)
  })
})

async function serve(framework: Framework, app: TestApp, options?: ServeOptions): Promise<RunningServer> {
  const server = await framework.serve(app, options)
  onTestFinished(() => server.close())
  return server
}

/** A server that plays a script when the first bytes of a connection come, and another when the client sends FIN. */
async function scripted(
  atFirst: (socket: Socket, bytes: Buffer) => unknown,
  atEnd: (socket: Socket) => unknown = (socket) => socket.end(),
): Promise<number> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    socket.once('data', (bytes) => atFirst(socket, bytes))
    socket.on('end', () => atEnd(socket))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}
