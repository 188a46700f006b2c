import createError from 'http-errors'
import { MethodNotAllowed, UnprocessableContent } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve, throwing } from '../support/serve.ts'

const formats = [
  ['*/*', 'application/problem+json'],
  ['application/json;q=1, application/problem+json;q=0', 'application/json'],
  ['application/problem+xml', 'application/problem+xml'],
  ['application/xml', 'application/xml'],
  ['text/html', 'text/html; charset=utf-8'],
  ['text/plain', 'text/plain; charset=utf-8'],
  ['image/png', 'application/problem+json'],
] as const

const invalid = new UnprocessableContent({
  detail: 'Zwölf Monate – €',
  errors: [{ pointer: '#/é', detail: 'zu groß' }],
})

describe.each(frameworks)('$name', (framework) => {
  it.each(formats)(
    'answers HEAD with Accept: %s as GET, without the content (RFC 9110 §9.3.2)',
    async (accept, type) => {
      const server = await serve(framework, throwing(invalid))
      const get = await answerOf(server, { headers: { Accept: accept } })
      const head = await answerOf(server, { method: 'HEAD', headers: { Accept: accept } })
      expect(get.header('Content-Type')).toBe(type)
      expect(get.header('Content-Length')).toBe(String(get.body.length))
      expect(undated(head.headerLines)).toEqual(undated(get.headerLines))
      expect(head).toMatchObject({ status: 422, framing: 'none' })
    },
  )

  it('answers HEAD like GET where no route matches', async () => {
    const server = await serve(framework, { routes: {} })
    const get = await answerOf(server, { target: '/nowhere' })
    const head = await answerOf(server, { method: 'HEAD', target: '/nowhere' })
    expect(get.json()).toMatchObject({ status: 404 })
    expect(undated(head.headerLines)).toEqual(undated(get.headerLines))
  })

  it('HEAD leaves the connection ready for the next request (RFC 9112 §6.3)', async () => {
    const server = await serve(framework, throwing(createError(404)))
    const { responses, error, closed } = await exchange(
      server.port,
      pipeline([request({ method: 'HEAD' }), request(), request({ method: 'HEAD' })]),
    )
    expect(responses.map(({ status, body }) => [status, body.length > 0])).toEqual([
      [404, false],
      [404, true],
      [404, false],
    ])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
  })

  it('sends HTTP/1.0 no chunks, and closes (RFC 9112 §6.1, §9.3)', async () => {
    const server = await serve(framework, throwing(new MethodNotAllowed({ allow: ['GET'] })))
    const { responses, closed, error } = await exchange(server.port, request({ version: '1.0' }), { keepOpen: true })
    expect(responses).toMatchObject([{ status: 405, framing: 'content-length', complete: true }])
    expect({ closed, error }).toEqual({ closed: 'fin', error: undefined })
  })

  it('keeps the connection of an HTTP/1.0 client that asks for it', async () => {
    const server = await serve(framework, throwing(createError(404)))
    const persistent = request({ version: '1.0', headers: { Connection: 'keep-alive' } })
    const { responses, error } = await exchange(server.port, [persistent, persistent])
    expect(responses).toMatchObject([
      { status: 404, complete: true },
      { status: 404, complete: true },
    ])
    expect(error).toBeUndefined()
  })

  it('a method overridden to HEAD leaves the framing that the client waits for (RFC 9112 §6.3)', async () => {
    const server = await serve(framework, {
      before: overriding('HEAD'),
      ...throwing(createError(409)),
      breaks: ['9110-15.5-explain'],
    })
    const post = request({ method: 'POST', body: 'x' })
    const { responses, error } = await exchange(server.port, pipeline([post, post]))
    expect(responses).toMatchObject([
      { status: 409, complete: true },
      { status: 409, complete: true },
    ])
    expect(responses.map((response) => response.body.length)).toEqual([0, 0])
    expect(error).toBeUndefined()
  })

  it('a HEAD overridden to GET still gets no content (RFC 9110 §9.3.2)', async () => {
    const server = await serve(framework, {
      before: overriding('GET'),
      ...throwing(createError(409)),
    })
    expect(await answerOf(server, { method: 'HEAD' })).toMatchObject({ status: 409, framing: 'none' })
  })
})

/** What method-override does. */
function overriding(method: string): NonNullable<TestApp['before']> {
  return {
    express: [
      (req, _res, next) => {
        req.method = method
        next()
      },
    ],
    koa: [
      (ctx, next) => {
        ctx.method = method
        return next()
      },
    ],
  }
}

/** Two responses may come in different seconds. */
function undated(lines: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return lines.filter(([name]) => name !== 'Date')
}
