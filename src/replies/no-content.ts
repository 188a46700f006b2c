import { checkOptions } from '../text/index.ts'
import type { Reply, ReplyOptions } from './reply.ts'

/**
 * 204: done, and there is nothing to say (RFC 9110 §15.3.5).
 * @example send(res, noContent({ headers: { ETag: '"v2"' } }))
 */
export function noContent(options: ReplyOptions = {}): Reply {
  checkOptions('noContent', options, ['headers'])
  return { status: 204, headers: options.headers ?? {} }
}

/**
 * 205: done, and the client should reset the form it was sent from (RFC 9110 §15.3.6).
 * @example send(res, resetContent())
 */
export function resetContent(options: ReplyOptions = {}): Reply {
  checkOptions('resetContent', options, ['headers'])
  return { status: 205, headers: options.headers ?? {} }
}
