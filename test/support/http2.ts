import { once } from 'node:events'
import {
  type ClientHttp2Session,
  connect,
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from 'node:http2'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { Heard } from './http2-exchange.ts'
import { observe } from './observation.ts'
import { onKoa } from './on-koa.ts'
import { checkVerdict, judgeExchange } from './oracle.ts'
import type { TestApp } from './test-app.ts'

export interface Http2Server {
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

/** A Koa application on HTTP/2 without TLS, and a session with it. Both are gone when the test is over. */
export async function serveHttp2(major: number, app: TestApp): Promise<Http2Server> {
  const observation = observe()
  const errors: unknown[] = []
  const onWarning = (warning: Error): void => void errors.push(warning)
  process.on('warning', onWarning)
  const Koa = major >= 3 ? (await import('koa')).default : (await import('koa2')).default
  const server = createServer((await onKoa(Koa, app)) as never)
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
