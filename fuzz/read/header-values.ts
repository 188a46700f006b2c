import type { FieldLine } from '../../src/rules/index.ts'

/** The values of a field, one for each of its lines. */
export function valuesOf(fields: readonly FieldLine[], lowerName: string): string[] {
  return fields.filter(([name]) => name.toLowerCase() === lowerName).map(([, value]) => value)
}
