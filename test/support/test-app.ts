import type { IncomingMessage, ServerResponse } from 'node:http'
import type express from 'express'
import type Koa from 'koa'
import type {
  ConformOptions as ExpressConform,
  ProblemsOptions as ExpressOptions,
} from '../../adapters/express/index.ts'
import type { ConformOptions as KoaConform, ProblemsOptions as KoaOptions } from '../../adapters/koa/index.ts'
import type { KoaContext } from '../../adapters/koa/types.ts'

/** An application that runs on every framework of the matrix, so that one test covers all four. */
export interface TestApp {
  /** The options of `problems()`; false leaves statuswise out, and shows what the framework does alone. */
  readonly problems?: (ExpressOptions<AnyRequest> & KoaOptions<AnyRequest>) | false
  /** The options of `conform()`, which comes before everything else; undefined leaves it out. */
  readonly conform?: (ExpressConform<AnyRequest> & KoaConform<AnyRequest>) | undefined
  /** Comes first, on the bare application: settings, the framework's own routers, what belongs outside `problems()`. */
  readonly setup?: {
    express?(app: express.Express, framework: typeof express): void
    koa?(app: Koa): void
  }
  /** Middleware in front of the routes; on Koa inside `problems()`. */
  readonly before?: {
    readonly express?: readonly express.RequestHandler[]
    readonly koa?: readonly Koa.Middleware[]
  }
  /** `'GET /orders/:id'`, or without a method for all of them. Koa's are on `@koa/router`. */
  readonly routes: Readonly<Record<string, Handler>>
  /**
   * Ids of rules that the handlers break on purpose: what they write by hand is not always looked after. `'anything'`
   * where a test only compares what they write with what becomes of it.
   */
  readonly breaks?: readonly string[] | 'anything' | undefined
  /** Mounts the Koa router's `allowedMethods()`; Express has no such thing. */
  readonly allowedMethods?: { readonly throw?: boolean }
}

/** What the options' callbacks get: Express's request or Koa's context. */
export type AnyRequest = express.Request | KoaContext

/** What it throws, or rejects with, reaches the framework as it is: a sync throw stays one. */
export type Handler = (io: Io) => unknown

/** A request and its half-built response, with the few things that every framework's users do to it. */
export interface Io {
  /** Node's own, for what goes around the framework. */
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly params: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  /** `res.set` and `ctx.set`. */
  header(name: string, value: string | string[]): void
  /** `res.status` and `ctx.status`. */
  status(code: number): void
  /** Finishes the response: `res.send` (for a stream, `pipe(res)`) and `ctx.body`. */
  body(value: unknown): void
  /** Koa only. */
  readonly ctx?: Koa.Context
  /** Express only. */
  readonly express?: {
    readonly req: express.Request
    readonly res: express.Response
    readonly next: express.NextFunction
  }
}

export interface Route {
  readonly method: string
  readonly path: string
  readonly handler: Handler
}

/** The routes of an application; method `ALL` where the key names none. */
export function routesOf(app: TestApp): Route[] {
  return Object.entries(app.routes).map(([key, handler]) => {
    const [, method = 'ALL', path] = /^(?:([A-Z-]+) )?(\/\S*)$/.exec(key) ?? []
    if (path === undefined) throw new TypeError(`A route is written '/path' or 'METHOD /path', not '${key}'`)
    return { method, path, handler }
  })
}
