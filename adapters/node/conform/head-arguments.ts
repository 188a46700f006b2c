import type { FieldValue } from '../../../src/conform/index.ts'

/** Fields as they were given to `writeHead()`, by lower-case name, with the name as it was written. */
export type GivenFields = ReadonlyMap<string, readonly [name: string, value: FieldValue]>

/** Reads the fields among the arguments of `writeHead(status, [phrase], [fields])`; undefined: there are none. */
export function givenFields(phrase: unknown, fields: unknown): GivenFields | undefined {
  const given = typeof phrase === 'string' ? fields : (fields ?? phrase)
  if (typeof given !== 'object' || given === null) return undefined
  const map = new Map<string, readonly [string, FieldValue]>()
  for (const [name, value] of Array.isArray(given) ? pairs(given) : Object.entries(given)) {
    const key = String(name).toLowerCase()
    const before = map.get(key)
    map.set(key, [
      String(name),
      before === undefined ? fieldValue(value) : [...lines(before[1]), ...lines(fieldValue(value))],
    ])
  }
  return map
}

// node:http takes `[name, value, name, value]` as well as `[[name, value], [name, value]]`.
function* pairs(list: readonly unknown[]): Generator<readonly [unknown, unknown]> {
  if (Array.isArray(list[0])) {
    for (const pair of list) if (Array.isArray(pair)) yield [pair[0], pair[1]]
  } else {
    for (let index = 0; index < list.length; index += 2) yield [list[index], list[index + 1]]
  }
}

function fieldValue(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number') return value
  return Array.isArray(value) ? value.map(String) : String(value)
}

function lines(value: FieldValue): readonly string[] {
  return typeof value === 'object' ? value : [String(value)]
}
