import { METHODS } from 'node:http'
import { isToken } from '../../src/headers/index.ts'
import { type MountedApp, type RoutedRequest, standing } from './routed-path.ts'

export type { RoutedRequest } from './routed-path.ts'

/** How to count routes, and what the caller knows. All of it is optional. */
export interface RoutesOptions {
  /** Counts routes whose path is only a wildcard, too. By default they are middleware: an SPA's index page. */
  readonly catchAllRoutes?: boolean | undefined
  /**
   * `req.baseUrl` as it was when the request entered `req.app`, not a router in it, for who knows it: how long it is
   * cannot be told from every mount path.
   */
  readonly entryBaseUrl?: string | undefined
}

/**
 * Which methods the routes of an Express application (4 or 5) have for the path of a request. May be asked anywhere
 * between the first middleware and the end of the response; runs nothing of the application and changes nothing.
 *
 * Handlers for all methods (`app.all`) are middleware here. Of applications within each other, the one that the request
 * is in tells; it cannot look into those mounted on it.
 *
 * @param req a request of Express. With anything else there is no answer, but no exception either.
 * @returns methods in upper case, each once, in the order of the routes: what is registered, so no HEAD for GET and no
 * OPTIONS; undefined where no route has the path, and where that cannot be known.
 * @example routedMethods(req) // ['GET', 'PUT']
 */
export function routedMethods(req: RoutedRequest, options: RoutesOptions = {}): readonly string[] | undefined {
  try {
    const { catchAllRoutes = false, entryBaseUrl } = options
    const app = req.app as App
    const at = standing(req, app, entryBaseUrl)
    const router = routerOf(app)
    if (at === undefined || !isRouter(router)) return undefined
    const [first, ...others] = at.paths.map((path) => methodsAt(router, path, at.mount, catchAllRoutes))
    const agreed = others.every((other) => String(other) === String(first))
    return agreed && first !== undefined && first.length > 0 ? first : undefined
  } catch {
    // A router that is not as Express makes it, or a path that cannot be decoded.
    return undefined
  }
}

// The little of Express that this relies on; anything else throws on the way.

interface App extends MountedApp {
  readonly lazyrouter?: unknown
  readonly _router?: unknown
  readonly router?: unknown
}

export interface Router {
  readonly stack: readonly Layer[]
}

export interface Layer {
  /** Of middleware there is none. */
  readonly route?: Route | undefined
  readonly handle: unknown
  match(path: string): boolean | { readonly path: unknown }
  readonly path?: unknown
  /** Express 4. */
  readonly regexp?: unknown
  /** `router` from 2.3. */
  readonly rawPath?: unknown
}

export interface Route {
  readonly path: unknown
  /** By names in lower case; `_all` for handlers of all methods. */
  readonly methods: Readonly<Record<string, boolean>>
}

/** The router of an application, if it has one. */
export function routerOf(app: object): unknown {
  // Express 4 makes its router when it is first needed, and throws where `router` is asked for.
  return typeof Reflect.get(app, 'lazyrouter') === 'function' ? Reflect.get(app, '_router') : Reflect.get(app, 'router')
}

export function isRouter(value: unknown): value is Router {
  if (typeof value !== 'function' || !('stack' in value) || !Array.isArray(value.stack)) return false
  // Applications of connect have a stack, too.
  return value.stack.every((layer: Partial<Layer>) => typeof layer.match === 'function')
}

/** Undefined where the walk does not pass the place that the request stands at: this router is not the one around it. */
function methodsAt(router: Router, path: string, mount: string, catchAllRoutes: boolean): string[] | undefined {
  const methods = new Set<string>()
  let passed = mount === ''

  const walk = ({ stack }: Router, path: string, base: string): void => {
    for (const layer of stack) {
      if (layer.route) take(layer, layer.route, path)
      else enter(layer, path, base)
    }
  }

  const take = (layer: Layer, route: Route, path: string): void => {
    if (match(layer, path) === undefined || (!catchAllRoutes && matchesAnything(layer))) return
    for (const name of namesOf(route)) methods.add(methodOf(name))
  }

  const enter = (layer: Layer, path: string, base: string): void => {
    const { handle } = layer
    const inside = isRouter(handle)
    if (!inside && passed) return
    const prefix = mountPrefix(layer, path)
    if (prefix === undefined) return
    const entered = base + prefix.replace(/\/$/, '')
    passed ||= entered === mount
    if (!inside || (!catchAllRoutes && prefix !== '' && matchesAnything(layer))) return
    const rest = path.slice(prefix.length)
    walk(handle, rest.startsWith('/') ? rest : `/${rest}`, entered)
  }

  walk(router, path, '')
  return passed ? [...methods] : undefined
}

/** The methods that a route has by name. */
function namesOf({ methods }: Route): readonly string[] {
  // app.all() adds all methods one by one, route.all() adds `_all`.
  if (METHODS.every((method) => methods[method.toLowerCase()])) return []
  return Object.keys(methods).filter((name) => name !== '_all' && methods[name])
}

function methodOf(name: string): string {
  if (!isToken(name)) throw new TypeError('a method is a token (RFC 9110 §9.1)')
  return name.toUpperCase()
}

/** What of the path a layer matches. */
export function match(layer: Layer, path: string): string | undefined {
  if (hasState(layer.regexp) || hasState(layer.rawPath) || hasState(layer.route?.path)) {
    throw new TypeError('a pattern that matches by turns')
  }
  // Up to `router` 2.2, layers keep what they matched last, for a request that may still be under way: a copy may be
  // written to. (Inheriting from a layer would do, too, but layers that became prototypes slow down all routing.)
  const probe: Layer = Object.assign(Object.create(Object.getPrototypeOf(layer)), layer)
  const matched = probe.match(path)
  if (matched === false) return undefined
  const text = matched === true ? probe.path : matched.path
  if (typeof text !== 'string') throw new TypeError('a match of an unknown kind')
  return text
}

/** With these flags, what a pattern matches depends on what it matched before. */
function hasState(pattern: unknown): boolean {
  return Array.isArray(pattern)
    ? pattern.some(hasState)
    : pattern instanceof RegExp && (pattern.global || pattern.sticky)
}

/** What middleware takes off the path: whole segments, or nothing. */
export function mountPrefix(layer: Layer, path: string): string | undefined {
  const prefix = match(layer, path)
  if (prefix === undefined || prefix === '') return prefix
  const next = path[prefix.length]
  // Express 4 also stops at a dot.
  const ends = next === undefined || next === '/' || (next === '.' && layer.regexp !== undefined)
  return ends && path.startsWith(prefix) ? prefix : undefined
}

// Nobody has routes for these; they have too little in common for a pattern that means something to match all.
const NOWHERE = ['/~0q', '/q~0/0~/~q/q0/~/0q~/q', '/_0~q/q']

/** Whether a path is only a wildcard, however it is written; middleware must also take all of the path off. */
export function matchesAnything(layer: Layer): boolean {
  return NOWHERE.every((path) => {
    const matched = match(layer, path)
    return layer.route ? matched !== undefined : matched === path
  })
}
