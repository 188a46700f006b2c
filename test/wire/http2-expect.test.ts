import { once } from 'node:events'
import { constants } from 'node:http2'
import { setTimeout as pause } from 'node:timers/promises'
import { protect } from 'statuswise/node'
import { describe, expect, it } from 'vitest'
import type { TestApp } from '../support/frameworks.ts'
import { type Http2Server, http2Hosts, serveHttp2 } from '../support/http2.ts'

const INVITED_AFTER = 50

const app: TestApp = {
  routes: {
    '/': async (io) => {
      let length = 0
      for await (const part of io.req) length += part.length
      io.header('Content-Type', 'text/plain')
      return io.body(`${length} bytes`)
    },
    '/never': () => new Promise(() => {}),
  },
}

const serving = (host: (typeof http2Hosts)[number][1]): Promise<Http2Server> =>
  serveHttp2(host, app, (server) => protect(server, { continueAfter: INVITED_AFTER }))

describe.each(http2Hosts)('Expect on HTTP/2 with protect() on %s', (_, host) => {
  it.each(['100-continue', '100-Continue'])('%s gets 100 (Continue), then the answer', async (expectation) => {
    const { session, errors } = await serving(host)
    const stream = session.request({ ':method': 'POST', expect: expectation }, { endStream: false })
    await once(stream, 'continue')
    stream.end('abc')
    const [fields] = await once(stream, 'response')
    expect(fields[':status']).toBe(200)
    expect(String((await stream.toArray())[0])).toBe('3 bytes')
    expect(errors).toEqual([])
  })

  it('nobody is told to go on who left, whatever the method and the code (RFC 9113 §6.4)', async () => {
    const { server, session, request, errors } = await serving(host)
    for (const method of ['HEAD', 'GET', 'POST']) {
      for (const code of [constants.NGHTTP2_NO_ERROR, constants.NGHTTP2_CANCEL, constants.NGHTTP2_INTERNAL_ERROR]) {
        const asked = once(server, 'checkContinue')
        const stream = session.request(
          { ':method': method, ':path': '/never', expect: '100-continue' },
          { endStream: false },
        )
        stream.on('error', () => {})
        await asked
        stream.close(code)
      }
    }
    await pause(2 * INVITED_AFTER)
    expect((await request({ ':method': 'POST' }, Buffer.from('abc'))).body.toString()).toBe('3 bytes')
    await pause(2 * INVITED_AFTER)
    expect(errors).toEqual([])
  })
})
