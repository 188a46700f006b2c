import type { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import type { Duplex } from 'node:stream'
import type { NodeResponse } from '../node/write.ts'

/** A server of node:http, node:https or node:http2. */
export interface AnyServer extends EventEmitter {
  close(callback?: (error?: Error) => void): unknown
  /** Whether Node itself answers a request without Host (node:http). */
  requireHostHeader?: boolean
  closeIdleConnections?(): void
  closeAllConnections?(): void
}

/** A request of node:http, node:https, or of node:http2's compatibility layer. */
export type AnyRequest = IncomingMessage | Http2ServerRequest

/** The response to one. */
export type AnyResponse = ServerResponse | Http2ServerResponse

/** A connection as node:http's server has it. */
export interface Connection extends Duplex {
  /** The response whose turn it is. */
  readonly _httpMessage?: NodeResponse | null
  readonly parser?: { readonly incoming?: IncomingMessage | null; getCurrentBuffer?(): Buffer | undefined } | null
  destroySoon?(): void
}
