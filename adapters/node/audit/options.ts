import type { Level, Topic } from '../../../src/rules/index.ts'
import { checkOptions } from '../../../src/text/index.ts'
import { checkCalled } from '../mounting.ts'

/** What an application may decide about what audit() tells, and where. All of it is optional. */
export interface AuditOptions<Request> {
  /** Gets an event for each rule that a route breaks, once; instead of the console. Nothing waits for it. */
  readonly onViolation?: ((event: AuditEvent<Request>) => unknown) | undefined
  /**
   * Where a page shows what was seen so far: a path, or true for `/__statuswise`. It counts from where audit() is mounted:
   * with `app.use('/api', audit({ page: true }))` the page is at `/api/__statuswise`. Whoever can reach it can read it, and
   * the fields of requests and responses with it (without credentials). Default: there is none.
   */
  readonly page?: string | boolean | undefined
  /** The weakest rules that are told. `'SHOULD'` by default: those of MUST and SHOULD. `'advice'`: all there are. */
  readonly level?: 'MUST' | 'SHOULD' | 'advice' | undefined
  /** Ids of rules that are broken on purpose. One that no rule has is told on the console. */
  readonly ignore?: readonly string[] | undefined
  /** How many routes are told apart; those beyond are counted as one. Default: 500. */
  readonly maxRoutes?: number | undefined
}

/** A rule that a route was seen to break, for the first time. */
export interface AuditEvent<Request> {
  /** Of the rule; `npx statuswise explain` tells more. */
  readonly id: string
  readonly level: Level
  /** `RFC 9110 §15.5.6` */
  readonly reference: string
  /** Where the section can be read. */
  readonly link: string
  readonly topic: Topic
  /** What the rule asks for. */
  readonly statement: string
  /** What is wrong. As all texts here: of limited length, without control characters and without credentials. */
  readonly what: string
  /** The lines that show it. */
  readonly evidence: string
  /** How to mend it. */
  readonly remedy: string
  /** Method and route, as far as the framework knows it: `GET /orders/:id`. */
  readonly route: string
  /** The exchange, without its content. */
  readonly transcript: string
  /** The request (Express) or the context (Koa). It is over. */
  readonly request: Request
}

/** The options, checked. */
export interface CheckedOptions<Request> {
  readonly onViolation: ((event: AuditEvent<Request>) => unknown) | undefined
  readonly page: string | undefined
  readonly level: 'MUST' | 'SHOULD' | 'advice'
  readonly ignore: readonly string[]
  readonly maxRoutes: number
}

const NAMES = ['onViolation', 'page', 'level', 'ignore', 'maxRoutes']

/** @throws {TypeError} for an option of the wrong form, or one that does not exist. */
export function readAuditOptions<Request>(options: AuditOptions<Request>): CheckedOptions<Request> {
  checkCalled('audit', options)
  checkOptions('audit', options, NAMES)
  const { onViolation, page = false, level = 'SHOULD', ignore = [], maxRoutes = 500 } = options
  check('onViolation', onViolation === undefined || typeof onViolation === 'function', 'a function')
  check('page', typeof page === 'boolean' || (typeof page === 'string' && /^\/[^\s?#]*$/.test(page)), 'a path, or true')
  check('level', level === 'MUST' || level === 'SHOULD' || level === 'advice', "'MUST', 'SHOULD' or 'advice'")
  check('ignore', Array.isArray(ignore) && ignore.every((id) => typeof id === 'string'), 'ids of rules')
  check('maxRoutes', Number.isInteger(maxRoutes) && maxRoutes >= 1, 'a whole number from 1')
  return { onViolation, page: page === true ? '/__statuswise' : page || undefined, level, ignore, maxRoutes }
}

function check(name: string, holds: boolean, form: string): void {
  if (!holds) throw new TypeError(`the option "${name}" takes ${form}`)
}
