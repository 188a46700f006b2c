import { formatRetryAfter } from '../../src/headers/index.ts'
import { type HttpProblem, ServiceUnavailable } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { ask, describeThrown, settled } from '../../src/recognize/index.ts'
import { checkOptions, isMessage, type Message, say } from '../../src/text/index.ts'
import { checkMilliseconds } from './milliseconds.ts'
import { checkCalled } from './mounting.ts'
import { checkOpenPaths, isOpen } from './open-paths.ts'
import { complain, plan, print } from './report.ts'

/** Whether maintenance goes on; a date: until then. */
export type MaintenanceState = boolean | Date | null | undefined

/** When an application is closed for maintenance, and for whom it is not. */
export interface MaintenanceOptions<Request> {
  /**
   * Whether maintenance goes on. A function may ask a store that several servers share, so that they switch together. It is
   * asked at most once in `refresh`, in the background but for the first time; where it fails, its last answer holds.
   */
  readonly active: Exclude<MaintenanceState, undefined> | (() => MaintenanceState | Promise<MaintenanceState>)
  /** How long an answer of `active` holds, in milliseconds. Default: 5000. */
  readonly refresh?: number | undefined
  /** When to try again, in seconds or as a date, where `active` says no date. Default: 300. */
  readonly retryAfter?: number | Date | undefined
  /**
   * Paths that stay open, such as those of health checks, compared as a whole; or a function that knows who may pass, given
   * the request (Express) or the context (Koa). Default: none.
   */
  readonly allow?: readonly string[] | ((request: Request) => boolean) | undefined
  /** For the client: text, or a `message()`. Default: a sentence that says what is going on. */
  readonly detail?: string | Message | undefined
}

/**
 * What a request gets while maintenance goes on, given its target as it came; undefined: the application's answer. A promise
 * only the first time.
 */
export type Maintenance<Request> = (
  request: Request,
  target: string,
) => HttpProblem | undefined | Promise<HttpProblem | undefined>

/** @throws {TypeError} for an option of the wrong form, or one that does not exist. */
export function createMaintenance<Request>(options: MaintenanceOptions<Request>): Maintenance<Request> {
  checkForms(options)
  const { active, retryAfter = 300, allow = [], detail = DETAIL } = options
  const current = typeof active === 'function' ? asking(active, options.refresh ?? 5000) : () => active

  function isAllowed(request: Request, target: string): boolean {
    if (typeof allow !== 'function') return isOpen(target, allow)
    return ask('maintenance.allow', isBoolean, () => allow(request), complain) === true
  }

  return (request, target) => {
    if (isAllowed(request, target)) return undefined
    const closed = (state: MaintenanceState): HttpProblem | undefined => {
      if (!isOn(state)) return undefined
      const again = state instanceof Date && state.getTime() <= LAST_DATE ? state : retryAfter
      return plan(withoutStack(() => new ServiceUnavailable({ retryAfter: again, detail })))
    }
    const state = current()
    return state instanceof Promise ? state.then(closed) : closed(state)
  }
}

const DETAIL: Message = say('maintenance')

/** No field can say a later one (RFC 9110 §5.6.7); "for ever" is often written as the last that JavaScript has. */
const LAST_DATE = Date.UTC(10000, 0) - 1

function isOn(state: MaintenanceState): boolean {
  return state instanceof Date ? state.getTime() > Date.now() : state === true
}

/** The last answer of a function that is asked in the background; a promise until there is one. */
function asking(
  active: () => MaintenanceState | Promise<MaintenanceState>,
  refresh: number,
): () => MaintenanceState | Promise<MaintenanceState> {
  let last: MaintenanceState
  let first: Promise<MaintenanceState> | undefined
  let isKnown = false
  let askedAt = Number.NEGATIVE_INFINITY

  async function ask(): Promise<MaintenanceState> {
    const limit = patience()
    try {
      const answer: unknown = await Promise.race([settled(active()), limit.over])
      if (!isState(answer)) throw new TypeError('it gives a boolean, a date, or nothing')
      last = answer
    } catch (error) {
      print(() => `statuswise: maintenance.active failed: ${describeThrown(error)}`)
    } finally {
      limit.stop()
      isKnown = true
    }
    return last
  }

  return () => {
    const now = performance.now()
    if (now - askedAt > refresh) {
      askedAt = now
      const answer = ask()
      first ??= answer
    }
    return isKnown || first === undefined ? last : first
  }
}

/** A store that does not answer must not hold up requests for longer, in milliseconds. */
const LONGEST_WAIT = 2000

function patience(): { over: Promise<never>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LONGEST_WAIT} ms`)), LONGEST_WAIT)
  })
  return { over, stop: () => clearTimeout(timer) }
}

function isState(value: unknown): value is MaintenanceState {
  return value === undefined || value === null || typeof value === 'boolean' || isDate(value)
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

function isDate(value: unknown): boolean {
  return value instanceof Date && !Number.isNaN(value.getTime())
}

const NAMES = ['active', 'refresh', 'retryAfter', 'allow', 'detail']

function checkForms<Request>(options: MaintenanceOptions<Request>): void {
  checkCalled('maintenance', options, '{ active: … }')
  checkOptions('maintenance', options, NAMES)
  const { active, refresh, retryAfter, allow, detail } = options
  if (active === undefined || (typeof active !== 'function' && !isState(active))) {
    throw new TypeError('the option "active" takes a boolean, a date, or a function that gives one')
  }
  if (refresh !== undefined) checkMilliseconds('the option "refresh"', refresh, 0)
  if (retryAfter !== undefined) formatRetryAfter(retryAfter)
  if (detail !== undefined && typeof detail !== 'string' && !isMessage(detail)) {
    throw new TypeError('the option "detail" takes a string, or a message()')
  }
  checkOpenPaths('the option "allow"', allow)
}
