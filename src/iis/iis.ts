import type { FactsOf, ProblemOf } from '../problems/index.ts'
import { createProblem, type ErrorStatus, FOR_LOG, type HttpProblem } from '../problems/internal.ts'
import { isAssigned, isErrorStatus } from '../status/index.ts'
import { type IisCode, type IisHttp, type IisStatus, iisStatuses, RETRY_AFTER } from './table.ts'

/**
 * The HTTP status of a sub-status: that of the table, else the one before the dot. `number` for what is only known at run
 * time, `never` for what is none.
 */
export type HttpOf<Code extends string> = string extends Code
  ? number
  : Code extends IisCode
    ? IisHttp[Code]
    : Code extends `${infer Status extends ErrorStatus}.${number}`
      ? Status
      : never

/** What a sub-status takes: the facts of its HTTP status, without the problem type, which it is itself. */
export type IisFacts<Http extends number> = Omit<
  FactsOf<number extends Http ? 401 : Http> & {
    /** `true` tells the client the sub-status, as `type`, `title` and the message: why it was refused. Default: only the log. */
    readonly expose?: boolean | undefined
  },
  'type' | 'title'
>

type IisArguments<Code extends string> = [HttpOf<Code>] extends [never]
  ? [never]
  : Record<never, never> extends IisFacts<HttpOf<Code>>
    ? [facts?: IisFacts<HttpOf<Code>>]
    : [facts: IisFacts<HttpOf<Code>>]

/** The typed error of a sub-status. */
export type IisProblem<Code extends string> = (HttpOf<Code> extends keyof ProblemOf
  ? ProblemOf[HttpOf<Code>]
  : HttpProblem) & {
  /** For the log: never sent, unless with `expose: true`. */
  readonly substatus: Code
}

/**
 * Makes the typed error of a sub-status of IIS, with the HTTP status that it should have today: `403.9` (too many users)
 * is a 503. A sub-status that is not in the table is what stands before its dot.
 *
 * The client is not told the sub-status: it tells attackers why they were refused. The message has it, for the log, and
 * so has `substatus`, for `onProblem`. With `expose: true` it goes out as `type` (`urn:statuswise:iis:403.4`) and `title`.
 *
 * @param code as text: as a number 403.1 and 403.10 are the same. One that is known only at run time may be a 401, so it
 *   takes `challenges`, which are left out of all else.
 * @param facts those of the HTTP status; what it owes is required. What passes by itself gets Retry-After: 60 seconds,
 *   unless `retryAfter` says otherwise.
 * @throws {TypeError} for what is no sub-status, and for a missing, unknown or invalid fact.
 * @example throw iis('403.4')
 * @example throw iis('401.1', { challenges: [basic({ realm: 'intranet' })] })
 */
export function iis<const Code extends string>(code: Code, ...[facts]: IisArguments<Code>): IisProblem<Code> {
  const { http, title, retryAfter } = readCode(code)
  const { expose, message, detail, challenges, ...others } = readFacts(code, facts)
  const name = title === undefined ? `IIS ${code}` : `IIS ${code} ${title}`
  const exposed = {
    type: `urn:statuswise:iis:${code}`,
    ...(title === undefined ? {} : { title }),
    detail: detail ?? message,
  }
  const problem = createProblem(http, {
    ...(retryAfter ? { retryAfter: RETRY_AFTER } : {}),
    ...withoutUndefined(others),
    ...(http === 401 || http === 407 ? { challenges } : {}),
    // What is no text is refused like that of any other problem.
    message: typeof message === 'string' ? `${name}: ${message}` : (message ?? name),
    expose,
    ...(expose === true ? exposed : { detail }),
    [FOR_LOG]: true,
  } as never)
  return Object.assign(problem, { substatus: code }) as never
}

type Row = Omit<IisStatus<ErrorStatus>, 'title'> & { readonly title?: string }

function readCode(code: unknown): Row {
  if (typeof code === 'string' && Object.hasOwn(iisStatuses, code)) return iisStatuses[code as IisCode]
  const [, before] = typeof code === 'string' ? (/^(\d{3})\.(?:0|[1-9]\d{0,2})$/.exec(code) ?? []) : []
  const http = Number(before)
  if (isErrorStatus(http) && isAssigned(http)) return { http: http as ErrorStatus, retryAfter: false }
  const what = typeof code === 'string' ? JSON.stringify(code) : typeof code
  throw new TypeError(`iis() takes a sub-status as text, such as '403.4', not ${what}`)
}

interface AnyIisFacts {
  readonly expose?: boolean
  readonly message?: string
  readonly detail?: string
  readonly challenges?: unknown
  readonly [name: string]: unknown
}

function readFacts(code: string, facts: unknown = {}): AnyIisFacts {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts) || facts instanceof Error) {
    throw new TypeError(`iis('${code}') takes an object of facts (an Error goes into { cause })`)
  }
  for (const name of ['type', 'title']) {
    if (name in facts) throw new TypeError(`iis('${code}') has a "${name}" of its own, sent with { expose: true }`)
  }
  return facts as AnyIisFacts
}

// An option that is undefined is not given: it takes no default away.
function withoutUndefined(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
