import { refuseRouterSyntax } from './router-syntax.ts'
import { normalSegment } from './segment.ts'

/** A part of a pattern between two slashes. `rest`, which only the last one can be, stands for all that follows. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'rest' }

/** What the names of a pattern stand for in a path, in one spelling; the rest under `*`. */
export type Values = ReadonlyMap<string, string>

export const REST = '*'
const NAME = 'that is letters, digits and _ behind a :, and stands alone'

/**
 * Reads a pattern: a path of which segments may be names (`/blog/:id`) and the last one `*`.
 *
 * @param of who takes it, for the message.
 * @throws {TypeError} for what is no such path.
 */
export function readPattern(of: string, pattern: unknown): readonly Segment[] {
  if (typeof pattern === 'string') refuseRouterSyntax(of, pattern, pattern)
  if (typeof pattern !== 'string' || !pattern.startsWith('/') || /[?#\\]/.test(pattern)) {
    throw new TypeError(`${of} takes paths that begin with /, without query and fragment, not ${show(pattern)}`)
  }
  return readSegments(of, pattern, pattern)
}

/** @param whole what the path belongs to, for the message. */
export function readSegments(of: string, path: string, whole: string): readonly Segment[] {
  const names = new Set<string>()
  const parts = path.slice(1).split('/')
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1
    if (part === '' && !isLast) throw new TypeError(`${of}: ${show(whole)} has an empty segment`)
    if (part === REST && isLast) return { kind: 'rest' }
    if (part.includes(REST))
      throw new TypeError(`${of}: in ${show(whole)}, * stands for all that follows: it comes last, alone`)
    if (!part.startsWith(':')) return literal(of, part, whole)
    const name = part.slice(1)
    if (!/^[A-Za-z_]\w*$/.test(name))
      throw new TypeError(`${of}: in ${show(whole)}, ${part} is no name of a segment: ${NAME}`)
    if (names.has(name)) throw new TypeError(`${of}: in ${show(whole)}, :${name} stands for two segments`)
    names.add(name)
    return { kind: 'name', name }
  })
}

function literal(of: string, part: string, whole: string): Segment {
  // As UTF-8: a request brings its bytes.
  const text = part.isWellFormed() ? normalSegment(part.replaceAll(/[^ -~]/gu, encodeURIComponent)) : undefined
  if (text !== undefined) return { kind: 'literal', text }
  throw new TypeError(`${of}: in ${show(whole)}, ${show(part)} is no segment of a path (RFC 3986 §3.3)`)
}

/** What the names of a pattern stand for in a path that it fits. */
export function valuesIn(pattern: readonly Segment[], path: readonly string[]): Values {
  const values = new Map<string, string>()
  for (const [index, segment] of pattern.entries()) {
    const part = path[index]
    switch (segment.kind) {
      case 'literal':
        break
      case 'name':
        if (part !== undefined) values.set(segment.name, part)
        break
      case 'rest':
        values.set(REST, path.slice(index).join('/'))
        break
      default:
        segment satisfies never
    }
  }
  return values
}

/** The path that a pattern with these values stands for. */
export function pathOf(pattern: readonly Segment[], values: Values): string {
  return pattern.map((segment) => `/${literalOf(segment) ?? valueFor(nameOf(segment), values)}`).join('')
}

/** What a name stands for. */
export function valueFor(name: string | undefined, values: Values): string {
  const value = name === undefined ? undefined : values.get(name)
  if (value === undefined) throw new Error(`no value for ${name}`)
  return value
}

/** The text of a segment that stands for itself alone. */
export function literalOf(segment: Segment): string | undefined {
  switch (segment.kind) {
    case 'literal':
      return segment.text
    case 'name':
    case 'rest':
      return undefined
    default:
      return segment satisfies never
  }
}

/** Under which name the value of a segment goes. */
export function nameOf(segment: Segment): string | undefined {
  switch (segment.kind) {
    case 'literal':
      return undefined
    case 'name':
      return segment.name
    case 'rest':
      return REST
    default:
      return segment satisfies never
  }
}

/** A pattern without names and `*` fits one path alone. */
export function isExact(pattern: readonly Segment[]): boolean {
  return pattern.every((segment) => literalOf(segment) !== undefined)
}

/** What tells a pattern from others: the names of its names do not. */
export function shapeOf(pattern: readonly Segment[]): string {
  return pattern.map((segment) => `/${shapeOfSegment(segment)}`).join('')
}

function shapeOfSegment(segment: Segment): string {
  switch (segment.kind) {
    case 'literal':
      return segment.text
    case 'name':
      return ':'
    case 'rest':
      return REST
    default:
      return segment satisfies never
  }
}

/** How messages show what they were given. */
export function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : value === null ? 'null' : typeof value
}
