import type { Fields } from '../headers/index.ts'
import { phraseOf } from '../status/index.ts'
import { isMessage, type Message, textOf } from '../text/index.ts'
import { problemDocument } from './document.ts'
import type { AnyFacts, Extensions } from './facts.ts'
import { FOR_LOG, factsOfText, isSaid, readFacts } from './read-facts.ts'

/**
 * An error that is an HTTP response: what every typed error is, and what anything thrown becomes.
 *
 * It has the shape of an `http-errors` error (`status`, `statusCode`, `expose`, `headers`), so that Express, Koa and
 * loggers treat it right even where this library's middleware is not mounted.
 */
export abstract class HttpProblem extends Error {
  /**
   * How many stack frames a problem records, for applications that want none on expected errors (0). Undefined: as many
   * as any Error (`Error.stackTraceLimit`).
   */
  static get stackTraceLimit(): number {
    return ownLimit ?? engine.stackTraceLimit ?? 0
  }

  static set stackTraceLimit(limit: number | undefined) {
    ownLimit = limit
  }

  /** The status code, 400–599. */
  declare readonly status: number
  /** The same number, under the name that http-errors and Express also read. */
  declare readonly statusCode: number
  /** Whether `message` may be shown to the client, as in http-errors: by default for 4xx, not for 5xx. */
  declare readonly expose: boolean
  /** Header fields of the response. Writable, because middleware (`@koa/cors`) adds its own. */
  declare headers: Fields
  /** URI reference of the problem type (RFC 9457 §3.1.1); undefined is `about:blank`. */
  declare readonly type: string | undefined
  /** Name of the problem type (RFC 9457 §3.1.3); undefined is the status phrase. */
  declare readonly title: string | undefined
  /** For the client: what happened this time (RFC 9457 §3.1.4); undefined is the default text of the status. */
  declare readonly detail: string | undefined
  /** URI reference of this occurrence (RFC 9457 §3.1.5). */
  declare readonly instance: string | undefined
  /** Further members of the document (RFC 9457 §3.2). */
  declare readonly extensions: Extensions

  protected constructor(status: number, facts: string | Message | AnyFacts = {}) {
    const given = isSaid(facts) ? factsOfText(status, facts) : facts
    const { headers, extensions } = readFacts(status, given)
    const title = textOf(given.title)
    const detail = textOf(given.detail)
    const message = given.message ?? detail ?? phraseOf(status)
    const options = 'cause' in given ? { cause: given.cause } : undefined
    const ordinaryLimit = limitStack()
    try {
      super(message, options)
    } finally {
      // Whatever happens in there: else all errors of the process would be without stacks from then on.
      restoreStack(ordinaryLimit)
    }
    this.status = status
    this.statusCode = status
    const isForLog = FOR_LOG in given
    this.expose = given.expose ?? (status < 500 && !isForLog)
    this.headers = headers
    this.type = given.type
    this.title = title
    this.detail = detail ?? (given.expose === true && !isForLog ? given.message : undefined)
    this.instance = given.instance
    this.extensions = extensions
    const shown = isForLog ? 'named' : 'shown'
    Object.defineProperty(this, BRAND, { value: given.expose === false ? 'withheld' : shown })
    if (title !== given.title || detail !== given.detail) {
      Object.defineProperty(this, MESSAGES, { value: { title: given.title, detail: given.detail } })
    }
  }

  /** The problem document that the client may see (RFC 9457 §3.1): safe to send, also of a 5xx. */
  toJSON(): Record<string, unknown> {
    return problemDocument(this, isWithheld(this))
  }
}

// For classes without a name of their own. On the prototype, so that stacks begin with it.
Object.defineProperty(HttpProblem.prototype, 'name', { value: 'HttpProblem', configurable: true, writable: true })

/**
 * Marks problems of every copy of this package in a process. Its value: `withheld` where `expose: false` was given, `named`
 * where the client sees what was given by name although `expose`, which governs the message, is false; else `shown`.
 */
export const BRAND: symbol = Symbol.for('statuswise.HttpProblem')

const MESSAGES: symbol = Symbol.for('statuswise.messages')

/** The message that a member of a problem was given as, of this or another copy of the package; undefined: as text. */
export function messageOf(problem: object, member: 'title' | 'detail'): Message | undefined {
  try {
    const found: unknown = Reflect.get(Object(Reflect.get(problem, MESSAGES)), member)
    // Someone may have assigned to the member since.
    return isMessage(found) && found.text === Reflect.get(problem, member) ? found : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether the application wants the client to see nothing of this problem but its status.
 * A 5xx has `expose: false` by default, which hides its message but not a detail that was given by name.
 */
export function isWithheld(problem: HttpProblem): boolean {
  const brand: unknown = Reflect.get(problem, BRAND)
  return brand === 'withheld' || (brand !== 'named' && problem.status < 500 && problem.expose === false)
}

// Error.stackTraceLimit is V8's, and read-only under --frozen-intrinsics: then every problem has an ordinary stack.
const engine = Error as ErrorConstructor & { stackTraceLimit?: number | undefined }
let ownLimit: number | undefined

function limitStack(): number | undefined {
  const ordinary = engine.stackTraceLimit
  if (ownLimit !== undefined) Reflect.set(engine, 'stackTraceLimit', ownLimit)
  return ordinary
}

function restoreStack(ordinary: number | undefined): void {
  if (ownLimit !== undefined) Reflect.set(engine, 'stackTraceLimit', ordinary)
}

/** Runs `make` so that the problem it makes records no stack: for problems that stand for an error with its own. */
export function withoutStack<T>(make: () => T): T {
  const limit = ownLimit
  ownLimit = 0
  try {
    return make()
  } finally {
    ownLimit = limit
  }
}
