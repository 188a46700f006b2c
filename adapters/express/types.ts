import type { IncomingMessage, ServerResponse } from 'node:http'

// Structural, so that one build fits Express 4 and 5.

/** What an Express request has that this package mentions. */
export interface ExpressRequest extends IncomingMessage {
  readonly originalUrl: string
  readonly path: string
  /** What routers have taken off the path so far. */
  readonly baseUrl?: string
  readonly app?: ExpressApplication
  readonly res?: ServerResponse
  readonly route?: { readonly path?: unknown }
}

export interface ExpressApplication {
  /** The application that this one is mounted on. */
  readonly parent?: ExpressApplication
  /** What its responses inherit from, and those of the applications within it. */
  readonly response?: object
}

export type Next = (error?: unknown) => void

export type RequestHandler = (req: IncomingMessage, res: ServerResponse, next: Next) => void

export type ErrorHandler = (error: unknown, req: IncomingMessage, res: ServerResponse, next: Next) => void
