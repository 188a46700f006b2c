import type { IncomingMessage, ServerResponse } from 'node:http'

// Structural, so that one build fits Express 4 and 5.

/** What an Express request has that this package mentions. */
export type ExpressRequest = IncomingMessage & { readonly originalUrl: string }

export type Next = (error?: unknown) => void

export type RequestHandler = (req: IncomingMessage, res: ServerResponse, next: Next) => void

export type ErrorHandler = (error: unknown, req: IncomingMessage, res: ServerResponse, next: Next) => void
