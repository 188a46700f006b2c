/**
 * The milliseconds of a Date, also of another realm's (jsdom, vm), where `instanceof` fails; `undefined` for anything
 * else, and NaN for an invalid Date.
 */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'object') return undefined
  try {
    return Date.prototype.getTime.call(value)
  } catch {
    return undefined
  }
}
