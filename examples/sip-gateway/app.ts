import express, { type Express } from 'express'
import { UnprocessableContent } from 'statuswise'
import { conform, type ProblemEvent, problems, send } from 'statuswise/express'
import { fromSip } from 'statuswise/sip'
import type { Caller } from './caller.ts'

export interface Settings {
  readonly caller: Caller
  /** Where failures are reported; default: server errors go to the console. */
  readonly onProblem?: ((event: ProblemEvent<unknown>) => void) | undefined
}

/** Click to call: `POST /calls` with `{ "to": "bob" }` lets the phone of Bob ring, and says what came of it. */
export function createApp({ caller, onProblem }: Settings): Express {
  const app = express()
  app.use(conform({ bodyLimit: 10_000 }))
  app.post('/calls', express.json(), async (req, res) => {
    const to = calleeIn(req.body)
    const response = await caller.call(to, untilClosed(res))
    // A busy callee is a 409, silence a 504: docs/sip.md has all of them.
    const answer = fromSip(response)
    if (answer instanceof Error) throw answer
    if (answer !== undefined) await send(res, answer)
  })
  app.use(problems({ fallbacks: { retryAfter: 30 }, onProblem }))
  return app
}

// What goes into a SIP URI must not end it, nor a line (RFC 3261 §25.1).
function calleeIn(body: unknown): string {
  const to: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'to') : undefined
  if (typeof to === 'string' && /^[\w.+-]{1,64}$/.test(to)) return to
  throw new UnprocessableContent({ errors: [{ pointer: '#/to', detail: 'is the name or number of who is called' }] })
}

/** Who leaves, hangs up. */
function untilClosed(res: express.Response): AbortSignal {
  const controller = new AbortController()
  res.once('close', () => controller.abort())
  return controller.signal
}
