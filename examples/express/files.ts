import { createReadStream, readdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Request, type Response, Router } from 'express'
import { NotFound, representation } from 'statuswise'
import { send } from 'statuswise/express'
import { FILES } from '../orders/shop.ts'

/**
 * The static files. `express.static` would answer HEAD with a 206 and take its weak tags for strong ones (RFC 9110 §14.2,
 * §13.1.1, §13.1.5); `representation()` does not.
 */
export function createFileRoutes(): Router {
  // Only what was there at the start: no name leads out of the directory.
  const names = new Set(readdirSync(FILES))
  const routes = Router()
  routes.get('/files/:name', async (req: Request<{ name: string }>, res: Response) => {
    const { name } = req.params
    if (!names.has(name)) throw new NotFound(`No file ${name}`)
    const path = join(FILES, name)
    const { size, mtime } = await stat(path)
    const body = (start: number, end: number) => createReadStream(path, { start, end })
    send(res, representation(req, { body, size, lastModified: mtime, type: res.type(name).get('Content-Type') }))
  })
  return routes
}
