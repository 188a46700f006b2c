import { once } from 'node:events'
import { type RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { compared, expectSame } from '../support/compared.ts'
import { raw, serveConforming } from '../support/conforming.ts'
import { type Framework, frameworks, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { converse, exchange, pipeline, type RawResponse, request } from '../support/raw-client.ts'
import { answerOf } from '../support/serve.ts'

const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

const routes: TestApp['routes'] = {
  '/text': (io) => io.body('text'),
  '/bare': raw((res) => res.writeHead(404).end()),
  '/426': raw((res) => res.writeHead(426).end()),
  '/101': raw((res) => {
    res.writeHead(101, { Connection: 'upgrade', Upgrade: 'echo' }).flushHeaders()
    res.socket?.end('echo')
  }),
}

describe.each(frameworks)('a WebSocket beside $name and conform()', (framework) => {
  it('is opened, used and closed, while requests are answered', async () => {
    const { server, events } = await serveConforming(framework, { routes })
    const sockets = new WebSocketServer({ server: server.server, path: '/socket' })
    sockets.on('connection', (socket) => socket.on('message', (message) => socket.send(`heard ${message}`)))
    const client = opened(server, '/socket')
    await once(client, 'open')
    for (const text of ['one', 'two']) {
      client.send(text)
      const [message] = await once(client, 'message')
      expect(String(message)).toBe(`heard ${text}`)
      expect((await answerOf(server, { target: '/text' })).text()).toBe('text')
      expect((await answerOf(server, { target: '/bare' })).json()).toMatchObject({ status: 404 })
    }
    client.close(4000, 'done')
    const [code] = await once(client, 'close')
    expect(code).toBe(4000)
    sockets.close()
    expect(events.map(({ status }) => status)).toEqual([404, 404])
  })

  it('that is refused is refused by who does that, as without conform()', async () => {
    const breaks = ['9110-15.5.2-www-authenticate']
    const { server, events } = await serveConforming(framework, { routes, breaks })
    const sockets = new WebSocketServer({ server: server.server, path: '/socket', verifyClient: () => false })
    onTestFinished(() => sockets.close())
    const statuses = []
    for (const target of ['/socket', '/elsewhere']) {
      const { responses } = await exchange(server.port, request({ target, headers: upgrade }))
      statuses.push(responses[0]?.status)
    }
    expect(statuses).toEqual([401, 400])
    expect(events).toEqual([])
  })

  it('that nobody opens is a request like others, and a 426 tells of the protocols (RFC 9110 §15.5.22)', async () => {
    const { server } = await serveConforming(framework, {
      routes,
      conform: { fallbacks: { upgrade: ['websocket'] } },
    })
    const responses: RawResponse[] = []
    await converse(server.port, {}, async (conversation) => {
      // What comes in one segment with such a request is lost to Node.
      for (const target of ['/426', '/text', '/bare']) {
        conversation.send(request({ target, headers: upgrade }))
        responses.push(await conversation.response())
      }
    })
    expect(responses.map(({ status }) => status)).toEqual([426, 200, 404])
    expect(responses[0]?.headers('Upgrade')).toEqual(['websocket'])
    expect(responses[0]?.header('Connection')).toMatch(/upgrade/i)
  })

  it('that an application opens through its routes, as express-ws does, stays open', async () => {
    const { server } = await serveConforming(framework, {
      routes: { '/socket': (io) => new Promise((resolve) => io.req.emit('accept', resolve)) },
    })
    const sockets = new WebSocketServer({ noServer: true })
    const [listener] = server.server.listeners('request') as RequestListener[]
    server.server.on('upgrade', (req, socket: Socket, head) => {
      const res = new ServerResponse(req)
      res.assignSocket(socket)
      const { writeHead } = res
      let isRefused = false
      res.writeHead = (...args: unknown[]) => {
        isRefused = true
        return Reflect.apply(writeHead, res, args)
      }
      req.once('accept', (done: () => void) => {
        res.detachSocket(socket)
        sockets.handleUpgrade(req, socket, head, (client) => {
          client.on('message', (message) => client.send(`heard ${message}`))
          client.on('close', done)
        })
      })
      res.once('finish', () => isRefused && socket.end())
      listener?.(req, res)
    })
    const client = opened(server, '/socket')
    await once(client, 'open')
    client.send('hello')
    const [message] = await once(client, 'message')
    expect(String(message)).toBe('heard hello')
    client.close()
    await once(client, 'close')

    const { responses } = await exchange(server.port, request({ target: '/nowhere', headers: upgrade }))
    expect(responses[0]?.json()).toMatchObject({ status: 404 })
  })

  it('a handler that answers 101 itself has the connection (RFC 9110 §15.2.2)', async () => {
    const [only] = await compared(framework, { routes }, {}, [{ target: '/101', headers: { Connection: 'close' } }])
    expect(only?.found.bytes.toString()).toMatch(/^HTTP\/1\.1 101 .*\r\n\r\necho$/s)
    expect(only?.found.bytes.length).toBe(only?.expected.bytes.length)
    expect(only?.told).toEqual([])
  })
})

const hints = { link: '</a.css>; rel=preload; as=style' }
const preliminary: TestApp['routes'] = {
  '/hints': raw((res) => {
    res.writeEarlyHints(hints)
    res.writeEarlyHints({ link: ['</b.js>; rel=preload; as=script', '</c.js>; rel=preload; as=script'] })
    res.setHeader('Content-Type', 'text/plain')
    res.write('te')
    res.end('xt')
  }),
  '/processing': raw(async (res) => {
    res.writeProcessing()
    await new Promise((resolve) => setTimeout(resolve, 2))
    res.writeProcessing()
    res.writeHead(404, { 'Content-Type': 'text/plain' }).write('no such ')
    res.end('thing')
  }),
  '/continue': raw((res) => {
    res.writeContinue()
    res.setHeader('Content-Type', 'text/plain')
    res.write('text')
    res.end()
  }),
  '/204': raw((res) => {
    res.writeEarlyHints(hints)
    res.writeHead(204).end()
  }),
}

describe.each(frameworks)('what $name sends before the final response', (framework) => {
  it('stays as it is, to the byte', async () => {
    const targets = Object.keys(preliminary)
    await expectSame(framework, { routes: preliminary }, {}, [
      ...targets.map((target) => ({ target })),
      ...targets.map((target) => ({ target, method: 'HEAD' })),
    ])
  })

  it('stays before a response that is mended (RFC 9110 §15.2)', async () => {
    const { server } = await serveConforming(framework, {
      routes: {
        '/hints': raw((res) => {
          res.writeEarlyHints(hints)
          res.writeHead(404).end()
        }),
        '/processing': raw((res) => {
          res.writeProcessing()
          res.statusCode = 503
          res.end()
        }),
        '/204': raw((res) => {
          res.writeEarlyHints(hints)
          res.writeHead(204, { 'Content-Type': 'text/plain' }).end('text')
        }),
      },
    })
    const sent = ['/hints', '/processing', '/204', '/hints'].map((target) => request({ target }))
    const { responses, error } = await exchange(server.port, pipeline(sent))
    expect(error).toBeUndefined()
    expect(responses.map(({ status, interim }) => [...interim.map(({ status }) => status), status])).toEqual([
      [103, 404],
      [102, 503],
      [103, 204],
      [103, 404],
    ])
    for (const index of [0, 1, 3]) expect(responses[index]?.json()).toMatchObject({ status: responses[index]?.status })
    expect(responses[2]?.headers('Content-Type')).toEqual([])
  })
})

describe.each(frameworks)('Expect: 100-continue on $name', (framework) => {
  const head = request({ method: 'POST', target: '/bare', headers: { Expect: '100-continue', 'Content-Length': '4' } })

  it('is answered, and so is the request once its content is there (RFC 9110 §10.1.1)', async () => {
    const { server } = await serveConforming(framework, {
      routes: { '/bare': raw((res, req) => req.resume().on('end', () => res.writeHead(404).end())) },
    })
    await converse(server.port, {}, async (conversation) => {
      for (let turn = 0; turn < 2; turn++) {
        conversation.send(head)
        await conversation.until(({ interim }) => interim.length === 1)
        conversation.send('text')
        const response = await conversation.response()
        expect(response.interim.map(({ status }) => status)).toEqual([100])
        expect(response.json()).toMatchObject({ status: 404 })
      }
    })
  })

  it.each([417, 413])('may be refused with a bare %d, which ends the connection (RFC 9110 §10.1.1)', async (status) => {
    const { server } = await listening(framework, 'checkContinue', {
      '/bare': raw((res) => res.writeHead(status).end()),
    })
    const { responses, closed, error } = await exchange(server.port, head, { methods: ['POST'] })
    expect(error).toBeUndefined()
    expect(responses[0]?.json()).toMatchObject({ status })
    expect(responses[0]?.header('Connection')).toBe('close')
    expect(responses[0]?.interim).toEqual([])
    expect(closed).toBe('fin')
  })

  it('may be answered by hand, by writeContinue()', async () => {
    const { server } = await listening(framework, 'checkContinue', {
      '/bare': raw((res, req) => {
        res.writeContinue()
        req.resume().on('end', () => res.writeHead(404).end())
      }),
    })
    await converse(server.port, {}, async (conversation) => {
      for (let turn = 0; turn < 2; turn++) {
        conversation.send(head)
        await conversation.until(({ interim }) => interim.length === 1)
        conversation.send('text')
        expect((await conversation.response()).json()).toMatchObject({ status: 404 })
      }
    })
  })

  it('another expectation may be refused with a bare 417 (RFC 9110 §15.5.18)', async () => {
    const { server } = await listening(framework, 'checkExpectation', {
      '/bare': raw((res) => res.writeHead(417).end()),
    })
    const sent = request({ target: '/bare', headers: { Expect: 'more' } })
    const { responses, error } = await exchange(server.port, [sent, sent])
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.json())).toMatchObject([{ status: 417 }, { status: 417 }])
  })
})

