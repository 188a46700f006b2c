import type { RequestLike } from '../headers/index.ts'
import { Gone } from '../problems/index.ts'
import { type HttpProblem, withoutStack } from '../problems/internal.ts'
import { isExact, matchPath, readPattern, shapeOf } from './pattern.ts'
import { isPreflight, readTarget } from './request-target.ts'

/**
 * Knows what is gone.
 *
 * @returns what a request gets, given its target as it came; undefined: not from here.
 * @throws {TypeError} for what are no patterns.
 */
export function createGone(
  patterns: readonly string[],
): (request: RequestLike, target: string) => HttpProblem | undefined {
  if (!Array.isArray(patterns)) throw new TypeError('gone() takes an array of paths, such as /legacy/*')
  const all = patterns.map((pattern) => readPattern('gone()', pattern))
  const exact = new Set(all.filter(isExact).map(shapeOf))
  const others = all.filter((pattern) => !isExact(pattern))
  return (request, target) => {
    const path = isPreflight(request) ? undefined : readTarget(target)?.path
    if (path === undefined) return undefined
    const isGone = exact.has(`/${path.join('/')}`) || others.some((pattern) => matchPath(pattern, path) !== undefined)
    return isGone ? withoutStack(() => new Gone()) : undefined
  }
}
