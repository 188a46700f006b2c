import type { RequestLike } from '../headers/index.ts'
import { Gone } from '../problems/index.ts'
import { type HttpProblem, withoutStack } from '../problems/internal.ts'
import { isExact, readPattern, shapeOf } from './pattern.ts'
import { PatternTree } from './pattern-tree.ts'
import { isPreflight, readTarget } from './request-target.ts'

/**
 * Knows what is gone.
 *
 * @returns what a request gets, given its target as it came; undefined: not from here.
 * @param none for who takes it for options: it has none.
 * @throws {TypeError} for what are no patterns.
 */
export function createGone(
  patterns: readonly string[],
  none?: undefined,
): (request: RequestLike, target: string) => HttpProblem | undefined {
  if (!Array.isArray(patterns)) throw new TypeError('gone() takes an array of paths, such as /legacy/*')
  if (none !== undefined) throw new TypeError('gone() takes paths alone: it has no options')
  const all = patterns.map((pattern) => readPattern('gone()', pattern))
  const exact = new Set(all.filter(isExact).map(shapeOf))
  const others = new PatternTree<true>()
  for (const pattern of all) if (!isExact(pattern)) others.add(pattern, true)
  return (request, target) => {
    const path = isPreflight(request) ? undefined : readTarget(target)?.path
    if (path === undefined) return undefined
    const isGone = exact.has(`/${path.join('/')}`) || others.find(path) === true
    return isGone ? withoutStack(() => new Gone()) : undefined
  }
}
