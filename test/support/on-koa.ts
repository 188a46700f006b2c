import type { RequestListener } from 'node:http'
import Router, { type RouterContext } from '@koa/router'
import type Koa from 'koa'
import type { KoaContext } from '../../adapters/koa/types.ts'
import { type Io, routesOf, type TestApp } from './test-app.ts'

// As on Express: STATUSWISE_CONFORM=1 mounts conform() in every application that has problems() and no `conform` of its own.
const everywhere = process.env.STATUSWISE_CONFORM === '1'

/** Mounts a {@link TestApp} as a Koa user would. */
export async function onKoa(Framework: typeof Koa, app: TestApp): Promise<RequestListener> {
  const server = new Framework()
  const conforming = 'conform' in app || !everywhere || app.problems === false ? app.conform : {}
  if (conforming !== undefined) server.use((await adapter()).conform<KoaContext>(conforming))
  app.setup?.koa?.(server)
  if (app.problems !== false) server.use((await adapter()).problems<KoaContext>(app.problems))
  for (const middleware of app.before?.koa ?? []) server.use(middleware)
  const router = new Router()
  for (const { method, path, handler } of routesOf(app)) {
    if (method === 'ALL') router.all(path, (ctx) => handler(koaIo(ctx)))
    else router.register(path, [method], (ctx) => handler(koaIo(ctx)))
  }
  server.use(router.routes())
  if (app.allowedMethods !== undefined) server.use(router.allowedMethods(app.allowedMethods))
  return server.callback()
}

// Imported when needed, so that a TestApp without `problems` runs without statuswise.
const adapter = (): Promise<typeof import('../../adapters/koa/index.ts')> => import('../../adapters/koa/index.ts')

function koaIo(ctx: RouterContext): Io {
  return {
    req: ctx.req,
    res: ctx.res,
    params: ctx.params,
    query: ctx.query,
    header: (name, value) => ctx.set(name, value),
    status: (code) => {
      ctx.status = code
    },
    body: (value) => {
      ctx.body = value
    },
    ctx,
  }
}
