import { HttpProblem } from '../../src/problems/index.ts'
import { isObject, read } from '../../src/recognize/index.ts'
import type { KoaContext } from './types.ts'

// `allowedMethods()` of @koa/router answers what the routes did not: 405, OPTIONS, and 501 for every method that the
// router does not know, also where the path is known (which is a 405) or unknown (a 404).

/** Whether the status of a response is the router's, and not that of a handler. */
export function isRoutersStatus(ctx: KoaContext): boolean {
  if (ctx.status !== 405 && ctx.status !== 501) return false
  const allow = ctx.res.getHeader('Allow')
  const methods = methodsMatched(ctx)
  if (methods === undefined || allow !== methods.join(', ')) return false
  // It refuses no method that it lists.
  return ctx.status === 501 || !methods.includes(ctx.req.method ?? 'GET')
}

/** Whether what was thrown is the router's 501, with its option `throw`: an error of http-errors, without headers. */
export function isRoutersError(ctx: KoaContext, thrown: unknown): boolean {
  if (!isObject(thrown) || thrown instanceof HttpProblem || methodsMatched(ctx) === undefined) return false
  return (
    read(thrown, 'status') === 501 &&
    read(thrown, 'name') === 'NotImplementedError' &&
    read(thrown, 'message') === 'Not Implemented' &&
    read(thrown, 'headers') === undefined
  )
}

/** The methods of all layers that match the path, as the router lists them; undefined: no router was there. */
function methodsMatched(ctx: KoaContext): string[] | undefined {
  try {
    const matched: unknown = Reflect.get(ctx, 'matched')
    if (!Array.isArray(matched)) return undefined
    // 13.0.0 puts the layers of a second router into an array of their own.
    const layers: readonly { readonly methods: readonly string[] }[] = matched.flat(Infinity)
    return [...new Set(layers.flatMap(({ methods }) => methods))]
  } catch {
    return undefined
  }
}
