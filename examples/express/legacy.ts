import { Router } from 'express'

/** Handlers that are older than `conform()`, which mends what they write; nobody has to change them. */
export function createLegacyRoutes(): Router {
  const routes = Router()

  // Without a challenge.
  routes.get('/profile', (_req, res) => {
    res.status(401).json({ error: 'log in first' })
  })

  // Without a word.
  routes.get('/orders/:id/photo', (_req, res) => {
    res.status(404).end()
  })

  // With content that the status does not have.
  routes.post('/visits', (_req, res) => {
    res.writeHead(204, { 'Content-Type': 'application/json', 'Content-Length': 2 })
    res.end('{}')
  })

  // Without saying when to come back.
  routes.get('/stocktaking', (_req, res) => {
    res.status(503).json({ error: 'we are counting' })
  })

  // With a status that nobody has registered, as a library of old throws it: it is sent as the one that says the same.
  routes.get('/quota', () => {
    throw Object.assign(new Error('account 7 has no requests left'), { status: 509 })
  })

  // Without saying where to. Nobody can mend that: conform() tells of it.
  routes.get('/shop', (_req, res) => {
    res.status(302).json({ moved: true })
  })

  return routes
}
