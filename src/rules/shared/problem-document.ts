import type { ExchangeView, ResponseView } from '../exchange-view.ts'
import { parseXml, type XmlElement, type XmlResult } from '../grammar/xml.ts'
import type { Need, Topic } from '../rule.ts'

export const PROBLEM_JSON = 'application/problem+json'
export const PROBLEM_XML = 'application/problem+xml'
/** The namespace of the XML form, kept from RFC 7807 (RFC 9457 appendix B). */
export const PROBLEM_NAMESPACE = 'urn:ietf:rfc:7807'
/** The members that RFC 9457 §3.1 defines; all others are extensions. */
export const STANDARD_MEMBERS: readonly string[] = ['type', 'status', 'title', 'detail', 'instance']
/** Types below it are registered, and their specifications name their members. */
export const REGISTERED_TYPES = 'https://iana.org/assignments/http-problem-types#'

interface ProblemRuleBase {
  readonly rfc: '9457'
  readonly topic: Topic
  readonly fields: readonly string[]
  readonly needs: readonly Need[]
}

/** What the rules that look into a problem document have in common. */
export const problemRule: ProblemRuleBase = {
  rfc: '9457',
  topic: 'problem-details',
  fields: ['content-type'],
  needs: ['content'],
}

/** What a problem document says, in either form. A member of the wrong type counts as none (RFC 9457 §3.1). */
export interface Problem {
  readonly type: string | undefined
  readonly title: string | undefined
  readonly detail: string | undefined
  readonly instance: string | undefined
  readonly status: number | undefined
  /** Names of extension members, or local names of extension elements. */
  readonly extensions: readonly string[]
  /** The language tag of its texts, as far as it is said. */
  readonly language: string | undefined
}

/** Whether the response says that its content is a problem document, and all of it was seen. */
export function isProblem(exchange: ExchangeView): boolean {
  return exchange.response.isOfType(PROBLEM_JSON, PROBLEM_XML) && isWhole(exchange)
}

export function isJsonProblem(exchange: ExchangeView): boolean {
  return exchange.response.isOfType(PROBLEM_JSON) && isWhole(exchange)
}

export function isXmlProblem(exchange: ExchangeView): boolean {
  return exchange.response.isOfType(PROBLEM_XML) && isWhole(exchange)
}

/** The members of a JSON problem; undefined: it is no object. */
export function membersOf({ response }: ExchangeView): Readonly<Record<string, unknown>> | undefined {
  const value = response.isOfType(PROBLEM_JSON) ? response.json?.value : undefined
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}

const parsed = new WeakMap<ResponseView, XmlResult>()

/** The content of an XML problem; undefined: it is not in UTF-8. */
export function xmlOf({ response }: ExchangeView): XmlResult | undefined {
  const known = parsed.get(response)
  if (known !== undefined) return known
  const { text } = response
  if (text === undefined) return undefined
  const result = parseXml(text)
  parsed.set(response, result)
  return result
}

/** The root of an XML problem, if it is the right one. */
export function rootOf(exchange: ExchangeView): XmlElement | undefined {
  const result = xmlOf(exchange)
  if (result === undefined || !('root' in result)) return undefined
  return isProblemElement(result.root) ? result.root : undefined
}

export function isProblemElement({ namespace, localName }: XmlElement): boolean {
  return namespace === PROBLEM_NAMESPACE && localName === 'problem'
}

const problems = new WeakMap<ExchangeView, { readonly problem: Problem | undefined }>()

/** The problem of a response in either form. */
export function problemOf(exchange: ExchangeView): Problem | undefined {
  let known = problems.get(exchange)
  if (known === undefined) {
    known = { problem: readProblem(exchange) }
    problems.set(exchange, known)
  }
  return known.problem
}

function readProblem(exchange: ExchangeView): Problem | undefined {
  const members = membersOf(exchange)
  if (members !== undefined) return fromMembers(members, languageOf(exchange.response))
  const root = exchange.response.isOfType(PROBLEM_XML) ? rootOf(exchange) : undefined
  return root && fromElement(root, root.language ?? languageOf(exchange.response))
}

function fromMembers(members: Readonly<Record<string, unknown>>, language: string | undefined): Problem {
  const textOf = (name: string): string | undefined => {
    const value = Object.hasOwn(members, name) ? members[name] : undefined
    return typeof value === 'string' ? value : undefined
  }
  const status = Object.hasOwn(members, 'status') ? members.status : undefined
  return {
    type: textOf('type'),
    title: textOf('title'),
    detail: textOf('detail'),
    instance: textOf('instance'),
    status: typeof status === 'number' ? status : undefined,
    extensions: Object.keys(members).filter((name) => !STANDARD_MEMBERS.includes(name)),
    language,
  }
}

function fromElement({ children }: XmlElement, language: string | undefined): Problem {
  const textOf = (name: string): string | undefined =>
    children.find(({ localName, namespace }) => localName === name && namespace === PROBLEM_NAMESPACE)?.text.trim()
  const status = textOf('status')
  return {
    type: textOf('type'),
    title: textOf('title'),
    detail: textOf('detail'),
    instance: textOf('instance'),
    status: status !== undefined && /^\d{1,9}$/.test(status) ? Number(status) : undefined,
    extensions: children.map(({ localName }) => localName).filter((name) => !STANDARD_MEMBERS.includes(name)),
    language,
  }
}

function languageOf(response: ResponseView): string | undefined {
  return response.get('content-language')
}

function isWhole({ mayHaveContent, response }: ExchangeView): boolean {
  return mayHaveContent && response.status !== 206 && response.message.complete !== false && !response.isCoded
}
