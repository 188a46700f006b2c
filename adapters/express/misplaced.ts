import { type RoutedRequest, standing } from './routed-path.ts'
import { isRouter, type Layer, match, matchesAnything, mountPrefix, type Route, routerOf } from './routes.ts'
import type { ExpressApplication } from './types.ts'

/**
 * Whether a middleware that has a request stands before a route for its very method and path, which then never gets it.
 * Only routes of the same application are seen, and none whose path is only a wildcard: what a middleware on a part of the
 * paths keeps from the index page of an application may be meant to be kept from it. Never throws.
 */
export function isBeforeRoute(
  handler: unknown,
  req: RoutedRequest & { readonly method?: string | undefined },
): boolean {
  try {
    const app = req.app as ExpressApplication
    const at = standing(req, app)
    const router = routerOf(app)
    if (at === undefined || !isRouter(router)) return false
    return at.paths.every((path) => search(handler, router.stack, path, at.mount, req.method ?? 'GET'))
  } catch {
    // A router that is not as Express makes it, or a path that cannot be decoded.
    return false
  }
}

function search(handler: unknown, all: readonly Layer[], path: string, mount: string, method: string): boolean {
  let isPast = false
  const within = (stack: readonly Layer[], path: string, base: string): boolean =>
    stack.some((layer) => {
      const { route, handle } = layer
      if (route) {
        if (!isPast || !hasMethod(route, method) || match(layer, path) === undefined) return false
        // A parameter where the mount path is literal says that the route is for what else there is.
        return !matchesAnything(layer) && (mount === '' || `${base}${String(route.path)}`.startsWith(mount))
      }
      if (handle !== handler && !isRouter(handle)) return false
      const prefix = mountPrefix(layer, path)
      if (prefix === undefined) return false
      const entered = base + prefix.replace(/\/$/, '')
      if (!isRouter(handle)) {
        isPast ||= entered === mount
        return false
      }
      const rest = path.slice(prefix.length)
      return within(handle.stack, rest.startsWith('/') ? rest : `/${rest}`, entered)
    })
  return within(all, path, '')
}

// RFC 9110 §9.3.2: who has GET has HEAD.
function hasMethod({ methods }: Route, method: string): boolean {
  return methods._all === true || methods[method.toLowerCase()] === true || (method === 'HEAD' && methods.get === true)
}
