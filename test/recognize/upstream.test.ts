import type { RequestListener } from 'node:http'
import axios from 'axios'
import * as undici from 'undici'
import { describe, expect, it } from 'vitest'
import { whileServing } from './provoke.ts'
import { recognized, toldOf } from './recognized.ts'

/** A server with which something is wrong, and which tells secrets. */
const upstream: RequestListener = (req, res) => {
  if (req.url === '/slow') return
  res.writeHead(req.url === '/cut' ? 200 : Number(req.url?.slice(1)), {
    'Content-Type': 'text/plain',
    'Content-Length': '99',
    'Set-Cookie': 'session=upstream-secret',
    'WWW-Authenticate': 'Basic realm="upstream-secret"',
    'Retry-After': '77',
  })
  if (req.url === '/cut') res.write('upstream-secret', () => res.destroy())
  else res.end('upstream-secret'.padEnd(99))
}

/** What a call to that server rejects with. */
const rejection = (call: (origin: string) => Promise<unknown>): Promise<unknown> =>
  whileServing(upstream, (port) =>
    call(`http://127.0.0.1:${port}`).then(
      () => 'it was not rejected',
      (error: unknown) => error,
    ),
  )

/** What a call rejects with where nobody listens. */
const refusal = async (call: (origin: string) => Promise<unknown>): Promise<unknown> => {
  const port = await whileServing(upstream, async (used) => used)
  return call(`http://127.0.0.1:${port}`).catch((error: unknown) => error)
}

const headers = { Authorization: 'Bearer client-secret' }

const expectNothingCopied = (thrown: unknown, status: 502 | 504): void => {
  const { problem } = recognized(thrown)
  expect(problem).toMatchObject({ status, detail: undefined, headers: {}, extensions: {}, cause: thrown })
  expect(toldOf(thrown)).not.toMatch(/secret|127\.0\.0\.1|Retry-After|WWW-Authenticate|Set-Cookie|ECONN/i)
}

describe('an error of axios', () => {
  it.each([400, 401, 404, 429, 500, 503])('about an upstream %i is a 502 with nothing copied', async (status) => {
    expectNothingCopied(await rejection((origin) => axios.get(`${origin}/${status}`, { headers })), 502)
  })

  it('about a refused connection is a 502', async () => {
    expectNothingCopied(await refusal((origin) => axios.get(`${origin}/200`, { headers })), 502)
  })

  it('about a timeout is a 504 (RFC 9110 §15.6.5)', async () => {
    expectNothingCopied(await rejection((origin) => axios.get(`${origin}/slow`, { headers, timeout: 20 })), 504)
  })

  it('about a response that breaks off is a 502', async () => {
    expectNothingCopied(await rejection((origin) => axios.get(`${origin}/cut`, { headers })), 502)
  })

  it('is known by isAxiosError alone', () => {
    expectNothingCopied(Object.assign(new Error('secret'), { isAxiosError: true, status: 404, expose: true }), 502)
  })
})

describe('an error of fetch', () => {
  const clients: readonly (readonly [string, typeof fetch])[] = [
    ['Node', fetch],
    ['undici', undici.fetch as unknown as typeof fetch],
  ]

  it.each(clients)('of %s about a refused connection is a 502', async (_name, fetch) => {
    expectNothingCopied(await refusal((origin) => fetch(`${origin}/200`, { headers })), 502)
  })

  it.each(clients)('of %s about a response that breaks off is a 502', async (_name, fetch) => {
    expectNothingCopied(await rejection(async (origin) => (await fetch(`${origin}/cut`, { headers })).text()), 502)
  })

  it.each(clients)('of %s about a timeout is a 504 (RFC 9110 §15.6.5)', async (_name, fetch) => {
    const signal = AbortSignal.timeout(20)
    expectNothingCopied(await rejection((origin) => fetch(`${origin}/slow`, { headers, signal })), 504)
  })

  it('is no plain TypeError of the application', () => {
    expect(recognized(new TypeError('fetch failed')).problem.status).toBe(500)
    expect(recognized(new TypeError('secret', { cause: new Error('why') })).problem.status).toBe(500)
  })

  it('is no TimeoutError of the application', () => {
    expect(recognized(Object.assign(new Error('too slow'), { name: 'TimeoutError' })).problem.status).toBe(500)
    expect(recognized(Object.assign(new Error('odd'), { code: 23 })).problem.status).toBe(500)
  })

  it('is no request that was given up', () => {
    expect(recognized(AbortSignal.abort().reason).problem.status).toBe(500)
  })
})

