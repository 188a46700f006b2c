import { checkOptions } from '../text/index.ts'
import type { Reply } from './reply.ts'
import { REPRESENTATION_FIELDS, type RepresentationFields, representationFields } from './representation-fields.ts'

/** What a 304 repeats of the 200 that it stands for (RFC 9110 §15.4.5). */
export interface NotModifiedOptions extends RepresentationFields {}

/**
 * 304: what the client has is still good (RFC 9110 §15.4.5).
 *
 * @param options the fields that the 200 would have carried: they update what the client has stored.
 * @throws {TypeError} for an entity tag without quotes, an invalid date, or a content location that no such field can have.
 * @example send(res, notModified({ etag: '"v1"', cacheControl: 'max-age=60' }))
 */
export function notModified(options: NotModifiedOptions = {}): Reply {
  checkOptions('notModified', options, REPRESENTATION_FIELDS)
  return { status: 304, headers: representationFields(options) }
}
