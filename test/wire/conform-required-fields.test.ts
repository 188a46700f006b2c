import { basic, bearer } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { conformed, raw, serveConforming } from '../support/conforming.ts'
import { type Framework, frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

/** As the framework's users write a status with content. */
const written = (status: number, fields: Record<string, string> = {}): Handler => {
  return (io) => {
    io.status(status)
    for (const [name, value] of Object.entries(fields)) io.header(name, value)
    io.body({ a: 1 })
  }
}

const fallbacks: NonNullable<NonNullable<TestApp['conform']>['fallbacks']> = {
  challenges: [bearer({ realm: 'orders' }), basic({ realm: 'orders' })],
  proxyChallenges: [basic({ realm: 'proxy' })],
  upgrade: ['h2c'],
  retryAfter: 30,
}

const owed = [
  [401, 'WWW-Authenticate', ['Bearer realm="orders"', 'Basic realm="orders"'], '9110-15.5.2-www-authenticate'],
  [407, 'Proxy-Authenticate', ['Basic realm="proxy"'], '9110-15.5.8-proxy-authenticate'],
  [426, 'Upgrade', ['h2c'], '9110-15.5.22-upgrade'],
  [429, 'Retry-After', ['30'], '6585-4-retry-after'],
  [503, 'Retry-After', ['30'], '9110-15.6.4-retry-after'],
] as const

describe.each(frameworks)('$name', (framework) => {
  describe.each(owed)('a %d', (status, name, values, rule) => {
    it.each(['GET', 'HEAD', 'POST'])(`to %s gets ${name} from the fallbacks (${rule})`, async (method) => {
      const { response, events } = await conformed(framework, written(status), { method }, { conform: { fallbacks } })
      expect(response.status).toBe(status)
      expect(response.headers(name)).toEqual(values)
      if (method !== 'HEAD') expect(response.json()).toEqual({ a: 1 })
      expect(events.map((event) => [event.rule.id, event.action])).toContainEqual([rule, 'mended'])
    })

    it(`gets ${name} from the fallbacks that problems() was told`, async () => {
      const { response } = await conformed(framework, written(status), {}, { problems: { fallbacks } })
      expect(response.headers(name)).toEqual(values)
    })

    it(`keeps its own ${name}`, async () => {
      const own = { Connection: 'upgrade', [name]: name === 'Retry-After' ? '7' : 'Own' }
      const { response, told } = await conformed(framework, written(status, own), {}, { conform: { fallbacks } })
      expect(response.headers(name)).toEqual([own[name]])
      expect(told).not.toContain(`mended ${rule}`)
    })

    it(`gets ${name} also behind writeHead()`, async () => {
      const handler = raw((res) => res.writeHead(status, { 'X-Own': 'a' }).end('text'))
      const { response } = await conformed(framework, handler, {}, { conform: { fallbacks } })
      expect(response.headers(name)).toEqual(values)
      expect(response.headers('X-Own')).toEqual(['a'])
      expect(response.text()).toBe('text')
    })

    it(`gets ${name} also where its content is streamed`, async () => {
      const handler = raw((res) => {
        res.writeHead(status).write('te')
        res.end('xt')
      })
      const { response } = await conformed(framework, handler, {}, { conform: { fallbacks } })
      expect(response).toMatchObject({ framing: 'chunked', body: Buffer.from('text') })
      expect(response.headers(name)).toEqual(values)
    })

    it(`gets ${name} also where its head goes ahead`, async () => {
      const handler = raw((res) => {
        res.writeHead(status).flushHeaders()
        res.end('text')
      })
      const { response } = await conformed(framework, handler, {}, { conform: { fallbacks } })
      expect(response.headers(name)).toEqual(values)
    })
  })

  it('an empty field is none (RFC 9110 §15.5.2)', async () => {
    const { response } = await conformed(
      framework,
      written(401, { 'WWW-Authenticate': '' }),
      {},
      { conform: { fallbacks } },
    )
    expect(response.headers('WWW-Authenticate')).toHaveLength(2)
  })

  it('a 426 that names protocols gets the connection option (RFC 9110 §7.8)', async () => {
    for (const [fields, connection] of [
      [{}, 'upgrade'],
      [{ Connection: 'close' }, 'close, upgrade'],
      [{ Connection: 'Upgrade' }, 'Upgrade'],
    ] as const) {
      const handler = raw((res) => res.writeHead(426, { Upgrade: 'h2c', ...fields }).end('text'))
      const { server } = await serveConforming(framework, { routes: { '/': handler } })
      expect((await answerOf(server)).headers('Connection')).toEqual([connection])
    }
  })

  it('a 426 gets the connection option together with the protocols (RFC 9110 §7.8)', async () => {
    const { response } = await conformed(framework, written(426), {}, { conform: { fallbacks } })
    expect(response.headers('Connection')).toEqual(['upgrade'])
  })

  it.each([{}, { Upgrade: 'h2c' }])(
    'a 426 with %o ends a connection that is to end (RFC 9112 §9.6)',
    async (fields) => {
      const { server } = await serveConforming(framework, {
        conform: { fallbacks },
        routes: { '/': written(426, fields) },
      })
      const { responses, closed } = await exchange(server.port, request({ headers: { Connection: 'close' } }))
      expect(responses[0]?.headers('Connection')).toEqual(['upgrade, close'])
      expect(closed).toBe('fin')
    },
  )

  it('without fallbacks, a 401 gets a challenge with a constant realm (RFC 9110 §15.5.2)', async () => {
    const { response, told } = await conformed(framework, written(401))
    expect(response.headers('WWW-Authenticate')).toEqual(['Bearer realm="api"'])
    expect(told).toContain('mended 9110-15.5.2-www-authenticate')
  })

  it('without fallbacks, a 401 gets the scheme that the client speaks already (RFC 9110 §11.6.1)', async () => {
    const { response } = await conformed(framework, written(401), { headers: { Authorization: 'Basic YTpi' } })
    expect(response.headers('WWW-Authenticate')).toEqual(['Basic realm="api"'])
  })

  it.each([407, 426])('without fallbacks, what a %d lacks is only reported', async (status) => {
    const { response, told } = await conformed(framework, written(status))
    expect(response.status).toBe(status)
    expect(response.json()).toEqual({ a: 1 })
    expect(told[0]).toMatch(/^reported 9110-15\.5\.(?:8-proxy-authenticate|22-upgrade)$/)
  })

  it.each([429, 503])('without fallbacks.retryAfter, a %d without Retry-After is no fault', async (status) => {
    const { response, told } = await conformed(framework, written(status, { 'Cache-Control': 'no-store' }), {}, noTags)
    expect(response.headers('Retry-After')).toEqual([])
    expect(told).toEqual([])
  })

  it('a 500 gets no Retry-After', async () => {
    const { response } = await conformed(framework, written(500), {}, { conform: { fallbacks } })
    expect(response.headers('Retry-After')).toEqual([])
  })

  it('a date is a Retry-After, too (RFC 9110 §10.2.3)', async () => {
    const retryAfter = new Date('2031-12-31T23:59:59Z')
    const { response } = await conformed(framework, written(503), {}, { conform: { fallbacks: { retryAfter } } })
    expect(response.headers('Retry-After')).toEqual(['Wed, 31 Dec 2031 23:59:59 GMT'])
  })

  it('a 405 gets Allow from the routes (RFC 9110 §15.5.6)', async () => {
    const { response, told } = await refused(framework, {})
    expect(response.headers('Allow')).toEqual(['GET, HEAD, PUT, OPTIONS'])
    expect(response.json()).toEqual({ a: 1 })
    expect(told).toEqual(['mended 9110-15.5.6-allow'])
  })

  it('a 405 does not list the method that it refuses (RFC 9110 §15.5.6)', async () => {
    const { response } = await refused(framework, { conform: { allow: () => ['DELETE', 'PATCH'] } })
    expect(response.headers('Allow')).toEqual(['PATCH, OPTIONS'])
  })

  it.each(['conform', 'problems'])('a 405 gets Allow from the option of %s()', async (name) => {
    const { response } = await refused(framework, { [name]: { allow: () => ['GET', 'PATCH'] } })
    expect(response.headers('Allow')).toEqual(['GET, HEAD, PATCH, OPTIONS'])
  })

  it('an empty Allow is one: there are no methods at all (RFC 9110 §10.2.1)', async () => {
    const { response, told } = await conformed(framework, written(405, { Allow: '' }))
    expect(response.headers('Allow')).toEqual([''])
    expect(told).toEqual([])
  })

  it('warns once of what nobody supplies, naming the rule', async () => {
    const server = await serve(
      framework,
      { conform: { onMend: () => {} }, routes: { '/': written(401) } },
      { env: undefined },
    )
    await answerOf(server)
    await answerOf(server)
    expect(server.warned.filter((line) => line.includes('a 401 came without WWW-Authenticate'))).toHaveLength(1)
  })
})

const noTags: Partial<TestApp> = { setup: { express: (app) => void app.disable('etag') } }

async function refused(framework: Framework, app: Partial<TestApp>): ReturnType<typeof conformed> {
  const routes: TestApp['routes'] = {
    'GET /orders': (io) => io.body('orders'),
    'PUT /orders': (io) => io.body('orders'),
    'DELETE /orders': written(405),
  }
  return conformed(framework, () => {}, { method: 'DELETE', target: '/orders' }, { ...app, routes })
}
