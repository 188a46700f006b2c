// Conditional and range requests as RFC 9110 §13 and §14 have them: what is asked of which resource, and what comes back.
// Only data, to be read row by row and run against functions as well as over the wire. Any content of the given size will
// do. Methods other than GET, HEAD and QUERY are performed where their conditions hold: 204, or 201 where the resource was
// not there. Where the RFC leaves a choice, the row has ours, and the name of its rule ends in "choice".

import * as conditions from './conditional-requests/conditions.ts'
import * as fields from './conditional-requests/fields.ts'
import * as ifRange from './conditional-requests/if-range.ts'
import * as ranges from './conditional-requests/ranges.ts'
import { type Resource, resources } from './conditional-requests/resources.ts'
import type { Expected, RequestFields, Row } from './conditional-requests/row.ts'
import { severalRanges } from './conditional-requests/several-ranges.ts'

export type { Resource } from './conditional-requests/resources.ts'

/** One row of the table. */
export interface ConditionalRequest {
  /** RFC, section and rule. */
  readonly rule: string
  readonly method: string
  readonly fields: RequestFields
  readonly resource: Resource
  readonly status: number
  readonly response: Expected
}

/** All rows, by what they are about. */
export const conditionalRequests: Readonly<Record<string, readonly ConditionalRequest[]>> = {
  'If-Match': conditions.ifMatch.map(named),
  'If-Unmodified-Since': conditions.ifUnmodifiedSince.map(named),
  'If-None-Match': conditions.ifNoneMatch.map(named),
  'If-Modified-Since': conditions.ifModifiedSince.map(named),
  'the order of conditions': conditions.precedence.map(named),
  'required conditions': conditions.required.map(named),
  'the fields of a 304': fields.fieldsOf304.map(named),
  'one range': ranges.oneRange.map(named),
  'invalid ranges': ranges.invalidRanges.map(named),
  'several ranges': severalRanges.map(named),
  'where there are no ranges': ranges.withoutRanges.map(named),
  'If-Range': ifRange.ifRange.map(named),
  'ranges and conditions': ifRange.rangesAndConditions.map(named),
  'the fields of a 206': fields.fieldsOf206.map(named),
}

function named([rule, method, fields, resource, status, response = {}]: Row): ConditionalRequest {
  return { rule, method, fields, resource: resources[resource], status, response }
}
