import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Observation, observe } from './observation.ts'
import { type Handled, onExpress } from './on-express.ts'
import { onHttp } from './on-http.ts'
import { onKoa } from './on-koa.ts'
import { checkVerdict } from './oracle.ts'
import type { TestApp } from './test-app.ts'

export type { AnyRequest, Handler, Io, TestApp } from './test-app.ts'

/** What applications run on. */
export interface Host {
  readonly name: string
  /** Makes the listener of an application. */
  mount(app: TestApp, options?: ServeOptions): Promise<RequestListener>
  /** Starts a server of its own for an application. */
  serve(app: TestApp, options?: ServeOptions): Promise<RunningServer>
}

/** A framework of the matrix. `for (const { name, serve } of frameworks) describe(name, …)` tests all of them. */
export interface Framework extends Host {
  readonly family: 'express' | 'koa'
  readonly major: number
}

export interface ServeOptions {
  /** NODE_ENV from before the application is built until the server is closed; undefined unsets it. */
  readonly env?: string | undefined
  /**
   * Express: which handlers go through `handle()`. By default `'async'` on Express 4 with `problems()`, else `'none'`.
   * On both, `'all'` is what catches a falsy value: to Express alone `throw null` means "next, please".
   */
  readonly handle?: Handled
  /** Makes the server; by default one of node:http, as it comes. */
  readonly createServer?: (listener: RequestListener) => Server
}

export interface RunningServer {
  readonly port: number
  readonly server: Server
  /** What nobody caught while the server ran. */
  readonly errors: readonly unknown[]
  /** What went to `console.error` while it ran: the frameworks' own logging, and ours. */
  readonly logged: readonly string[]
  /** What went to `console.warn`. */
  readonly warned: readonly string[]
  /** Closes all connections and gives the console back. Rejects with the `errors` that no test has looked at. */
  close(): Promise<void>
}

export const frameworks: readonly Framework[] = [
  framework('express', 5, async (app, { handle = 'none' }) =>
    onExpress((await import('express')).default, app, handle),
  ),
  framework('express', 4, async (app, { handle = app.problems === false ? 'none' : 'async' }) =>
    onExpress((await import('express4')).default, app, handle),
  ),
  framework('koa', 3, async (app) => onKoa((await import('koa')).default, app)),
  framework('koa', 2, async (app) => onKoa((await import('koa2')).default, app)),
]

/** All that a server can be made of, with no framework last. */
export const hosts: readonly Host[] = [...frameworks, host('node:http', async (app) => onHttp(app))]

type Mount = (app: TestApp, options: ServeOptions) => Promise<RequestListener>

function framework(family: Framework['family'], major: number, mount: Mount): Framework {
  return { ...host(`${family === 'express' ? 'Express' : 'Koa'} ${major}`, mount), family, major }
}

function host(name: string, mount: Mount): Host {
  const serve = async (app: TestApp, options: ServeOptions = {}): Promise<RunningServer> => {
    const observation = observe()
    const restoreEnv = 'env' in options ? setEnv(options.env) : () => {}
    const stop = (): void => {
      restoreEnv()
      observation.stop()
    }
    try {
      const server = (options.createServer ?? createServer)(await mount(app, options))
      await once(server.listen(0, '127.0.0.1'), 'listening')
      return runningServer(server, observation, stop, app)
    } catch (error) {
      stop()
      throw error
    }
  }
  return { name, serve, mount: (app, options = {}) => mount(app, options) }
}

function runningServer(server: Server, observation: Observation, stop: () => void, app: TestApp): RunningServer {
  const { port } = server.address() as AddressInfo
  const { errors, logged, warned } = observation
  let seen = 0
  return {
    port,
    server,
    logged,
    warned,
    get errors() {
      seen = errors.length
      return errors
    },
    async close() {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      // What is already on its way (Express logs in a later turn) belongs to this server.
      await new Promise(setImmediate)
      stop()
      checkVerdict(port, app)
      if (errors.length > seen) throw new AggregateError(errors.slice(seen), 'Uncaught while serving')
    },
  }
}

function setEnv(value: string | undefined): () => void {
  const before = process.env.NODE_ENV
  assignEnv(value)
  return () => assignEnv(before)
}

function assignEnv(value: string | undefined): void {
  if (value === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = value
}
