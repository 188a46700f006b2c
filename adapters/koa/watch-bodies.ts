import type { Readable } from 'node:stream'
import { isReadable } from './readable.ts'
import type { KoaApplication, KoaContext } from './types.ts'

const applications: WeakSet<object> = new WeakSet()
const takenOver: WeakSet<Readable> = new WeakSet()

/**
 * Makes every stream that becomes a body report its failure to `ctx.onerror`, as in Koa 2. Koa 3 listens only when it
 * pipes: a stream that fails before would end the process, and one that middleware has piped into another
 * (koa-compress) would leave the client waiting.
 */
export function watchBodies({ response }: KoaApplication): void {
  if (response === undefined || applications.has(response)) return
  applications.add(response)
  const body = accessorOf(response, 'body')
  const set = body?.set
  if (set === undefined) return
  Object.defineProperty(response, 'body', {
    ...body,
    set(this: { readonly ctx: KoaContext }, value: unknown) {
      set.call(this, value)
      if (isReadable(value)) value.once('error', (error) => report(this.ctx, value, error))
    },
  })
}

/** Says that somebody else listens to a body from now on. */
export function takeOver(stream: Readable): void {
  takenOver.add(stream)
}

// A stream that gave way to a body that is none is of no concern any more.
function report(ctx: KoaContext, stream: Readable, error: unknown): void {
  if (!takenOver.has(stream) && isReadable(ctx.body) && !ctx.res.writableEnded) ctx.onerror(error)
}

function accessorOf(object: object, name: string): PropertyDescriptor | undefined {
  for (let holder: object | null = object; holder !== null; holder = Object.getPrototypeOf(holder)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name)
    if (descriptor !== undefined) return descriptor
  }
  return undefined
}
