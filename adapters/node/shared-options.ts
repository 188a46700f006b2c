import { type AcceptedTypes, acceptFields, optionNames, type ResponderOptions } from '../../src/respond/index.ts'
import { checkOptions } from '../../src/text/index.ts'
import { checkCalled } from './mounting.ts'
import type { OnProblem } from './report.ts'

/** What an application may decide about its errors, and about what it answers where no route does. All of it is optional. */
export interface SharedOptions<Request> extends ResponderOptions<Request> {
  /** Gets an event for every problem, after its response. It may throw, reject or take its time. */
  readonly onProblem?: OnProblem<Request> | undefined
  /**
   * Whether a route whose path is only a wildcard, such as the fallback of a single-page application, counts as one that
   * knows the path, so that other methods are 405 there. Default: false.
   */
  readonly catchAllRoutes?: boolean | undefined
  /** The status of the automatic answer to OPTIONS: 200 with the methods as content, or 204. Default: 200. */
  readonly options?: 200 | 204 | undefined
  /** The media types that PATCH, POST and QUERY take, for the automatic answer to OPTIONS: an object, or a function. */
  readonly accepts?: AcceptedTypes | ((request: Request) => AcceptedTypes | undefined) | undefined
}

/** The options that only conform() has. */
export const CONFORM_NAMES: readonly string[] = ['mode', 'mend', 'replacePlainText', 'onMend', 'skip', 'bodyLimit']

const NAMES = [...optionNames, 'onProblem', 'catchAllRoutes', 'options', 'accepts']

/**
 * Refuses options that do not exist, and middleware that was not called.
 *
 * @param middleware what it is called.
 * @param ownNames options that this one has beyond what all have.
 * @throws {TypeError}
 */
export function checkNames(middleware: string, options: object, ownNames: readonly string[] = []): void {
  checkCalled(middleware, options)
  const names = [...NAMES, ...ownNames]
  const elsewhere = CONFORM_NAMES.find((name) => Object.hasOwn(Object(options), name) && !names.includes(name))
  if (elsewhere !== undefined) throw new TypeError(`${middleware}() has no option "${elsewhere}", but conform() has it`)
  checkOptions(middleware, options, names)
}

/**
 * Those of the options that the core knows.
 *
 * @throws {TypeError} for one of the others that has the wrong form.
 */
export function coreOptions<Request>(options: SharedOptions<Request>): ResponderOptions<Request> {
  const { onProblem, catchAllRoutes, options: status, accepts, ...others } = options
  const { allow } = others
  if (allow !== undefined && typeof allow !== 'function') throw new TypeError('the option "allow" takes a function')
  if (onProblem !== undefined && typeof onProblem !== 'function') {
    throw new TypeError('the option "onProblem" takes a function')
  }
  if (catchAllRoutes !== undefined && typeof catchAllRoutes !== 'boolean') {
    throw new TypeError('the option "catchAllRoutes" takes a boolean')
  }
  if (status !== undefined && status !== 200 && status !== 204) {
    throw new TypeError(`the option "options" takes 200 or 204 (RFC 9110 §9.3.7), not ${String(status)}`)
  }
  if (accepts !== undefined && typeof accepts !== 'function') checkAccepts(accepts)
  return others
}

/** @throws {TypeError} for what are no media types by method. */
export function checkAccepts(accepts: unknown): asserts accepts is AcceptedTypes {
  if (typeof accepts !== 'object' || accepts === null || Array.isArray(accepts)) {
    throw new TypeError('the option "accepts" takes an object of media types for patch, post and query, or a function')
  }
  for (const name of Object.keys(accepts)) {
    if (!/^(?:patch|post|query)$/.test(name))
      throw new TypeError(`accepts has no "${name}"; it has patch, post and query`)
  }
  acceptFields(['PATCH', 'POST', 'QUERY'], accepts)
}
