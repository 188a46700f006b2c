import {
  formatAccept,
  formatAcceptEncoding,
  formatAcceptPatch,
  formatAcceptPost,
  formatAllow,
  formatChallenge,
  formatContentRange,
  formatLink,
  formatRetryAfter,
  formatUpgrade,
} from '../headers/index.ts'
import { phraseOf } from '../status/index.ts'
import { extend, isExtensionName } from './document.ts'
import type { AnyFacts, Extensions } from './facts.ts'

type Headers = Record<string, string | readonly string[]>

/** What a problem keeps of the facts it was given. */
export interface ReadFacts {
  readonly headers: Headers
  readonly extensions: Extensions
}

/** Set on facts whose status was known only at run time: what the status owes may be missing, what it has no use for is left out. */
export const AT_RUN_TIME: unique symbol = Symbol('facts of a status known at run time')

/**
 * Turns facts into header fields and extension members.
 * @throws {TypeError} for a missing, unknown or invalid fact, naming the rule.
 */
export function readFacts(status: number, facts: AnyFacts): ReadFacts {
  if (typeof facts !== 'object' || facts === null || facts instanceof Error) {
    throw new TypeError(`${nameOf(status)} takes a string or an object of facts (an Error goes into { cause })`)
  }
  const lenient = AT_RUN_TIME in facts
  const headers: Headers = {}
  const extensions: Record<string, unknown> = {}
  if (facts.headers !== undefined) copyHeaders(facts.headers, headers, status)
  if (facts.extensions !== undefined) copyExtensions(facts.extensions, extensions, status)
  for (const name of Object.keys(facts)) {
    const value: unknown = Reflect.get(facts, name)
    if (value === undefined) continue
    const check = common[name]
    if (check !== undefined) {
      if (!check(value)) throw new TypeError(`${nameOf(status)}: "${name}" has the wrong type (${typeof value})`)
      continue
    }
    const fact = special[name]
    if (fact?.statuses.includes(status)) fact.apply(value as never, headers, status, extensions)
    else if (fact === undefined || !lenient) throw new TypeError(`${nameOf(status)} has no fact "${name}"; ${hint}`)
  }
  if (facts.title !== undefined && facts.type === undefined) {
    throw new TypeError(`${nameOf(status)}: a title needs a type; about:blank has the status phrase (RFC 9457 §4.2.1)`)
  }
  if (facts.retryAfter !== undefined) headers['Retry-After'] = formatRetryAfter(facts.retryAfter)
  if (!lenient) demandOwedFact(status, facts)
  return { headers, extensions }
}

const hint = 'further members of the problem document go into { extensions }'

const isText = (value: unknown): boolean => typeof value === 'string'
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
const isAnything = (): boolean => true

// Facts of every problem. Null prototypes: a fact named "constructor" is unknown, not inherited.
const common: Readonly<Record<string, ((value: unknown) => boolean) | undefined>> = {
  __proto__: null as never,
  message: isText,
  detail: isText,
  type: isText,
  title: isText,
  instance: isText,
  extensions: isObject,
  headers: isObject,
  cause: isAnything,
  expose: (value) => typeof value === 'boolean',
  retryAfter: isAnything,
}

interface SpecialFact {
  readonly statuses: readonly number[]
  /** The rule that makes the status owe this fact. */
  readonly owedBy?: string
  apply(value: never, headers: Headers, status: number, extensions: Record<string, unknown>): void
}

// Facts of single statuses. Their types are in facts.ts.
const special: Readonly<Record<string, SpecialFact | undefined>> = {
  __proto__: null as never,
  challenges: {
    statuses: [401, 407],
    owedBy: 'RFC 9110 §15.5.2 and §15.5.8: the response carries at least one challenge',
    apply(challenges: Parameters<typeof formatChallenge>[0][], headers, status) {
      if (!Array.isArray(challenges) || challenges.length === 0) {
        throw new TypeError(`${nameOf(status)}: "challenges" takes a non-empty array (RFC 9110 §11.6.1)`)
      }
      headers[status === 407 ? 'Proxy-Authenticate' : 'WWW-Authenticate'] = challenges.map(formatChallenge)
    },
  },
  allow: {
    statuses: [405],
    owedBy: 'RFC 9110 §15.5.6: the response lists the methods that the resource has in Allow',
    apply(methods: readonly string[], headers) {
      headers.Allow = formatAllow(methods)
    },
  },
  size: {
    statuses: [416],
    owedBy: 'RFC 9110 §15.5.17: the response tells the current size in Content-Range',
    apply(size: number, headers) {
      headers['Content-Range'] = formatContentRange({ size })
    },
  },
  protocols: {
    statuses: [426],
    owedBy: 'RFC 9110 §15.5.22: the response names the protocols in Upgrade',
    apply(protocols: readonly string[], headers) {
      headers.Upgrade = formatUpgrade(protocols)
      // RFC 9110 §7.8: who sends Upgrade also sends the connection option.
      headers.Connection = 'upgrade'
    },
  },
  accept: {
    statuses: [415],
    apply(ranges: readonly string[], headers) {
      headers.Accept = formatAccept(ranges)
    },
  },
  acceptEncoding: {
    statuses: [415],
    apply(codings: readonly string[], headers) {
      headers['Accept-Encoding'] = formatAcceptEncoding(codings)
    },
  },
  acceptPatch: {
    statuses: [415],
    apply(types: readonly string[], headers) {
      headers['Accept-Patch'] = formatAcceptPatch(types)
    },
  },
  acceptPost: {
    statuses: [415],
    apply(ranges: readonly string[], headers) {
      headers['Accept-Post'] = formatAcceptPost(ranges)
    },
  },
  blockedBy: {
    statuses: [451],
    apply(target: string, headers) {
      headers.Link = formatLink(target, { rel: 'blocked-by' })
    },
  },
  errors: {
    statuses: [400, 422],
    apply(errors: readonly unknown[], _headers, status, extensions) {
      if (!Array.isArray(errors))
        throw new TypeError(`${nameOf(status)}: "errors" takes an array of { detail, pointer }`)
      extensions.errors = errors
    },
  },
}

function demandOwedFact(status: number, facts: AnyFacts): void {
  const fact = owed.get(status)
  if (fact === undefined || Reflect.get(facts, fact.name) !== undefined) return
  throw new TypeError(`${nameOf(status)} needs { ${fact.name} } (${fact.rule})`)
}

const owed: ReadonlyMap<number, { readonly name: string; readonly rule: string }> = new Map(
  Object.entries(special).flatMap(([name, fact]) =>
    fact?.owedBy === undefined
      ? []
      : fact.statuses.map((status) => [status, { name, rule: fact.owedBy ?? '' }] as const),
  ),
)

function copyHeaders(given: NonNullable<AnyFacts['headers']>, headers: Headers, status: number): void {
  const entries: unknown = Reflect.get(given, 'entries')
  const pairs: Iterable<readonly [string, unknown]> =
    typeof entries === 'function' ? entries.call(given) : Object.entries(given)
  for (const [name, value] of pairs) {
    if (name === '__proto__') throw new TypeError(`${nameOf(status)}: no header field is named __proto__`)
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.map(String) : String(value)
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

function nameOf(status: number): string {
  return `${status} ${phraseOf(status)}`
}
