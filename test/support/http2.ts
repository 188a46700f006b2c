import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import {
  type ClientHttp2Session,
  connect,
  createServer,
  type IncomingHttpHeaders,
  type Http2Server as NodeServer,
  type OutgoingHttpHeaders,
} from 'node:http2'

import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { Heard } from './http2-exchange.ts'
import { observe } from './observation.ts'
import { onHttp } from './on-http.ts'
import { onKoa } from './on-koa.ts'
import { checkVerdict, judgeExchange } from './oracle.ts'
import type { TestApp } from './test-app.ts'

/** What applications on HTTP/2 run on: a major version of Koa, or Node's compatibility layer alone. Express does not. */
export type Http2Host = number | 'node:http2'

/** All of them, as a test names them. */
export const http2Hosts: readonly (readonly [name: string, host: Http2Host])[] = [
  ['Koa 3', 3],
  ['Koa 2', 2],
  ['node:http2', 'node:http2'],
]

export interface Http2Server {
  readonly server: NodeServer
  readonly port: number
  readonly session: ClientHttp2Session
  /** What nobody caught, and what Node warned of. */
  readonly errors: readonly unknown[]
  /** Sends a request with all its content, and waits until its stream is closed. */
  request(headers?: OutgoingHttpHeaders, body?: Buffer): Promise<Http2Response>
}

export interface Http2Response {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** The code that the stream was closed with; 0 is no error (RFC 9113 §7). */
  readonly code: number
}

/** An application as a listener for a server of node:http2. */
export async function http2Listener(host: Http2Host, app: TestApp): Promise<RequestListener> {
  if (host === 'node:http2') return onHttp(app)
  return onKoa(host >= 3 ? (await import('koa')).default : (await import('koa2')).default, app)
}

/**
 * An application on HTTP/2 without TLS, and a session with it. Both are gone when the test is over.
 *
 * @param prepare is given the server before it listens.
 */
export async function serveHttp2(
  host: Http2Host,
  app: TestApp,
  prepare: (server: NodeServer) => unknown = () => {},
): Promise<Http2Server> {
  const observation = observe()
  const errors: unknown[] = []
  const onWarning = (warning: Error): void => void errors.push(warning)
  process.on('warning', onWarning)
  const server = createServer((await http2Listener(host, app)) as never)
  prepare(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  session.on('error', (error) => void errors.push(error))
  const { port } = server.address() as AddressInfo
  onTestFinished(async () => {
    session.destroy()
    await new Promise((resolve) => server.close(resolve))
    process.off('warning', onWarning)
    observation.stop()
    checkVerdict(port, app)
  })
  return {
    server,
    port,
    session,
    get errors() {
      return [...errors, ...observation.errors]
    },
    async request(headers = {}, body) {
      const stream = session.request({ ':path': '/', ...headers }, { endStream: body === undefined })
      const parts: Buffer[] = []
      const heard = new Heard(headers, body)
      let answered: IncomingHttpHeaders = {}
      stream.on('response', (fields) => {
        answered = fields
      })
      heard.listenTo(stream)
      stream.on('data', (part: Buffer) => parts.push(part))
      // A reset with a code is an 'error'; the code is kept all the same.
      stream.on('error', () => {})
      if (body !== undefined) stream.end(body)
      await new Promise((resolve) => stream.once('close', resolve))
      const exchange = heard.exchange(Buffer.concat(parts), stream.rstCode)
      if (exchange !== undefined) judgeExchange(port, exchange)
      return {
        status: Number(answered[':status']),
        headers: answered,
        body: Buffer.concat(parts),
        code: stream.rstCode ?? 0,
      }
    },
  }
}
