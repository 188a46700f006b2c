import Koa from 'koa'
import { MethodNotAllowed, NotFound, noContent } from 'statuswise'
import { type ProblemEvent, type ProblemsOptions, problems, send } from 'statuswise/koa'

const options: ProblemsOptions<Koa.Context> = {
  instance: (ctx) => ctx.url,
  onProblem(event: ProblemEvent<Koa.Context>) {
    console.log(event.problem.status, event.request.get('user-agent'))
  },
}

const app: Koa = new Koa()
app.use(problems())
app.use(problems(options))
app.use(async (ctx, next) => {
  if (ctx.path !== '/orders') return next()
  if (ctx.method === 'GET') throw new NotFound('No orders')
  if (ctx.method !== 'DELETE') throw new MethodNotAllowed({ allow: ['GET', 'DELETE'] })
  await send(ctx, noContent())
})

// @ts-expect-error: a 405 owes the client its Allow (RFC 9110 §15.5.6).
new MethodNotAllowed()