describe('an error of undici', () => {
  const { request, Agent, interceptors } = undici

  it('about an upstream status is a 502 with nothing copied', async () => {
    const dispatcher = new Agent().compose(interceptors.responseError())
    expectNothingCopied(await rejection((origin) => request(`${origin}/401`, { headers, dispatcher })), 502)
    await dispatcher.close()
  })

  it('about a timeout is a 504 (RFC 9110 §15.6.5)', async () => {
    expectNothingCopied(await rejection((origin) => request(`${origin}/slow`, { headers, headersTimeout: 20 })), 504)
  })

  it('about a connection that ends is a 502', async () => {
    const thrown = await rejection(async (origin) => (await request(`${origin}/cut`, { headers })).body.text())
    expect(thrown).toHaveProperty('code', expect.stringMatching(/^UND_ERR_/))
    expectNothingCopied(thrown, 502)
  })
})

describe('an error in the shape of another HTTP client', () => {
  const shaped = (properties: object): Error => Object.assign(new Error('upstream-secret'), properties)

  it.each([
    ['got, about a status', { name: 'HTTPError', code: 'ERR_NON_2XX_3XX_RESPONSE', options: {}, response: {} }],
    ['got, about a connection', { name: 'RequestError', code: 'ECONNRESET', options: {}, request: {} }],
    ['ky', { name: 'HTTPError', request: {}, response: { status: 404 }, options: {} }],
    ['superagent', { status: 404, response: { status: 404, text: 'secret' } }],
    ['a client that keeps its config', { status: 404, expose: true, config: { headers } }],
    ['an SDK', { statusCode: 402, expose: true, headers: { 'content-type': 'application/json', 'retry-after': '7' } }],
    ['an SDK with cookies', { status: 400, headers: new Headers({ 'Set-Cookie': 'a=secret' }) }],
    ['an SDK with connection fields', { status: 400, headers: { Connection: 'keep-alive' } }],
    ['an SDK with transfer codings', { status: 400, headers: { 'Transfer-Encoding': 'chunked' } }],
  ])('(%s) is a 502 with nothing copied', (_name, properties) => {
    expectNothingCopied(shaped(properties), 502)
  })

  it.each([
    ['got', { name: 'TimeoutError', code: 'ETIMEDOUT', request: {} }],
    ['ky', { name: 'TimeoutError', request: {} }],
    ['superagent', { code: 'ECONNABORTED', timeout: 20, response: {} }],
    ['request', { code: 'ESOCKETTIMEDOUT', request: {} }],
    ['undici, of the connection', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
    ['undici, of the content', { code: 'UND_ERR_BODY_TIMEOUT' }],
    ['any, in the cause', { request: {}, cause: shaped({ code: 'ETIMEDOUT' }) }],
  ])('(%s) about a timeout is a 504', (_name, properties) => {
    expectNothingCopied(shaped(properties), 504)
  })

  it.each(['MY_ETIMEDOUT', 'ECONNABORTED_LATER', 'timeout', 504, ['ETIMEDOUT']])(
    'is no timeout with the code %j, which no client has for one',
    (code) => {
      expectNothingCopied(shaped({ request: {}, code }), 502)
    },
  )

  it('is none where those properties are null', () => {
    const thrown = shaped({ status: 404, response: null, request: null, config: null })
    expect(recognized(thrown).problem.status).toBe(404)
  })

  it('is none where its fields are those that a problem may set', () => {
    const thrown = shaped({
      status: 416,
      headers: { 'Content-Range': 'bytes */7', 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type': 'a' },
    })
    expect(recognized(thrown).problem).toMatchObject({ status: 416, headers: { 'Content-Range': 'bytes */7' } })
  })
})
