import { formatRetryAfter } from '../headers/index.ts'
import { checkOptions } from '../text/index.ts'
import { referenceIn } from './location.ts'
import { type ContentOptions, content, type Reply } from './reply.ts'

const CONTENT = ['body', 'type', 'headers']

/**
 * 201: the request made a new resource (RFC 9110 §15.3.2).
 *
 * @param location where it is: an absolute or relative URI reference; spaces, non-ASCII and the like are encoded.
 * @param options content that describes it, and further header fields, for example its ETag.
 * @throws {TypeError} for a location with control characters or a user name, and for a body that JSON can't hold.
 * @example send(res, created('/orders/42', { body: order, headers: { ETag: '"v1"' } }))
 */
export function created(location: string, options: ContentOptions = {}): Reply {
  checkOptions('created', options, CONTENT)
  const { body, headers } = content(options)
  return { status: 201, headers: { ...headers, ...options.headers, Location: referenceIn('Location', location) }, body }
}

/** What a 202 may say about the work that is still to be done. */
export interface AcceptedOptions extends ContentOptions {
  /** Where to ask how far it has come (RFC 9110 §15.3.3): a URI reference. */
  readonly location?: string | undefined
  /** When asking is worth while: seconds or a date. */
  readonly retryAfter?: number | Date | undefined
}

/**
 * 202: the request will be acted on later, perhaps (RFC 9110 §15.3.3).
 *
 * @throws {TypeError} as {@link created} does, and for an invalid `retryAfter`.
 * @example send(res, accepted({ location: '/jobs/7', retryAfter: 5, body: { state: 'queued' } }))
 */
export function accepted(options: AcceptedOptions = {}): Reply {
  checkOptions('accepted', options, ['location', 'retryAfter', ...CONTENT])
  const { body, headers: contentHeaders } = content(options)
  const headers: Record<string, string | readonly string[]> = { ...contentHeaders, ...options.headers }
  if (options.location !== undefined) headers.Location = referenceIn('Location', options.location)
  if (options.retryAfter !== undefined) headers['Retry-After'] = formatRetryAfter(options.retryAfter)
  return { status: 202, headers, body }
}
