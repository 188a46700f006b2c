/** Follows local references (`#/components/…`); anything that leads nowhere, or in circles, is undefined. */
export type Resolve = (value: unknown) => unknown

const MAX_HOPS = 20

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function resolver(document: unknown): Resolve {
  const follow = (value: unknown, hops: number): unknown => {
    const reference = isRecord(value) ? value.$ref : undefined
    if (typeof reference !== 'string') return value
    if (hops >= MAX_HOPS || !reference.startsWith('#/')) return undefined
    let found: unknown = document
    for (const step of reference.slice(2).split('/')) {
      const key = decode(step).replaceAll('~1', '/').replaceAll('~0', '~')
      found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined
    }
    return follow(found, hops + 1)
  }
  return (value) => follow(value, 0)
}

/** A value of a parameter or of content, as text: its example, default or first choice, or the plainest of its type. */
export function exampleOf(described: unknown, resolve: Resolve, otherwise?: string): string {
  const holder = isRecord(described) ? described : {}
  const schema = resolve(holder.schema)
  const found = given(holder, resolve) ?? given(isRecord(schema) ? schema : {}, resolve)
  if (found !== undefined) return textOf(found)
  return otherwise ?? plainest(isRecord(schema) ? schema : holder)
}

function given(holder: Record<string, unknown>, resolve: Resolve): unknown {
  const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : undefined)
  const examples = resolve(holder.examples)
  const named = isRecord(examples) ? resolve(Object.values(examples)[0]) : first(examples)
  const example = isRecord(examples) && isRecord(named) ? named.value : named
  return holder.example ?? example ?? holder['x-example'] ?? holder.default ?? first(holder.enum)
}

function plainest({ type, format }: Record<string, unknown>): string {
  const types = Array.isArray(type) ? (type as unknown[]) : [type]
  if (types.includes('integer') || types.includes('number')) return '1'
  if (types.includes('boolean')) return 'true'
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000000'
  if (format === 'date') return '2026-01-01'
  if (format === 'date-time') return '2026-01-01T00:00:00Z'
  return '1'
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
