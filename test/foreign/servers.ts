import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import Koa from 'koa'

// The same small API on servers without statuswise, as their users write it: statuses are set, and nothing else.

/** Statuses that owe a field which nobody sets. */
export const BARE: readonly number[] = [401, 405, 407, 416, 426]

/** What the API answers where the client takes no JSON: too late to take back what was set for the success. */
const STALE = { ETag: '"r1"', 'Cache-Control': 'max-age=3600' }

export interface ForeignServer {
  readonly name: string
  start(): Promise<{ readonly url: string; close(): Promise<void> }>
}

export const foreignServers: readonly ForeignServer[] = [
  { name: 'Express 5', start: () => listen(createServer(onExpress())) },
  { name: 'Koa 3', start: () => listen(createServer(onKoa().callback())) },
  { name: 'Fastify', start: onFastify },
  { name: 'Hono', start: () => listen(createServer(getRequestListener(onHono().fetch))) },
  { name: 'http.createServer', start: () => listen(createServer(onNode)) },
]

function onExpress(): express.Express {
  const app = express()
  app.get('/orders', (_req, res) => void res.json([{ id: 1 }]))
  app.post('/orders', (_req, res) => void res.sendStatus(201))
  for (const status of BARE) app.get(`/bare/${status}`, (_req, res) => void res.status(status).send('No.'))
  app.get('/report', (req, res) => {
    res.set(STALE)
    if (!req.accepts('json')) throw Object.assign(new Error('json only'), { status: 406 })
    res.json({ total: 1 })
  })
  app.get('/language', (req, res) => {
    if (req.accepts('html', 'json') === 'html') res.status(404).send('<p>Not here</p>')
    else res.status(404).json({ error: 'not here' })
  })
  app.get(['/reset', '/empty'], (req, res) => writeRaw(req.path, res))
  return app
}

function onKoa(): Koa {
  const app = new Koa()
  app.silent = true
  app.use((ctx) => {
    const bare = /^\/bare\/(\d+)$/.exec(ctx.path)?.[1]
    if (bare !== undefined) ctx.throw(Number(bare))
    if (ctx.path === '/orders' && ctx.method === 'POST') ctx.status = 201
    else if (ctx.path === '/orders') ctx.body = [{ id: 1 }]
    else if (ctx.path === '/report') {
      ctx.set(STALE)
      if (!ctx.accepts('json')) ctx.status = 406
      else ctx.body = { total: 1 }
    } else if (ctx.path === '/language') {
      ctx.status = 404
      ctx.body = ctx.accepts('html', 'json') === 'html' ? '<p>Not here</p>' : { error: 'not here' }
    } else if (ctx.path === '/reset' || ctx.path === '/empty') {
      ctx.respond = false
      writeRaw(ctx.path, ctx.res)
    }
  })
  return app
}

async function onFastify(): Promise<{ url: string; close(): Promise<void> }> {
  const app = fastify()
  app.get('/orders', async () => [{ id: 1 }])
  app.post('/orders', async (_req, reply) => reply.code(201).send())
  for (const status of BARE) app.get(`/bare/${status}`, async (_req, reply) => reply.code(status).send('No.'))
  app.get('/report', async (req, reply) => {
    reply.headers(STALE)
    if (!/json|\*\/\*/.test(req.headers.accept ?? '*/*')) return reply.code(406).send()
    return { total: 1 }
  })
  app.get('/language', async (req, reply) => {
    reply.code(404)
    return /html/.test(req.headers.accept ?? '')
      ? reply.type('text/html').send('<p>Not here</p>')
      : { error: 'not here' }
  })
  for (const path of ['/reset', '/empty'])
    app.get(path, (_req, reply) => {
      reply.hijack()
      writeRaw(path, reply.raw)
    })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, close: () => app.close() }
}

function onHono(): Hono {
  const app = new Hono()
  app.get('/orders', (c) => c.json([{ id: 1 }]))
  app.post('/orders', (c) => c.body(null, 201))
  for (const status of BARE) app.get(`/bare/${status}`, (c) => c.text('No.', status as 401))
  app.get('/report', (c) => {
    for (const [name, value] of Object.entries(STALE)) c.header(name, value)
    if (!/json|\*\/\*/.test(c.req.header('accept') ?? '*/*')) return c.body(null, 406)
    return c.json({ total: 1 })
  })
  app.get('/language', (c) =>
    /html/.test(c.req.header('accept') ?? '') ? c.html('<p>Not here</p>', 404) : c.json({ error: 'not here' }, 404),
  )
  app.get('/reset', (c) => c.text('ok', 205 as 200))
  app.get('/empty', (c) => c.body(null, 204, { 'Content-Length': '0' }))
  return app
}

function onNode(req: IncomingMessage, res: ServerResponse): void {
  const { url = '', method, headers } = req
  const accept = headers.accept ?? '*/*'
  const bare = /^\/bare\/(\d+)$/.exec(url)?.[1]
  const json = (status: number, value: unknown): void => {
    const text = JSON.stringify(value)
    res.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }).end(text)
  }
  if (bare !== undefined) res.writeHead(Number(bare)).end('No.')
  else if (url === '/orders' && method === 'POST') res.writeHead(201).end()
  else if (url === '/orders') json(200, [{ id: 1 }])
  else if (url === '/report') {
    for (const [name, value] of Object.entries(STALE)) res.setHeader(name, value)
    if (/json|\*\/\*/.test(accept)) json(200, { total: 1 })
    else res.writeHead(406).end()
  } else if (url === '/language') {
    if (/html/.test(accept)) res.writeHead(404, { 'Content-Type': 'text/html' }).end('<p>Not here</p>')
    else json(404, { error: 'not here' })
  } else if (url === '/reset' || url === '/empty') writeRaw(url, res)
  else res.writeHead(404).end()
}

/** What frameworks would mend, if it did not go around them. */
function writeRaw(path: string, res: ServerResponse): void {
  if (path === '/reset') res.writeHead(205, { 'Content-Length': 2 }).end('ok')
  else res.writeHead(204, { 'Content-Length': 0 }).end()
}

async function listen(server: Server): Promise<{ url: string; close(): Promise<void> }> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