describe.each(frameworks)('trailer fields on $name', (framework) => {
  it('stay as they are, to the byte (RFC 9110 §6.5)', async () => {
    const trailing: TestApp['routes'] = {}
    for (const status of [200, 404]) {
      const type = { 'Content-Type': 'text/plain' }
      Object.assign(trailing, {
        [`/write-${status}`]: raw((res) => {
          res.writeHead(status, { ...type, Trailer: 'X-Sum' }).write('text')
          res.addTrailers({ 'X-Sum': '1' })
          res.end()
        }),
        [`/end-${status}`]: raw((res) => {
          res.statusCode = status
          res.setHeader('Content-Type', 'text/plain')
          res.setHeader('Trailer', 'X-Sum')
          res.addTrailers([['X-Sum', '1']])
          res.end('text')
        }),
        [`/empty-${status}`]: raw((res) => {
          res.statusCode = status
          res.setHeader('Content-Type', 'text/plain')
          res.setHeader('Trailer', 'X-Sum')
          res.addTrailers({ 'X-Sum': '1' })
          res.end()
        }),
      })
    }
    await expectSame(
      framework,
      { routes: trailing },
      {},
      Object.keys(trailing).map((target) => ({ target })),
    )
  })

  it('go with the content that they belong to, where an error is mended', async () => {
    const { server } = await serveConforming(framework, {
      routes: {
        '/': raw((res) => {
          res.setHeader('Trailer', 'X-Sum')
          res.addTrailers({ 'X-Sum': '1' })
          res.statusCode = 404
          res.end()
        }),
        '/head': raw((res) => {
          res.writeHead(404, { Trailer: 'X-Sum' })
          res.addTrailers({ 'X-Sum': '1' })
          res.end()
        }),
      },
    })
    const { responses, error } = await exchange(
      server.port,
      pipeline(['/', '/head', '/'].map((target) => request({ target }))),
    )
    expect(error).toBeUndefined()
    for (const response of responses) {
      expect(response.json()).toMatchObject({ status: 404 })
      expect(response.headers('Trailer')).toEqual([])
      expect(response.trailers).toEqual([])
    }
  })
})

function opened({ port }: RunningServer, path: string): WebSocket {
  const client = new WebSocket(`ws://127.0.0.1:${port}${path}`)
  onTestFinished(() => client.terminate())
  return client
}

/** A server that gives the application also the requests that Node would answer itself. */
async function listening(
  framework: Framework,
  event: 'checkContinue' | 'checkExpectation',
  routes: TestApp['routes'],
): ReturnType<typeof serveConforming> {
  const conforming = await serveConforming(framework, { routes })
  const { server } = conforming.server
  const [listener] = server.listeners('request') as RequestListener[]
  if (listener !== undefined) server.on(event, listener)
  return conforming
}
