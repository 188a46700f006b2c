import { routerOf } from './routes.ts'
import type { ExpressApplication, ExpressRequest } from './types.ts'

/**
 * The pattern of the route that has answered a request, with those of the routers around it: `/shops/:shop/orders/:id`.
 * Undefined where no route has. Where it is not known how a router is mounted, `*` stands for it: the path itself is
 * the client's, and there is no end of these.
 */
export function routePattern(request: ExpressRequest): string | undefined {
  const { route, baseUrl = '', app } = request
  if (route?.path === undefined) return undefined
  const mount = baseUrl === '' ? '' : mountPattern(app, route, baseUrl)
  return `${mount ?? '*'}${String(route.path)}`
}

function mountPattern(app: ExpressApplication | undefined, route: object, baseUrl: string): string | undefined {
  try {
    const entry = app && entryOf(app, baseUrl.split('/').slice(1))
    if (app === undefined || entry === undefined) return undefined
    const within = patternWithin(routerOf(app), route, entry.rest.map((segment) => `/${segment}`).join(''))
    return within === undefined ? undefined : entry.pattern + within
  } catch {
    // A router that is not as Express makes it, or a path that cannot be decoded.
    return undefined
  }
}

/** How an application is mounted on others, and what of the path is left in it. */
function entryOf(
  { parent, mountpath = '/' }: ExpressApplication & { readonly mountpath?: unknown },
  segments: readonly string[],
): { readonly pattern: string; readonly rest: readonly string[] } | undefined {
  if (parent === undefined) return { pattern: '', rest: segments }
  const entry = entryOf(parent, segments)
  if (entry === undefined) return undefined
  for (const path of [mountpath].flat(Infinity)) {
    const mounted = String(path).split('/').filter(Boolean)
    const leads = mounted.every((one, at) => one.startsWith(':') || one === entry.rest[at])
    const pattern = entry.pattern + mounted.map((segment) => `/${segment}`).join('')
    if (leads) return { pattern, rest: entry.rest.slice(mounted.length) }
  }
  return undefined
}

/** The patterns of the routers that lead to a route, where they take off just this path. */
function patternWithin(router: unknown, route: object, path: string): string | undefined {
  for (const layer of stackOf(router)) {
    if (layer.route === route && path === '') return ''
    const mount = stackOf(layer.handle).length > 0 ? mountOf(layer, path) : undefined
    const rest = mount && patternWithin(layer.handle, route, path.slice(mount.length))
    if (mount !== undefined && rest !== undefined) return mount.pattern + rest
  }
  return undefined
}

interface Layer {
  readonly route?: object | undefined
  readonly handle?: unknown
  readonly path?: unknown
  readonly params?: unknown
  match(path: string): boolean | { readonly path: string; readonly params: object }
}

function stackOf(router: unknown): readonly Layer[] {
  const stack: unknown = typeof router === 'function' ? Reflect.get(router, 'stack') : undefined
  return Array.isArray(stack) ? stack : []
}

/** What middleware takes off a path, and the pattern of that. */
function mountOf(layer: Layer, path: string): { readonly length: number; readonly pattern: string } | undefined {
  // Up to `router` 2.2, layers keep what they matched last, for a request that may still be under way.
  const probe: Layer = Object.assign(Object.create(Object.getPrototypeOf(layer)), layer)
  const matched = probe.match(path === '' ? '/' : path)
  if (matched === false) return undefined
  const { path: taken, params } = matched === true ? probe : matched
  const mount = String(taken).replace(/\/$/, '')
  const names = new Map(Object.entries(params ?? {}).map(([name, value]) => [String(value), name]))
  const pattern = mount.split('/').map((segment) => {
    const name = names.get(decodeURIComponent(segment))
    return segment === '' || name === undefined ? segment : `:${name}`
  })
  return { length: mount.length, pattern: pattern.join('/') }
}
