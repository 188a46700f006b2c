import Koa from 'koa'
import { MethodNotAllowed, NotFound, noContent, preconditions, representation } from 'statuswise'
import {
  type ConformOptions,
  conform,
  gone,
  type MendEvent,
  type MovedOptions,
  moved,
  type ProblemEvent,
  type ProblemsOptions,
  problems,
  send,
} from 'statuswise/koa'

const options: ProblemsOptions<Koa.Context> = {
  instance: (ctx) => ctx.url,
  onProblem(event: ProblemEvent<Koa.Context>) {
    console.log(event.problem.status, event.request.get('user-agent'))
  },
}

const conformity: ConformOptions<Koa.Context> = {
  bodyLimit: 1000,
  skip: (request) => request.path === '/raw',
  onMend(event: MendEvent<Koa.Context>) {
    console.log(event.rule.id, event.request.get('user-agent'))
  },
}

const app: Koa = new Koa()
app.use(conform())
app.use(conform(conformity))
app.use(problems())
app.use(problems(options))
const movement: MovedOptions = { permanent: false }
app.use(gone(['/legacy/*']))
app.use(moved({ '/old': '/new' }, movement))
app.use(async (ctx, next) => {
  if (ctx.path !== '/orders') return next()
  if (ctx.method === 'GET') throw new NotFound('No orders')
  if (ctx.method !== 'DELETE') throw new MethodNotAllowed({ allow: ['GET', 'DELETE'] })
  preconditions(ctx, { etag: '"1"', required: true })
  await send(ctx, representation(ctx, { body: 'text', etag: '"1"' }))
  conform.skip(ctx)
  conform.upstream(ctx)
  await send(ctx, noContent())
})

// @ts-expect-error: a 405 owes the client its Allow (RFC 9110 §15.5.6).
new MethodNotAllowed()
