import { createServer, type RequestListener, type Server } from 'node:http'
import { protect } from 'statuswise/node'
import { createApp as createExpressApp } from '../../examples/express/app.ts'
import { createApp as createKoaApp } from '../../examples/koa/app.ts'
import type { HostName } from './names.ts'
import { createPlainApp } from './plain.ts'

/** What statuswise tells of each failure; the requests of Express, Koa and node:http differ, and are of no interest here. */
interface Event {
  readonly outcome: string
  readonly thrown: unknown
  readonly dropped: readonly { readonly kind: string; readonly name: string; readonly error?: unknown }[]
}

/** After so many requests, an application gives way to a new one: orders pile up, and accounts get locked. */
const LIFETIME = 1000

/**
 * A server as the examples have it, with `protect()`.
 *
 * @param tell gets what statuswise could not do.
 */
export function createHost(name: HostName, tell: (what: string) => void): Server {
  const onProblem = ({ outcome, thrown, dropped }: Event): void => {
    if (outcome === 'failed')
      tell(`statuswise failed at an answer: ${dropped.map(({ error }) => text(error)).join('; ')}`)
    // Nobody is to see this from a request: it means that we, or Node, threw at a place that nobody expected. (koa-compress
    // takes a client at its word that accepts no coding at all, and sets Content-Encoding to nothing.)
    const isUnexpected = /^ERR_(?:HTTP|STREAM|INVALID)/.test(codeOf(thrown)) && !text(thrown).includes('koa-compress')
    if (isUnexpected && outcome !== 'aborted') tell(`thrown: ${text(thrown)}`)
  }
  const create = {
    express: createExpressApp,
    koa: (told: Told) => createKoaApp(told).callback(),
    node: createPlainApp,
  }[name]
  let served = 0
  let app: RequestListener
  const server = createServer((req, res) => {
    if (served++ % LIFETIME === 0) app = create({ onProblem, onMend: () => {} })
    return app(req, res)
  })
  return protect(server, { onProblem })
}

export interface Told {
  readonly onProblem: (event: Event) => void
  readonly onMend: () => void
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error ? String(Reflect.get(thrown, 'code')) : ''
}

function text(error: unknown): string {
  return error instanceof Error ? String(error.stack) : String(error)
}
