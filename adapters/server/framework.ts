import type { IncomingMessage } from 'node:http'
import type { ResponderOptions } from '../../src/respond/index.ts'
import { logEvent, logFailures } from '../node/report.ts'
import type { Framework } from '../node/settings.ts'

/** What node:http has to say of its requests: nothing of routes. */
export const plain: Framework<IncomingMessage> = {
  viewOf: (req) => req,
  translate: (options) => options as ResponderOptions,
  log: logEvent,
  routedMethods: () => undefined,
}

/** The same for requests that no application sees: what clients do wrong is no news for the operator. */
export const quiet: Framework<IncomingMessage> = { ...plain, log: logFailures }
