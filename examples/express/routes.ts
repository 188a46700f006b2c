import { type NextFunction, type Request, type Response, Router } from 'express'
import createError from 'http-errors'
import {
  accepted,
  created,
  NotFound,
  noContent,
  permanentRedirect,
  preconditions,
  representation,
  ServiceUnavailable,
  seeOther,
  UnsupportedMediaType,
} from 'statuswise'
import { handle, send } from 'statuswise/express'
import { catalogue } from '../orders/catalogue.ts'
import { ordersAsCsv } from '../orders/csv.ts'
import { priceOf, report, statistics } from '../orders/legacy.ts'
import { etagOf } from '../orders/orders.ts'
import { receivePhoto } from '../orders/photos.ts'
import { readOrder } from '../orders/read-order.ts'
import type { Shop } from '../orders/shop.ts'

/** The routes of the orders API. No handler catches anything: what is thrown is answered by `problems()`. */
export function createRoutes({ orders, accounts, warehouse }: Shop): Router {
  const routes = Router()

  function writer<Params>(req: Request<Params>, _res: Response, next: NextFunction): void {
    accounts.authorize(req.get('Authorization'), 'orders:write')
    next()
  }

  // When all else is well, and right before the change (RFC 9110 §13.2.1): so nobody overwrites a change unseen.
  function requireUnchanged<Params>(req: Request<Params>, id: string): void {
    preconditions(req, { etag: etagOf(orders.find(id)), required: true })
  }

  routes.post('/login', json, (req, res) => {
    const { name, password } = req.body ?? {}
    res.json({ token: accounts.login(String(name), String(password)) })
  })

  routes
    .route('/orders')
    .get((req, res) => {
      const { limit = '100' } = req.query
      if (!/^\d{1,3}$/.test(String(limit))) throw createError(400, 'limit is a number from 0 to 999')
      res.json(orders.list(Number(limit)))
    })
    .post(writer, json, (req, res) => {
      const order = orders.add(readOrder(req.body))
      send(res, created(`/orders/${order.id}`, { body: order, headers: { ETag: etagOf(order) } }))
    })

  routes
    .route('/orders/:id')
    .get((req, res) => {
      const order = orders.find(req.params.id)
      const state = {
        body: JSON.stringify(order),
        type: 'application/json',
        etag: etagOf(order),
        cacheControl: 'private, max-age=5',
        // Also for the 304 (RFC 9110 §15.4.5): compression adds its part to responses with content only.
        vary: 'Accept-Encoding',
      }
      send(res, representation(req, state))
    })
    .put(writer, json, (req, res) => {
      const { id } = orders.find(req.params.id)
      const change = readOrder(req.body)
      requireUnchanged(req, id)
      const order = orders.replace(id, change)
      // No ETag: what is stored is not what was sent, byte by byte (RFC 9110 §9.3.4).
      res.type('json').end(JSON.stringify(order))
    })
    .delete(writer, (req, res) => {
      const { id } = orders.find(req.params.id)
      requireUnchanged(req, id)
      orders.remove(id)
      send(res, noContent())
    })

  routes.post('/orders/:id/cancel', writer, (req, res) => {
    res.json(orders.cancel(req.params.id))
  })

  routes.post('/orders/:id/payment', writer, (req) => {
    const { id } = orders.find(req.params.id)
    const cause = new Error(`payment of order ${id}: gateway closed for maintenance, key hunter2`)
    throw new ServiceUnavailable({ detail: 'Payments are down for maintenance', retryAfter: 120, cause })
  })

  routes.put('/orders/:id/photo', writer, async (req, res) => {
    await receivePhoto(req)
    send(res, noContent())
  })

  // The response is half built when it turns out that there is none: what speaks of the PDF must not reach the client.
  routes.get('/orders/:id/invoice', (req, res) => {
    const { id } = orders.find(req.params.id)
    res.type('pdf').attachment(`invoice-${id}.pdf`)
    res.set({ ETag: `"invoice-${id}"`, 'Cache-Control': 'public, max-age=86400' })
    throw new NotFound(`The invoice of order ${id} is not written yet`)
  })

  routes.get('/orders/:id/stock', async (req, res) => {
    const [line] = orders.find(req.params.id).lines
    res.json(await warehouse.stock(line?.article ?? ''))
  })

  routes.get('/orders/:id/parcel', async (req, res) => {
    res.json(await warehouse.track(orders.find(req.params.id).id))
  })

  // pipe(), not pipeline(): that would end the response at an error, before anybody can answer it.
  routes.get('/orders.csv', (req, res, next) => {
    const { year } = req.query
    const csv = ordersAsCsv(orders.list(100), year === undefined ? undefined : String(year))
    res.type('csv').on('close', () => csv.destroy())
    csv.on('error', next).pipe(res)
  })

  routes.get('/catalogue.csv', (req, res) => {
    send(res, representation(req, catalogue))
  })

  routes.post('/exports', writer, (_req, res) => {
    send(res, accepted({ location: '/exports/7', retryAfter: 2, body: { state: 'queued' } }))
  })

  routes.get('/exports/:id', (_req, res) => {
    send(res, seeOther('/orders.csv'))
  })

  routes.get('/order/:id', (req, res) => {
    send(res, permanentRedirect(`/orders/${encodeURIComponent(req.params.id)}`))
  })

  routes.get('/customers/:id', (req) => {
    throw createError(404, `No customer ${req.params.id}`, { query: 'SELECT * FROM customers -- hunter2' })
  })

  // What the client sent does not belong into a header field as it is; see what becomes of it.
  routes.get('/search', (req) => {
    throw new NotFound({ detail: 'Nothing found', headers: { 'X-Searched': String(req.query.q) } })
  })

  routes.get('/statistics', statistics)
  routes.get('/reports', report)

  // handle(), because to Express a falsy value thrown means "next, please".
  routes.get(
    '/prices/:article',
    handle((req) => priceOf(req.url ?? '')),
  )

  return routes
}

function json<Params>(req: Request<Params>, _res: Response, next: NextFunction): void {
  if (!req.is('application/json')) throw new UnsupportedMediaType({ accept: ['application/json'] })
  next()
}
