import { createServer } from 'node:http'
import { connect } from 'node:net'
import { protect } from 'statuswise/node'
import { describe, expect, it } from 'vitest'
import { hosts, type TestApp } from '../support/frameworks.ts'
import { answersTo, expectProblem, protectedServer } from '../support/protected.ts'
import { converse, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

const slow = request({ target: '/slow' })

describe.each(hosts)('on $name, protect()', (host) => {
  it('answers garbage behind pipelined requests after them, not before (RFC 9112 §9.3.2)', async () => {
    const { port } = await protectedServer(host)
    const responses = await answersTo(port, `${slow}${slow}\0\0`, ['GET', 'GET', 'GET'])
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 400])
    expectProblem(responses[2], 400, /first line/)
  })

  it('answers CONNECT behind pipelined requests after them', async () => {
    const { port } = await protectedServer(host)
    const responses = await answersTo(port, `${slow}CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n`, ['GET', 'CONNECT'])
    expect(responses.map(({ status }) => status)).toEqual([200, 405])
  })

  it('answers garbage in the content of a request that has no answer yet, once', async () => {
    const { port } = await protectedServer(host)
    const head = 'POST /slow HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n'
    const responses = await answersTo(port, [head, 'zz\r\n'], ['POST'])
    expect(responses).toHaveLength(1)
    expectProblem(responses[0], 400, /chunk/)
  })

  it('answers nothing more where the request with the garbage had its answer', async () => {
    const { port } = await protectedServer(host)
    await converse(port, { methods: ['POST'] }, async (conversation) => {
      conversation.send('POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n')
      expect((await conversation.response()).status).toBe(200)
      conversation.send('zz\r\n')
      const { responses, error, closed } = await conversation.untilClosed()
      expect([responses.length, error, closed]).toEqual([1, undefined, 'fin'])
    })
  })

  it('processes nothing behind a request with Connection: close, and answers that (RFC 9112 §9.6)', async () => {
    const { port } = await protectedServer(host)
    const last = request({ target: '/slow', headers: { Connection: 'close' } })
    const responses = await answersTo(port, `${last}${slow}`)
    expect(responses.map(({ status }) => status)).toEqual([200])
  })

  it.each([
    ['with Connection: close', request({ headers: { Connection: 'close' } })],
    ['with Connection: close behind others', `${request()}${request({ headers: { Connection: 'close' } })}`],
    ['with a wrong Host', request({ headers: { Host: 'a b' } })],
  ])(
    'loses nothing of its last response to who goes on sending behind a request %s (RFC 9112 §9.6)',
    async (_, sent) => {
      const text = 'x'.repeat(2_000_000)
      const app: TestApp = { problems: { extend: () => ({ text }) }, routes: { '/': (io) => io.body(text) } }
      const { port } = await protectedServer(host, { extend: () => ({ text }) }, {}, app)
      const { received, fault } = await sendOn(port, sent)
      expect(fault).toBeUndefined()
      expect(received.length).toBeGreaterThan(text.length)
    },
  )

  it.each([
    ['a fault', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n'],
    ['a coding that nobody knows', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x, chunked\r\n\r\n0\r\n\r\n'],
    ['chunks in HTTP/1.0', 'POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['close and keep-alive', 'GET / HTTP/1.0\r\nConnection: close, keep-alive\r\n\r\n'],
  ])('gives the application nothing that comes behind a request with %s (RFC 9112 §9.6)', async (_, sent) => {
    const seen: unknown[] = []
    const app: TestApp = {
      routes: {
        '/': (io) => io.body('first'),
        '/behind': (io) => {
          seen.push(io.req.url)
          io.body('second')
        },
      },
      breaks: 'anything',
    }
    const { port } = await protectedServer(host, {}, {}, app)
    const method = sent.startsWith('POST') ? 'POST' : 'GET'
    const responses = await answersTo(port, `${sent}${request({ target: '/behind' })}`, [method])
    expect(responses).toHaveLength(1)
    expect(seen).toEqual([])
  })

  it.each([1, 2])(
    'answers to the right request behind a wish to upgrade, or ends the connection (%i packets)',
    async (packets) => {
      const { port } = await protectedServer(host)
      const headers = { Connection: 'upgrade', Upgrade: 'h2c' }
      const sent = [request({ headers }), request({ method: 'POST' }), request({ method: 'DELETE' })]
      await converse(port, {}, async (conversation) => {
        if (packets === 1) conversation.send(sent.join(''))
        else {
          conversation.send(sent[0] ?? '')
          expect((await conversation.response()).headers('connection')).toEqual(['keep-alive'])
          conversation.send(sent.slice(1).join(''))
          conversation.halfClose()
        }
        const { responses, error, closed } = await conversation.untilClosed()
        expect([error, closed]).toEqual([undefined, 'fin'])
        const answered = ['GET', 'POST', 'DELETE'].slice(0, packets === 1 ? 1 : 3)
        expect(responses.map(({ body }) => String(body))).toEqual(answered.map((method) => `${method} was answered`))
        if (packets === 1) expect(responses[0]?.headers('connection')).toEqual(['close'])
      })
    },
  )

  it.each([
    ['a head', ['GET / HTTP/1.1\r\nHost: a\r\n']],
    ['content', ['POST /never HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n', 'abc']],
  ])('answers 408 where %s does not come in time', async (_, sent) => {
    const timeouts = { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 50 }
    const app: TestApp = { routes: { '/never': () => new Promise(() => {}) } }
    const { port } = await protectedServer(host, {}, timeouts, app)
    const [response, ...others] = await answersTo(port, sent)
    expectProblem(response, 408, /in the time/)
    expect(others).toEqual([])
  })

  it('answers who ends its side within a request', async () => {
    const { port } = await protectedServer(host)
    await converse(port, {}, async (conversation) => {
      conversation.send('GET / HTTP/1.1\r\nHost: a\r\n')
      conversation.halfClose()
      expectProblem(await conversation.response(), 400, /ended before it was complete/)
      expect((await conversation.untilClosed()).closed).toBe('fin')
    })
  })

  it('leaves clientError to a listener of the application, added before or after', async () => {
    const answers = async (early: boolean): Promise<number[]> => {
      const own = (_: Error, socket: import('node:stream').Duplex): void => void socket.end('HTTP/1.1 422 \r\n\r\n')
      const { port } = await serve(
        host,
        { routes: {}, breaks: 'anything' },
        {
          createServer: (listener) => {
            const server = createServer(listener)
            if (early) server.on('clientError', own)
            protect(server)
            if (!early) server.on('clientError', own)
            return server
          },
        },
      )
      return (await answersTo(port, '\0')).map(({ status }) => status)
    }
    expect([await answers(true), await answers(false)]).toEqual([[422], [422]])
  })

  it('tells the application of what was answered', async () => {
    const events: unknown[] = []
    const onProblem = ({
      problem,
      outcome,
      thrown,
    }: {
      problem: { status: number }
      outcome: string
      thrown: unknown
    }) => void events.push([problem.status, outcome, (thrown as { code?: string }).code])
    const { port } = await protectedServer(host, { onProblem })
    await answersTo(port, '\0')
    expect(events).toEqual([[400, 'sent', 'HPE_INVALID_METHOD']])
  })
})

/** What a client gets that sends requests until it has heard all. */
async function sendOn(port: number, sent: string): Promise<{ received: string; fault: Error | undefined }> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  let received = ''
  let fault: Error | undefined
  socket.on('error', (error) => {
    fault = error
  })
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text
  })
  socket.on('end', () => socket.end())
  const more = (): void => {
    if (!socket.writable || socket.readableEnded) return
    socket.write(request({ target: '/behind' }))
    setImmediate(more)
  }
  socket.write(sent, more)
  await new Promise((resolve) => socket.once('close', resolve))
  return { received, fault }
}
