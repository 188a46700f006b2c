import { describe } from './describe.ts'
import { formatExtValue, parseExtValue } from './ext-value.ts'
import { isFieldValue, isToken, quote } from './field-value.ts'
import { parseList, type Scanner } from './scan.ts'
import { hasEmptyHost, hasUserinfo, isUri, isUriReference } from './uri-reference.ts'

/** Parameters of a link by name: the relation, and what else describes the link or its target (RFC 8288 §3.4). */
export interface LinkParams {
  /** One or more relation types, separated by a space: registered names or URIs (RFC 8288 §2.1). */
  readonly rel: string
  readonly [name: string]: string
}

/** One link of a Link field. It prints as it was sent, so that a field can be sifted without being rewritten. */
export interface Link {
  /** URI-reference, relative to the request's target URI. */
  readonly target: string
  readonly params: LinkParams
  toString(): string
}

const RELATION = /^[a-z][a-z0-9.-]*$/
const TARGET = /<([^<>]*)>/y
// Senders of before RFC 8288 left out the quotes of media types and URIs; its appendix B.3 reads on to the next delimiter.
const BARE_VALUE = /[!#-+\--:<-~]+/y

/**
 * Writes one link of a Link field (RFC 8288 §3).
 * @param target URI-reference in ASCII; `encodeUriReference` makes one of other text.
 * @param params `rel`, and any others in ASCII; only a `title` may have more, and goes out as `title*`.
 * @throws {TypeError} for an invalid target, one with a user name (RFC 9110 §4.2.4), a missing or invalid `rel`, and names
 * or values that no parameter can have.
 * @example formatLink('https://authority.example/', { rel: 'blocked-by' }) // '<https://authority.example/>; rel="blocked-by"'
 */
export function formatLink(target: string, params: LinkParams): string {
  if (!isUriReference(target)) {
    throw new TypeError(`The target of a link is a URI reference (RFC 8288 §3.1), not ${describe(target)}`)
  }
  if (hasUserinfo(target)) {
    throw new TypeError('The target of a link has no user name (RFC 9110 §4.2.4)')
  }
  if (hasEmptyHost(target)) throw new TypeError('The target of a link has a host (RFC 9110 §4.2.1)')
  if (typeof params !== 'object' || params === null || !isRelation(params.rel)) {
    throw new TypeError(
      `A link has a rel of registered names in lower case or URIs (RFC 8288 §3.3), not ${describe(params?.rel)}`,
    )
  }
  const seen = new Set<string>()
  let value = `<${target}>`
  for (const [name, text] of Object.entries(params)) {
    const key = name.toLowerCase()
    if (seen.has(key)) throw new TypeError(`A link parameter occurs once (RFC 8288 §3): ${describe(name)} does not`)
    seen.add(key)
    value += `; ${formatParam(name, key, text)}`
  }
  return value
}

/**
 * Reads a Link field, as RFC 8288 appendix B.2 has it: of repeated parameters the first counts, one without a value is
 * empty, `title*` goes before `title`, and a link without `rel` is left out.
 * @returns The links in order, names of parameters in lower case; `undefined` for bad syntax. Targets and values are as they
 * were sent, which is not always as `formatLink` would have them; `String(link)` gives back the text itself.
 * @example parseLinks('</legal>; rel="blocked-by"')?.[0]?.target // '/legal'
 */
export function parseLinks(value: string | readonly string[]): Link[] | undefined {
  return parseList(value, parseLink)?.filter(hasRelation)
}

function isRelation(rel: unknown): boolean {
  return typeof rel === 'string' && rel.split(' ').every((type) => RELATION.test(type) || isUri(type))
}

function formatParam(name: string, key: string, text: unknown): string {
  if (!isToken(name) || name.endsWith('*')) {
    throw new TypeError(`The name of a link parameter is a token without * (RFC 8288 §3), not ${describe(name)}`)
  }
  if (typeof text !== 'string' || /[^\t -~\x80-\uffff]/.test(text)) {
    throw new TypeError(`The link parameter ${name} is text without control characters, not ${describe(text)}`)
  }
  if (key === 'anchor' && !isUriReference(text)) {
    throw new TypeError(`The anchor of a link is a URI reference (RFC 8288 §3.2), not ${describe(text)}`)
  }
  if (!/[^\t -~]/.test(text)) return `${name}=${quote(text)}`
  if (key === 'title') return `${name}*=${formatExtValue(text)}`
  throw new TypeError(`Of link parameters only title may be more than ASCII (RFC 8288 §3.4.1), not ${describe(text)}`)
}

class ReadLink {
  readonly target: string
  readonly params: Readonly<Record<string, string>>
  readonly #source: string

  constructor(target: string, params: Readonly<Record<string, string>>, source: string) {
    this.target = target
    this.params = params
    this.#source = source
  }

  toString(): string {
    return this.#source
  }
}

function hasRelation(link: ReadLink): link is ReadLink & Link {
  return (link.params.rel ?? '').trim() !== ''
}

function parseLink(scanner: Scanner): ReadLink | undefined {
  const start = scanner.position
  const target = scanner.match(TARGET)
  if (!isFieldValue(target)) return undefined
  const params: Record<string, string> = Object.create(null)
  let title: string | undefined
  for (;;) {
    scanner.skipWhitespace()
    if (!scanner.take(';')) break
    scanner.skipWhitespace()
    const name = scanner.token()?.toLowerCase()
    if (name === undefined) continue
    scanner.skipWhitespace()
    const value = scanner.take('=') ? parseValue(scanner) : ''
    if (value === undefined) return undefined
    if (name === 'title*') title ??= parseExtValue(value)
    else if (!(name in params)) params[name] = value
  }
  if (title !== undefined) params.title = title
  return new ReadLink(target, params, scanner.text.slice(start, scanner.position).trim())
}

function parseValue(scanner: Scanner): string | undefined {
  scanner.skipWhitespace()
  return scanner.quotedString() ?? scanner.match(BARE_VALUE)
}
