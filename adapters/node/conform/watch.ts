import type { ServerResponse } from 'node:http'
import { type FieldSource, isPlain } from '../../../src/conform/index.ts'
import { isHeadOnWire, type NodeResponse } from '../write.ts'
import { HeldResponse, type Keeper, lengthOf, type Methods } from './held-response.ts'
import { type Writer, writers } from './writers.ts'

/**
 * Watches a response from now on. Whoever writes it, and through whatever other middleware: in the end all of it goes
 * through four methods, in whose place ours come.
 *
 * @param prototype of the framework's responses, if it has one of its own: there the methods are replaced once for all, and
 *   nothing is put on a response before it is needed, since one that got another prototype is slow to take properties.
 *   Otherwise they go to the response itself.
 */
export function watch(res: ServerResponse, context: unknown, keeper: Keeper, prototype?: object): void {
  const shared = prototype === undefined ? undefined : sharedWatch(prototype, keeper, res)
  if (shared !== undefined) watches.set(res, shared)
  else putOn(res as NodeResponse, new HeldResponse(res, context, keeper, methodsOf(res)))
}

// One by one: Object.assign() takes several times as long.
function putOn(res: NodeResponse, held: HeldResponse): void {
  ;(res as Watched)[HELD] = held
  res.writeHead = ownMethods.writeHead
  res.write = ownMethods.write
  res.end = ownMethods.end
  res.flushHeaders = ownMethods.flushHeaders
}

/** Who decides about a response, if it is watched. */
export function keeperOf(res: object): Keeper | undefined {
  return watches.get(res)?.keeper ?? (res as Partial<Watched>)[HELD]?.keeper
}

/** A response that is watched, as it is held. */
export function heldOf(res: object): HeldResponse | undefined {
  const watch = watches.get(res)
  return watch === undefined ? (res as Partial<Watched>)[HELD] : hold(res as Watched, watch)
}

/** Says that a response needs no judgement: it is the pipeline's. */
export function exempt(res: object): void {
  const held = heldOf(res)
  if (held !== undefined) held.isExempt = true
}

const HELD: unique symbol = Symbol('statuswise.held')

type Watched = NodeResponse & { [HELD]: HeldResponse }

const NAMES = ['writeHead', 'write', 'end', 'flushHeaders'] as const

function methodsOf({ writeHead, write, end, flushHeaders }: Methods): Methods {
  return { writeHead, write, end, flushHeaders }
}

// The same functions for all responses, which costs less than making them anew.
const ownMethods = Object.fromEntries(NAMES.map((name) => [name, ownMethod(writers[name])])) as unknown as Methods

function ownMethod(writer: Writer) {
  return function (this: Watched, ...args: unknown[]): unknown {
    return writer(this[HELD], this, args)
  }
}

/** Who watches responses whose methods are replaced in their prototype, and with what these are written. */
interface Watch {
  readonly keeper: Keeper
  readonly methods: Methods
}

const watches: WeakMap<object, Watch> = new WeakMap()

function hold(res: Watched, { keeper, methods }: Watch): HeldResponse {
  // Such a response has its request for a context.
  res[HELD] ??= new HeldResponse(res, res.req, keeper, methods)
  return res[HELD]
}

/** Of each prototype, what its methods were before. */
const beneath: WeakMap<object, Methods> = new WeakMap()

/** Undefined for a response that somebody has patched who did not know our methods, which can only be the very first. */
function sharedWatch(prototype: object, keeper: Keeper, res: ServerResponse): Watch | undefined {
  const known = keeper.watches.get(prototype) as Watch | undefined
  if (known !== undefined) return known
  const isNew = !beneath.has(prototype)
  const methods = beneath.get(prototype) ?? methodsOf(prototype as NodeResponse)
  if (isNew) replaceMethods(prototype, methods)
  const watch = { keeper, methods }
  keeper.watches.set(prototype, watch)
  return isNew && NAMES.some((name) => Object.hasOwn(res, name)) ? undefined : watch
}

function replaceMethods(prototype: object, methods: Methods): void {
  beneath.set(prototype, methods)
  for (const name of NAMES) {
    const value = sharedMethod(name, methods)
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true })
  }
}

// A plain response is judged without being held; until its end() returns, it is this one.
let passing: unknown

function sharedMethod(name: keyof Methods, methods: Methods): (...args: never[]) => unknown {
  const { [name]: method } = methods
  const { [name]: writer } = writers

  function pass(res: NodeResponse, args: readonly unknown[]): unknown {
    const before = passing
    passing = res
    try {
      return Reflect.apply(method, res, args)
    } finally {
      passing = before
    }
  }

  return function (this: Watched, ...args: unknown[]): unknown {
    const watch = passing === this ? undefined : (watches.get(this) ?? watchBehind(this))
    if (watch?.methods !== methods) return Reflect.apply(method, this, args)
    if (name === 'end' && this[HELD] === undefined && isPlainEnd(this, args)) return pass(this, args)
    return writer(hold(this, watch), this, args)
  }
}

// What others put in the place of a response, a Proxy or an heir of it, has its request.
function watchBehind({ req }: NodeResponse): Watch | undefined {
  const { res } = (req ?? {}) as { readonly res?: object }
  return res === undefined || res === passing ? undefined : watches.get(res)
}

// Nobody else has a say in its head, and all of its content is there.
function isPlainEnd(res: NodeResponse, [chunk, encoding]: readonly unknown[]): boolean {
  if (Object.hasOwn(res, 'writeHead') || res.headersSent || typeof chunk === 'function') return false
  try {
    const length = lengthOf(chunk, encoding)
    if (length === undefined || isHeadOnWire(res)) return false
    return isPlain(res.statusCode, res.req.method, length, res as FieldSource)
  } catch {
    // Middleware has taken the response apart.
    return false
  }
}
