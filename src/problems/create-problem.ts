import { isErrorStatus, statuses } from '../status/index.ts'
import { type Message, textOf } from '../text/index.ts'
import * as client from './client-errors.ts'
import type { AnyFacts, FactsOf, StatusFacts } from './facts.ts'
import { HttpProblem } from './http-problem.ts'
import { AT_RUN_TIME, checkFacts, factsOfText, isSaid } from './read-facts.ts'
import * as server from './server-errors.ts'

/** The typed error of each registered 4xx and 5xx. */
export interface ProblemOf {
  400: client.BadRequest
  401: client.Unauthorized
  402: client.PaymentRequired
  403: client.Forbidden
  404: client.NotFound
  405: client.MethodNotAllowed
  406: client.NotAcceptable
  407: client.ProxyAuthenticationRequired
  408: client.RequestTimeout
  409: client.Conflict
  410: client.Gone
  411: client.LengthRequired
  412: client.PreconditionFailed
  413: client.ContentTooLarge
  414: client.URITooLong
  415: client.UnsupportedMediaType
  416: client.RangeNotSatisfiable
  417: client.ExpectationFailed
  421: client.MisdirectedRequest
  422: client.UnprocessableContent
  423: client.Locked
  424: client.FailedDependency
  425: client.TooEarly
  426: client.UpgradeRequired
  428: client.PreconditionRequired
  429: client.TooManyRequests
  431: client.RequestHeaderFieldsTooLarge
  451: client.UnavailableForLegalReasons
  500: server.InternalServerError
  501: server.NotImplemented
  502: server.BadGateway
  503: server.ServiceUnavailable
  504: server.GatewayTimeout
  505: server.HTTPVersionNotSupported
  506: server.VariantAlsoNegotiates
  507: server.InsufficientStorage
  508: server.LoopDetected
  510: server.NotExtended
  511: server.NetworkAuthenticationRequired
}

/** The registered error statuses. */
export type ErrorStatus = keyof ProblemOf

// The facts of a status are optional as a whole unless one of them is required.
type FactsArgument<Code extends ErrorStatus> =
  Record<never, never> extends (Code extends keyof StatusFacts ? StatusFacts[Code] : unknown)
    ? [facts?: string | Message | FactsOf<Code>]
    : [facts: FactsOf<Code>]

/**
 * Makes the typed error of a status that the program text names.
 *
 * @param status a registered 4xx or 5xx.
 * @param facts as for the class of that status: what the status owes is required.
 * @throws {TypeError} for an unregistered status, or a missing, unknown or invalid fact, naming the rule.
 * @example throw createProblem(429, { retryAfter: 30 })
 */
export function createProblem<Code extends ErrorStatus>(status: Code, ...facts: FactsArgument<Code>): ProblemOf[Code] {
  const Problem = classes.get(status)
  if (Problem === undefined) {
    throw new TypeError(
      `createProblem() takes a registered 4xx or 5xx status, not ${String(status)}; see problemFrom()`,
    )
  }
  return new Problem(...(facts as [never])) as ProblemOf[Code]
}

/**
 * Makes the error of a status that is known only at run time, for example an upstream's.
 * The facts that the status owes may be missing: the middleware's `fallbacks` supply them. Facts that the status has no
 * use for are left out.
 *
 * @param status any value; what is no integer from 400 to 599 gives a 500.
 * @param facts a text, or a message() (for 4xx it is the detail, else for the log), or facts of any status.
 * @throws {TypeError} for an unknown or invalid fact, naming the rule.
 * @example throw problemFrom(upstream.status, { detail: 'The warehouse refused the order' })
 */
export function problemFrom(status: number, facts: string | Message | AnyFacts = {}): HttpProblem {
  if (!isSaid(facts)) checkFacts(isErrorStatus(status) ? status : 500, facts)
  if (!isErrorStatus(status)) return fromWrongStatus(status, facts)
  const lenient = { ...(isSaid(facts) ? factsOfText(status, facts) : facts), [AT_RUN_TIME]: true }
  const Problem = classes.get(status)
  return Problem === undefined ? new OtherProblem(status, lenient) : new Problem(lenient as never)
}

// The client learns nothing from an error whose very status was an accident.
function fromWrongStatus(status: unknown, facts: string | Message | AnyFacts): HttpProblem {
  const said = isSaid(facts) ? textOf(facts) : (facts.message ?? textOf(facts.detail))
  const message = `problemFrom() was given ${typeof status === 'number' ? status : typeof status}, which is no error status`
  return new server.InternalServerError({
    message: said === undefined ? message : `${message}: ${said}`,
    ...(!isSaid(facts) && 'cause' in facts ? { cause: facts.cause } : {}),
  })
}

/** An error with an unregistered or unassigned status code, such as 418 or 499. */
class OtherProblem extends HttpProblem {
  // The base's constructor is protected: this one can be called.
  constructor(status: number, facts: AnyFacts) {
    super(status, facts)
  }
}

type ProblemClass = new (facts?: never) => HttpProblem

// A class is named by the phrase of its status: 414 URI Too Long is URITooLong.
const named: Readonly<Record<string, ProblemClass>> = { ...client, ...server } as never
const classes: Map<number, ProblemClass> = new Map()

for (const { code, phrase } of statuses) {
  const name = phrase.replaceAll(/[^A-Za-z]/g, '')
  const Problem = named[name]
  if (Problem === undefined) continue
  classes.set(code, Problem)
  // As http-errors names them: NotFoundError, InternalServerError. On the prototype, so that stacks begin with it; by the
  // phrase, because bundlers shorten the names of classes.
  Object.defineProperty(Problem.prototype, 'name', {
    value: name.endsWith('Error') ? name : `${name}Error`,
    configurable: true,
    writable: true,
  })
}
