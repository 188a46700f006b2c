import { wrongFramework } from '../node/mounting.ts'
import type { RequestHandler } from './types.ts'

/** Makes a handler refuse to work in Koa, whose middleware is called with a context and a function. */
export function forExpress(name: string, handler: RequestHandler): RequestHandler {
  return (req, res, next) => {
    checkExpress(name, res)
    handler(req, res, next)
  }
}

/**
 * @param second what is the response, or for who handles errors the request, on Express.
 * @throws {TypeError} where it is `next` of Koa.
 */
export function checkExpress(name: string, second: unknown): void {
  if (typeof second === 'function') throw wrongFramework(name, 'Koa')
}
