import type { IncomingMessage } from 'node:http'
import { formatUpgrade } from '../../src/headers/index.ts'
import { optionNames } from '../../src/respond/index.ts'
import { checkOptions } from '../../src/text/index.ts'
import { checkMilliseconds } from '../node/milliseconds.ts'
import type { SharedOptions } from '../node/shared-options.ts'
import { type OverloadOptions, readOverload } from './overload.ts'

/** What an application may decide about errors where there is no framework. All of it is optional. */
export interface ServerOptions extends Omit<SharedOptions<IncomingMessage>, 'catchAllRoutes' | 'options' | 'accepts'> {}

/** What an application may decide about what is answered below its framework. All of it is optional. */
export interface ProtectOptions extends Omit<ServerOptions, 'allow'> {
  /**
   * Protocols that a request may ask to upgrade to. A request that asks for others only gets 426 with these in Upgrade.
   * Without this option such a wish is ignored, as RFC 9110 §7.8 allows.
   */
  readonly upgrade?: readonly string[] | undefined
  /**
   * How long a client that sent `Expect: 100-continue` waits for the application to read its content, or to answer, before
   * it is told to go on, in milliseconds. Default: 250.
   */
  readonly continueAfter?: number | undefined
  /** When to answer 503 instead of asking the application. Default: never. */
  readonly overload?: OverloadOptions | undefined
}

/** What the options of ServerOptions are called. */
export const NAMES: readonly string[] = [...optionNames, 'onProblem']
/** A request that no application sees has no target whose methods anybody knows. */
const PROTECT_NAMES = [...NAMES.filter((name) => name !== 'allow'), 'upgrade', 'continueAfter', 'overload']

/** The options of protect(), apart: those of its answers, and its own. */
export interface ReadOptions {
  readonly answers: ServerOptions
  readonly continueAfter: number
  readonly upgrade: readonly string[] | undefined
  readonly overload: OverloadOptions | undefined
}

/** @throws {TypeError} for an option of the wrong form, or one that does not exist. */
export function readProtectOptions(options: ProtectOptions): ReadOptions {
  checkOptions('protect', options, PROTECT_NAMES)
  const { upgrade, continueAfter = 250, overload, ...answers } = options
  // Throws for what are no protocols.
  if (upgrade !== undefined) formatUpgrade(upgrade as [string, ...string[]])
  checkMilliseconds('the option "continueAfter"', continueAfter, 0)
  return { answers, continueAfter, upgrade, overload: overload === undefined ? undefined : readOverload(overload) }
}
