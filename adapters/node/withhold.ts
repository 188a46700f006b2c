import { exempt } from './conform/watch.ts'
import { end } from './end.ts'
import type { NodeResponse } from './write.ts'

/**
 * Sees to it that a request gets no response. What the framework still writes goes nowhere (Koa gives a request that waits for
 * those before it on its connection a 404), so that `conform()` has nothing to say of it.
 */
export function withhold(res: NodeResponse): void {
  exempt(res)
  end(res)
}
