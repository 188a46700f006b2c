import { distanceOf } from './distance.ts'

/**
 * Refuses options that a function does not have, so that none gets lost.
 *
 * @param of what the function is called.
 * @throws {TypeError} naming the function, the option, the one that may be meant, and those that there are.
 */
export function checkOptions(of: string, options: unknown, names: readonly string[]): asserts options is object {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${of}() takes its options as an object: { ${names.join(', ')} }`)
  }
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue
    throw new TypeError(`${of}() has no option "${name}"${meant(name, names)}; it has ${names.join(', ')}`)
  }
}

/** Names are no longer than this: of what is, nothing is compared. */
const LONGEST_NAME = 40
const MOST_TYPOS = 2

function meant(given: string, names: readonly string[]): string {
  if (given.length > LONGEST_NAME) return ''
  const typos = (name: string): number => distanceOf(given.toLowerCase(), name.toLowerCase())
  const [closest] = [...names].sort((one, other) => typos(one) - typos(other))
  const isLike = closest !== undefined && typos(closest) <= Math.min(MOST_TYPOS, Math.floor(closest.length / 3))
  return isLike ? ` (did you mean "${closest}"?)` : ''
}
