import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer as createTlsServer } from 'node:https'
import { NotFound } from 'statuswise'
import {
  createHandler,
  type Drained,
  drain,
  type FinalHandlerOptions,
  finalHandler,
  type OverloadOptions,
  type ProblemEvent,
  type ProtectOptions,
  protect,
} from 'statuswise/node'

const overload: OverloadOptions = { maxHeapUsed: 1e9, exempt: (request) => request.url === '/healthz' }
const options: ProtectOptions = {
  overload,
  continueAfter: 100,
  onProblem(event: ProblemEvent<IncomingMessage>) {
    console.log(event.problem.status, event.request.url)
  },
}
const last: FinalHandlerOptions = { onerror: (error, request) => console.error(request.url, error) }

const handler = createHandler(async (request, response) => {
  if (request.url === '/') finalHandler(request, response, last)(new NotFound())
  response.end()
})
const server: Server = protect(createServer(handler), options)
protect(createTlsServer((request: IncomingMessage, response: ServerResponse) => finalHandler(request, response)()))
protect(createSecureServer({ allowHTTP1: true }))
drain(server, { timeout: 1000 }).then(({ cut }: Drained) => console.log(cut))

// @ts-expect-error: a path of a health check, not a name.
protect(server, { overload: { exempt: true } })
