import type { IncomingMessage, ServerResponse } from 'node:http'

// Structural, so that one build fits Koa 2 and 3.

/** What a Koa context has that this package uses. */
export interface KoaContext {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly app: KoaApplication
  readonly headerSent: boolean
  status: number
  message: string
  body: unknown
  respond?: boolean | undefined
  /** The request target as it came, whatever middleware has made of it since. */
  readonly originalUrl: string
  onerror(error: unknown): void
  set(name: string, value: string | string[]): void
  remove(name: string): void
}

export interface KoaApplication {
  /** Outermost first. */
  readonly middleware?: readonly unknown[]
  /** What each context inherits from. */
  readonly context?: { onerror(error: unknown): void }
  /** What the `response` of each context inherits from. */
  readonly response?: object
  listenerCount(event: 'error'): number
  emit(event: 'error', error: Error, ctx: unknown): boolean
}

export type Middleware<Context> = (ctx: Context, next: () => Promise<unknown>) => Promise<unknown>
