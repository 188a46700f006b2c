import Router from '@koa/router'

/** Handlers that are older than `conform()`, which mends what they write; nobody has to change them. */
export function createLegacyRouter(): Router {
  const router = new Router()

  // Without a challenge.
  router.get('/profile', (ctx) => {
    ctx.status = 401
    ctx.body = { error: 'log in first' }
  })

  // Without a word.
  router.get('/orders/:id/photo', (ctx) => {
    ctx.status = 404
  })

  // With content that the status does not have. Koa would leave that out; this goes around it.
  router.post('/visits', (ctx) => {
    ctx.respond = false
    ctx.res.writeHead(204, { 'Content-Type': 'application/json', 'Content-Length': 2 })
    ctx.res.end('{}')
  })

  // Without saying when to come back.
  router.get('/stocktaking', (ctx) => {
    ctx.status = 503
    ctx.body = { error: 'we are counting' }
  })

  // With a status that nobody has registered, as a library of old throws it: it is sent as the one that says the same.
  router.get('/quota', () => {
    throw Object.assign(new Error('account 7 has no requests left'), { status: 509 })
  })

  // Without saying where to. Nobody can mend that: conform() tells of it.
  router.get('/shop', (ctx) => {
    ctx.status = 302
    ctx.body = { moved: true }
  })

  return router
}
