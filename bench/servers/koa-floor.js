// @ts-check
/** The least that Koa's outermost middleware can do: bytes that were rendered before the request came. */
import { application } from './koa-app.js'
import { precomputed, serve } from './serve.js'
import { throws } from './throws-typed.js'

const answers = precomputed()

/** @type {import('koa').Middleware} */
const floor = async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    const answer = answers.get(ctx.url)
    if (answer === undefined) throw error
    ctx.respond = false
    ctx.res.writeHead(answer.status, answer.reason, answer.headers).end(answer.body)
  }
}

serve(application({ throws, outermost: floor }))
