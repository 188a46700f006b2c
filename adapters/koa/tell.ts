import { describeThrown, isError } from '../../src/recognize/index.ts'
import { isPlanned, print } from '../node/report.ts'
import type { KoaContext } from './types.ts'

/**
 * Tells the application what Koa itself would have told: `app.emit('error', error, ctx)`, always with an Error. Koa's
 * own listener prints; where nobody listens (an application inside another), nothing is emitted, since that would throw.
 * Of what was planned (maintenance) nobody is told.
 */
export function tellApplication(ctx: KoaContext, thrown: unknown): void {
  try {
    if (ctx.app.listenerCount('error') === 0 || isPlanned(thrown)) return
    const error = isError(thrown) ? thrown : new Error(describeThrown(thrown))
    if (ctx.headerSent) Reflect.set(error, 'headerSent', true)
    ctx.app.emit('error', error, ctx)
  } catch (failure) {
    print(
      () =>
        `statuswise: an error listener of the application failed: ${describeThrown(failure)}\n${describeThrown(thrown)}`,
    )
  }
}
