import {
  BadRequest,
  basic,
  bearer,
  Conflict,
  createProblem,
  digest,
  type FactsOf,
  HttpProblem,
  type InternalServerError,
  MethodNotAllowed,
  NotFound,
  ProxyAuthenticationRequired,
  problemFrom,
  RangeNotSatisfiable,
  ServiceUnavailable,
  TooManyRequests,
  Unauthorized,
  UnavailableForLegalReasons,
  UnprocessableContent,
  UnsupportedMediaType,
  UpgradeRequired,
} from '../../src/index.ts'

// What a status owes has to be there (RFC 9110 §15.5).

new MethodNotAllowed({ allow: ['GET', 'POST'] })
new MethodNotAllowed({ allow: [] })
// @ts-expect-error 405 owes allow
new MethodNotAllowed()
// @ts-expect-error 405 owes allow
new MethodNotAllowed({})
// @ts-expect-error 405 owes allow, which no text brings
new MethodNotAllowed('Not like this')
// @ts-expect-error 405 owes allow
new MethodNotAllowed({ detail: 'Not like this' })
// @ts-expect-error undefined is no list
new MethodNotAllowed({ allow: undefined })
// @ts-expect-error a text is no list
new MethodNotAllowed({ allow: 'GET' })

new Unauthorized({ challenges: [bearer()] })
new Unauthorized({ challenges: [bearer({ realm: 'api', error: 'invalid_token' }), basic({ realm: 'api' })] })
// @ts-expect-error 401 owes challenges
new Unauthorized()
// @ts-expect-error 401 owes challenges
new Unauthorized({ detail: 'Who are you?' })
// @ts-expect-error 401 owes one challenge at least
new Unauthorized({ challenges: [] })
// @ts-expect-error a challenge is made by its scheme's function
new Unauthorized({ challenges: ['Bearer'] })

new ProxyAuthenticationRequired({ challenges: [basic({ realm: 'proxy' })] })
// @ts-expect-error 407 owes challenges
new ProxyAuthenticationRequired({})
// @ts-expect-error 407 owes one challenge at least
new ProxyAuthenticationRequired({ challenges: [] })

new RangeNotSatisfiable({ size: 1234 })
// @ts-expect-error 416 owes size
new RangeNotSatisfiable()
// @ts-expect-error a size is a number
new RangeNotSatisfiable({ size: '1234' })

new UpgradeRequired({ protocols: ['websocket', 'HTTP/2.0'] })
// @ts-expect-error 426 owes protocols
new UpgradeRequired({})
// @ts-expect-error 426 owes one protocol at least
new UpgradeRequired({ protocols: [] })

// Challenges have what their schemes ask for.

digest({ realm: 'api', nonce: 'x' })
// @ts-expect-error Basic has a realm (RFC 7617 §2)
basic({})
// @ts-expect-error UTF-8 is the only charset (RFC 7617 §2.1)
basic({ realm: 'api', charset: 'latin1' })

// Other facts are optional, and belong to their statuses.

new NotFound()
new NotFound('No order 42')
new NotFound({})
new NotFound({ detail: undefined, retryAfter: undefined })
new ServiceUnavailable({ retryAfter: 120 })
new TooManyRequests({ retryAfter: new Date() })
new UnsupportedMediaType({ accept: ['application/json'], acceptEncoding: ['gzip'] })
new UnsupportedMediaType({ acceptPatch: ['application/merge-patch+json'], acceptPost: ['image/*'] })
new UnprocessableContent({ errors: [{ pointer: '#/age', detail: 'must be positive', code: 7 }] })
interface Violation {
  readonly pointer: string
  readonly detail: string
}
declare const violations: readonly Violation[]
new UnprocessableContent({ errors: violations })
new BadRequest({ errors: [] })
new UnavailableForLegalReasons({ blockedBy: 'https://authority.example/' })
// @ts-expect-error allow belongs to 405
new NotFound({ allow: ['GET'] })
// @ts-expect-error size belongs to 416
new NotFound({ size: 7 })
// @ts-expect-error accept belongs to 415
new BadRequest({ accept: ['application/json'] })
// @ts-expect-error errors belong to 400 and 422
new Conflict({ errors: [] })
// @ts-expect-error what is wrong with a part is its detail
new UnprocessableContent({ errors: [{ pointer: '#/age' }] })
// @ts-expect-error there is no such fact
new NotFound({ details: 'No order 42' })
// @ts-expect-error seconds are a number
new ServiceUnavailable({ retryAfter: '120' })
// @ts-expect-error no argument is a number
new NotFound(404)

