import {
  type Fields,
  isWeak,
  matchStrongly,
  matchWeakly,
  parseEntityTags,
  parseHttpDate,
  type RequestLike,
  requestField,
  singletonField,
} from '../headers/index.ts'
import { PreconditionFailed, PreconditionRequired } from '../problems/index.ts'
import { checkOptions, type Message, say } from '../text/index.ts'
import { checkFlag } from './check-flag.ts'
import { asksForRepresentation, checkRequest } from './check-request.ts'
import type { Reply } from './reply.ts'
import {
  modifiedAt,
  REPRESENTATION_FIELDS,
  type RepresentationFields,
  representationFields,
} from './representation-fields.ts'

/**
 * The state that the conditions of a request are compared with. What a 304 repeats of the 200 (`cacheControl`, `expires`,
 * `contentLocation`, `vary`) goes here too (RFC 9110 §15.4.5).
 */
export interface PreconditionsOptions extends RepresentationFields {
  /** Whether the target has a current representation; `false` before it is made. Default: true. */
  readonly exists?: boolean | undefined
  /** Whether an unsafe method without a condition is refused (RFC 6585 §3). Default: false. */
  readonly required?: boolean | undefined
}

/**
 * Evaluates If-Match, If-Unmodified-Since, If-None-Match and If-Modified-Since in the order of RFC 9110 §13.2.2. Call it
 * when all else about the request is well (who asks, whether the target is there, what was sent: §13.2.1) and right
 * before acting; between the two nothing else may change the state.
 *
 * A value that can't be read never lets an unsafe method through, and gives who reads the whole; a date that is none is
 * no condition. CONNECT, OPTIONS and TRACE have no conditions.
 *
 * @param request of node:http, Express or Koa.
 * @param options the current state: `etag` with its quotes, `lastModified` (HTTP knows only its seconds), or `exists: false`.
 * @returns `undefined`: go on; or the 304 to send, to GET, HEAD and QUERY only.
 * @throws {PreconditionFailed} where a condition is false (RFC 9110 §15.5.13).
 * @throws {PreconditionRequired} with `required`, where an unsafe method has no If-Match, If-Unmodified-Since or
 *   `If-None-Match: *` that could be evaluated (RFC 6585 §3).
 * @throws {TypeError} for options of the wrong form, and for `required` without a strong `etag` or a `lastModified`.
 * @example preconditions(req, { etag: order.etag, required: true })
 */
export function preconditions(request: RequestLike, options: PreconditionsOptions = {}): Reply | undefined {
  checkRequest('preconditions', request)
  checkOptions('preconditions', options, [...REPRESENTATION_FIELDS, 'exists', 'required'])
  const { exists, required, ...fields } = options
  checkFlag('preconditions', 'exists', exists)
  checkFlag('preconditions', 'required', required)
  const headers = representationFields(fields)
  const state = stateOf(options)
  if (required === true) checkComparable(state)
  if (HAVE_NO_CONDITIONS.test(request.method ?? 'GET')) return undefined
  checkUnchanged(request, state)
  if (isStored(request, state)) {
    if (asksForRepresentation(request)) return unchanged(headers)
    throw failed('If-None-Match')
  }
  if (required === true) checkCondition(request, state)
  return undefined
}

const HAVE_NO_CONDITIONS = /^(?:CONNECT|OPTIONS|TRACE)$/
const SAFE = /^(?:GET|HEAD|QUERY|PROPFIND|REPORT|SEARCH)$/

interface State {
  readonly exists: boolean
  readonly etag: string | undefined
  /** In milliseconds, as Last-Modified has it. */
  readonly modified: number | undefined
}

function stateOf({ exists = true, etag, lastModified }: PreconditionsOptions): State {
  if (!exists) return { exists, etag: undefined, modified: undefined }
  return { exists, etag, modified: lastModified === undefined ? undefined : modifiedAt(lastModified) }
}

// RFC 9110 §15.4.5: Last-Modified is for a 304 without ETag.
function unchanged({ 'Last-Modified': lastModified, ...headers }: Fields): Reply {
  const dated = lastModified !== undefined && headers.ETag === undefined
  return { status: 304, headers: dated ? { ...headers, 'Last-Modified': lastModified } : headers }
}

// If-Match, and only without it If-Unmodified-Since (RFC 9110 §13.1.4).
function checkUnchanged(request: RequestLike, { exists, etag, modified }: State): void {
  const ifMatch = requestField(request, 'if-match')
  if (ifMatch === undefined) {
    const since = dateIn(request, 'if-unmodified-since')
    if (modified !== undefined && since !== undefined && modified > since) throw failed('If-Unmodified-Since')
    return
  }
  const tags = parseEntityTags(ifMatch)
  if (tags === undefined) throw new PreconditionFailed({ detail: say('condition-unreadable', { field: 'If-Match' }) })
  const holds = tags === '*' ? exists : etag !== undefined && tags.some((tag) => matchStrongly(tag, etag))
  if (!holds) throw failed('If-Match')
}

// Whether If-None-Match is false, or without it If-Modified-Since (RFC 9110 §13.1.3).
function isStored(request: RequestLike, { exists, etag, modified }: State): boolean {
  const ifNoneMatch = requestField(request, 'if-none-match')
  if (ifNoneMatch === undefined) {
    const since = asksForRepresentation(request) ? dateIn(request, 'if-modified-since') : undefined
    return modified !== undefined && since !== undefined && modified <= since
  }
  if (!exists) return false
  const tags = parseEntityTags(ifNoneMatch)
  // Unreadable: a needless transfer is no harm, a lost update is.
  if (tags === undefined) return !asksForRepresentation(request)
  return tags === '*' || (etag !== undefined && tags.some((tag) => matchWeakly(tag, etag)))
}

function dateIn(request: RequestLike, lowerName: string): number | undefined {
  return parseHttpDate(singletonField(request, lowerName) ?? '')?.getTime()
}

function failed(field: string): PreconditionFailed {
  return new PreconditionFailed({ detail: say('condition-false', { field }) })
}

function checkComparable({ exists, etag, modified }: State): void {
  if (!exists || modified !== undefined || (etag !== undefined && !isWeak(etag))) return
  throw new TypeError(
    'preconditions() requires a condition that no request can meet: give a strong etag or lastModified (RFC 6585 §3)',
  )
}

// Those that protect from a lost update; they hold, or this would not be asked.
function checkCondition(request: RequestLike, { exists, etag, modified }: State): void {
  const since = modified === undefined ? undefined : dateIn(request, 'if-unmodified-since')
  const creates = requestField(request, 'if-none-match')?.trim() === '*'
  if (SAFE.test(request.method ?? 'GET') || requestField(request, 'if-match') !== undefined) return
  if (since !== undefined || creates) return
  throw new PreconditionRequired({ detail: advice(exists, etag) })
}

function advice(exists: boolean, etag: string | undefined): Message {
  if (!exists) return say('condition-required-to-create')
  return say(etag === undefined || isWeak(etag) ? 'condition-required-with-date' : 'condition-required-with-tag')
}
