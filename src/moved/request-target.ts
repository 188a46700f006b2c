import type { RequestLike } from '../headers/index.ts'
import { encodedQuery, normalSegment } from './segment.ts'

/** Where a request leads. */
export interface Target {
  /** The segments of its path, each in one spelling. */
  readonly path: readonly string[]
  /** Without the question mark; undefined: none. */
  readonly query: string | undefined
}

/**
 * Reads a request target: a path with or without a query, or all of a URL (RFC 9112 §3.2.1, §3.2.2).
 * @returns undefined for other forms, and for a path with a segment that leads elsewhere, or might.
 */
export function readTarget(target: string): Target | undefined {
  const [, path, query] = TARGET.exec(target) ?? []
  if (path === undefined) return undefined
  const segments: string[] = []
  for (const raw of path.slice(1).split('/')) {
    const segment = normalSegment(raw)
    if (segment === undefined) return undefined
    segments.push(segment)
  }
  return { path: segments, query: query === undefined ? undefined : encodedQuery(query) }
}

const TARGET = /^(?:https?:\/\/[^/?#\\]+(?=\/))?(\/[^?#]*)(?:\?([^#]*))?$/i

/**
 * Whether a browser asks here what scripts may do (Fetch §4.8). Such a request is the business of `cors()`: no browser
 * follows a redirect of it, nor shows a script an error in its place.
 */
export function isPreflight({ method, headers }: RequestLike): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}
