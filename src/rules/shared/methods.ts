import type { ExchangeView } from '../exchange-view.ts'

/** RFC 9110 §9.3 and RFC 5789: the methods of every HTTP API. */
export const COMMON_METHODS: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
])

/** Names that stand for any method in examples and tests, and that no server implements. */
const MADE_UP: ReadonlySet<string> = new Set([
  'FOO',
  'BAR',
  'BAZ',
  'FOOBAR',
  'QUX',
  'XYZZY',
  'INVALID',
  'NONSENSE',
  'UNKNOWN',
  'UNKNOWN-METHOD',
  'MADE-UP',
  'MADE-UP-METHOD',
  'NO-SUCH-METHOD',
  'NOSUCHMETHOD',
  'STATUSWISE',
  'STATUSWISE-PROBE',
])

/** The longest registered methods have 17 characters. */
const LONGER_THAN_ANY = 40

export function isMadeUp(method: string): boolean {
  return MADE_UP.has(method)
}

export function isLongerThanAny(method: string): boolean {
  return method.length > LONGER_THAN_ANY
}

/** Whether a response is a success (2xx). */
export function isSuccess({ response }: ExchangeView): boolean {
  return response.status >= 200 && response.status < 300
}

/** The methods of WebDAV and of what was built on it (RFC 4918, 3253, 3744, 4791, 5323, 5842). */
export const WEBDAV_METHODS: ReadonlySet<string> = new Set([
  'PROPFIND',
  'PROPPATCH',
  'MKCOL',
  'COPY',
  'MOVE',
  'LOCK',
  'UNLOCK',
  'ACL',
  'BIND',
  'MKCALENDAR',
  'REBIND',
  'REPORT',
  'SEARCH',
  'UNBIND',
])
