import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { MethodNotAllowed, NotFound, UnprocessableContent } from 'statuswise'
import { createHandler, finalHandler } from 'statuswise/node'
import type { Told } from './create.ts'

/** An application without a framework, on some of the paths of the others. */
export function createPlainApp({ onProblem }: Told): RequestListener {
  const options = { onProblem }
  return createHandler(async (req, res) => {
    const path = req.url?.split('?', 1)[0] ?? ''
    if (path === '/orders' && req.method === 'POST') return echo(req, res)
    const methods = path === '/orders' ? ['GET', 'POST'] : ['GET']
    if (PATHS.includes(path) && !['HEAD', ...methods].includes(String(req.method))) {
      throw new MethodNotAllowed({ allow: [...methods] })
    }
    if (path === '/orders' || path === '/catalogue.csv') return answer(res, 'text/plain; charset=utf-8', 'orders\n')
    if (path === '/shop') return void res.writeHead(204).end()
    if (path === '/statistics') throw new Error('connect ECONNREFUSED postgres://shop:hunter2@10.0.0.7/statistics')
    if (path === '/prices/tea') throw null
    if (path.startsWith('/orders/')) throw new NotFound(`No order ${path.slice('/orders/'.length)}`)
    finalHandler(req, res, options)()
  }, options)
}

const PATHS = ['/orders', '/catalogue.csv', '/shop', '/statistics', '/prices/tea']

async function echo(req: IncomingMessage, res: ServerResponse): Promise<void> {
  let size = 0
  for await (const chunk of req) size += chunk.length
  if (size === 0) throw new UnprocessableContent('There is no order.')
  answer(res, 'application/json', JSON.stringify({ size }))
}

function answer(res: ServerResponse, type: string, body: string): void {
  res.setHeader('Content-Type', type)
  res.setHeader('Content-Length', Buffer.byteLength(body))
  res.end(body)
}
