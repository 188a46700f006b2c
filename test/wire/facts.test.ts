import { badRequest, methodNotAllowed, unauthorized } from '@hapi/boom'
import createError from 'http-errors'
import {
  basic,
  bearer,
  ContentTooLarge,
  MethodNotAllowed,
  ProxyAuthenticationRequired,
  RangeNotSatisfiable,
  ServiceUnavailable,
  Unauthorized,
  UnprocessableContent,
  UpgradeRequired,
} from 'statuswise'
import { describe, expect, it } from 'vitest'
import type { ProblemEvent } from '../../adapters/node/report.ts'
import { type AnyRequest, frameworks } from '../support/frameworks.ts'
import { answerOf, answerToThrown, serve, throwing } from '../support/serve.ts'

// The first of each pair is what the application throws, the second what the client has to get.
const typed = [
  ['401', new Unauthorized({ challenges: [basic({ realm: 'a' })] }), 'WWW-Authenticate', ['Basic realm="a"']],
  ['405', new MethodNotAllowed({ allow: ['GET', 'POST'] }), 'Allow', ['GET, HEAD, POST']],
  [
    '407',
    new ProxyAuthenticationRequired({ challenges: [basic({ realm: 'p' })] }),
    'Proxy-Authenticate',
    ['Basic realm="p"'],
  ],
  ['416', new RangeNotSatisfiable({ size: 1234 }), 'Content-Range', ['bytes */1234']],
  ['426', new UpgradeRequired({ protocols: ['websocket', 'HTTP/2.0'] }), 'Upgrade', ['websocket, HTTP/2.0']],
  ['503', new ServiceUnavailable({ retryAfter: 120 }), 'Retry-After', ['120']],
] as const

const foreign = [
  ['401 of http-errors', createError(401, { headers: { 'www-authenticate': 'Basic realm="x"' } }), 'Basic realm="x"'],
  ['401 of boom', unauthorized('no', 'Basic', { realm: 'x' }), 'Basic realm="x", error="no"'],
] as const

