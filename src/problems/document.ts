import { encodeUriReference } from '../headers/index.ts'
import { phraseOf } from '../status/index.ts'
import type { HttpProblem } from './http-problem.ts'

/** What stands where a problem says nothing of its own, and how it says what it says. */
export interface DocumentDefaults {
  /** The name of the status. Default: its phrase. */
  readonly title?: string | undefined
  readonly detail?: string | undefined
  readonly instance?: string | undefined
  /** Called for each text of the problem's own that the client gets; what it gives is what the client gets. */
  readonly own?: ((member: 'title' | 'detail', text: string) => string) | undefined
}

/**
 * The members of a problem document in the order of RFC 9457 §3.1: type, status, title, detail, instance, extensions.
 *
 * @param withheld leaves only what the status alone says.
 * @param defaults what stands where the problem says nothing of its own.
 */
export function problemDocument(
  problem: HttpProblem,
  withheld: boolean,
  defaults: DocumentDefaults = {},
): Record<string, unknown> {
  const { status } = problem
  const { title: phrase = phraseOf(status), own = asItIs } = defaults
  if (withheld) return members(undefined, status, phrase, defaults.detail, defaults.instance)
  const type = reference(problem.type)
  // RFC 9457 §4.2.1: the title of about:blank is the status phrase.
  const isBlank = type === undefined || type === 'about:blank'
  const title = isBlank || !isText(problem.title) ? phrase : own('title', problem.title)
  const detail = isText(problem.detail) ? own('detail', problem.detail) : defaults.detail
  const document = members(type, status, title, detail, reference(problem.instance) ?? defaults.instance)
  extend(document, problem.extensions)
  return document
}

/** Whether an extension may have this name: not one of the five standard members (RFC 9457 §3.2). */
export function isExtensionName(name: string): boolean {
  return name !== 'type' && name !== 'status' && name !== 'title' && name !== 'detail' && name !== 'instance'
}

/** Adds extension members to a document; standard members stay as they are. */
export function extend(document: Record<string, unknown>, extensions: unknown): void {
  if (typeof extensions !== 'object' || extensions === null) return
  for (const name of Object.keys(extensions)) {
    if (!isExtensionName(name)) continue
    const value: unknown = Reflect.get(extensions, name)
    // It would speak for the whole document.
    if (name === 'toJSON' && typeof value === 'function') continue
    // An assignment to __proto__ would set the prototype instead of a member.
    if (name === '__proto__') Object.defineProperty(document, name, { value, enumerable: true, configurable: true })
    else document[name] = value
  }
}

function members(
  type: string | undefined,
  status: number,
  title: string,
  detail: string | undefined,
  instance: string | undefined,
): Record<string, unknown> {
  const document: Record<string, unknown> = { type: type ?? 'about:blank', status, title }
  if (detail !== undefined) document.detail = detail
  if (instance !== undefined) document.instance = instance
  return document
}

// Someone may have assigned to a member since: only text is text (RFC 9457 §3.1).
function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function asItIs(_member: string, text: string): string {
  return text
}

// RFC 9457 §3.1.1, §3.1.5: a URI reference, which holds no character as it is that is not allowed in one.
function reference(value: unknown): string | undefined {
  return typeof value === 'string' ? encodeUriReference(value.replaceAll(CONTROL, encodeURIComponent)) : undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be encoded
const CONTROL = /[\u0000-\u001f\u007f]/g
