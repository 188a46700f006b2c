import type { RequestListener } from 'node:http'
import { Readable } from 'node:stream'
import { createHandler, finalHandler, type ServerOptions } from '../../adapters/server/index.ts'
import { type Io, routesOf, type TestApp } from './test-app.ts'

/** Mounts a {@link TestApp} without any framework. Its paths have no parameters. */
export function onHttp(app: TestApp): RequestListener {
  const options = (app.problems === false ? {} : (app.problems ?? {})) as ServerOptions
  const routes = routesOf(app)
  return createHandler((req, res) => {
    const path = new URL(req.url ?? '/', 'http://localhost').pathname
    const route = routes.find((one) => one.path === path && (one.method === 'ALL' || one.method === req.method))
    if (route === undefined) return finalHandler(req, res, options)()
    const io: Io = {
      req,
      res,
      params: {},
      query: {},
      header: (name, value) => res.setHeader(name, value),
      status: (code) => {
        res.statusCode = code
      },
      body: (value) => (value instanceof Readable ? value.pipe(res) : res.end(value)),
    }
    return route.handler(io)
  }, options)
}
