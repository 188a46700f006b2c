import { wrongFramework } from '../node/mounting.ts'
import type { Middleware } from './types.ts'

/**
 * Makes middleware refuse to work in Express, which calls it with a response in place of `next`. It throws at once, since
 * Express 4 does not listen to promises: a rejected one would end the process.
 */
export function forKoa<Context>(name: string, middleware: Middleware<Context>): Middleware<Context> {
  return (ctx, next) => {
    if (typeof next === 'object') throw wrongFramework(name, 'Express')
    return middleware(ctx, next)
  }
}
