import { randomUUID } from 'node:crypto'
import { bodyParser } from '@koa/bodyparser'
import cors from '@koa/cors'
import Koa from 'koa'
import compress from 'koa-compress'
import { type ProblemEvent, problems } from 'statuswise/koa'
import { challenges } from '../orders/accounts.ts'
import { openShop, SHOP_ORIGIN } from '../orders/shop.ts'
import { files } from './files.ts'
import { createRouter } from './routes.ts'

export interface Settings {
  /** Base URL of the warehouse's service. */
  readonly warehouse?: string | undefined
  /** Where failures are reported; default: server errors go to the console. */
  readonly onProblem?: ((event: ProblemEvent<unknown>) => void) | undefined
}

/** The orders API on Koa. */
export function createApp({ warehouse, onProblem }: Settings = {}): Koa {
  const app = new Koa()
  // Koa prints server errors by itself: who has them reported elsewhere needs that no more.
  app.silent = onProblem !== undefined
  // First: answers what nobody did, and everything thrown below.
  app.use(problems({ fallbacks: { challenges }, onProblem }))
  app.use((ctx, next) => {
    ctx.set('X-Request-Id', randomUUID())
    return next()
  })
  app.use(
    cors({
      origin: SHOP_ORIGIN,
      exposeHeaders: ['ETag', 'Location', 'Retry-After', 'X-Request-Id'],
      // problems() keeps them. The package's own way writes into what was thrown, which `throw null` does not survive.
      keepHeadersOnError: false,
    }),
  )
  app.use(compress())
  app.use(bodyParser({ enableTypes: ['json'] }))
  app.use(files)
  const router = createRouter(openShop({ warehouse }))
  app.use(router.routes())
  // Says 405 with Allow, without a body; problems() adds that.
  app.use(router.allowedMethods())
  return app
}
