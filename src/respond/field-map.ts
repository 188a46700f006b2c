import { type Fields, isFieldName, normalizeField } from '../headers/index.ts'
import { type Drop, fieldLines } from '../recognize/index.ts'

type Lines = string | readonly string[]

/** Header fields under construction: names compare without case, and nothing gets in that could not go on the wire. */
export class FieldMap {
  readonly #fields: Map<string, readonly [name: string, value: Lines]> = new Map()
  readonly #drop: Drop

  constructor(drop: Drop) {
    this.#drop = drop
  }

  /** Sets a field, in place of one of that name; a name or value that is not safe on the wire is dropped instead. */
  set(name: string, value: unknown): this {
    if (value === undefined) return this
    const lines = fieldLines(value)
    if (!isFieldName(name) || name === '__proto__') {
      this.#drop({ kind: 'header', name, reason: 'not a field name (RFC 9110 §5.1)' })
    } else if (lines === undefined) {
      this.#drop({ kind: 'header', name, reason: 'not a safe field value (RFC 9110 §5.5)' })
    } else this.#fields.set(name.toLowerCase(), [name, lines])
    return this
  }

  /** Sets a field of the pipeline's own, whose name and value need no check. */
  trust(name: string, value: string): this {
    this.#fields.set(name.toLowerCase(), [name, value])
    return this
  }

  /** Sets a field that the application wrote by itself, in the form that its grammar has; an invalid one is dropped. */
  setNormal(name: string, value: unknown): this {
    const lines = value === undefined ? undefined : fieldLines(value)
    const normal = lines === undefined ? value : normalizeField(name.toLowerCase(), lines)
    if (normal !== undefined) return this.set(name, normal)
    if (value !== undefined) this.#drop({ kind: 'header', name, reason: 'not a valid value of this field' })
    return this
  }

  setAll(fields: Fields): this {
    for (const name of Object.keys(fields)) this.setNormal(name, fields[name])
    return this
  }

  has(lowerName: string): boolean {
    return this.#fields.has(lowerName)
  }

  get(lowerName: string): Lines | undefined {
    return this.#fields.get(lowerName)?.[1]
  }

  /** Changes the value of a field, if it is there. */
  update(lowerName: string, change: (value: Lines) => Lines): void {
    const field = this.#fields.get(lowerName)
    if (field !== undefined) this.set(field[0], change(field[1]))
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
