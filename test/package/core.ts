// The core needs neither the types of Node nor of a browser.
import {
  bearer,
  createProblem,
  createResponder,
  type FramedReply,
  type HttpProblem,
  MethodNotAllowed,
  NotFound,
  problemFrom,
  Unauthorized,
} from 'statuswise'

const { respond } = createResponder({ defaultDetail: false })
export const reply: FramedReply = respond(new NotFound('No order 42'), { method: 'GET', headers: {} })
export const problems: HttpProblem[] = [
  new Unauthorized({ challenges: [bearer({ realm: 'orders' })] }),
  createProblem(405, { allow: ['GET', 'POST'] }),
  createProblem(503, { retryAfter: 120 }),
  problemFrom(Number('404'), { detail: 'There is no such order.' }),
]

// @ts-expect-error: a 405 owes the client its Allow (RFC 9110 §15.5.6).
new MethodNotAllowed()
// @ts-expect-error
createProblem(405)
