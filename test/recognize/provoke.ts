import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type express from 'express'
import type Koa from 'koa'

/** Runs a server while `use` does; then all of its connections are gone. */
export async function whileServing<T>(listener: RequestListener, use: (port: number) => Promise<T>): Promise<T> {
  const server: Server = createServer(listener)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  try {
    return await use((server.address() as AddressInfo).port)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** What reaches the error handler of an Express application when a client does something to it. */
export async function thrownOnExpress(
  framework: typeof express,
  mount: (app: express.Express) => void,
  act: (port: number) => Promise<unknown>,
): Promise<unknown> {
  const app = framework()
  mount(app)
  const caught = new Promise((resolve) => {
    app.use((error: unknown, _req: express.Request, res: express.Response, _next: express.NextFunction) => {
      resolve(error)
      res.status(500).end()
    })
    // So that a test fails instead of waiting where nothing was thrown.
    app.use((_req, res) => {
      resolve('nothing was thrown')
      res.end()
    })
  })
  return whileServing(app, async (port) => {
    await act(port)
    return caught
  })
}

/** What comes out of the middleware of a Koa application when a client does something to it. */
export async function thrownOnKoa(
  Framework: typeof Koa,
  middleware: Koa.Middleware,
  act: (port: number) => Promise<unknown>,
): Promise<unknown> {
  const app = new Framework()
  app.silent = true
  const caught = new Promise((resolve) => {
    app.use(async (ctx, next) => {
      try {
        await next()
        resolve('nothing was thrown')
      } catch (error) {
        resolve(error)
      }
      ctx.body = ''
    })
  })
  app.use(middleware)
  return whileServing(app.callback(), async (port) => {
    await act(port)
    return caught
  })
}
