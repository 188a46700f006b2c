import { basic } from '../../src/headers/index.ts'
import type { HttpProblem } from '../../src/problems/index.ts'
import * as problems from '../../src/problems/index.ts'

/** The class of each registered 4xx and 5xx, by the phrases of the IANA registry; apart from the table that it checks. */
export const classNames: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  402: 'PaymentRequired',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  407: 'ProxyAuthenticationRequired',
  408: 'RequestTimeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'LengthRequired',
  412: 'PreconditionFailed',
  413: 'ContentTooLarge',
  414: 'URITooLong',
  415: 'UnsupportedMediaType',
  416: 'RangeNotSatisfiable',
  417: 'ExpectationFailed',
  421: 'MisdirectedRequest',
  422: 'UnprocessableContent',
  423: 'Locked',
  424: 'FailedDependency',
  425: 'TooEarly',
  426: 'UpgradeRequired',
  428: 'PreconditionRequired',
  429: 'TooManyRequests',
  431: 'RequestHeaderFieldsTooLarge',
  451: 'UnavailableForLegalReasons',
  500: 'InternalServerError',
  501: 'NotImplemented',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
  505: 'HTTPVersionNotSupported',
  506: 'VariantAlsoNegotiates',
  507: 'InsufficientStorage',
  508: 'LoopDetected',
  510: 'NotExtended',
  511: 'NetworkAuthenticationRequired',
}

/** What each status owes, in its smallest form. */
export const owedFacts: Readonly<Record<number, object>> = {
  401: { challenges: [basic({ realm: 'api' })] },
  405: { allow: [] },
  407: { challenges: [basic({ realm: 'proxy' })] },
  416: { size: 0 },
  426: { protocols: ['websocket'] },
}

type AnyClass = new (facts?: unknown) => HttpProblem

/** Status, class name and class of every registered error. */
export const classes: readonly (readonly [status: number, name: string, Problem: AnyClass])[] = Object.entries(
  classNames,
).map(([status, name]) => [Number(status), name, Reflect.get(problems, name)])

export const owing: typeof classes = classes.filter(([status]) => status in owedFacts)
export const free: typeof classes = classes.filter(([status]) => !(status in owedFacts))

/** Makes a typed error as JavaScript would, unchecked by the compiler: with what its status owes, and these facts. */
export function make(status: number, facts: object = {}): HttpProblem {
  return makeOnly(status, { ...owedFacts[status], ...facts })
}

/** The same, with exactly this argument. */
export function makeOnly(status: number, ...argument: unknown[]): HttpProblem {
  return Reflect.construct(Reflect.get(problems, classNames[status] ?? ''), argument)
}
