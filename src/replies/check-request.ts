import type { RequestLike } from '../headers/index.ts'

/**
 * Refuses what is no request of node:http or alike: a condition that is overlooked would let a write through.
 * @throws {TypeError}
 */
export function checkRequest(reply: string, request: RequestLike): void {
  const headers: unknown = typeof request === 'object' && request !== null ? request.headers : undefined
  const names = typeof headers === 'object' && headers !== null ? Object.keys(headers) : undefined
  if (
    names?.every((name) => name === name.toLowerCase()) &&
    typeof Reflect.get(Object(headers), 'get') !== 'function'
  ) {
    return
  }
  throw new TypeError(`${reply}() takes a request whose headers are an object of values by lower-case name`)
}

/** Whether a method asks for a representation of the state that there is: GET, HEAD, and QUERY (RFC 10008 §2.6, §2.8). */
export function asksForRepresentation({ method = 'GET' }: RequestLike): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'QUERY'
}
