import type { RequestListener, Server, ServerResponse } from 'node:http'
import { bodyParser } from '@koa/bodyparser'
import express from 'express'
import Koa from 'koa'
import { protect } from 'statuswise/node'
import { afterEach, describe, expect, it } from 'vitest'
import { createApp as createExpressApp } from '../../examples/express/app.ts'
import { createLegacyRoutes as createExpressLegacy } from '../../examples/express/legacy.ts'
import { createRoutes } from '../../examples/express/routes.ts'
import { createApp as createKoaApp } from '../../examples/koa/app.ts'
import { createLegacyRouter as createKoaLegacy } from '../../examples/koa/legacy.ts'
import { createRouter } from '../../examples/koa/routes.ts'
import { openShop } from '../../examples/orders/shop.ts'
import { type Host, startHost } from '../../examples/tour/hosts.ts'
import type { Step } from '../../examples/tour/step.ts'
import { below } from '../../examples/tour/steps/below.ts'
import { topics } from '../../examples/tour/steps.ts'
import { takeStep } from '../../examples/tour/take-step.ts'

// A tour that could not miss would prove nothing.

const steps = topics.flatMap((topic) => topic.steps)
const HANG_MS = 500

const running: Host[] = []
afterEach(() => Promise.all(running.splice(0).map((host) => host.close())))

/** Without protect(), unless it is wanted. */
async function start(listener: RequestListener, prepare = (server: Server) => server): Promise<Host> {
  const host = await startHost('a server', () => listener, prepare)
  running.push(host)
  return host
}

describe('a server that answers 200 to everything', () => {
  it('misses every rule of the tour', async () => {
    const host = await start((req, res) => {
      req.resume()
      res.end('ok')
    })
    const held = []
    for (const step of steps) {
      const { miss } = await takeStep(step, host, HANG_MS)
      if (miss === undefined) held.push(step.title)
    }
    expect(held).toEqual([])
  })
})

// What each of them misses first: on Express, on Koa.
const misses: readonly (readonly [title: string, onExpress: string, onKoa: string])[] = [
  ['No route matches', 'Content-Type', 'Content-Type'],
  ['A route exists, but not for this method', 'status', 'Content-Type'],
  ['HEAD, PATCH and OPTIONS of what takes POST only', 'status', 'Content-Type'],
  ['OPTIONS where one router has PUT, and another GET', 'Allow', 'Allow'],
  ['OPTIONS *', 'status', 'status'],
  ['PROPFIND, of what is there and of what is not', 'status', 'status'],
  ['A client that wants XML', 'Content-Type', 'Content-Type'],
  ['A 401 of @hapi/boom that brings no challenge', 'status', 'status'],
  ['Another server fails (axios, then fetch; nobody listens there)', 'status', 'status'],
  ['res.status(401).json(…), ctx.status = 401 with a body', 'WWW-Authenticate', 'WWW-Authenticate'],
  ['res.status(404).end(), ctx.status = 404', 'Content-Type', 'Content-Type'],
  [
    'res.writeHead(204, { "Content-Length": 2, … }), res.end("{}"), with another request behind it',
    'Content-Type',
    'Content-Type',
  ],
  ['res.status(503).json(…), with fallbacks: { retryAfter: 60 }', 'Retry-After', 'Retry-After'],
]

describe.each<[string, () => RequestListener, 1 | 2]>([
  ['Express', plainExpress, 1],
  ['Koa', plainKoa, 2],
])('the routes of the example on %s without statuswise', (_name, create, column) => {
  it.each(misses.map((row) => [row[0], row[column]]))('miss "%s"', async (title, what) => {
    const { miss } = await takeStep(stepOf(title), await start(create()), HANG_MS)
    expect(miss?.what).toBe(what)
  })
})

const silent = { onProblem() {}, onMend() {} }

describe.each<[string, () => RequestListener]>([
  ['Express', () => createExpressApp(silent)],
  ['Koa', () => createKoaApp(silent).callback()],
])('on %s, a field that the tour shows is one that it checks', (_name, create) => {
  // What protect() answers, no application can spoil.
  const spoilable = steps.filter((step) => !below.includes(step) || step.title === 'A large upload that asks first')
  it.each(spoilable.map((step) => [step.title, step] as const))('%s', async (_title, step) => {
    const { exchange } = await takeStep(step, await start(create(), protect))
    const present = step.show.filter((name) => exchange.responses.some((response) => response.headers(name).length > 0))
    const unchecked = []
    for (const name of present) {
      const app = create()
      const host = await start((req, res) => app(req, spoiled(res, name)), protect)
      const { miss } = await takeStep(step, host, HANG_MS)
      if (miss === undefined) unchecked.push(name)
    }
    expect(unchecked).toEqual([])
  })
})

function stepOf(title: string): Step {
  const step = steps.find((each) => each.title === title)
  if (step === undefined) throw new Error(`no step is titled ${title}`)
  return step
}

function plainExpress(): RequestListener {
  return express().use(express.json()).use(createRoutes(openShop())).use(createExpressLegacy())
}

function plainKoa(): RequestListener {
  const app = new Koa()
  app.silent = true
  const router = createRouter(openShop())
  const legacy = createKoaLegacy()
  app.use(bodyParser()).use(router.routes()).use(legacy.routes())
  return app.use(router.allowedMethods()).use(legacy.allowedMethods()).callback()
}

/** A response that goes out with one of its fields wrong. */
function spoiled(res: ServerResponse, name: string): ServerResponse {
  const { writeHead } = res
  res.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    res.setHeader(name, 'spoiled')
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
  return res
}
