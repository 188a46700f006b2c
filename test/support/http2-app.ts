import { once } from 'node:events'
import { createSecureServer, createServer, type Http2SecureServer, type Http2Server } from 'node:http2'
import type { AddressInfo } from 'node:net'
import {
  basic,
  ContentTooLarge,
  MethodNotAllowed,
  MisdirectedRequest,
  NotFound,
  RangeNotSatisfiable,
  Unauthorized,
  UpgradeRequired,
} from 'statuswise'
import { protect } from 'statuswise/node'
import { onTestFinished } from 'vitest'
import { certificate } from './certificate/index.ts'
import type { TestApp } from './frameworks.ts'
import { type Http2Host, http2Listener } from './http2.ts'

/** How much content the large refusal has, more than a client takes at once. */
export const PADDING = 300_000

const throws = (make: () => unknown) => (): never => {
  throw make()
}

/** What programs are sent to: every kind of end that a stream can come to. */
const app: TestApp = {
  setup: { koa: (koa) => koa.on('error', () => {}) },
  routes: {
    '/': (io) => {
      io.header('Content-Type', 'text/plain')
      io.body('text')
    },
    '/404': throws(() => new NotFound()),
    '/405': throws(() => new MethodNotAllowed({ allow: ['GET'] })),
    '/416': throws(() => new RangeNotSatisfiable({ size: 4 })),
    '/421': throws(() => new MisdirectedRequest()),
    '/426': throws(() => new UpgradeRequired({ protocols: ['websocket'] })),
    '/500': throws(() => new Error('a secret')),
    '/unread': throws(() => new ContentTooLarge('At most 5 bytes')),
    '/unknown': throws(() => new Unauthorized({ challenges: [basic({ realm: 'a' })] })),
    '/half': async ({ req }) => {
      for await (const part of req) if (part.length > 0) throw new ContentTooLarge('At most 5 bytes')
    },
    '/large': async ({ req }) => {
      for await (const part of req) {
        if (part.length > 0) throw new ContentTooLarge({ extensions: { padding: 'x'.repeat(PADDING) } })
      }
    },
    '/late': async ({ ctx, res }) => {
      if (ctx) ctx.respond = false
      res.statusCode = 200
      await new Promise((resolve) => res.write('begun', resolve))
      throw new NotFound()
    },
  },
}

/** That application on a server of its own until the test is over, without TLS or with it. */
export async function serveForPrograms(host: Http2Host, scheme: 'http' | 'https'): Promise<string> {
  const listener = (await http2Listener(host, app)) as never
  const server: Http2Server | Http2SecureServer =
    scheme === 'http' ? createServer(listener) : createSecureServer({ ...certificate, allowHTTP1: true }, listener)
  protect(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
}
