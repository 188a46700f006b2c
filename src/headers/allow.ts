import { describe } from './describe.ts'
import { isToken } from './field-value.ts'
import { listArgument } from './list-argument.ts'
import { parseList } from './scan.ts'

// Not invalid, but certainly not meant: Express keeps the methods of a route in this form.
const LOWER_CASE = /^(?:get|head|post|put|patch|delete|options|trace|connect)$/

/**
 * Writes Allow: each method once, in order of first appearance, with HEAD right after GET where only GET was given.
 * @param methods Methods of the resource, case-sensitive. None at all is valid and gives an empty value (RFC 9110 §10.2.1).
 * @throws {TypeError} for a string in place of an array and for a method that is no token (RFC 9110 §9.1).
 * @example formatAllow(['GET', 'POST', 'GET']) // 'GET, HEAD, POST'
 */
export function formatAllow(methods: Iterable<string>): string {
  const unique = new Set<string>()
  for (const method of listArgument(methods, 'Allow takes a list of methods (RFC 9110 §10.2.1)')) {
    if (!isToken(method)) {
      throw new TypeError(`Allow lists methods, which are tokens (RFC 9110 §9.1), not ${describe(method)}`)
    }
    if (LOWER_CASE.test(method)) {
      throw new TypeError(
        `Methods are case-sensitive (RFC 9110 §9.1): ${describe(method)} is not ${method.toUpperCase()}`,
      )
    }
    unique.add(method)
  }
  const withHead = unique.has('GET') && !unique.has('HEAD')
  let value = ''
  for (const method of unique) {
    if (value !== '') value += ', '
    value += withHead && method === 'GET' ? 'GET, HEAD' : method
  }
  return value
}

/**
 * Reads Allow: the methods in the order sent (RFC 9110 §10.2.1), `undefined` if one of them is no token.
 * @example parseAllow('GET, HEAD') // ['GET', 'HEAD']
 */
export function parseAllow(value: string | readonly string[]): string[] | undefined {
  return parseList(value, (scanner) => scanner.token())
}
