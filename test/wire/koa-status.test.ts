import { NotFound } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { frameworks, type Handler, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework) => {
  const answering = (handler: Handler, app: Partial<TestApp> = {}): Promise<RunningServer> =>
    serve(framework, { ...app, routes: { '/': handler } })

  it.each([400, 403, 404, 409, 410, 413, 418, 422, 429, 451, 500, 501, 503, 599])(
    'ctx.status = %i alone becomes a problem document',
    async (status) => {
      const breaks = status === 599 ? ['9205-4.6-registered-codes-only'] : []
      const server = await answering((io) => io.status(status), { breaks })
      const { responses, error } = await exchange(server.port, [request(), request({ method: 'HEAD' }), request()])
      expect(error).toBeUndefined()
      expect(responses.map((response) => response.status)).toEqual([status, status, status])
      expect(responses[0]?.json()).toMatchObject({ status })
      expect(responses[0]?.header('Content-Type')).toBe('application/problem+json')
      expect(responses[1]).toMatchObject({ framing: 'none' })
    },
  )

  it('a bare 401 gets a challenge, a bare 405 an Allow (RFC 9110 §15.5.2, §15.5.6)', async () => {
    const unauthorized = await answerOf(await answering((io) => io.status(401)))
    const notAllowed = await answerOf(await answering((io) => io.status(405)))
    expect(unauthorized.headers('WWW-Authenticate')).toEqual([expect.stringMatching(/^Bearer realm="/)])
    expect(notAllowed.headers('Allow')).toEqual([''])
  })

  it.each([
    [401, 'WWW-Authenticate', 'Basic realm="x"'],
    [405, 'Allow', 'GET, HEAD, PUT'],
    [407, 'Proxy-Authenticate', 'Basic realm="p"'],
    [429, 'Retry-After', '7'],
    [503, 'Retry-After', '7'],
  ])('what was set for a bare %i stays: %s', async (status, name, value) => {
    const server = await answering((io) => {
      io.status(status)
      io.header(name, value)
    })
    const response = await answerOf(server)
    expect(response.status).toBe(status)
    expect(response.headers(name)).toEqual([value])
  })

  it('several challenges that were set for a bare 401 stay several lines (RFC 9110 §11.6.1)', async () => {
    const challenges = ['Bearer realm="a"', 'Basic realm="a"']
    const server = await answering((io) => {
      io.status(401)
      io.header('WWW-Authenticate', challenges)
    })
    expect((await answerOf(server)).headers('WWW-Authenticate')).toEqual(challenges)
  })

  it('what was set for a bare status is brought into its form (RFC 9110 §5.6.1, §11.6.1)', async () => {
    const notAllowed = await answering((io) => {
      io.status(405)
      io.header('Allow', 'GET,,PUT')
    })
    const unauthorized = await answering((io) => {
      io.status(401)
      io.header('WWW-Authenticate', 'Bearer realm="a", Basic realm="a"')
    })
    expect((await answerOf(notAllowed)).headers('Allow')).toEqual(['GET, HEAD, PUT'])
    expect((await answerOf(unauthorized)).headers('WWW-Authenticate')).toEqual(['Bearer realm="a"', 'Basic realm="a"'])
  })

  it('nobody answering is a 404', async () => {
    expect((await answerOf(await answering(() => {}))).json()).toMatchObject({ status: 404, title: 'Not Found' })
  })

  it.each([
    ['text', 'mine'],
    ['JSON', { mine: true }],
    ['an empty string', ''],
    ['bytes', Buffer.from('mine')],
  ])('an error status with %s of the handler’s own is left alone', async (_, body) => {
    const breaks = body === '' ? ['9110-15.5-explain'] : []
    const server = await answering(
      (io) => {
        io.status(404)
        io.body(body)
      },
      { breaks },
    )
    const response = await answerOf(server)
    expect(response.status).toBe(404)
    expect(response.text()).toBe(typeof body === 'string' || Buffer.isBuffer(body) ? `${body}` : '{"mine":true}')
    expect(response.headers('X-Content-Type-Options')).toEqual([])
  })

  it.each([200, 404, 500])(
    'an explicit ctx.body = null with %i stays empty, and ends (RFC 9112 §6.3)',
    async (status) => {
      const server = await answering(
        (io) => {
          io.body(null)
          io.status(status)
        },
        { breaks: ['9110-15.5-explain', '9110-15.6-explain'] },
      )
      const { responses, error } = await exchange(server.port, [request(), request()])
      expect(error).toBeUndefined()
      expect(responses).toMatchObject([
        { status, framing: 'content-length', body: Buffer.alloc(0) },
        { status, framing: 'content-length', body: Buffer.alloc(0) },
      ])
    },
  )

  it.each([200, 204, 205, 304])('a %i without a body is left alone', async (status) => {
    const breaks = status === 205 ? ['9112-6.3-explicit-length-preferred'] : []
    const server = await answering((io) => io.status(status), { breaks })
    const response = await answerOf(server)
    expect(response.status).toBe(status)
    expect(response.headers('X-Content-Type-Options')).toEqual([])
  })

  it('ctx.respond = false is left alone', async () => {
    const server = await answering((io) => {
      if (io.ctx) io.ctx.respond = false
      setTimeout(() => io.res.writeHead(404, { 'Content-Type': 'text/plain', 'Content-Length': '4' }).end('mine'), 5)
    })
    const response = await answerOf(server)
    expect(response).toMatchObject({ status: 404, complete: true })
    expect(response.text()).toBe('mine')
  })

  it('a throw after ctx.respond = false is answered all the same', async () => {
    const server = await answering((io) => {
      if (io.ctx) io.ctx.respond = false
      throw new NotFound('No order 42')
    })
    expect((await answerOf(server)).json()).toMatchObject({ status: 404, detail: 'No order 42' })
  })

  it('a response that the handler wrote with node:http is left alone', async () => {
    const head = { 'Content-Type': 'text/plain', 'Content-Length': '4' }
    const server = await answering((io) => io.res.writeHead(404, head).end('mine'))
    const { responses, error } = await exchange(server.port, [request(), request()])
    expect(responses.map((response) => response.text())).toEqual(['mine', 'mine'])
    expect(error).toBeUndefined()
  })

  const orders: TestApp = {
    allowedMethods: {},
    routes: { 'GET /orders': (io) => io.body('orders'), 'PUT /orders': (io) => io.body('made') },
  }

  it.each([{}, { throw: true }])('allowedMethods(%o) gives a 405 as a problem document', async (allowedMethods) => {
    const server = await serve(framework, { ...orders, allowedMethods })
    const response = await answerOf(server, { method: 'DELETE', target: '/orders' })
    expect(response.json()).toMatchObject({ status: 405 })
    expect(response.headers('Allow')).toHaveLength(1)
  })

  it('of allowedMethods(), Allow lists OPTIONS, too, which is answered (RFC 9110 §15.5.6)', async () => {
    const server = await serve(framework, orders)
    const response = await answerOf(server, { method: 'DELETE', target: '/orders' })
    expect(response.header('Allow')).toBe('GET, HEAD, PUT, OPTIONS')
  })

  it.each([{}, { throw: true }])(
    'the 501 of allowedMethods(%o) for a method that the router does not know is a 405 (RFC 9110 §15.5.6)',
    async (allowedMethods) => {
      const server = await serve(framework, { ...orders, allowedMethods })
      const response = await answerOf(server, { method: 'LINK', target: '/orders' })
      expect(response.json()).toMatchObject({ status: 405 })
      expect(response.headers('Allow')).toEqual(['GET, HEAD, PUT, OPTIONS'])
    },
  )

  it.each([{}, { throw: true }])(
    'the 501 of allowedMethods(%o) is a 404 where no route has the path (RFC 9110 §15.5.5)',
    async (allowedMethods) => {
      const server = await serve(framework, { ...orders, allowedMethods })
      const response = await answerOf(server, { method: 'LINK', target: '/nowhere' })
      expect(response.json()).toMatchObject({ status: 404 })
      expect(response.headers('Allow')).toEqual([])
    },
  )

  it('the 405 that allowedMethods() throws beside a catch-all lists its methods (RFC 9110 §15.5.6)', async () => {
    const server = await serve(framework, { allowedMethods: { throw: true }, routes: { 'GET /{*any}': () => {} } })
    const response = await answerOf(server, { method: 'DELETE', target: '/orders' })
    expect([response.status, response.header('Allow')]).toEqual([405, 'HEAD, GET, OPTIONS'])
  })

  it("a handler's own 501 stays one (RFC 9110 §15.6.2)", async () => {
    const server = await serve(framework, { ...orders, routes: { 'GET /': (io) => io.status(501) } })
    expect((await answerOf(server)).json()).toMatchObject({ status: 501 })
  })

  it('allowedMethods() answers OPTIONS itself (RFC 9110 §9.3.7)', async () => {
    const server = await serve(framework, orders)
    const response = await answerOf(server, { method: 'OPTIONS', target: '/orders' })
    expect(response).toMatchObject({ status: 200, body: Buffer.alloc(0) })
    expect(response.header('Allow')).toContain('PUT')
  })
})
