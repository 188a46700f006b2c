import { type Fields, isFieldName, isFieldValue } from '../headers/index.ts'
import type { Drop } from '../recognize/index.ts'

type Lines = string | readonly string[]

/** Header fields under construction: names compare without case, and nothing gets in that could not go on the wire. */
export class FieldMap {
  readonly #fields: Map<string, readonly [name: string, value: Lines]> = new Map()
  readonly #drop: Drop

  constructor(drop: Drop) {
    this.#drop = drop
  }

  /** Sets a field, in place of one of that name; a name or value that is not safe on the wire is dropped instead. */
  set(name: string, value: Lines | undefined): this {
    if (value === undefined) return this
    if (!isFieldName(name) || name === '__proto__') {
      this.#drop({ kind: 'header', name: String(name), reason: 'not a field name (RFC 9110 §5.1)' })
    } else if (!(typeof value === 'string' ? isFieldValue(value) : value.every(isFieldValue))) {
      this.#drop({ kind: 'header', name, reason: 'not a safe field value (RFC 9110 §5.5)' })
    } else this.#fields.set(name.toLowerCase(), [name, value])
    return this
  }

  setAll(fields: Fields): this {
    for (const name of Object.keys(fields)) {
      const value = fields[name]
      if (value !== undefined) this.set(name, value)
    }
    return this
  }

  has(lowerName: string): boolean {
    return this.#fields.has(lowerName)
  }

  get(lowerName: string): Lines | undefined {
    return this.#fields.get(lowerName)?.[1]
  }

  /** The names in lower case, as they are now. */
  names(): string[] {
    return [...this.#fields.keys()]
  }

  delete(lowerName: string): void {
    this.#fields.delete(lowerName)
  }

  toObject(): Record<string, Lines> {
    const object: Record<string, Lines> = {}
    for (const [name, value] of this.#fields.values()) object[name] = value
    return object
  }
}
