import createError from 'http-errors'
import type Koa from 'koa'
import { describe, expect, it } from 'vitest'
import { serveConforming } from '../support/conforming.ts'
import { frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { answerOf } from '../support/serve.ts'

// Where problems() is not mounted, or has not been reached, Koa writes the name of an error's status: as it does for want
// of an answer.

const statuses = [400, 401, 403, 404, 405, 406, 409, 410, 416, 422, 429, 500, 501, 502, 503, 504]
/** What @koa/router says of a path with `router.get()`. */
const MATCHED = 'HEAD, GET'

type Thrown = readonly [what: string, status: number, thrown: unknown]

const thrownValues: readonly Thrown[] = [
  ...statuses.map((status): Thrown => [`a ${status}`, status, createError(status)]),
  ...statuses.map((status): Thrown => [`a ${status} with Allow as the router’s`, status, allowing(status, MATCHED)]),
  ['a 405 with another Allow', 405, allowing(405, 'PUT')],
  ['a 501 with another Allow', 501, allowing(501, 'PUT')],
  ['an Error', 500, new Error('a secret')],
  ['a string', 500, 'a secret'],
  ['an Error with a status that is none', 500, Object.assign(new Error('a secret'), { status: 299 })],
]

const places: readonly (readonly [string, (thrown: unknown) => TestApp])[] = [
  ['in a route', (thrown) => ({ problems: false, routes: { '/': failing(thrown) } })],
  ['before the router', (thrown) => ({ problems: false, before: { koa: [failing(thrown)] }, routes })],
  ['behind the router', (thrown) => ({ problems: false, before: { koa: [failingAfter(thrown)] }, routes })],
  [
    'behind allowedMethods()',
    (thrown) => ({ problems: false, before: { koa: [failingAfter(thrown)] }, allowedMethods: {}, routes }),
  ],
  ['before problems()', (thrown) => ({ setup: { koa: (koa) => void koa.use(failing(thrown)) }, routes })],
]

const routes: TestApp['routes'] = { 'GET /': () => {} }

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework) => {
  describe.each(places)('thrown %s', (_, appOf) => {
    it.each(thrownValues)('%s stays a %d (RFC 9110 §15)', async (_, status, thrown) => {
      const { server } = await serveConforming(framework, appOf(thrown))
      for (const method of ['GET', 'DELETE']) {
        const response = await answerOf(server, { method })
        expect(response.status).toBe(status)
        expect(response.json()).toMatchObject({ status })
      }
      expect((await answerOf(server, { method: 'HEAD' })).status).toBe(status)
    })
  })

  it('a file that is not there is what Koa takes it for', async () => {
    const missing = Object.assign(new Error('a secret'), { code: 'ENOENT' })
    const { server } = await serveConforming(framework, { problems: false, routes: { 'GET /': failing(missing) } })
    const status = framework.major === 2 ? 404 : 500
    expect((await answerOf(server)).json()).toMatchObject({ status })
  })

  it.each([405, 501])('what a thrown %d lists is what is allowed (RFC 9110 §10.2.1)', async (status) => {
    const app: TestApp = { problems: false, routes: { 'GET /': failing(allowing(status, MATCHED)) } }
    const { server } = await serveConforming(framework, app)
    expect((await answerOf(server)).headers('Allow')).toEqual([MATCHED])
  })

  it.each(['body', 'respond'])('what was set before, as ctx.%s, is not what Koa writes for an error', async (name) => {
    const handler: Handler = ({ ctx }) => {
      Object.assign(ctx ?? {}, { [name]: false })
      throw new Error('a secret')
    }
    const { server } = await serveConforming(framework, { problems: false, routes: { 'GET /': handler } })
    expect((await answerOf(server)).json()).toMatchObject({ status: 500 })
  })

  it('a message that is meant for the client stays', async () => {
    const app: TestApp = { problems: false, routes: { 'GET /': failing(createError(404, 'No order 42')) } }
    const { server, events } = await serveConforming(framework, app)
    expect((await answerOf(server)).text()).toBe('No order 42')
    expect(events).toEqual([])
  })

  it.each([{}, false as const])('a 405 that a route sets stays one (problems: %o)', async (problems) => {
    const handler: Handler = (io) => {
      io.status(405)
      io.header('Allow', MATCHED)
    }
    const { server } = await serveConforming(framework, { problems, routes: { 'GET /': handler } })
    expect((await answerOf(server)).json()).toMatchObject({ status: 405 })
  })

  it.each([undefined, {}])('what nobody answers is no error (allowedMethods: %o)', async (allowedMethods) => {
    const fails: Koa.Middleware = (ctx, next) => (ctx.query.fails === undefined ? next() : failing(new Error())())
    const { server } = await serveConforming(framework, {
      problems: false,
      before: { koa: [fails] },
      ...(allowedMethods && { allowedMethods }),
      routes,
    })
    const statusOf = async (method: string, target: string): Promise<number> =>
      (await answerOf(server, { method, target })).status
    // The failure of one request is no other's.
    expect(await statusOf('DELETE', '/?fails')).toBe(500)
    expect(await statusOf('DELETE', '/')).toBe(405)
    expect(await statusOf('PROPFIND', '/')).toBe(405)
    expect(await statusOf('OPTIONS', '/')).toBe(200)
    expect(await statusOf('GET', '/')).toBe(404)
    expect(await statusOf('DELETE', '/nowhere')).toBe(404)
    expect(await statusOf('PROPFIND', '/nowhere')).toBe(404)
  })
})

function allowing(status: number, allow: string): Error {
  return createError(status, { headers: { Allow: allow } })
}

function failing(thrown: unknown): () => never {
  return () => {
    throw thrown
  }
}

/** When all that is further in is over. */
function failingAfter(thrown: unknown): Koa.Middleware {
  return async (_ctx, next) => {
    await next()
    throw thrown
  }
}
