import { statuses } from './table.ts'
import type { Status, StatusClass } from './types.ts'
import { unregisteredStatus } from './unregistered.ts'

const byCode: ReadonlyMap<number, Status> = new Map(statuses.map((status) => [status.code, status]))

/** The names of the classes in RFC 9110 §15.2 to §15.6. */
const classNames: Readonly<Record<StatusClass, string>> = {
  informational: 'Informational',
  successful: 'Successful',
  redirection: 'Redirection',
  'client error': 'Client Error',
  'server error': 'Server Error',
}

/**
 * What the RFCs say of a status code, or undefined for one that is not registered.
 *
 * @param code any number; those outside 100–599 are not registered
 * @example
 * statusOf(405)?.must // ['Allow'] (RFC 9110 §15.5.6)
 */
export function statusOf(code: number): Status | undefined {
  return byCode.get(code)
}

/**
 * The registered reason phrase of a status code. An unregistered one gets the name of its class, since it is to be
 * understood as the x00 code of that class, and an invalid one the name of 5xx (RFC 9110 §15).
 *
 * @param code any number
 * @example
 * phraseOf(422) // 'Unprocessable Content'
 * phraseOf(499) // 'Client Error'
 */
export function phraseOf(code: number): string {
  return byCode.get(code)?.phrase ?? classNames[classRepresentative(code)?.class ?? 'server error']
}

/**
 * Whether a response with this status code may have content: not with 1xx, 204, 205 and 304 (RFC 9110 §6.4.1,
 * §15.3.6). The request method has its own say: a response to HEAD has none with any status.
 *
 * @param code any number; unregistered codes follow the x00 code of their class (RFC 9110 §15)
 * @example
 * mayHaveContent(204) // false
 */
export function mayHaveContent(code: number): boolean {
  return (byCode.get(code) ?? classRepresentative(code))?.content ?? true
}

/**
 * Whether a value of unknown type is the status code of an error, registered or not: an integer from 400 to 599
 * (RFC 9110 §15.5, §15.6).
 *
 * @param value anything, for example the `status` of a thrown value
 * @example
 * isErrorStatus(404) // true
 * isErrorStatus('404') // false
 */
export function isErrorStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599
}

/** Whether a status code is registered, and with a meaning: 306 and 418 are only reserved (RFC 9110 §15.4.7, §15.5.19). */
export function isAssigned(code: number): boolean {
  const status = byCode.get(code)
  return status !== undefined && status.unused !== true
}

/**
 * The status of an error that a value of unknown type stands for: itself, or of what is no status, but known in other
 * tables (600), the one that says the same; undefined for everything else.
 */
export function errorStatusOf(value: unknown): number | undefined {
  if (isErrorStatus(value)) return value
  const { http = null } = unregisteredStatus(value) ?? {}
  return isErrorStatus(http) ? http : undefined
}

/** The x00 code that stands for an unregistered one of the same class (RFC 9110 §15); undefined outside 100–599. */
function classRepresentative(code: number): Status | undefined {
  return byCode.get(code - (code % 100))
}
