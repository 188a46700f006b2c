import { formatRetryAfter } from '../headers/index.ts'
import { isAssigned, isErrorStatus } from '../status/index.ts'
import { checkOptions } from '../text/index.ts'

/** What an application may decide about the responses of its SIP peer. All of it is optional. */
export interface SipOptions {
  /**
   * The HTTP status by SIP code, where it shall be another than in the table: a registered 4xx or 5xx, or 200, 202 or 204.
   * What such a status owes (401: challenges) comes from the `fallbacks` of the middleware.
   */
  readonly statuses?: Readonly<Record<number, number>> | undefined
  /** `true` hands on the addresses of 3xx and 485, which are private. Default: false. */
  readonly contacts?: boolean | undefined
  /** When to try again, in seconds or as a date, where the peer may say so and does not. */
  readonly retryAfter?: number | Date | undefined
  /** `false` tells the client the HTTP status alone; `true` also the message of the error. */
  readonly expose?: boolean | undefined
}

const NAMES = ['statuses', 'contacts', 'retryAfter', 'expose']
const SUCCESSES = [200, 202, 204]

/** @throws {TypeError} for an option of the wrong form, or one that does not exist. */
export function checkForms(options: SipOptions): void {
  checkOptions('fromSip', options, NAMES)
  const { statuses, contacts, retryAfter, expose } = options
  checkBoolean('contacts', contacts)
  checkBoolean('expose', expose)
  if (retryAfter !== undefined) formatRetryAfter(retryAfter)
  if (statuses === undefined) return
  if (typeof statuses !== 'object' || statuses === null || Symbol.iterator in statuses) {
    throw new TypeError('the option "statuses" takes HTTP status codes by SIP code')
  }
  for (const [code, http] of Object.entries(statuses)) {
    if (!/^[2-6]\d\d$/.test(code)) throw new TypeError(`statuses: ${code} is no final response code of SIP`)
    if (!isFinal(http)) {
      throw new TypeError(`statuses: ${code} becomes a registered 4xx or 5xx, or 200, 202 or 204, not ${String(http)}`)
    }
  }
}

function checkBoolean(name: string, value: unknown): void {
  if (value === undefined || typeof value === 'boolean') return
  throw new TypeError(`the option "${name}" takes a boolean`)
}

function isFinal(status: unknown): boolean {
  if (typeof status !== 'number') return false
  return SUCCESSES.includes(status) || (isErrorStatus(status) && isAssigned(status))
}
