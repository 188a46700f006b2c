import type { Mend, Rule } from '../../../src/conform/index.ts'
import { isObject } from '../../../src/recognize/index.ts'
import { CONFORM_NAMES, checkNames, type SharedOptions } from '../shared-options.ts'

/**
 * What an application may decide about the responses that it writes by hand. All of it is optional. What problems() was
 * told holds here too, and the other way round.
 */
export interface ConformOptions<Request> extends SharedOptions<Request> {
  /**
   * - `mend` (default): puts right what has one right answer, and reports the rest.
   * - `report`: changes nothing.
   * - `throw`, for tests: a response with any fault becomes a 500 that names the rule. (That routers answer OPTIONS with
   *   their own routes only is nobody's fault, and mended.)
   */
  readonly mode?: 'mend' | 'report' | 'throw' | undefined
  /** What is mended. Default: all of it. What is not is reported. */
  readonly mend?: { readonly [Name in Exclude<Mend, 'plainText'>]?: boolean | undefined } | undefined
  /**
   * Whether an error whose content only repeats its status, as `res.sendStatus()` writes, counts as one without content.
   * Default: false.
   */
  readonly replacePlainText?: boolean | undefined
  /**
   * Gets an event for every fault. It may throw, reject or take its time. Without it, each fault is printed once per
   * route, unless NODE_ENV is `production` or `test`.
   */
  readonly onMend?: ((event: MendEvent<Request>) => unknown) | undefined
  /** Says which requests get their responses as they were written; asked before they are routed. */
  readonly skip?: ((request: Request) => boolean) | undefined
  /**
   * How long the content of a request may be, in bytes. One that announces more is refused with 413 before anything of
   * it is read (RFC 9110 §15.5.14). What comes in chunks announces nothing: that is for who reads it.
   */
  readonly bodyLimit?: number | undefined
}

/** A response that broke a rule. */
export interface MendEvent<Request> {
  readonly rule: Rule
  /** What the response had, or lacked. */
  readonly found: string
  /** `mended`: the client got it right; `reported`: it got what the handler wrote; `thrown`: it got a 500. */
  readonly action: 'mended' | 'reported' | 'thrown'
  /** As the handler set it. */
  readonly status: number
  readonly method: string
  /** The route, as far as the framework knows it, else the path. */
  readonly route: string
  /** The request (Express) or the context (Koa). */
  readonly request: Request
}

/** The options of conform() itself, checked. */
export interface Conformity<Request> {
  readonly mode: 'mend' | 'report' | 'throw'
  readonly mends: (kind: Mend | undefined) => boolean
  readonly replacesPlainText: boolean
  readonly onMend: ((event: MendEvent<Request>) => unknown) | undefined
  readonly skip: ((request: Request) => boolean) | undefined
  readonly bodyLimit: number
}

/**
 * Takes the options apart: those of conform() itself, and those that it has in common with problems().
 *
 * @throws {TypeError} for one of the former that has the wrong form.
 */
export function readConformOptions<Request>(
  options: ConformOptions<Request>,
): [Conformity<Request>, SharedOptions<Request>] {
  checkNames('conform', options, CONFORM_NAMES)
  const { mode = 'mend', mend = {}, replacePlainText = false, onMend, skip, bodyLimit = Infinity, ...shared } = options
  check('mode', ['mend', 'report', 'throw'].includes(mode), 'mend, report or throw')
  check(
    'mend',
    isObject(mend) && !Array.isArray(mend) && Object.entries(mend).every(isSwitch),
    `booleans for ${NAMES.join(', ')}`,
  )
  check('replacePlainText', typeof replacePlainText === 'boolean', 'a boolean')
  check('onMend', onMend === undefined || typeof onMend === 'function', 'a function')
  check('skip', skip === undefined || typeof skip === 'function', 'a function')
  check('bodyLimit', typeof bodyLimit === 'number' && bodyLimit >= 0, 'a number of bytes')
  const switches: Readonly<Record<string, boolean | undefined>> = mend
  // Whoever has the bare text replaced has said so with an option of its own.
  const mends = (kind: Mend | undefined): boolean =>
    kind !== undefined && (kind === 'plainText' || switches[kind] !== false)
  return [{ mode, mends, replacesPlainText: replacePlainText, onMend, skip, bodyLimit }, shared]
}

const NAMES: readonly Exclude<Mend, 'plainText'>[] = [
  'framing',
  'requiredHeaders',
  'retryAfter',
  'bareStatus',
  'options',
]

function isSwitch([name, value]: readonly [string, unknown]): boolean {
  return (NAMES as readonly string[]).includes(name) && (value === undefined || typeof value === 'boolean')
}

function check(name: string, isGood: boolean, takes: string): void {
  if (!isGood) throw new TypeError(`the option "${name}" takes ${takes}`)
}
