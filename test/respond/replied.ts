import {
  createResponder,
  type PendingFields,
  type RequestLike,
  type Resolution,
  type ResponderOptions,
} from '../../src/respond/index.ts'

export interface Exchange {
  readonly method?: string
  readonly httpVersion?: string
  /** Fields of the request. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** Fields of the half-built response. */
  readonly pending?: PendingFields
  readonly options?: ResponderOptions
}

/** What becomes of a thrown value. */
export function replied(thrown: unknown, exchange: Exchange = {}): Resolution {
  const { method = 'GET', httpVersion = '1.1', headers = {}, pending, options } = exchange
  const request: RequestLike = { method, httpVersion, headers }
  return createResponder(options).resolve(thrown, request, pending)
}

/** The value of a field of the reply, as one line. */
export function field(resolution: Resolution, name: string): string | undefined {
  const value = resolution.reply.headers[name]
  return value === undefined ? undefined : String(value)
}

/** What the client reads where it takes problem+json. */
export function documentOf(resolution: Resolution): Record<string, unknown> {
  return JSON.parse(String(resolution.reply.body)) as Record<string, unknown>
}