// A title needs a type (RFC 9457 §4.2.1).

new Conflict({ type: 'https://example.com/problems/stale-cart', title: 'Stale cart' })
new Conflict({ type: 'https://example.com/problems/stale-cart' })
// @ts-expect-error a title without a type
new Conflict({ title: 'Stale cart' })
// @ts-expect-error a title with a type that may be absent
new Conflict({ title: 'Stale cart', type: undefined })
// @ts-expect-error a title without a type
createProblem(409, { title: 'Stale cart' })
// @ts-expect-error a title without a type
problemFrom(409, { title: 'Stale cart' })

// An extension has no name of a standard member (RFC 9457 §3.2).

new Conflict({ extensions: { version: 12, nested: { status: 1 }, list: [] } })
// @ts-expect-error a standard member
new Conflict({ extensions: { status: 409 } })
// @ts-expect-error a standard member
new Conflict({ extensions: { type: '/x' } })
// @ts-expect-error a standard member
new Conflict({ extensions: { title: 'X' } })
// @ts-expect-error a standard member
new Conflict({ extensions: { detail: 'x' } })
// @ts-expect-error a standard member
new Conflict({ extensions: { instance: '/x' } })
// @ts-expect-error a standard member
createProblem(409, { extensions: { version: 12, status: 409 } })

// Header fields hold texts, numbers or lines.

new Conflict({ headers: { 'X-Text': 'a', 'X-Number': 7, 'X-Lines': ['a', 'b'] } })
// @ts-expect-error no field holds an object
new Conflict({ headers: { 'X-Object': {} } })

// createProblem has the same facts by the status literal.

createProblem(404)
createProblem(404, 'No order 42')
createProblem(429, { retryAfter: 30 })
createProblem(401, { challenges: [basic({ realm: 'api' })] })
const rangeNotSatisfiable: RangeNotSatisfiable = createProblem(416, { size: 0 })
const literal: 416 = rangeNotSatisfiable.status
// @ts-expect-error 401 owes challenges
createProblem(401)
// @ts-expect-error 401 owes challenges
createProblem(401, {})
// @ts-expect-error 401 owes one challenge at least
createProblem(401, { challenges: [] })
// @ts-expect-error 405 owes allow, which no text brings
createProblem(405, 'Not like this')
// @ts-expect-error 416 owes size
createProblem(416, { detail: 'Too far' })
// @ts-expect-error a size is a number
createProblem(416, { size: '0' })
// @ts-expect-error allow belongs to 405
createProblem(404, { allow: ['GET'] })
// @ts-expect-error not assigned (RFC 9110 §15.5.19)
createProblem(418)
// @ts-expect-error not registered
createProblem(499)
// @ts-expect-error no error
createProblem(200)
// @ts-expect-error a status is a number
createProblem('404')
declare const anyStatus: number
// @ts-expect-error a status of run time is for problemFrom
createProblem(anyStatus)

// problemFrom takes any status, and the facts of all of them.

const upstream: HttpProblem = problemFrom(anyStatus)
problemFrom(anyStatus, 'The warehouse refused the order')
problemFrom(anyStatus, { detail: 'x', allow: ['GET'], size: 7, accept: ['a/b'], errors: [{ detail: 'x' }] })
// @ts-expect-error there is no such fact
problemFrom(anyStatus, { details: 'x' })
// @ts-expect-error a status is a number
problemFrom('404')

// What a problem is.

const error: Error = new NotFound()
const notFound: 404 = new NotFound().status
const members: Record<string, unknown> = upstream.toJSON()
upstream.headers = { ...upstream.headers, 'X-A': '1' }
HttpProblem.stackTraceLimit = 0
HttpProblem.stackTraceLimit = undefined
const limit: number = HttpProblem.stackTraceLimit
// @ts-expect-error it is made by its status
new HttpProblem(404)
// @ts-expect-error what was thrown stays
upstream.status = 500
// @ts-expect-error a 404 is no 500
const other: InternalServerError = new NotFound()

// Classes that applications derive.

class StaleCart extends Conflict {
  constructor(facts: FactsOf<409>) {
    super({ ...facts, type: 'https://example.com/problems/stale-cart', title: 'Stale cart' })
  }
}

class Teapot extends HttpProblem {
  constructor() {
    super(418, { detail: 'Short and stout' })
  }
}

class Challenged extends Unauthorized {
  constructor() {
    // @ts-expect-error 401 owes challenges
    super({ detail: 'Who are you?' })
  }
}

export const used: readonly unknown[] = [literal, error, notFound, members, limit, other, StaleCart, Teapot, Challenged]
