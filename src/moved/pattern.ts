import { normalSegment } from './segment.ts'

/** A part of a pattern between two slashes. `rest`, which only the last one can be, stands for all that follows. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'rest' }

/** What the names of a pattern stand for in a path, in one spelling; the rest under `*`. */
export type Values = ReadonlyMap<string, string>

export const REST = '*'

/**
 * Reads a pattern: a path of which segments may be names (`/blog/:id`) and the last one `*`.
 *
 * @param of who takes it, for the message.
 * @throws {TypeError} for what is no such path.
 */
export function readPattern(of: string, pattern: unknown): readonly Segment[] {
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
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new TypeError(`${of}: in ${show(whole)}, ${part} is no name of a segment`)
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

/** What the names stand for where a path fits; undefined where it does not. Linear in the length of the path. */
export function matchPath(pattern: readonly Segment[], path: readonly string[]): Values | undefined {
  const values = new Map<string, string>()
  for (const [index, segment] of pattern.entries()) {
    if (segment.kind === 'rest') {
      const rest = path.slice(index)
      // An empty segment in front would make `//evil.example` of it.
      return rest.length === 0 || rest.slice(0, -1).includes('') ? undefined : values.set(REST, rest.join('/'))
    }
    const part = path[index]
    if (part === undefined || (segment.kind === 'literal' ? part !== segment.text : part === '')) return undefined
    if (segment.kind === 'name') values.set(segment.name, part)
  }
  return path.length === pattern.length ? values : undefined
}

/** The path that a pattern with these values stands for. */
export function pathOf(pattern: readonly Segment[], values: Values): string {
  return pattern.map((segment) => `/${partOf(segment, values)}`).join('')
}

function partOf(segment: Segment, values: Values): string {
  if (segment.kind === 'literal') return segment.text
  return values.get(segment.kind === 'rest' ? REST : segment.name) ?? ''
}

/** A pattern without names and `*` fits one path alone. */
export function isExact(pattern: readonly Segment[]): boolean {
  return pattern.every(({ kind }) => kind === 'literal')
}

/** What tells a pattern from others: the names of its names do not. */
export function shapeOf(pattern: readonly Segment[]): string {
  return pattern
    .map((segment) => `/${segment.kind === 'literal' ? segment.text : segment.kind === 'name' ? ':' : REST}`)
    .join('')
}

/** How messages show what they were given. */
export function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : value === null ? 'null' : typeof value
}
