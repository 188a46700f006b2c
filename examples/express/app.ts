import { randomUUID } from 'node:crypto'
import compression from 'compression'
import cors, { type CorsOptionsDelegate } from 'cors'
import express, { type Express, type Request } from 'express'
import { conform, gone, type MendEvent, moved, type ProblemEvent, problems } from 'statuswise/express'
import { challenges } from '../orders/accounts.ts'
import { GONE, MOVED } from '../orders/addresses.ts'
import { languages } from '../orders/languages.ts'
import { acceptedTypes, MOST_BYTES, openShop, RETRY_AFTER, SHOP_ORIGIN } from '../orders/shop.ts'
import { createFileRoutes } from './files.ts'
import { createLegacyRoutes } from './legacy.ts'
import { createRoutes } from './routes.ts'

export interface Settings {
  /** Base URL of the warehouse's service. */
  readonly warehouse?: string | undefined
  /** Where failures are reported; default: server errors go to the console. */
  readonly onProblem?: ((event: ProblemEvent<unknown>) => void) | undefined
  /** Where faulty responses are reported; default: in development, each once per route to the console. */
  readonly onMend?: ((event: MendEvent<unknown>) => void) | undefined
}

/** The orders API on Express. */
export function createApp({ warehouse, onProblem, onMend }: Settings = {}): Express {
  const app = express()
  app.disable('x-powered-by')
  // Express would give every answer a weak tag and then not look at If-Match (RFC 9110 §13.1.1): tags are from
  // representation(), where the routes want conditional requests.
  app.disable('etag')
  // First: looks after all responses, whoever writes them.
  app.use(conform({ bodyLimit: MOST_BYTES, onMend }))
  app.use((_req, res, next) => {
    res.set('X-Request-Id', randomUUID())
    next()
  })
  app.use(cors(crossOrigin))
  app.use(compression())
  app.use(gone(GONE))
  app.use(moved(MOVED))
  app.use(express.json())
  app.use(createFileRoutes())
  app.use(createRoutes(openShop({ warehouse })))
  app.use(createLegacyRoutes())
  // Last: answers what no route did, and everything thrown above.
  app.use(
    problems({
      fallbacks: { challenges, retryAfter: RETRY_AFTER },
      accepts: ({ path }: Request) => acceptedTypes(path),
      languages,
      onProblem,
    }),
  )
  return app
}

const crossOrigin: CorsOptionsDelegate = ({ headers }, callback) => {
  callback(null, {
    origin: SHOP_ORIGIN,
    exposedHeaders: ['ETag', 'Location', 'Retry-After', 'X-Request-Id'],
    // To this package every OPTIONS is a preflight. One without this field is not, and asks for Allow.
    preflightContinue: headers['access-control-request-method'] === undefined,
  })
}
