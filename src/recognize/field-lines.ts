import { isFieldValue } from '../headers/index.ts'
import { itemsOf } from './read.ts'

/** A field value as it goes on the wire, in one line or several; undefined for what is not safe there. */
export function fieldLines(value: unknown): string | readonly string[] | undefined {
  if (typeof value === 'string') return isFieldValue(value) ? value : undefined
  if (typeof value === 'number') return String(value)
  const lines = itemsOf(value)
  return lines.length > 0 && lines.every(isFieldValue) ? lines : undefined
}
