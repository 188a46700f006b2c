import {
  type Challenge,
  type Fields,
  formatChallenge,
  formatRetryAfter,
  formatUpgrade,
  isFieldName,
  isFieldValue,
} from '../headers/index.ts'
import { isLanguageTag } from '../languages/language-tag.ts'
import type { NonEmpty } from '../problems/index.ts'
import type { HttpProblem } from '../problems/internal.ts'
import type { Mapping, RecognizePolicy } from '../recognize/index.ts'
import { isErrorStatus } from '../status/index.ts'
import { checkOptions } from '../text/index.ts'
import { defaultFormats, isProblemFormat, type ProblemFormat } from './formats.ts'
import { type LanguageOptions, type Languages, readLanguages } from './languages.ts'
import { createNegotiation, type Negotiate } from './negotiate.ts'
import type { RequestLike } from './request.ts'

/** What an application may decide about its error responses. All of it is optional. */
export interface ResponderOptions<Request = RequestLike> extends LanguageOptions {
  /** Facts for errors that owe one and do not bring it, such as foreign errors and `problemFrom()`. */
  readonly fallbacks?: FallbackOptions | undefined
  /** Adds the stack of what was thrown to the document, as member `debug`. Never in production. Default: false. */
  readonly debug?: boolean | undefined
  /** The media types on offer, most preferred first. Default: problem+json, problem+xml, xml, html, plain text. */
  readonly formats?: NonEmpty<ProblemFormat> | undefined
  /** Gives the `instance` of a problem that has none: a URI reference of this occurrence (RFC 9457 §3.1.5). */
  readonly instance?: ((request: Request) => string | undefined) | undefined
  /** Gives further members for the document, such as a trace id; they go to the client. */
  readonly extend?:
    | ((problem: HttpProblem, request: Request) => Readonly<Record<string, unknown>> | undefined)
    | undefined
  /** The application's own mappings from what it throws; each gives an HttpProblem, or undefined: not mine. */
  readonly recognize?: readonly Mapping[] | undefined
  /** Gives the methods that the target of a request has, for a 405 that lacks Allow; undefined: not known. */
  readonly allow?: ((request: Request) => readonly string[] | undefined) | undefined
  /**
   * Header fields of the half-built response that survive an error although they would not by default. What describes
   * its content (Content-*, Transfer-Encoding, Trailer, digests) never does.
   */
  readonly keepHeaders?: readonly string[] | undefined
  /** Further header fields that foreign errors (http-errors, boom) may set. */
  readonly foreignHeaders?: readonly string[] | undefined
  /** Cache-Control by status code, or a function that gives it; undefined: the default policy. */
  readonly cacheControl?: CacheControlOption<Request> | undefined
  /** Whether a problem without a detail gets the standard text of its status. Default: true. */
  readonly defaultDetail?: boolean | undefined
}

export type CacheControlOption<Request> =
  | Readonly<Record<number, string>>
  | ((problem: HttpProblem, request: Request) => string | undefined)

export interface FallbackOptions {
  /** For a 401. */
  readonly challenges?: NonEmpty<Challenge> | undefined
  /** For a 407. */
  readonly proxyChallenges?: NonEmpty<Challenge> | undefined
  /** For a 426: protocols, most preferred first. */
  readonly upgrade?: NonEmpty<string> | undefined
  /** For a 429 or 503: seconds from now, or a date. */
  readonly retryAfter?: number | Date | undefined
}

/** The options, checked and prepared once. */
export interface Policy extends RecognizePolicy {
  /** By the field that they supply. */
  readonly fallbacks: Fields
  readonly debug: boolean
  readonly negotiate: Negotiate
  /** Whether there is a choice of formats, so that responses vary by Accept. */
  readonly varies: boolean
  /** Undefined: English, whatever clients ask for. */
  readonly languages: Languages | undefined
  readonly instance: ResponderOptions['instance']
  readonly extend: ResponderOptions['extend']
  readonly allow: ResponderOptions['allow']
  readonly keepHeaders: ReadonlySet<string>
  readonly cacheControl: CacheControlOption<RequestLike>
  readonly defaultDetail: boolean
  /** Tells the operator about a rule that the application left to us; once per text. */
  readonly warn: (message: string) => void
}

