import { formatHttpDate, normalizeField } from '../headers/index.ts'
import { checkOptions } from './check-options.ts'
import { referenceIn } from './location.ts'
import type { Reply, ReplyOptions } from './reply.ts'

/** What a 304 repeats of the 200 that it stands for (RFC 9110 §15.4.5). */
export interface NotModifiedOptions extends ReplyOptions {
  /** Entity tag with its quotes: `"v1"` or `W/"v1"` (RFC 9110 §8.8.3). */
  readonly etag?: string | undefined
  /** A date in the future goes out as the current one (RFC 9110 §8.8.2.1). */
  readonly lastModified?: Date | undefined
  readonly cacheControl?: string | undefined
  readonly expires?: Date | undefined
  /** A URI reference without a fragment (RFC 9110 §8.7). */
  readonly contentLocation?: string | undefined
  /** The Vary of the 200: field names, or `*`. */
  readonly vary?: string | undefined
}

const NAMES = ['etag', 'lastModified', 'cacheControl', 'expires', 'contentLocation', 'vary', 'headers']

/**
 * 304: what the client has is still good (RFC 9110 §15.4.5).
 *
 * @param options the fields that the 200 would have carried: they update what the client has stored.
 * @throws {TypeError} for an entity tag without quotes, an invalid date, or a content location that no such field can have.
 * @example send(res, notModified({ etag: '"v1"', cacheControl: 'max-age=60' }))
 */
export function notModified(options: NotModifiedOptions = {}): Reply {
  checkOptions('notModified', options, NAMES)
  const headers: Record<string, string | readonly string[]> = { ...options.headers }
  if (options.etag !== undefined) headers.ETag = checkedTag(options.etag)
  if (options.lastModified !== undefined) headers['Last-Modified'] = pastDate(options.lastModified)
  if (options.cacheControl !== undefined) headers['Cache-Control'] = options.cacheControl
  if (options.expires !== undefined) headers.Expires = formatHttpDate(options.expires)
  if (options.contentLocation !== undefined) headers['Content-Location'] = withoutFragment(options.contentLocation)
  if (options.vary !== undefined) headers.Vary = options.vary
  return { status: 304, headers }
}

function checkedTag(tag: string): string {
  if (typeof tag === 'string' && normalizeField('etag', tag) !== undefined) return tag
  throw new TypeError(`an entity tag is a quoted string such as "v1" or W/"v1" (RFC 9110 §8.8.3), not ${String(tag)}`)
}

function pastDate(date: Date): string {
  const value = formatHttpDate(date)
  const now = new Date()
  return date > now ? formatHttpDate(now) : value
}

function withoutFragment(location: string): string {
  const reference = referenceIn('Content-Location', location)
  if (!reference.includes('#')) return reference
  throw new TypeError(`Content-Location has no fragment (RFC 9110 §8.7): ${reference} has one`)
}