describe.each(frameworks)('$name', (framework) => {
  it.each(typed)('a typed %s carries what its status owes (RFC 9110 §15)', async (status, problem, name, values) => {
    const response = await answerToThrown(framework, problem)
    expect(response.status).toBe(Number(status))
    expect(response.headers(name)).toEqual(values)
    expect(response.json()).toMatchObject({ type: 'about:blank', status: Number(status) })
  })

  it('several challenges go out as several lines, in their order (RFC 9110 §11.6.1)', async () => {
    const challenges = [bearer({ realm: 'api', error: 'invalid_token' }), basic({ realm: 'api' })] as const
    const response = await answerToThrown(framework, new Unauthorized({ challenges }))
    expect(response.headers('WWW-Authenticate')).toEqual([
      'Bearer realm="api", error="invalid_token"',
      'Basic realm="api"',
    ])
  })

  it('426 says Connection: upgrade beside Upgrade (RFC 9110 §7.8)', async () => {
    const response = await answerToThrown(framework, new UpgradeRequired({ protocols: ['websocket'] }))
    expect(response.header('Connection')).toBe('upgrade')
  })

  it.each(foreign)('the challenge of a %s goes out (RFC 9110 §15.5.2)', async (_, thrown, challenge) => {
    const response = await answerToThrown(framework, thrown)
    expect(response.status).toBe(401)
    expect(response.headers('WWW-Authenticate')).toEqual([challenge])
  })

  it('a bare 401 gets a Bearer challenge with a realm that the client did not write (RFC 9110 §15.5.2)', async () => {
    const response = await answerToThrown(framework, createError(401), { headers: { Host: 'evil.example' } })
    expect(response.status).toBe(401)
    expect(response.headers('WWW-Authenticate')).toEqual([expect.stringMatching(/^Bearer realm="(?!.*evil)[^"]+"$/)])
  })

  it('a bare 401 answers in the scheme that the request used (RFC 9110 §11.6.1)', async () => {
    const response = await answerToThrown(framework, createError(401), { headers: { Authorization: 'Basic YTpi' } })
    expect(response.headers('WWW-Authenticate')).toEqual([expect.stringMatching(/^Basic realm="[^"]+"$/)])
  })

  it.each(['Digest username="a"', 'Negotiate YII=', 'Nonsense x', 'Bearer'])(
    'a bare 401 to `Authorization: %s` has a challenge that we can speak: Bearer (RFC 9110 §11.6.1)',
    async (authorization) => {
      const response = await answerToThrown(framework, createError(401), { headers: { Authorization: authorization } })
      expect(response.headers('WWW-Authenticate')).toEqual(['Bearer realm="api"'])
    },
  )

  it('a bare 405 has an Allow, an empty one (RFC 9110 §15.5.6, §10.2.1)', async () => {
    const response = await answerToThrown(framework, createError(405))
    expect(response.status).toBe(405)
    expect(response.headers('Allow')).toEqual([''])
  })

  it('a foreign 405 keeps its Allow (RFC 9110 §15.5.6)', async () => {
    const response = await answerToThrown(framework, methodNotAllowed('no', undefined, ['GET', 'PUT']))
    expect(response.headers('Allow')).toEqual(['GET, HEAD, PUT'])
  })

  it('a foreign Allow with empty members is written anew, with the HEAD that GET brings (RFC 9110 §5.6.1)', async () => {
    const thrown = createError(405, { headers: { Allow: 'GET,,POST' } })
    expect((await answerToThrown(framework, thrown)).headers('Allow')).toEqual(['GET, HEAD, POST'])
  })

  it('challenges that a foreign error has in one line go out in a line each (RFC 9110 §11.6.1)', async () => {
    const thrown = createError(401, { headers: { 'WWW-Authenticate': 'Bearer realm=a, error="b",, Basic realm="c"' } })
    expect((await answerToThrown(framework, thrown)).headers('WWW-Authenticate')).toEqual([
      'Bearer realm="a", error="b"',
      'Basic realm="c"',
    ])
  })

  it('a foreign Bearer challenge without parameters gets a realm (RFC 6750 §3)', async () => {
    const thrown = createError(401, { headers: { 'WWW-Authenticate': 'Bearer' } })
    expect((await answerToThrown(framework, thrown)).headers('WWW-Authenticate')).toEqual(['Bearer realm="api"'])
  })

  it('an invalid value that a foreign error brings is dropped and reported', async () => {
    const dropped: unknown[] = []
    const onProblem = (event: ProblemEvent<AnyRequest>): void => void dropped.push(...event.dropped)
    const thrown = createError(503, { headers: { 'Retry-After': 'soon' } })
    const response = await answerToThrown(framework, thrown, {}, { onProblem })
    expect(response.status).toBe(503)
    expect(response.headers('Retry-After')).toEqual([])
    expect(dropped).toMatchObject([{ kind: 'header', name: 'Retry-After' }])
  })

  it('a bare 407 becomes a 502: its credentials are a gateway’s own (RFC 9110 §15.5.8)', async () => {
    const response = await answerToThrown(framework, createError(407))
    expect(response.status).toBe(502)
    expect(response.headers('Proxy-Authenticate')).toEqual([])
    expect(response.json()).toMatchObject({ status: 502, title: 'Bad Gateway' })
  })

  it('a bare 416 tells no length that nobody knows', async () => {
    const response = await answerToThrown(framework, createError(416))
    expect(response.status).toBe(416)
    expect(response.headers('Content-Range')).toEqual([])
  })

  it('a foreign 416 keeps its Content-Range (RFC 9110 §15.5.17)', async () => {
    const thrown = createError(416, { headers: { 'Content-Range': 'bytes */42' } })
    expect((await answerToThrown(framework, thrown)).header('Content-Range')).toBe('bytes */42')
  })

  it('a bare 426 becomes a 500 (RFC 9110 §15.5.22)', async () => {
    const response = await answerToThrown(framework, createError(426))
    expect(response.status).toBe(500)
    expect(response.headers('Upgrade')).toEqual([])
    expect(response.headers('Connection')).not.toContain('upgrade')
  })

  it('a bare 503 has no Retry-After; only the application knows (RFC 9110 §15.6.4)', async () => {
    const response = await answerToThrown(framework, createError(503))
    expect(response.status).toBe(503)
    expect(response.headers('Retry-After')).toEqual([])
  })

  it.each([
    ['401', 'WWW-Authenticate', ['Bearer realm="api"', 'Basic realm="api"']],
    ['407', 'Proxy-Authenticate', ['Basic realm="proxy"']],
    ['426', 'Upgrade', ['websocket']],
    ['503', 'Retry-After', ['30']],
  ])('fallbacks supply what a bare %s lacks', async (status, name, values) => {
    const fallbacks = {
      challenges: [bearer({ realm: 'api' }), basic({ realm: 'api' })],
      proxyChallenges: [basic({ realm: 'proxy' })],
      upgrade: ['websocket'],
      retryAfter: 30,
    } as const
    const response = await answerToThrown(framework, createError(Number(status)), {}, { fallbacks })
    expect(response.status).toBe(Number(status))
    expect(response.headers(name)).toEqual(values)
  })

  it('a rule that the application left to us is named on console.warn, once', async () => {
    const server = await serve(framework, throwing(createError(401)))
    await answerOf(server)
    await answerOf(server)
    expect(server.warned).toEqual([expect.stringMatching(/401.*WWW-Authenticate.*RFC 9110/)])
  })

  it.each([
    [413, 'Content Too Large', new ContentTooLarge()],
    [422, 'Unprocessable Content', new UnprocessableContent()],
    [416, 'Range Not Satisfiable', createError(416)],
    [400, 'Bad Request', badRequest()],
  ])('%i says %s (RFC 9110 §15)', async (status, phrase, thrown) => {
    const response = await answerToThrown(framework, thrown)
    expect(response).toMatchObject({ status, reason: phrase })
    expect(response.json()).toMatchObject({ status, title: phrase })
  })

  it('an unregistered status goes out as it is', async () => {
    const response = await answerToThrown(framework, createError(418))
    expect(response.status).toBe(418)
    expect(response.json()).toMatchObject({ status: 418 })
  })
})