/** @throws {TypeError} for an option of the wrong form, or one that does not exist. */
export function readOptions(options: ResponderOptions): Policy {
  checkForms(options)
  const formats = options.formats ?? defaultFormats
  const warn = warnOnce()
  return {
    fallbacks: readFallbacks(options.fallbacks ?? {}),
    debug: options.debug ?? false,
    negotiate: createNegotiation(formats),
    varies: formats.length > 1,
    languages: readLanguages(options, warn),
    instance: options.instance,
    extend: options.extend,
    allow: options.allow,
    mappings: options.recognize ?? [],
    keepHeaders: lowerCased(options.keepHeaders),
    foreignHeaders: lowerCased(options.foreignHeaders),
    cacheControl: options.cacheControl ?? {},
    defaultDetail: options.defaultDetail ?? true,
    warn,
  }
}

type Check = readonly [takes: string, isGood: (value: unknown) => boolean]

const isFunction = (value: unknown): boolean => typeof value === 'function'
const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
const isListOf =
  (isGood: (item: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(isGood)
const isCacheControlEntry = ([status, value]: readonly [string, unknown]): boolean =>
  isErrorStatus(Number(status)) && isFieldValue(value)

const checks: Readonly<Record<keyof ResponderOptions, Check>> = {
  fallbacks: ['an object', isPlain],
  debug: ['a boolean', isBoolean],
  formats: [
    'a non-empty array of media types that it can render',
    (value) => Array.isArray(value) && value.length > 0 && value.every(isProblemFormat),
  ],
  instance: ['a function', isFunction],
  extend: ['a function', isFunction],
  recognize: ['an array of functions', isListOf(isFunction)],
  allow: ['a function', isFunction],
  keepHeaders: ['an array of field names', isListOf(isFieldName)],
  foreignHeaders: ['an array of field names', isListOf(isFieldName)],
  cacheControl: [
    'an object of Cache-Control values by error status, or a function',
    (value) => isFunction(value) || (isPlain(value) && Object.entries(value as object).every(isCacheControlEntry)),
  ],
  defaultDetail: ['a boolean', isBoolean],
  languages: [
    'an object of catalogues by language tag, such as { de }, and no promise of one',
    // A Map has no members, nor has a promise: that of loadLanguage() is to be awaited.
    (value) => isPlain(value) && !(Symbol.iterator in (value as object)) && !('then' in (value as object)),
  ],
  defaultLanguage: ['a language tag (RFC 5646), which has hyphens, such as pt-BR', isLanguageTag],
  messageFormat: ['the class IntlMessageFormat, or one like it', isFunction],
}

/** What the options are called. */
export const optionNames: readonly string[] = Object.keys(checks)

function checkForms(options: ResponderOptions): void {
  checkOptions('createResponder', options, optionNames)
  for (const [name, value] of Object.entries(options)) {
    const [takes, isGood] = checks[name as keyof ResponderOptions]
    if (value !== undefined && !isGood(value)) throw new TypeError(`the option "${name}" takes ${takes}`)
  }
}

function readFallbacks(given: FallbackOptions): Fields {
  const { challenges, proxyChallenges, upgrade, retryAfter, ...rest } = given
  for (const name of Object.keys(rest)) {
    throw new TypeError(`fallbacks has no "${name}"; it has challenges, proxyChallenges, upgrade and retryAfter`)
  }
  return {
    ...(challenges === undefined ? {} : { 'WWW-Authenticate': formatAll(challenges) }),
    ...(proxyChallenges === undefined ? {} : { 'Proxy-Authenticate': formatAll(proxyChallenges) }),
    ...(upgrade === undefined ? {} : { Upgrade: formatUpgrade(upgrade) }),
    ...(retryAfter === undefined ? {} : { 'Retry-After': formatRetryAfter(retryAfter) }),
  }
}

function formatAll(challenges: readonly Challenge[]): string[] {
  if (Array.isArray(challenges) && challenges.length > 0) return challenges.map(formatChallenge)
  throw new TypeError('fallbacks takes challenges as a non-empty array (RFC 9110 §11.6.1)')
}

function lowerCased(names: readonly string[] = []): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()))
}

// The core knows no console for sure.
const host = globalThis as { readonly console?: { warn(message: string): void } }

function warnOnce(): (message: string) => void {
  const said = new Set<string>()
  return (message) => {
    if (said.has(message)) return
    said.add(message)
    host.console?.warn(`statuswise: ${message}`)
  }
}
