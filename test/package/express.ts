import express from 'express'
import { MethodNotAllowed, NotFound, noContent, preconditions, representation } from 'statuswise'
import {
  type ConformOptions,
  conform,
  gone,
  handle,
  type MendEvent,
  type MovedOptions,
  moved,
  type ProblemEvent,
  type ProblemsOptions,
  problems,
  send,
} from 'statuswise/express'

const options: ProblemsOptions<express.Request> = {
  instance: (request) => request.originalUrl,
  onProblem(event: ProblemEvent<express.Request>) {
    console.log(event.problem.status, event.request.get('user-agent'))
  },
}

const conformity: ConformOptions<express.Request> = {
  bodyLimit: 1000,
  skip: (request) => request.path === '/raw',
  onMend(event: MendEvent<express.Request>) {
    console.log(event.rule.id, event.request.get('user-agent'))
  },
}

const app: express.Express = express()
const movement: MovedOptions = { permanent: false }
app.use(gone(['/legacy/*']))
app.use(moved({ '/old': '/new' }, movement))
app.get('/orders/:id', (request) => {
  throw new NotFound(`No order ${request.params.id}`)
})
app.put(
  '/orders/:id',
  handle(async (request, response, next) => {
    if (request.params.id === '42') response.json({ id: request.params.id })
    else next()
  }),
)
app.post(
  '/orders',
  handle(async (request: express.Request, response: express.Response) => {
    response.json({ from: request.ip })
  }),
)
app.get('/text', (request, response) => {
  preconditions(request, { etag: '"1"', required: true })
  return send(response, representation(request, { body: 'text', etag: '"1"' }))
})
app.get('/raw', (_request, response) => {
  conform.skip(response)
  conform.upstream(response)
  response.end()
})
app.delete('/orders/:id', (_request, response) => send(response, noContent()))
app.all('/orders', () => {
  throw new MethodNotAllowed({ allow: ['POST'] })
})
app.use(conform())
app.use(conform(conformity))
app.use(problems())
app.use(problems(options))

// @ts-expect-error: a 405 owes the client its Allow (RFC 9110 §15.5.6).
new MethodNotAllowed()
