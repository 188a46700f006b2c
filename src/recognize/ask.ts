import type { Drop } from './dropped.ts'
import { isThenable, watchPromise } from './promise.ts'

/**
 * Calls a function of the application's where an error is being handled: whatever it does, the response goes out.
 *
 * @param name the option that it came in.
 * @returns what it gave; undefined where that was nothing, was not good, was a promise, or the function threw.
 */
export function ask<T>(
  name: string,
  isGood: (value: unknown) => value is T,
  call: () => unknown,
  drop: Drop,
): T | undefined {
  try {
    const value = call()
    if (value === undefined) return undefined
    if (isThenable(value)) {
      watchPromise(value, () => {})
      drop({ kind: 'callback', name, reason: 'it returned a promise' })
    } else if (isGood(value)) return value
    else drop({ kind: 'callback', name, reason: 'it returned something of the wrong type' })
  } catch (error) {
    drop({ kind: 'callback', name, reason: 'it threw', error })
  }
  return undefined
}
