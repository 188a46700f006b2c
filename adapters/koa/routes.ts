import { METHODS } from 'node:http'
import { types } from 'node:util'
import { isToken } from '../../src/headers/index.ts'

export interface RoutesOptions {
  /** Counts routes whose path is only a wildcard, too. By default they are middleware: an SPA's index page. */
  readonly catchAllRoutes?: boolean | undefined
}

/**
 * Which methods the routes of `@koa/router` (12 to 15) have for the path of a request: of all routers that the request
 * has come through so far, nested and mounted ones included, but none that comes after who answered. To be asked when
 * `next()` is over; runs nothing of the application and changes nothing.
 *
 * Routes for all methods (`router.all`, `router.redirect`) are middleware here.
 *
 * @param ctx a context of Koa. It may be anything.
 * @returns methods in upper case, each once, in the order of the routes: what is registered, HEAD with every GET, no
 * OPTIONS; undefined where no route has the path, where no router was asked, and where that cannot be known.
 * @example routedMethods(ctx) // ['HEAD', 'GET', 'PUT']
 */
export function routedMethods(ctx: object, options: RoutesOptions = {}): readonly string[] | undefined {
  const { catchAllRoutes = false } = options
  const found = new Set<string>()
  try {
    const { matched } = ctx as { readonly matched?: unknown }
    // 13.0.0 puts what a second router matched into the list as a list.
    const layers = itemsOf(matched).flatMap((item) => (Array.isArray(item) ? itemsOf(item) : [item]))
    for (const layer of layers) {
      for (const method of methodsOf(layer as Layer, catchAllRoutes)) found.add(method)
    }
  } catch {
    // What is no list of layers as the router makes them; also a part of one could lead to a false 405.
    return undefined
  }
  return found.size > 0 ? [...found] : undefined
}

// The little of a router's layers that this relies on; anything else throws on the way.

interface Layer {
  /** In upper case; of middleware there are none. */
  readonly methods: unknown
  /** Of the whole path. */
  readonly regexp: unknown
  readonly opts?: { readonly prefix?: unknown } | undefined
}

function methodsOf(layer: Layer, catchAllRoutes: boolean): readonly string[] {
  const methods = itemsOf(layer.methods).map(methodOf)
  // router.all() adds all methods that Node knows, one by one.
  if (methods.length === 0 || METHODS.every((method) => methods.includes(method))) return []
  return !catchAllRoutes && matchesAnything(layer) ? [] : methods
}

function methodOf(name: unknown): string {
  if (!isToken(name)) throw new TypeError('a method is a token (RFC 9110 §9.1)')
  return name.toUpperCase()
}

// Nobody has routes for these; they have too little in common for a pattern that means something to match all.
const NOWHERE = ['/~0q', '/q~0/0~/~q/q0/~/0q~/q', '/_0~q/q']

/** Whether a path is only a wildcard, however it is written, with or without the prefix of its own router. */
function matchesAnything({ regexp, opts }: Layer): boolean {
  if (!types.isRegExp(regexp)) throw new TypeError('a route without a pattern')
  const prefix = opts?.prefix
  // A parameter in it takes its own name.
  const starts = typeof prefix === 'string' ? ['', prefix] : ['']
  // In a copy, since a pattern may keep where its last match ended.
  return starts.some((start) => NOWHERE.every((path) => new RegExp(regexp).test(start + path)))
}

const MOST_ITEMS = 1000

// By index, since a list may bring an iterator of its own.
function itemsOf(list: unknown): readonly unknown[] {
  if (!Array.isArray(list) || list.length > MOST_ITEMS) throw new TypeError('not a list')
  return Array.from({ length: list.length }, (_, index): unknown => list[index])
}
