import { type Fields, matchStrongly, parseIfRange, type RequestLike, singletonField } from '../headers/index.ts'
import { RangeNotSatisfiable } from '../problems/index.ts'
import { satisfiableRanges } from './byte-ranges.ts'
import type { ByteSource } from './byte-source.ts'
import { withoutContentMetadata, withoutMetadata } from './metadata.ts'
import { partialContent } from './partial-content.ts'
import type { Reply } from './reply.ts'
import { modifiedAt, type RepresentationFields } from './representation-fields.ts'

/**
 * The 206 that stands for a 200 to a GET or QUERY with Range (RFC 9110 §14.2).
 *
 * @returns `undefined` where Range is ignored.
 * @throws {RangeNotSatisfiable} where none of the ranges can be had.
 */
export function requestedPart(
  request: RequestLike,
  whole: Reply,
  type: string,
  source: ByteSource,
  validators: RepresentationFields,
): Reply | undefined {
  const range = singletonField(request, 'range')
  // RFC 9110 §14.2: ranges are not for HEAD, and need not be for a representation without content.
  if (range === undefined || request.method === 'HEAD' || source.size === 0) return undefined
  const resumes = request.headers['if-range'] !== undefined
  if (resumes && !isCurrent(singletonField(request, 'if-range'), validators)) return undefined
  const wanted = satisfiableRanges(range, source.size)
  if (wanted === undefined) return undefined
  if (wanted.length === 0) throw new RangeNotSatisfiable({ size: source.size })
  // A coding of the whole would seem to be one of the envelope.
  if (wanted.length > 1 && isCoded(whole.headers)) return undefined
  const partial = partialContent(wanted, source, type)
  if (partial === undefined) return undefined
  const headers = resumes ? withoutMetadata(whole.headers) : withoutContentMetadata(whole.headers)
  return { status: 206, headers: { ...headers, ...partial.headers }, body: partial.body }
}

// Whether If-Range is true (RFC 9110 §13.1.5).
function isCurrent(ifRange = '', { etag, lastModified }: RepresentationFields): boolean {
  const given = parseIfRange(ifRange)
  if (given?.etag !== undefined) return etag !== undefined && matchStrongly(given.etag, etag)
  if (given?.date === undefined || lastModified === undefined) return false
  const modified = modifiedAt(lastModified)
  // RFC 9110 §8.8.2.2: as long as its second is not over, the date may come to stand for another representation.
  return given.date.getTime() === modified && Date.now() - modified >= 1000
}

function isCoded(headers: Fields): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === 'content-encoding')
}
