import type { FieldLine } from './exchange.ts'
import { listElements } from './grammar/lists.ts'

const NONE: readonly string[] = []

/** The fields of a message, by name. */
export class FieldsView {
  readonly lines: readonly FieldLine[]
  readonly #byName = new Map<string, string[]>()
  readonly #lists = new Map<string, readonly string[]>()

  constructor(lines: readonly FieldLine[]) {
    this.lines = lines
    for (const [name, value] of lines) {
      const lowerName = name.toLowerCase()
      const values = this.#byName.get(lowerName)
      if (values === undefined) this.#byName.set(lowerName, [value])
      else values.push(value)
    }
  }

  /** In lower case, each once. */
  names(): Iterable<string> {
    return this.#byName.keys()
  }

  has(lowerName: string): boolean {
    return this.#byName.has(lowerName)
  }

  /** The values of all lines of a name, in their order. */
  all(lowerName: string): readonly string[] {
    return this.#byName.get(lowerName) ?? NONE
  }

  /** The lines as recipients combine them (RFC 9110 §5.3), or undefined without any. */
  get(lowerName: string): string | undefined {
    return this.#byName.get(lowerName)?.join(', ')
  }

  /** The elements of a list field, without empty ones (RFC 9110 §5.6.1). Quoted strings are kept as they are. */
  list(lowerName: string): readonly string[] {
    const known = this.#lists.get(lowerName)
    if (known !== undefined) return known
    const elements = listElements(this.get(lowerName) ?? '')
    this.#lists.set(lowerName, elements)
    return elements
  }

  /** Whether a list field of tokens has one, in any case. */
  lists(lowerName: string, token: string): boolean {
    return this.list(lowerName).some((element) => element.toLowerCase() === token)
  }

  /** The lines of some names as evidence, or that there are none. */
  show(...lowerNames: readonly string[]): string {
    const shown = this.lines.filter(([name]) => lowerNames.includes(name.toLowerCase()))
    if (shown.length === 0) return `(no ${lowerNames.join(', ')})`
    return shown.map(([name, value]) => `${name}: ${value}`).join('\n')
  }
}
