import { Boom } from '@hapi/boom'
import createError from 'http-errors'
import {
  basic,
  MethodNotAllowed,
  NotFound,
  RequestTimeout,
  ServiceUnavailable,
  Unauthorized,
  UpgradeRequired,
} from 'statuswise'
import { describe, expect, it } from 'vitest'
import { frameworks } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, answerToThrown, serve, throwing } from '../support/serve.ts'

const failures: readonly (readonly [string, unknown])[] = [
  ['401', new Unauthorized({ challenges: [basic({ realm: 'a' })] })],
  ['404', createError(404)],
  ['405', new MethodNotAllowed({ allow: [] })],
  ['426', new UpgradeRequired({ protocols: ['websocket'] })],
  ['503', new ServiceUnavailable({ retryAfter: 1 })],
  ['500', new Error('a secret')],
]

const upgrading: readonly (readonly [string, unknown, Record<string, string>])[] = [
  ['of a typed 426', new UpgradeRequired({ protocols: ['websocket'] }), {}],
  ['of a foreign 426', createError(426, { headers: { Upgrade: 'websocket' } }), {}],
  ['in the headers of another problem', new NotFound({ headers: { Upgrade: 'websocket' } }), {}],
  ['that was set before', new NotFound(), { Upgrade: 'websocket' }],
]

const INJECTION = 'a\r\nX-Injected: yes'
const HOSTILE = { 'X-Note': INJECTION, 'WWW-Authenticate': INJECTION, Allow: INJECTION, 'Retry-After': INJECTION }

const injecting: readonly (readonly [string, unknown])[] = [
  ['of statuswise', new NotFound({ headers: { ...HOSTILE, 'X\r\nX-Injected': 'yes', 'X-List': ['good', INJECTION] } })],
  ['of http-errors', createError(401, { headers: { ...HOSTILE, 'X\r\nX-Injected': 'yes' } })],
  ['of boom', withBoomHeaders()],
  ['with a challenge of boom', new Boom('no', { statusCode: 401, data: HOSTILE })],
  ['with a reason', Object.assign(createError(404), { statusMessage: INJECTION, reason: INJECTION })],
]

function withBoomHeaders(): Boom {
  const thrown = new Boom('no', { statusCode: 405 })
  Object.assign(thrown.output.headers, HOSTILE)
  return thrown
}

describe.each(frameworks)('$name', (framework) => {
  it.each(failures)('after a %s the connection takes the next request (RFC 9112 §9.3)', async (status, thrown) => {
    const server = await serve(framework, throwing(thrown))
    const { responses, error, closed } = await exchange(server.port, [request(), request(), request()])
    expect(responses.map((response) => response.status)).toEqual([status, status, status].map(Number))
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('pipelined failures and successes come in their order (RFC 9112 §9.3.2)', async () => {
    const server = await serve(framework, {
      routes: {
        '/late': async () => {
          await new Promise((resolve) => setTimeout(resolve, 10))
          throw new NotFound('late')
        },
        '/now': () => {
          throw new NotFound('now')
        },
        '/good': (io) => io.body('good'),
      },
    })
    const targets = ['/late', '/now', '/good', '/nowhere', '/late', '/good']
    const { responses, error } = await exchange(
      server.port,
      pipeline(targets.map((target) => request({ method: 'POST', target, body: 'content' }))),
    )
    expect(responses.map(({ status }) => status)).toEqual([404, 404, 200, 404, 404, 200])
    expect(error).toBeUndefined()
    expect(responses[0]?.json()).toMatchObject({ detail: 'late' })
    expect(responses[1]?.json()).toMatchObject({ detail: 'now' })
  })

  it('a client that says Connection: close gets its error and the close (RFC 9112 §9.6)', async () => {
    const server = await serve(framework, throwing(new NotFound()))
    const { responses, closed } = await exchange(server.port, request({ headers: { Connection: 'close' } }))
    expect(responses).toMatchObject([{ status: 404, complete: true }])
    expect(responses[0]?.headers('Connection')).toEqual(['close'])
    expect(closed).toBe('fin')
  })

  it.each([
    ['says Connection: close', { headers: { Connection: 'close' } }],
    ['speaks HTTP/1.0', { version: '1.0' }],
  ] as const)('a 426 to a client that %s closes and says so (RFC 9112 §9.6)', async (_, parts) => {
    const server = await serve(framework, throwing(new UpgradeRequired({ protocols: ['websocket'] })))
    const { responses, error, closed } = await exchange(server.port, request(parts), { keepOpen: true })
    expect(error).toBeUndefined()
    expect(responses).toMatchObject([{ status: 426, complete: true }])
    expect(responses[0]?.headers('Connection')).toEqual(['upgrade, close'])
    expect(closed).toBe('fin')
  })

  it.each(upgrading)('Upgrade %s brings Connection: upgrade (RFC 9110 §7.8)', async (_, thrown, pending) => {
    const server = await serve(framework, {
      routes: {
        '/': (io) => {
          for (const [name, value] of Object.entries(pending)) io.header(name, value)
          throw thrown
        },
      },
    })
    const { responses, error, closed } = await exchange(server.port, [request(), request()])
    expect(responses.map((response) => response.headers('Upgrade'))).toEqual([['websocket'], ['websocket']])
    expect(responses.map((response) => response.headers('Connection'))).toEqual([['upgrade'], ['upgrade']])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('408 closes the connection and says so (RFC 9110 §15.5.9)', async () => {
    const server = await serve(framework, throwing(new RequestTimeout()))
    const { responses, closed } = await exchange(server.port, request(), { keepOpen: true })
    expect(responses).toMatchObject([{ status: 408, complete: true }])
    expect(responses[0]?.headers('Connection')).toEqual(['close'])
    expect(closed).toBe('fin')
  })

  it('a client that has sent its FIN still gets the error', async () => {
    const server = await serve(framework, throwing(new NotFound()))
    const { responses, error } = await exchange(server.port, request(), { halfClose: true })
    expect(responses).toMatchObject([{ status: 404, complete: true }])
    expect(error).toBeUndefined()
  })

  it.each(injecting)('no header field can be injected by an error %s (RFC 9110 §5.5)', async (_, thrown) => {
    const server = await serve(framework, throwing(thrown))
    const response = await answerOf(server)
    expect(response.headers('X-Injected')).toEqual([])
    expect(response.headerLines.filter(([, value]) => value.includes('X-Injected'))).toEqual([])
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect((await answerOf(server)).status).toBe(response.status)
  })

  it('an error that brings framing of its own does not change the framing (RFC 9112 §6)', async () => {
    const headers = {
      'Content-Length': '5',
      'Transfer-Encoding': 'chunked',
      Trailer: 'X-Sum',
      Connection: 'keep-alive, X-Note',
      'Keep-Alive': 'timeout=9999',
    }
    const response = await answerToThrown(framework, new NotFound({ headers }))
    expect(response.headers('Content-Length')).toEqual([String(response.body.length)])
    expect(response.headers('Transfer-Encoding')).toEqual([])
    expect(response.headers('Connection')).toEqual(['keep-alive'])
  })
})
