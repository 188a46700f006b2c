import { isToken } from './characters.ts'
import { listElements, splitOutsideQuotes } from './lists.ts'
import { type MediaType, parseMediaType } from './media-types.ts'
import { type Parameter, parseParameter } from './parameters.ts'

/** What a list field with weights names, and how much it is wanted (RFC 9110 §12.4.2). */
export interface Weighted {
  /** In lower case: a media range without parameters, a content coding. */
  readonly name: string
  /** Without the weight; only media ranges have any. */
  readonly parameters: readonly Parameter[]
  /** The weight as it came; undefined: none, which means 1. */
  readonly weight: string | undefined
  /** How its name is spelled, and where it stands. */
  readonly weightName: 'q' | 'Q' | undefined
  readonly isWeightLast: boolean
}

/** qvalue (RFC 9110 §12.4.2) */
export function isQvalue(text: string): boolean {
  return /^(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)$/.test(text)
}

/** What the weight of a member amounts to, between 0 and 1. Undefined: no qvalue. */
export function weightOf({ weight }: Weighted): number | undefined {
  if (weight === undefined) return 1
  return isQvalue(weight) ? Number(weight) : undefined
}

/**
 * Accept (RFC 9110 §12.5.1), without members where there is no such field; undefined: a member is no media range. Weights
 * may be wrong: see `weightOf`.
 */
export function parseAccept(value = ''): readonly Weighted[] | undefined {
  return readList(value, isMediaRange, true)
}

/** Accept-Encoding (RFC 9110 §12.5.3): codings, `identity`, `*`. As `parseAccept`. */
export function parseAcceptEncoding(value = ''): readonly Weighted[] | undefined {
  return readList(value, isToken, false)
}

/** The media range that decides about a type: the most specific that matches (RFC 9110 §12.5.1). */
export function rangeFor(ranges: readonly Weighted[], type: MediaType): Weighted | undefined {
  return ranges
    .filter((range) => matches(range, type))
    .reduce<Weighted | undefined>(
      (best, range) => (best === undefined || specificity(range) > specificity(best) ? range : best),
      undefined,
    )
}

/** How much a media type is wanted: 0 is not at all. Undefined: the list has weights that are none. */
export function weightOfType(ranges: readonly Weighted[], type: MediaType): number | undefined {
  const range = rangeFor(ranges, type)
  return range === undefined ? 0 : weightOf(range)
}

/** The member that decides about a coding or `identity`; `x-gzip` is gzip (RFC 9110 §8.4.1.3). */
export function codingFor(codings: readonly Weighted[], coding: string): Weighted | undefined {
  const name = canonicalCoding(coding)
  return codings.find((member) => canonicalCoding(member.name) === name) ?? codings.find(({ name }) => name === '*')
}

/** Whether content without coding may be sent: unless something says no (RFC 9110 §12.5.3). */
export function admitsIdentity(codings: readonly Weighted[]): boolean {
  const member = codingFor(codings, 'identity')
  return member === undefined || weightOf(member) !== 0
}

/** In lower case, without the `x-` of old names (RFC 9110 §8.4.1). */
export function canonicalCoding(coding: string): string {
  const name = coding.toLowerCase()
  return name === 'x-gzip' || name === 'x-compress' ? name.slice(2) : name
}

function readList(
  value: string,
  isName: (text: string) => boolean,
  hasParameters: boolean,
): readonly Weighted[] | undefined {
  const members: Weighted[] = []
  for (const element of listElements(value)) {
    const member = readMember(element, isName, hasParameters)
    if (member === undefined) return undefined
    members.push(member)
  }
  return members
}

function readMember(element: string, isName: (text: string) => boolean, hasParameters: boolean): Weighted | undefined {
  const [name = '', ...rest] = splitOutsideQuotes(element, ';')
  if (!isName(name)) return undefined
  const parameters: Parameter[] = []
  let weight: Parameter | undefined
  let weightName: Weighted['weightName']
  let isWeightLast = true
  for (const text of rest) {
    // Parameters of media ranges may be empty (RFC 9110 §5.6.6); a weight is no such parameter.
    if (text === '' && hasParameters) continue
    const parameter = parseParameter(text)
    if (parameter === undefined) return undefined
    if (weight !== undefined) isWeightLast = false
    if (parameter.name === 'q' && weight === undefined) {
      weight = parameter
      weightName = text.startsWith('Q') ? 'Q' : 'q'
    } else if (hasParameters) parameters.push(parameter)
    else return undefined
  }
  return { name: name.toLowerCase(), parameters, weight: weight?.value, weightName, isWeightLast }
}

function isMediaRange(text: string): boolean {
  const type = parseMediaType(text)
  return type !== undefined && (type.type !== '*' || type.subtype === '*')
}

function matches(range: Weighted, type: MediaType): boolean {
  const [rangeType, rangeSubtype] = range.name.split('/')
  if (rangeType !== '*' && rangeType !== type.type) return false
  if (rangeSubtype !== '*' && rangeSubtype !== type.subtype) return false
  const given = pairsOf(type.parameters)
  return range.parameters.every((parameter) => given.has(pairOf(parameter)))
}

// Many ranges are held against one type; both may be long.
const pairs = new WeakMap<readonly Parameter[], ReadonlySet<string>>()

function pairsOf(parameters: readonly Parameter[]): ReadonlySet<string> {
  const known = pairs.get(parameters) ?? new Set(parameters.map(pairOf))
  pairs.set(parameters, known)
  return known
}

function pairOf({ name, value }: Parameter): string {
  return `${name}=${value.toLowerCase()}`
}

function specificity({ name, parameters }: Weighted): number {
  return (name === '*/*' ? 0 : name.endsWith('/*') ? 1 : 2) + parameters.length
}
