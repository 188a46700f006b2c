import { timeOf } from './time-of.ts'

/** Names a value in an error message: short, on one line, and without running any code of an object's. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value)
  const time = timeOf(value)
  if (time === undefined) return 'an object'
  return Number.isNaN(time) ? 'an invalid Date' : new Date(time).toISOString()
}
