import { isEntityTag } from './entity-tag.ts'
import { parseHttpDate } from './http-date.ts'

/** The validator in If-Range: an entity tag with its quotes, or a date. */
export type IfRange =
  | { readonly etag: string; readonly date?: undefined }
  | { readonly date: Date; readonly etag?: undefined }

/**
 * Reads If-Range (RFC 9110 §13.1.5).
 * @returns `undefined` for anything else, also for several of them.
 * @example parseIfRange('"v1"') // { etag: '"v1"' }
 */
export function parseIfRange(value: string): IfRange | undefined {
  if (isEntityTag(value)) return { etag: value }
  const date = parseHttpDate(value)
  return date === undefined ? undefined : { date }
}
