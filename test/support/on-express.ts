import type { RequestListener } from 'node:http'
import { Readable } from 'node:stream'
import type express from 'express'
import { type Handler, type Io, routesOf, type TestApp } from './test-app.ts'

/** Which handlers go through the adapter's `handle()`. */
export type Handled = 'none' | 'async' | 'all'

// STATUSWISE_CONFORM=1 mounts conform() in every application that has problems() and has no `conform` of its own
// (undefined is one): all that is true without it should be true with it, but for the few tests of what it mends.
const everywhere = process.env.STATUSWISE_CONFORM === '1'

/** Mounts a {@link TestApp} as an Express user would. */
export async function onExpress(framework: typeof express, app: TestApp, handled: Handled): Promise<RequestListener> {
  const server = framework()
  const conforming = 'conform' in app || !everywhere || app.problems === false ? app.conform : {}
  if (conforming !== undefined) server.use((await adapter()).conform<express.Request>(conforming))
  app.setup?.express?.(server, framework)
  for (const middleware of app.before?.express ?? []) server.use(middleware)
  for (const { method, path, handler } of routesOf(app)) {
    const bare: express.RequestHandler = (req, res, next) => handler(expressIo(req, res, next))
    const wrapped = handled === 'all' || (handled === 'async' && isAsync(handler))
    const mounted = wrapped ? (await adapter()).handle(bare) : bare
    const route = server.route(path) as unknown as Record<string, (handler: express.RequestHandler) => void>
    const mount = route[method.toLowerCase()]
    if (mount === undefined) throw new TypeError(`Express routes no ${method}`)
    mount.call(route, mounted)
  }
  if (app.problems !== false) server.use((await adapter()).problems<express.Request>(app.problems))
  return server
}

// Imported when needed, so that a TestApp without `problems` runs without statuswise.
const adapter = (): Promise<typeof import('../../adapters/express/index.ts')> =>
  import('../../adapters/express/index.ts')

const isAsync = (handler: Handler): boolean => handler.constructor.name === 'AsyncFunction'

function expressIo(req: express.Request, res: express.Response, next: express.NextFunction): Io {
  return {
    req,
    res,
    params: req.params,
    query: req.query,
    header: (name, value) => res.set(name, value),
    status: (code) => res.status(code),
    body: (value) => (value instanceof Readable ? value.pipe(res) : res.send(value)),
    express: { req, res, next },
  }
}
