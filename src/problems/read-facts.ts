import { formatRetryAfter } from '../headers/index.ts'
import { isMessage, type Message, textOf } from '../text/index.ts'
import { extend, isExtensionName } from './document.ts'
import type { AnyFacts, Extensions } from './facts.ts'
import { type Headers, nameOf, owed, special } from './special-facts.ts'

/** What a problem keeps of the facts it was given. */
export interface ReadFacts {
  readonly headers: Headers
  readonly extensions: Extensions
}

/** Set on facts whose status was known only at run time: what the status owes may be missing, what it has no use for is left out. */
export const AT_RUN_TIME: unique symbol = Symbol('facts of a status known at run time')

/** Set on facts whose message is for the log alone, also with a 4xx: the other facts go to the client as always. */
export const FOR_LOG: unique symbol = Symbol('facts with a message for the log alone')

/**
 * Turns facts into header fields and extension members.
 * @throws {TypeError} for a missing, unknown or invalid fact, naming the rule.
 */
export function readFacts(status: number, facts: AnyFacts): ReadFacts {
  checkFacts(status, facts)
  const lenient = AT_RUN_TIME in facts
  const names = Object.keys(facts)
  for (const name of names) checkType(status, name, Reflect.get(facts, name))
  const headers: Headers = {}
  const extensions: Record<string, unknown> = {}
  if (facts.headers !== undefined) copyHeaders(facts.headers, headers)
  if (facts.extensions !== undefined) copyExtensions(facts.extensions, extensions, status)
  for (const name of names) {
    const value: unknown = Reflect.get(facts, name)
    if (value === undefined || common[name] !== undefined) continue
    const fact = special[name]
    if (fact?.statuses.includes(status)) fact.apply(value as never, headers, status, extensions)
    else if (fact === undefined || !lenient) throw new TypeError(`${nameOf(status)} has no fact "${name}"; ${hint}`)
  }
  if (facts.title !== undefined && facts.type === undefined) {
    throw new TypeError(`${nameOf(status)}: a title needs a type; about:blank has the status phrase (RFC 9457 §4.2.1)`)
  }
  if (facts.acceptEncoding !== undefined && (facts.accept ?? facts.acceptPatch ?? facts.acceptPost) !== undefined) {
    throw new TypeError(`${nameOf(status)}: "acceptEncoding" is for an unsupported coding alone (RFC 9110 §12.5.3)`)
  }
  if (facts.retryAfter !== undefined) headers['Retry-After'] = formatRetryAfter(facts.retryAfter)
  if (!lenient) demandOwedFact(status, facts)
  return { headers, extensions }
}

/** Whether a text for people was given, and no facts. */
export function isSaid(value: unknown): value is string | Message {
  return typeof value === 'string' || isMessage(value)
}

/** What a text alone stands for: the detail of a 4xx, and of a 5xx what the log says. */
export function factsOfText(status: number, text: string | Message): AnyFacts {
  const message = textOf(text)
  return status < 500 ? { message, detail: text } : { message }
}

/** @throws {TypeError} for what holds no facts. */
export function checkFacts(status: number, facts: unknown): void {
  if (isRecord(facts) && !(facts instanceof Error)) return
  const message = `${nameOf(status)} takes a string or an object of facts (an Error goes into { cause })`
  throw new TypeError(message, facts instanceof Error ? { cause: facts } : undefined)
}

const hint = 'further members of the problem document go into { extensions }'

function checkType(status: number, name: string, value: unknown): void {
  if (value === undefined || common[name]?.(value) !== false) return
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  const advice = isMessage(value) ? '; a message() is for "detail" or "title"' : ''
  throw new TypeError(`${nameOf(status)}: "${name}" has the wrong type (${type})${advice}`)
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
const isAnything = (): boolean => true

// Facts of every problem. Null prototypes: a fact named "constructor" is unknown, not inherited.
const common: Readonly<Record<string, (value: unknown) => boolean>> = {
  __proto__: null as never,
  message: isText,
  detail: isSaid,
  type: isText,
  title: isSaid,
  instance: isText,
  extensions: isRecord,
  headers: isRecord,
  cause: isAnything,
  expose: (value) => typeof value === 'boolean',
  retryAfter: isAnything,
}

function demandOwedFact(status: number, facts: AnyFacts): void {
  const fact = owed.get(status)
  if (fact === undefined || Reflect.get(facts, fact.name) !== undefined) return
  throw new TypeError(`${nameOf(status)} needs { ${fact.name} } (${fact.rule})`)
}

function copyHeaders(given: NonNullable<AnyFacts['headers']>, headers: Headers): void {
  const entries: unknown = Reflect.get(given, 'entries')
  const pairs: Iterable<readonly [string, unknown]> =
    typeof entries === 'function' ? entries.call(given) : Object.entries(given)
  for (const [name, value] of pairs) {
    // An assignment to __proto__ would set the prototype; it is no field that anybody sends.
    if (value === undefined || name === '__proto__') continue
    const lines = Array.isArray(value) ? value.map(String) : String(value)
    // A Headers object hands over each Set-Cookie on its own (RFC 6265 §3: they can't be combined).
    headers[name] = Object.hasOwn(headers, name) ? ([headers[name], lines].flat() as string[]) : lines
  }
}

function copyExtensions(given: object, extensions: Record<string, unknown>, status: number): void {
  for (const name of Object.keys(given)) {
    if (isExtensionName(name)) continue
    throw new TypeError(
      `${nameOf(status)}: an extension can't be named "${name}": it is a standard member (RFC 9457 §3.2)`,
    )
  }
  extend(extensions, given)
}
