import { MethodNotAllowed } from '../problems/index.ts'
import { type HttpProblem, withoutStack } from '../problems/internal.ts'
import { bareStatusProblem } from './bare-status.ts'
import { type OptionsPolicy, optionsReply, type WholeReply } from './options-reply.ts'
import type { RequestLike } from './request.ts'

/** A failure to throw, or an answer to send. */
export type Unrouted = { readonly thrown: HttpProblem; readonly reply?: undefined } | { readonly reply: WholeReply }

/**
 * What a request gets that no route answered: 404 where there is no route for its path, or one for its very method that
 * did not want it; else 405 (RFC 9110 §15.5.5, §15.5.6), or for OPTIONS the list of the methods (§9.3.7).
 *
 * @param methods those of the routes for this path; undefined: there is none.
 */
export function unrouted(
  request: RequestLike,
  methods: readonly string[] | undefined,
  options: OptionsPolicy,
): Unrouted {
  const { method = 'GET' } = request
  if (methods === undefined || methods.length === 0 || hasMethod(methods, method)) {
    return { thrown: bareStatusProblem(404, {}) }
  }
  if (method === 'OPTIONS') return { reply: optionsReply(methods, options) }
  return { thrown: withoutStack(() => new MethodNotAllowed({ allow: [...methods, 'OPTIONS'] })) }
}

// RFC 9110 §9.3.2: who has GET has HEAD.
function hasMethod(methods: readonly string[], method: string): boolean {
  return methods.includes(method) || (method === 'HEAD' && methods.includes('GET'))
}
