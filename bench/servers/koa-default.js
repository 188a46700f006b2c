// @ts-check
/** Koa alone: ctx.throw, and the default handler (ctx.onerror). */
import { application } from './koa-app.js'
import { serve } from './serve.js'
import { throws as byArguments } from './throws-http-errors.js'

/** @type {Record<string, import('./koa-app.js').Handler>} */
const throws = {
  '/500': () => {
    throw new Error('The database is away')
  },
}

for (const [path, args] of Object.entries(byArguments)) throws[path] = (ctx) => ctx.throw(...args)

serve(application({ throws }))
