import { randomUUID } from 'node:crypto'
import compression from 'compression'
import cors from 'cors'
import express, { type Express } from 'express'
import { type ProblemEvent, problems } from 'statuswise/express'
import { challenges } from '../orders/accounts.ts'
import { FILES, openShop, SHOP_ORIGIN } from '../orders/shop.ts'
import { createRoutes } from './routes.ts'

export interface Settings {
  /** Base URL of the warehouse's service. */
  readonly warehouse?: string | undefined
  /** Where failures are reported; default: server errors go to the console. */
  readonly onProblem?: ((event: ProblemEvent<unknown>) => void) | undefined
}

/** The orders API on Express. */
export function createApp({ warehouse, onProblem }: Settings = {}): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((_req, res, next) => {
    res.set('X-Request-Id', randomUUID())
    next()
  })
  app.use(cors({ origin: SHOP_ORIGIN, exposedHeaders: ['ETag', 'Location', 'Retry-After', 'X-Request-Id'] }))
  app.use(compression())
  app.use(express.json())
  app.use('/files', express.static(FILES))
  app.use(createRoutes(openShop({ warehouse })))
  // Last: answers what no route did, and everything thrown above.
  app.use(problems({ fallbacks: { challenges }, onProblem }))
  return app
}
