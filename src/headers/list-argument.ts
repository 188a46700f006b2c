import { describe } from './describe.ts'

/**
 * Lets through what can be looped over, except a string: its members would be its characters.
 * @throws {TypeError} that names the rule.
 */
export function listArgument(value: Iterable<string>, rule: string): Iterable<string> {
  if (typeof value !== 'object' || value === null || typeof value[Symbol.iterator] !== 'function') {
    throw new TypeError(`${rule}: pass an array, not ${describe(value)}`)
  }
  return value
}
