import Router from '@koa/router'
import Koa, { type Context, type DefaultState } from 'koa'
import { gone, moved, type ProblemEvent, type ProblemsOptions, problems, send } from '../../adapters/koa/index.ts'
import { type HttpProblem, NotFound, noContent } from '../../src/index.ts'

const app = new Koa()
const router = new Router()

// What people write, with @types/koa.

app.use(problems())
app.use(problems({ debug: true, fallbacks: { retryAfter: 30 } }))
router.use(problems())
app.use(async (ctx) => {
  await send(ctx, noContent())
})
router.get('/orders/:id', async (ctx) => {
  if (ctx.params.id !== '42') throw new NotFound(`No order ${ctx.params.id}`)
  await send(ctx, noContent())
})

// The callbacks take the context.

app.use(
  problems<Context>({
    instance: (ctx) => {
      const path: string = ctx.path
      return path
    },
    extend: (problem, ctx) => ({ trace: ctx.get('X-Trace'), status: problem.status }),
    cacheControl: (problem, ctx) => (problem.status === 404 && ctx.fresh ? 'max-age=60' : undefined),
    onProblem: (event) => {
      const thrown: unknown = event.thrown
      const problem: HttpProblem = event.problem
      const outcome: 'sent' | 'cut' | 'late' | 'aborted' | 'failed' = event.outcome
      const ip: string = event.request.ip
      return [thrown, problem, outcome, ip]
    },
  }),
)
app.use(
  problems({
    instance: (ctx) => ctx.req.url,
    extend: (_problem, ctx) => ({ status: ctx.status }),
    onProblem: (event) => event.request.res.statusCode,
  }),
)

// Applications with state and context of their own.

interface State extends DefaultState {
  readonly user: string
}

interface OwnContext extends Context {
  readonly requestId: string
}

const typed = new Koa<State, OwnContext>()
typed.use(problems())
typed.use(problems<OwnContext>({ instance: (ctx) => `/requests/${ctx.requestId}` }))
typed.use(async (ctx) => {
  await send(ctx, noContent({ headers: { 'X-User': ctx.state.user } }))
})

export const options: ProblemsOptions<Context> = { instance: ({ path }) => path }
export function onProblem({ request, reply }: ProblemEvent<Context>): string {
  return `${request.method} ${request.path} ${reply?.status}`
}
app.use(problems({ ...options, onProblem }))

// @ts-expect-error the least that Koa 2 and 3 have in common has no path
problems({ instance: (ctx) => ctx.path })
// @ts-expect-error nothing may have been sent
problems({ onProblem: (event) => event.reply.status })
// @ts-expect-error there is no such option
problems({ detail: true })
// @ts-expect-error an extension is an object
problems({ extend: () => 'x' })
// @ts-expect-error the context has no such member
problems<Context>({ instance: (ctx) => ctx.req.originalPath })
// @ts-expect-error a reply is no number
send(app.createContext(Object.create(null), Object.create(null)), 204)

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
