import { formatHttpDate, isEntityTag } from '../headers/index.ts'
import { referenceIn } from './location.ts'
import type { ReplyOptions } from './reply.ts'

/** What says of a representation which one it is and how long it may be kept (RFC 9110 §8.7, §8.8; RFC 9111 §5). */
export interface RepresentationFields extends ReplyOptions {
  /** Entity tag with its quotes: `"v1"` or `W/"v1"` (RFC 9110 §8.8.3). */
  readonly etag?: string | undefined
  /** A date in the future goes out, and is compared with, as the current one (RFC 9110 §8.8.2.1). */
  readonly lastModified?: Date | undefined
  readonly cacheControl?: string | undefined
  readonly expires?: Date | undefined
  /** A URI reference without a fragment (RFC 9110 §8.7). */
  readonly contentLocation?: string | undefined
  /** The Vary of the 200: field names, or `*`. */
  readonly vary?: string | undefined
}

export const REPRESENTATION_FIELDS = [
  'etag',
  'lastModified',
  'cacheControl',
  'expires',
  'contentLocation',
  'vary',
  'headers',
] as const

/**
 * The header fields that these options stand for.
 * @throws {TypeError} for an entity tag without quotes, an invalid date, or a content location that no such field can have.
 */
export function representationFields(options: RepresentationFields): Record<string, string | readonly string[]> {
  const headers: Record<string, string | readonly string[]> = { ...options.headers }
  if (options.etag !== undefined) headers.ETag = checkedTag(options.etag)
  if (options.lastModified !== undefined) headers['Last-Modified'] = pastDate(options.lastModified)
  if (options.cacheControl !== undefined) headers['Cache-Control'] = options.cacheControl
  if (options.expires !== undefined) headers.Expires = formatHttpDate(options.expires)
  if (options.contentLocation !== undefined) headers['Content-Location'] = withoutFragment(options.contentLocation)
  if (options.vary !== undefined) headers.Vary = options.vary
  return headers
}

/**
 * What Last-Modified says of a date, in milliseconds: whole seconds, as an HTTP-date has them (RFC 9110 §5.6.7), and no
 * date in the future (§8.8.2.1). Conditions are compared with this, too: it is what clients were told.
 */
export function modifiedAt(date: Date): number {
  return Math.floor(Math.min(date.getTime(), Date.now()) / 1000) * 1000
}

function checkedTag(tag: string): string {
  if (isEntityTag(tag)) return tag
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
