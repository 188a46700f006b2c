// @ts-check
/** The application of the Express contestants. They differ in what is mounted after it, and in what is thrown. */
import express from 'express'
import { etag, order } from './orders.js'

/**
 * @param {Record<string, () => never>} throws by path
 * @param {(res: express.Response) => unknown} [unchanged] answers 304; without it, as Express does by itself
 * @param {express.RequestHandler} [first] what is mounted before the routes
 */
export function application(throws, unchanged = (res) => res.set('ETag', etag).status(304).end(), first) {
  const app = express()
  if (first !== undefined) app.use(first)
  // Off in all contestants, as Express advises: a handler that writes precomputed bytes is faster without it.
  app.disable('x-powered-by')
  app.get('/200', (_req, res) => {
    res.json(order)
  })
  app.get('/304', (_req, res) => {
    unchanged(res)
  })
  // The router tries routes in their order: it has to be the same everywhere.
  for (const path of Object.keys(throws).sort()) app.get(path, () => throws[path]?.())
  return app
}
