import Router, { type RouterContext } from '@koa/router'
import type { Context, Next } from 'koa'
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
import { send } from 'statuswise/koa'
import { catalogue } from '../orders/catalogue.ts'
import { ordersAsCsv } from '../orders/csv.ts'
import { priceOf, report, statistics } from '../orders/legacy.ts'
import { etagOf } from '../orders/orders.ts'
import { receivePhoto } from '../orders/photos.ts'
import { readOrder } from '../orders/read-order.ts'
import type { Shop } from '../orders/shop.ts'

/** The routes of the orders API. No handler catches anything: what is thrown is answered by `problems()`. */
export function createRouter({ orders, accounts, warehouse }: Shop): Router {
  const router = new Router()

  const writer = (ctx: Context, next: Next): Promise<unknown> => {
    accounts.authorize(ctx.get('Authorization') || undefined, 'orders:write')
    return next()
  }

  // When all else is well, and right before the change (RFC 9110 §13.2.1): so nobody overwrites a change unseen.
  const requireUnchanged = (ctx: Context, id: string): void => {
    preconditions(ctx, { etag: etagOf(orders.find(id)), required: true })
  }

  router.post('/login', json, (ctx) => {
    const { name, password } = Object(ctx.request.body)
    ctx.body = { token: accounts.login(String(name), String(password)) }
  })

  router.get('/orders', (ctx: RouterContext) => {
    const { limit = '100' } = ctx.query
    ctx.assert(/^\d{1,3}$/.test(String(limit)), 400, 'limit is a number from 0 to 999')
    ctx.body = orders.list(Number(limit))
  })

  router.post('/orders', writer, json, async (ctx) => {
    const order = orders.add(readOrder(ctx.request.body))
    await send(ctx, created(`/orders/${order.id}`, { body: order, headers: { ETag: etagOf(order) } }))
  })

  router.get('/orders/:id', async (ctx) => {
    const order = orders.find(idOf(ctx))
    const state = {
      body: JSON.stringify(order),
      type: 'application/json',
      etag: etagOf(order),
      cacheControl: 'private, max-age=5',
    }
    await send(ctx, representation(ctx, state))
  })

  router.put('/orders/:id', writer, json, (ctx) => {
    const { id } = orders.find(idOf(ctx))
    const change = readOrder(ctx.request.body)
    requireUnchanged(ctx, id)
    const order = orders.replace(id, change)
    // No ETag: what is stored is not what was sent, byte by byte (RFC 9110 §9.3.4).
    ctx.body = order
  })

  router.delete('/orders/:id', writer, async (ctx) => {
    const { id } = orders.find(idOf(ctx))
    requireUnchanged(ctx, id)
    orders.remove(id)
    await send(ctx, noContent())
  })

  router.post('/orders/:id/cancel', writer, (ctx) => {
    ctx.body = orders.cancel(idOf(ctx))
  })

  router.post('/orders/:id/payment', writer, (ctx) => {
    const { id } = orders.find(idOf(ctx))
    const cause = new Error(`payment of order ${id}: gateway closed for maintenance, key hunter2`)
    throw new ServiceUnavailable({ detail: 'Payments are down for maintenance', retryAfter: 120, cause })
  })

  router.put('/orders/:id/photo', writer, async (ctx) => {
    await receivePhoto(ctx.req)
    await send(ctx, noContent())
  })

  // The response is half built when it turns out that there is none: what speaks of the PDF must not reach the client.
  router.get('/orders/:id/invoice', (ctx) => {
    const { id } = orders.find(idOf(ctx))
    ctx.attachment(`invoice-${id}.pdf`)
    ctx.set({ ETag: `"invoice-${id}"`, 'Cache-Control': 'public, max-age=86400' })
    throw new NotFound(`The invoice of order ${id} is not written yet`)
  })

  router.get('/orders/:id/stock', async (ctx) => {
    const [line] = orders.find(idOf(ctx)).lines
    ctx.body = await warehouse.stock(line?.article ?? '')
  })

  router.get('/orders/:id/parcel', async (ctx) => {
    ctx.body = await warehouse.track(orders.find(idOf(ctx)).id)
  })

  router.get('/orders.csv', (ctx) => {
    const { year } = ctx.query
    ctx.type = 'csv'
    // koa-compress passes on what a stream brings, but not that it failed: the client would wait for ever.
    ctx.compress = false
    ctx.body = ordersAsCsv(orders.list(100), year === undefined ? undefined : String(year))
  })

  router.get('/catalogue.csv', async (ctx) => {
    await send(ctx, representation(ctx, catalogue))
  })

  router.post('/exports', writer, async (ctx) => {
    await send(ctx, accepted({ location: '/exports/7', retryAfter: 2, body: { state: 'queued' } }))
  })

  router.get('/exports/:id', async (ctx) => {
    await send(ctx, seeOther('/orders.csv'))
  })

  router.get('/order/:id', async (ctx) => {
    await send(ctx, permanentRedirect(`/orders/${encodeURIComponent(idOf(ctx))}`))
  })

  router.get('/customers/:id', (ctx) => {
    ctx.throw(404, `No customer ${idOf(ctx)}`, { query: 'SELECT * FROM customers -- hunter2' })
  })

  // What the client sent does not belong into a header field as it is; see what becomes of it.
  router.get('/search', (ctx) => {
    throw new NotFound({ detail: 'Nothing found', headers: { 'X-Searched': String(ctx.query.q) } })
  })

  router.get('/statistics', statistics)
  router.get('/reports', report)
  router.get('/prices/:article', (ctx) => priceOf(ctx.path))

  return router
}

function json(ctx: Context, next: Next): Promise<unknown> {
  if (!ctx.is('application/json')) throw new UnsupportedMediaType({ accept: ['application/json'] })
  return next()
}

function idOf({ params }: { readonly params: Readonly<Record<string, string>> }): string {
  return params.id ?? ''
}
