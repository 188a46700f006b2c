import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type ClientHttp2Session,
  connect,
  constants,
  createSecureServer,
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from 'node:http2'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { ContentTooLarge } from 'statuswise'
import { createHandler, drain, protect } from 'statuswise/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AnyServer } from '../../adapters/server/types.ts'
import { certificate } from '../support/certificate/index.ts'

const handler = createHandler(async (req: IncomingMessage, res: ServerResponse) => {
  if (req.url === '/refuse') throw new ContentTooLarge('At most 5 bytes')
  if (req.url === '/never') return new Promise(() => {})
  if (req.url === '/wait') await pause(100)
  let length = 0
  for await (const chunk of req) length += chunk.length
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  return res.end(`${req.method} with ${length} bytes`)
})

const servers = {
  'HTTP/2 without TLS': () => createServer(handler as never),
  'HTTP/2 with TLS': () => createSecureServer({ ...certificate, allowHTTP1: true }, handler as never),
}

async function listening<T extends Server>(server: T): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

function sessionWith(port: number, scheme: string): ClientHttp2Session {
  const session = connect(`${scheme}://127.0.0.1:${port}`, { rejectUnauthorized: false })
  session.on('error', () => {})
  onTestFinished(() => session.destroy())
  return session
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly interim: readonly number[]
  readonly body: string
  readonly code: number
}

/** Sends a request; its content, if any, when it is told to, as far as it expects to be. */
async function ask(session: ClientHttp2Session, headers: OutgoingHttpHeaders, body?: string): Promise<Answer> {
  const stream = session.request({ ':path': '/', ...headers }, { endStream: body === undefined })
  const interim: number[] = []
  const parts: Buffer[] = []
  let answered: IncomingHttpHeaders = {}
  stream.on('headers', (fields) => void interim.push(Number(fields[':status'])))
  stream.on('response', (fields) => {
    answered = fields
  })
  stream.on('data', (part: Buffer) => parts.push(part))
  stream.on('error', () => {})
  if (body !== undefined) {
    if (headers.expect === undefined) stream.end(body)
    else stream.once('continue', () => stream.end(body))
  }
  await once(stream, 'close')
  const { ':status': status, ...fields } = answered
  return {
    status: Number(status),
    headers: fields,
    interim,
    body: Buffer.concat(parts).toString(),
    code: stream.rstCode ?? 0,
  }
}

describe.each(Object.entries(servers))('on %s, protect()', (name, create) => {
  const scheme = name.includes('without') ? 'http' : 'https'
  const protectedSession = async (): Promise<{ session: ClientHttp2Session; server: AnyServer }> => {
    const server = protect(create(), { continueAfter: 3_600_000 })
    return { session: sessionWith(await listening(server), scheme), server }
  }

  it('leaves requests alone', async () => {
    const { session } = await protectedSession()
    expect(await ask(session, {})).toMatchObject({ status: 200, body: 'GET with 0 bytes', code: 0 })
  })

  it('sends 100 (Continue) when the content is first read (RFC 9110 §10.1.1)', async () => {
    const { session } = await protectedSession()
    const answer = await ask(session, { ':method': 'POST', expect: '100-continue' }, 'abc')
    expect(answer).toMatchObject({ status: 200, body: 'POST with 3 bytes', code: 0 })
  })

  it('spares who is refused the upload', async () => {
    const { session } = await protectedSession()
    const answer = await ask(session, { ':method': 'POST', ':path': '/refuse', expect: '100-continue' })
    expect(answer).toMatchObject({ status: 413, interim: [], code: 0 })
  })

  it('answers an unknown expectation with 417', async () => {
    const { session } = await protectedSession()
    const answer = await ask(session, { expect: 'nothing-less' })
    expect(answer).toMatchObject({ status: 417, code: 0 })
    expect(JSON.parse(answer.body)).toMatchObject({ status: 417 })
  })

  it('answers CONNECT with 405 and an empty Allow', async () => {
    const { session } = await protectedSession()
    const stream = session.request({ ':method': 'CONNECT', ':authority': 'a.example:80' })
    const [fields] = await once(stream, 'response')
    expect([fields[':status'], fields.allow]).toEqual([405, ''])
    stream.destroy()
  })

  it('lets drain() end streams, and take no more (RFC 9113 §6.8)', async () => {
    const { session, server } = await protectedSession()
    const wentAway = once(session, 'goaway')
    const asked = once(server, 'request')
    const waiting = ask(session, { ':path': '/wait' })
    await asked
    const drained = drain(server, { timeout: 5000 })
    expect((await wentAway)[0]).toBe(constants.NGHTTP2_NO_ERROR)
    expect(await waiting).toMatchObject({ status: 200, code: 0 })
    expect(await drained).toEqual({ cut: 0 })
    expect(session.closed || session.destroyed).toBe(true)
  })

  it('lets drain() cut what takes too long', async () => {
    const { session, server } = await protectedSession()
    const asked = once(server, 'request')
    const waiting = ask(session, { ':path': '/never' })
    await asked
    expect(await drain(server, { timeout: 50 })).toEqual({ cut: 1 })
    expect((await waiting).status).toBeNaN()
  })
})

/** What comes back over TLS with HTTP/1.1. */
async function overTls(port: number, sent: string): Promise<string> {
  const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] })
  const parts: Buffer[] = []
  socket.on('data', (part) => parts.push(part))
  socket.on('error', () => {})
  socket.write(sent)
  await once(socket, 'close')
  return Buffer.concat(parts).toString('latin1')
}

describe.each([
  ['node:https', () => createHttps({ ...certificate }, handler)],
  ['node:http2 with allowHTTP1', servers['HTTP/2 with TLS']],
])('on %s, protect() answers over HTTP/1.1', (_, create) => {
  it.each([
    ['garbage', '\0', 400],
    ['a method that nobody knows', 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n', 501],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
    ['CONNECT', 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
  ])('%s', async (_what, sent, status) => {
    const port = await listening(protect(create() as Server & AnyServer))
    const answer = await overTls(port, sent)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toMatch(/^Date: /m)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({ status })
  })
})
