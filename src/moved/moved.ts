import type { RequestLike } from '../headers/index.ts'
import { found, movedPermanently, permanentRedirect, type Reply, temporaryRedirect } from '../replies/index.ts'
import { checkOptions } from '../text/index.ts'
import { locationOf } from './location.ts'
import { checkLoops } from './loops.ts'
import { show } from './pattern.ts'
import { isPreflight, readTarget } from './request-target.ts'
import { follow, readRules } from './rules.ts'

/** How clients are told that something has moved. */
export interface MovedOptions {
  /**
   * Whether it has moved for good. True, the default: 301 to GET and HEAD, 308 to all else, since with a 301 clients may make
   * a GET of it (RFC 9110 §15.4.2); false: 302 and 307.
   */
  readonly permanent?: boolean | undefined
  /** One status for all methods, in place of that. */
  readonly status?: 301 | 302 | 307 | 308 | undefined
}

const redirects = { 301: movedPermanently, 302: found, 307: temporaryRedirect, 308: permanentRedirect }

/**
 * Knows what has moved.
 *
 * @param table new places by old paths.
 * @returns what a request gets, given its target as it came; undefined: nothing from here.
 * @throws {TypeError} for rules of the wrong form, and for those that lead round in a circle.
 */
export function createMoved(
  table: Readonly<Record<string, string>>,
  options: MovedOptions = {},
): (request: RequestLike, target: string) => Reply | undefined {
  checkForms(options)
  const rules = readRules(table)
  checkLoops(rules)
  return (request, target) => {
    const read = isPreflight(request) ? undefined : readTarget(target)
    if (read === undefined) return undefined
    const from = { origin: undefined, path: `/${read.path.join('/')}`, query: read.query, fragment: undefined }
    const { paths, end } = follow(rules, from)
    if (paths.length === 1 || end === undefined) return undefined
    return redirects[statusFor(request.method, options)](locationOf(end))
  }
}

function statusFor(method: string | undefined, { status, permanent = true }: MovedOptions): 301 | 302 | 307 | 308 {
  if (status !== undefined) return status
  const mayBecomeGet = method === undefined || method === 'GET' || method === 'HEAD'
  if (permanent) return mayBecomeGet ? 301 : 308
  return mayBecomeGet ? 302 : 307
}

function checkForms(options: MovedOptions): void {
  checkOptions('moved', options, ['permanent', 'status'])
  const { permanent, status } = options
  if (permanent !== undefined && typeof permanent !== 'boolean') {
    throw new TypeError('the option "permanent" takes a boolean')
  }
  if (status === undefined) return
  if (permanent !== undefined) throw new TypeError('moved() takes "permanent" or "status", not both')
  if (typeof status !== 'number' || !Object.hasOwn(redirects, status)) {
    throw new TypeError(
      `the option "status" takes 301, 302, 307 or 308, not ${typeof status === 'string' ? show(status) : String(status)}`,
    )
  }
}
