import { listOf } from '../../adapters/node/wire/framing.ts'
import type { Exchange, FieldLine } from '../../src/rules/index.ts'
import type { ProbedExchange } from './probe.ts'
import type { Prober } from './prober.ts'

/** What is probed, and with what. */
export interface Subject {
  readonly prober: Prober
  /** Path and query. */
  readonly target: string
  /** Whether methods may be sent that can change something. */
  readonly unsafe: boolean
  /** What was asked once for the whole server. */
  readonly once: Set<string>
  /** Content for methods that take some, by method, where an API description has an example. */
  readonly contents?: Readonly<Record<string, { readonly type: string; readonly text: string }>>
}

/** What the first probes told of it. */
export interface Known {
  /** The first GET; undefined: it was not answered. */
  readonly get: ProbedExchange | undefined
  /**
   * What answers may be compared with: two GETs that had the same answer. Empty where the resource changes by itself.
   */
  readonly baseline: readonly Exchange[]
  /** The methods that it has, as the server says; undefined: it does not say. */
  readonly allow: readonly string[] | undefined
  readonly options: Exchange | undefined
}

/** The value of a response field that occurs once. */
export function fieldOf({ response }: Exchange, lowerName: string): string | undefined {
  const values = response.fields.filter(([name]) => name.toLowerCase() === lowerName)
  return values.length === 1 ? values[0]?.[1] : undefined
}

/** The methods in Allow; undefined without the field. */
export function allowOf({ response }: Exchange): readonly string[] | undefined {
  const has = response.fields.some(([name]) => name.toLowerCase() === 'allow')
  return has ? listOf(response.fields, 'allow') : undefined
}

/** `GET with Accept: text/html` */
export function nameOf(method: string, [name, value]: FieldLine): string {
  return `${method} with ${name}: ${value}`
}
