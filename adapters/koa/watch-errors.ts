import type { KoaApplication, KoaContext } from './types.ts'

const applications: WeakSet<object> = new WeakSet()
const failed: WeakSet<KoaContext> = new WeakSet()

/** Takes note of every context that Koa itself answers with an error. */
export function watchErrors({ context }: KoaApplication): void {
  if (context === undefined || applications.has(context)) return
  applications.add(context)
  const { onerror } = context
  context.onerror = function (this: KoaContext, thrown: unknown) {
    // Koa calls this at the end of every response, with null when that was no error.
    if (thrown !== null && thrown !== undefined) failed.add(this)
    onerror.call(this, thrown)
  }
}

/** Whether what Koa writes is for an error: without a body, it looks like what it writes where nobody answered. */
export function hasFailed(ctx: KoaContext): boolean {
  return failed.has(ctx)
}
