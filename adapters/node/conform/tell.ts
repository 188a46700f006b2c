import { notify, print } from '../report.ts'
import type { MendEvent } from './options.ts'

/** Takes note of a response that broke a rule. Never throws. */
export type Tell<Request> = (event: MendEvent<Request>) => void

/** @param onMend the application's own; without it the developer is told. */
export function createTell<Request>(onMend: ((event: MendEvent<Request>) => unknown) | undefined): Tell<Request> {
  return onMend === undefined ? printOnce() : (event) => notify('onMend', onMend, event)
}

/** Routes are few, but where nobody names them, paths are as many as clients can think of. */
const MOST_REMEMBERED = 1000

function printOnce<Request>(): Tell<Request> {
  const said = new Set<string>()
  return ({ rule, found, action, method, route }) => {
    // That routers know their own routes only is nobody's fault.
    if (process.env.NODE_ENV === 'production' || rule.id === AUTOMATIC) return
    const key = `${method} ${route} ${rule.id}`
    if (said.has(key) || said.size >= MOST_REMEMBERED) return
    said.add(key)
    print(() => `statuswise: ${method} ${route}: ${found} (${action}). ${rule.reference}: ${rule.statement}`)
  }
}

/** The rule of the automatic answers to OPTIONS. */
export const AUTOMATIC = '9110-9.3.7-options-allow'
