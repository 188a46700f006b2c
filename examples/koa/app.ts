import { randomUUID } from 'node:crypto'
import { bodyParser } from '@koa/bodyparser'
import cors from '@koa/cors'
import Koa, { type Context } from 'koa'
import compress from 'koa-compress'
import { conform, gone, type MendEvent, moved, type ProblemEvent, problems } from 'statuswise/koa'
import { challenges } from '../orders/accounts.ts'
import { GONE, MOVED } from '../orders/addresses.ts'
import { languages } from '../orders/languages.ts'
import { acceptedTypes, MOST_BYTES, openShop, RETRY_AFTER, SHOP_ORIGIN } from '../orders/shop.ts'
import { files } from './files.ts'
import { createLegacyRouter } from './legacy.ts'
import { createRouter } from './routes.ts'

export interface Settings {
  /** Base URL of the warehouse's service. */
  readonly warehouse?: string | undefined
  /** Where failures are reported; default: server errors go to the console. */
  readonly onProblem?: ((event: ProblemEvent<unknown>) => void) | undefined
  /** Where faulty responses are reported; default: in development, each once per route to the console. */
  readonly onMend?: ((event: MendEvent<unknown>) => void) | undefined
}

/** The orders API on Koa. */
export function createApp({ warehouse, onProblem, onMend }: Settings = {}): Koa {
  const app = new Koa()
  // Koa prints server errors by itself: who has them reported elsewhere needs that no more.
  app.silent = onProblem !== undefined
  // First: looks after all responses, whoever writes them.
  app.use(conform({ bodyLimit: MOST_BYTES, onMend }))
  // Then: answers what nobody did, and everything thrown below.
  app.use(
    problems({
      fallbacks: { challenges, retryAfter: RETRY_AFTER },
      accepts: ({ path }: Context) => acceptedTypes(path),
      languages,
      onProblem,
    }),
  )
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
  app.use(gone(GONE))
  app.use(moved(MOVED))
  app.use(bodyParser({ enableTypes: ['json'] }))
  app.use(files)
  app.use(createRouter(openShop({ warehouse })).routes())
  // Neither has its allowedMethods(): problems() knows the methods of both.
  app.use(createLegacyRouter().routes())
  return app
}
