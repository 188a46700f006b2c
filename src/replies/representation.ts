import { type Fields, type RequestLike, requestField } from '../headers/index.ts'
import { checkOptions } from '../text/index.ts'
import { byteSource, type RangedBody } from './byte-source.ts'
import { checkFlag } from './check-flag.ts'
import { asksForRepresentation, checkRequest } from './check-request.ts'
import { withoutMetadata } from './metadata.ts'
import { preconditions } from './preconditions.ts'
import { requestedPart } from './range-request.ts'
import type { Reply } from './reply.ts'
import { REPRESENTATION_FIELDS, type RepresentationFields, representationFields } from './representation-fields.ts'

/** A representation of the target: its content, and what is known of it. */
export interface RepresentationOptions extends RepresentationFields {
  /** Text (sent as UTF-8), bytes, or a function that makes any range of them, only called for what is sent. */
  readonly body: RangedBody
  /** Content-Type. Default: `text/plain; charset=utf-8` for text, else `application/octet-stream`. */
  readonly type?: string | undefined
  /** How many bytes it has, an integer up to 2^53 - 1; owed where `body` is a function. */
  readonly size?: number | undefined
  /**
   * `false`: Range is ignored, and `Accept-Ranges: none` says so. Default: true; then a client that takes content codings
   * gets `Cache-Control: no-transform`, since no part of compressed content would fit.
   */
  readonly acceptRanges?: boolean | undefined
}

/**
 * The answer to GET, HEAD or QUERY: 304 where the client has the representation already, 206 where it asks for a part,
 * else 200 with the whole (RFC 9110 §13.2.2, §14.2). Several ranges come as multipart/byteranges, those that are close
 * to each other as one; the whole comes instead of more than 16 of them, or where they would take more bytes than it.
 *
 * To other methods it is a plain 200: their conditions are for {@link preconditions}, before anything is done.
 *
 * @param request of node:http, Express or Koa.
 * @throws {PreconditionFailed} where If-Match or If-Unmodified-Since is false.
 * @throws {RangeNotSatisfiable} where a range begins behind the end (RFC 9110 §15.5.17). An empty representation has no
 *   ranges: it comes as a whole.
 * @throws {TypeError} for options of the wrong form.
 * @example send(res, representation(req, { body: pdf, type: 'application/pdf', etag: '"v1"', cacheControl: 'no-cache' }))
 * @example representation(req, { body: (start, end) => createReadStream(path, { start, end }), size, lastModified: mtime })
 */
export function representation(request: RequestLike, options: RepresentationOptions): Reply {
  checkRequest('representation', request)
  checkOptions('representation', options, [...REPRESENTATION_FIELDS, 'body', 'type', 'size', 'acceptRanges'])
  const { body, type, size, acceptRanges, ...given } = options
  checkFlag('representation', 'acceptRanges', acceptRanges)
  checkHeaders(given.headers)
  const ranged = acceptRanges !== false
  const described = ranged ? untransformed(request, given) : given
  const source = byteSource(body, size)
  const contentType = mediaType(type, body)
  const headers = { ...representationFields(described), 'Content-Type': contentType }
  if (!asksForRepresentation(request)) return { status: 200, headers, body: source.whole }
  const unchanged = preconditions(request, { ...described, headers: withoutMetadata(described.headers ?? {}) })
  if (unchanged !== undefined) return unchanged
  const whole = { status: 200, headers: { ...headers, 'Accept-Ranges': ranged ? 'bytes' : 'none' }, body: source.whole }
  return (ranged ? requestedPart(request, whole, contentType, source, described) : undefined) ?? whole
}

// The bytes that ranges count and a strong tag stands for must not be compressed on the way (RFC 9110 §8.8.3.3, RFC 9111
// §5.2.2.6); who has no ranges has no such worry.
function untransformed(request: RequestLike, described: RepresentationFields): RepresentationFields {
  if (!/\b(?:gzip|deflate|br|zstd)\b|\*/i.test(requestField(request, 'accept-encoding') ?? '')) return described
  const { headers = {}, cacheControl } = described
  const name = Object.keys(headers).find((one) => one.toLowerCase() === 'cache-control')
  if (cacheControl !== undefined || name === undefined)
    return { ...described, cacheControl: withoutTransform(cacheControl) }
  return { ...described, headers: { ...headers, [name]: withoutTransform(String(headers[name])) } }
}

function withoutTransform(cacheControl: string | undefined): string {
  if (cacheControl === undefined) return 'no-transform'
  return /\bno-transform\b/i.test(cacheControl) ? cacheControl : `${cacheControl}, no-transform`
}

const MEDIA_TYPE = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+\/[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:[\t ]*;[\t -~]*)?$/

// Also what goes into the parts of a multipart, where nobody looks at it again.
function mediaType(type: string | undefined, body: RangedBody): string {
  if (type === undefined) return typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream'
  if (typeof type === 'string' && MEDIA_TYPE.test(type)) return type
  throw new TypeError(`representation() takes a media type such as text/html (RFC 9110 §8.3.1), not ${String(type)}`)
}

// Fields that decide about the answer: given as headers they would not.
const OPTION_OF: ReadonlyMap<string, string> = new Map([
  ['accept-ranges', 'acceptRanges'],
  ['content-length', 'size'],
  ['content-range', 'size'],
  ['content-type', 'type'],
  ['etag', 'etag'],
  ['last-modified', 'lastModified'],
])

function checkHeaders(headers: Fields = {}): void {
  for (const name of Object.keys(headers)) {
    const option = OPTION_OF.get(name.toLowerCase())
    if (option !== undefined)
      throw new TypeError(`representation() makes ${name} by itself, from its option "${option}"`)
  }
}
