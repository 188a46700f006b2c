import type { IncomingMessage } from 'node:http'
import express, { type NextFunction, type Request, type Response } from 'express'
import {
  conform,
  gone,
  handle,
  type MendEvent,
  moved,
  type ProblemEvent,
  type ProblemsOptions,
  problems,
  send,
} from '../../adapters/express/index.ts'
import { basic, bearer, type HttpProblem, noContent, seeOther } from '../../src/index.ts'

const app = express()
const router = express.Router()

// What people write, with @types/express.

app.use(problems())
app.use('/api', problems({ debug: true }))
router.use(problems({ defaultDetail: false }))

app.get('/orders/:id', (_req, res) => send(res, noContent()))

app.get(
  '/orders/:id',
  handle(async (req, res) => {
    const id: string = req.params.id
    // @ts-expect-error the route has no such parameter
    const other: string = req.params.other
    res.json({ id, other, query: req.query, ip: req.ip })
    await send(res, seeOther('/orders'))
  }),
)
app.post(
  '/orders',
  express.json(),
  handle((req: Request, res: Response) => {
    res.status(201).json(req.body)
  }),
)
app.use(
  handle(async (_req, _res, next) => {
    next()
  }),
)
app.get(
  '/orders/:id/items',
  express.json(),
  handle(async (req, res) => res.json(req.params.id)),
)
router.delete(
  '/orders/:id',
  handle((req, res) => res.status(204).location(req.params.id).end()),
)
app.route('/carts/:cart').put(handle(async (req, res) => send(res, seeOther(`/carts/${req.params.cart}`))))
app.use(
  '/legacy',
  handle(async (req) => req.ip),
)
app.use(
  handle(async (error: Error, req: Request, res: Response, next: NextFunction) => {
    if (req.fresh) next(error)
    else res.send(error.message)
  }),
)
const apart = handle(async (req, res) => {
  res.end(req.url)
})
app.get('/apart', apart)
// @ts-expect-error a handler is a function
handle('x')

// The options.

app.use(
  problems({
    fallbacks: {
      challenges: [bearer({ realm: 'api' })],
      proxyChallenges: [basic({ realm: 'proxy' })],
      upgrade: ['websocket'],
      retryAfter: 30,
    },
    debug: false,
    formats: ['application/problem+json', 'text/html'],
    instance: (req) => {
      const url: string = req.originalUrl
      return url
    },
    extend: (problem, req) => {
      const status: number = problem.status
      return { trace: req.headers['x-trace'], status: status }
    },
    recognize: [(thrown) => (thrown instanceof RangeError ? undefined : undefined)],
    keepHeaders: ['X-A'],
    foreignHeaders: ['X-B'],
    cacheControl: { 404: 'public, max-age=60' },
    defaultDetail: true,
    onProblem: (event) => {
      const thrown: unknown = event.thrown
      // @ts-expect-error anything can be thrown
      const message: unknown = event.thrown.message
      // @ts-expect-error nothing may have been sent
      const always: number = event.reply.status
      const problem: HttpProblem = event.problem
      const outcome: 'sent' | 'cut' | 'late' | 'aborted' | 'failed' = event.outcome
      const sent: number | undefined = event.reply?.status
      const url: string = event.request.originalUrl
      const dropped: readonly string[] = event.dropped.map(({ kind, name, reason }) => `${kind} ${name} ${reason}`)
      return [thrown, message, always, problem, outcome, sent, url, dropped]
    },
  }),
)

// The application's own type of request.

app.use(
  problems<Request>({
    instance: (req) => req.baseUrl,
    cacheControl: (problem, req) => (problem.status === 404 && req.fresh ? 'max-age=60' : undefined),
    onProblem: (event) => event.request.ip,
  }),
)
app.use(problems<IncomingMessage>({ onProblem: async ({ request }) => request.url }))

export const options: ProblemsOptions<Request> = { instance: ({ path }) => path }
export function onProblem({ request, reply }: ProblemEvent<Request>): string {
  return `${request.method} ${request.path} ${reply?.status}`
}
app.use(problems({ ...options, onProblem }))

// @ts-expect-error there is no such option
problems({ detail: true })
// @ts-expect-error formats are a non-empty list
problems({ formats: [] })
// @ts-expect-error it cannot be rendered
problems({ formats: ['image/png'] })
// @ts-expect-error a fallback of challenges is a non-empty list
problems({ fallbacks: { challenges: [] } })
// @ts-expect-error there is no such fallback
problems({ fallbacks: { allow: ['GET'] } })
// @ts-expect-error a mapping gives a problem
problems({ recognize: [() => new Error('x')] })
// @ts-expect-error an extension is an object
problems({ extend: () => 'x' })
// @ts-expect-error an instance is a text
problems({ instance: () => 7 })
// @ts-expect-error a request of Express has no context
problems({ onProblem: (event) => event.request.ctx })

app.use(conform())
app.use('/api', conform({ mode: 'throw', mend: { bareStatus: false }, bodyLimit: 1000 }))
router.use(conform<Request>({ skip: (req) => req.path === '/raw', accepts: (req) => ({ patch: [req.path] }) }))
export function onMend({ rule, action, request }: MendEvent<Request>): string {
  return `${rule.id} ${action} ${request.path}`
}
app.use(conform({ ...options, onMend }))
app.get('/raw', (_req, res) => {
  conform.skip(res)
  conform.upstream(res)
})

// @ts-expect-error there is no such mode
conform({ mode: 'repair' })
// @ts-expect-error there is nothing of that name to mend
conform({ mend: { caching: true } })
// @ts-expect-error a limit is a number of bytes
conform({ bodyLimit: '1mb' })
// @ts-expect-error OPTIONS is answered with 200 or 204
problems({ options: 205 })
// @ts-expect-error it takes the response
conform.skip()

// What has moved, and what is gone.

app.use(gone(['/legacy/*']))
app.use(moved({ '/old': '/new' }))
app.use(moved({ '/old': '/new' }, { permanent: false }))
app.use(moved({ '/old': '/new' }, { status: 308 }))
// @ts-expect-error a list, also of one
gone('/legacy/*')
// @ts-expect-error a place is a text
moved({ '/old': 7 })
// @ts-expect-error 303 says that the answer is elsewhere, not the resource
moved({ '/old': '/new' }, { status: 303 })
