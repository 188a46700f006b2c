import { Boom } from '@hapi/boom'
import createError from 'http-errors'
import koaSend from 'koa-send'
import { Conflict, InternalServerError } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

// Every part that must not be seen holds this word.
const SECRET = 'hunter2'

const carriers: readonly (readonly [string, () => unknown])[] = [
  ['a plain Error', () => laden(new Error(SECRET))],
  ['an Error with status 400 that exposes nothing', () => laden(Object.assign(new Error(SECRET), { status: 400 }))],
  ['a 404 of http-errors that is told not to expose', () => createError(404, SECRET, { expose: false, user: SECRET })],
  ['a 500 of http-errors', () => laden(createError(500, SECRET))],
  ['a 503 of http-errors with headers', () => createError(503, SECRET, { headers: { 'X-Upstream': SECRET } })],
  ['an exposed system error', () => createError(404, systemError(), { expose: true })],
  ['an exposed error with a system error for its cause', () => exposedOver(systemError())],
  ['a boom of the server', () => new Boom(SECRET, { statusCode: 500, data: { password: SECRET } })],
  ['a boom with data', () => new Boom('no', { statusCode: 400, data: { password: SECRET } })],
  ['an upstream error', () => upstreamError()],
  [
    'a problem with a cause',
    () => new Conflict({ detail: 'in use', message: SECRET, cause: laden(new Error(SECRET)) }),
  ],
  ['a problem of the server', () => new InternalServerError(SECRET)],
  ['a withheld problem', () => new Conflict({ detail: SECRET, extensions: { a: SECRET }, expose: false })],
  ['an AggregateError', () => new AggregateError([new Error(SECRET)], SECRET)],
  ['a string', () => SECRET],
  ['an object', () => ({ status: 400, expose: true, message: SECRET, headers: { 'X-A': SECRET } })],
]

const accepts = ['application/json', 'text/html', 'application/xml', 'text/plain']

const app: TestApp = {
  routes: Object.fromEntries(
    carriers.map(([, make], index) => [
      `/${index}`,
      () => {
        throw make()
      },
    ]),
  ),
}

describe.each(frameworks)('$name', (framework) => {
  describe.each([undefined, 'development', 'production'])('with NODE_ENV %s', (env) => {
    it.each(carriers.map(([name], index) => [name, index] as const))(
      'nothing of %s is in the head or the content, in any format',
      async (_, index) => {
        const server = await serve(framework, app, { env })
        const requests = accepts.map((Accept) => request({ target: `/${index}`, headers: { Accept } }))
        const { bytes, responses, error } = await exchange(server.port, requests)
        expect(error).toBeUndefined()
        expect(responses).toHaveLength(accepts.length)
        expect(bytes.toString('latin1')).not.toContain(SECRET)
        expect(bytes.toString('latin1')).not.toMatch(/\.ts:\d|node:internal|node_modules/)
      },
    )

    it('a missing file shows no path', async () => {
      const root = import.meta.dirname
      const server = await serve(
        framework,
        {
          routes: {
            '/file': async (io) => {
              if (io.ctx !== undefined) await koaSend(io.ctx, `${SECRET}.txt`, { root })
              else io.express?.res.sendFile(`${SECRET}.txt`, { root }, io.express.next)
            },
            '/absolute': async (io) => {
              if (io.ctx !== undefined) await koaSend(io.ctx, `${SECRET}/a.txt`, { root })
              else io.express?.res.sendFile(`${root}/${SECRET}/a.txt`)
            },
          },
        },
        { env },
      )
      for (const target of ['/file', '/absolute']) {
        const response = await answerOf(server, { target })
        expect(response.json()).toMatchObject({ status: 404, title: 'Not Found' })
        expect(response.text() + JSON.stringify(response.headerLines)).not.toContain(SECRET)
        expect(response.text() + JSON.stringify(response.headerLines)).not.toContain(root)
      }
    })
  })

  it('debug: true shows the stack, and it alone', async () => {
    const server = await serve(framework, { ...app, problems: { debug: true } }, { env: 'production' })
    const response = await answerOf(server, { target: '/0' })
    expect(response.json()).toMatchObject({ status: 500, debug: expect.arrayContaining([`Error: ${SECRET}`]) })
  })

  it('the target of the request is not repeated in the content', async () => {
    const response = await answerOf(await serve(framework, app), { target: `/${SECRET}<script>` })
    expect(response.status).toBe(404)
    expect(response.text()).not.toContain(SECRET)
  })
})

function laden(error: Error): Error {
  const inner = Object.assign(new Error(SECRET), { query: `select '${SECRET}'` })
  return Object.assign(error, { cause: inner, user: SECRET, headers: { 'X-Password': SECRET, Link: undefined } })
}

function systemError(): Error {
  const message = `ENOENT: no such file or directory, open '/srv/${SECRET}'`
  return Object.assign(new Error(message), { errno: -2, code: 'ENOENT', syscall: 'open', path: `/srv/${SECRET}` })
}

function exposedOver(cause: Error): Error {
  return Object.assign(new Error(`Cannot read: ${cause.message}`, { cause }), { status: 404, expose: true })
}

function upstreamError(): Error {
  return Object.assign(new Error(`Request to https://user:${SECRET}@upstream failed`), {
    status: 401,
    expose: true,
    isAxiosError: true,
    config: { headers: { Authorization: SECRET } },
    response: { status: 401, headers: { 'set-cookie': SECRET, 'www-authenticate': `Basic realm="${SECRET}"` } },
    headers: { 'www-authenticate': `Basic realm="${SECRET}"` },
  })
}
