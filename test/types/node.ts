import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import {
  createServer as createHttp2Server,
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2'
import { createServer as createTlsServer } from 'node:https'
import express from 'express'
import { createHandler, finalHandler, type ProtectOptions, protect } from '../../adapters/server/index.ts'
import { NotFound } from '../../src/index.ts'

// Requests and responses of node:http are what a function gets that does not say otherwise.
const handler = createHandler((request, response) => response.setHeader('X-Method', request.method ?? '').end())
const listener: RequestListener = handler
createServer(listener)
createServer(createHandler(async (request, response) => response.setHeader('X-Method', request.method ?? '').end()))
createTlsServer(handler)
createServer(createHandler(express()))

const onHttp2 = async (request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> => {
  response.setHeader('X-Authority', request.authority)
  response.end()
}
protect(createHttp2Server(createHandler(onHttp2)))
/** For both: with allowHTTP1 either may come. */
const onBoth = (
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
): void => {
  response.setHeader('X-Method', request.method ?? '')
}
createServer(createHandler(onBoth))
createHttp2Server(createHandler<IncomingMessage | Http2ServerRequest, ServerResponse | Http2ServerResponse>(onBoth))
protect(createSecureServer({ allowHTTP1: true }, createHandler(onHttp2)))
createHttp2Server((request, response) => finalHandler(request, response)(new NotFound()))

// Who comes from the package finalhandler says Error.
const onerror = (error: Error, request: IncomingMessage): void => console.error(request.url, error.stack)
createServer((request, response) => finalHandler(request, response, { onerror })())
createServer((request, response) =>
  finalHandler(request, response, { onerror: (error) => console.error(error.stack) })(),
)

// @ts-expect-error neither a request nor a response.
finalHandler({}, {})
// @ts-expect-error no request has it.
createHandler((request: { readonly nothing: string }) => request.nothing)
// @ts-expect-error below an application there is no target with methods.
const options: ProtectOptions = { allow: () => ['GET'] }
protect(createServer(handler), options)
