import { isUriReference, parseAllow, parseContentRange } from '../headers/index.ts'
import { type Fault, type Rule, rule } from './fault.ts'
import { SINGLETONS } from './plain.ts'
import { type ResponseInHand, textOf } from './response.ts'
import { statusFault } from './status-code.ts'

// What is only reported: there is more than one way to put it right, and only who wrote the response knows which.

const PARTIAL = rule(
  '9110-15.3.7.1-206-single-content-range',
  'RFC 9110 §15.3.7.1',
  'A 206 says in Content-Range which part it has, or is multipart/byteranges.',
)
const UNSATISFIED = rule(
  '9110-15.5.17-content-range',
  'RFC 9110 §15.5.17',
  'A 416 says in Content-Range how long the representation is: `bytes */1234`.',
)
const STRAY_RANGE = rule(
  '9110-14.4-content-range-only-206-416',
  'RFC 9110 §14.4',
  'Content-Range means something on 206 and 416 only.',
)
const LOCATION = rule('9110-10.2.2-location-single-uri-reference', 'RFC 9110 §10.2.2', 'Location is one URI reference.')
const TARGET: Readonly<Record<number, Rule>> = {
  301: redirect('15.4.2', 301),
  302: redirect('15.4.3', 302),
  303: redirect('15.4.4', 303),
  307: redirect('15.4.8', 307),
  308: redirect('15.4.9', 308),
}
const CREATED = rule(
  '9110-15.3.2-201-identifies-resource',
  'RFC 9110 §15.3.2',
  'A 201 names in Location what was created; without, that is the target of the request itself.',
)
const PROBLEM_STATUS = rule(
  '9457-3.1.2-status-equals-real',
  'RFC 9457 §3.1.2',
  'The member "status" of a problem document is the status of its response.',
)
const REFUSED_METHOD = rule(
  '9110-15.5.6-allow-excludes-method',
  'RFC 9110 §15.5.6',
  'Allow of a 405 does not list the method that was just refused.',
)
const SINGLETON = rule('9110-5.3-single-line', 'RFC 9110 §5.3', 'A field that is no list has one line.')
const LASTING_ERROR = rule(
  '9111-5.2-error-drops-success-cache-control-5xx',
  'RFC 9111 §5.2, RFC 9110 §8.8',
  'What was set for the success does not make caches keep a server error.',
)
const NO_STORE: Readonly<Record<number, Rule>> = {
  428: rule('6585-3-428-never-stored', 'RFC 6585 §3', 'No cache may keep a 428: send Cache-Control: no-store.'),
  429: rule('6585-4-429-never-stored', 'RFC 6585 §4', 'No cache may keep a 429: send Cache-Control: no-store.'),
  431: rule('6585-5-431-never-stored', 'RFC 6585 §5', 'No cache may keep a 431: send Cache-Control: no-store.'),
  511: rule('6585-6-511-never-stored', 'RFC 6585 §6', 'No cache may keep a 511: send Cache-Control: no-store.'),
}

type Add = (fault: Fault) => void

function redirect(section: string, status: number): Rule {
  return rule(`9110-${section}-${status}-location`, `RFC 9110 §${section}`, `A ${status} names its target in Location.`)
}

export function adviceFaults(response: ResponseInHand, add: Add): void {
  const { status } = response
  contentRange(response, add)
  duplicates(response, add)
  if (status === 201 || (status >= 300 && status < 400)) location(response, add)
  if (status >= 400) {
    problemDocument(response, add)
    if (status === 405) refusedMethod(response, add)
    if (status >= 500) caching(response, add)
    noStore(response, add)
  }
  const fault = statusFault(status)
  if (fault !== undefined) add(fault)
}

function contentRange(response: ResponseInHand, add: Add): void {
  const { status } = response
  const value = textOf(response.field('content-range'))
  if (value === undefined) {
    if (status === 206 && !isType(response, 'multipart/byteranges')) add({ rule: PARTIAL, found: 'no Content-Range' })
    // Of other units nothing is asked.
    const unit = /^(\w+)=/.exec(response.requestField('range') ?? 'bytes=')?.[1]
    if (status === 416 && unit?.toLowerCase() === 'bytes') add({ rule: UNSATISFIED, found: 'no Content-Range' })
  } else if (status !== 206 && status !== 416) {
    // A 204 or 304 loses it.
    if (status !== 304) add({ rule: STRAY_RANGE, found: `${status} with Content-Range: ${value}` })
  } else if (isType(response, 'multipart/byteranges') || !isRangeOf(status, value)) {
    add({ rule: status === 206 ? PARTIAL : UNSATISFIED, found: `Content-Range: ${value}` })
  }
}

// A 206 tells which part it has, a 416 only how much there is. Of a length with more digits than are exact, nothing is said.
function isRangeOf(status: number, value: string): boolean {
  if (/\d{16}/.test(value)) return true
  const range = parseContentRange(value)
  return range !== undefined && (range.start === undefined) === (status === 416)
}

function location(response: ResponseInHand, add: Add): void {
  const value = textOf(response.field('location'))
  if (value !== undefined) {
    if (!isUriReference(value)) add({ rule: LOCATION, found: `Location: ${value}` })
  } else if (response.status === 201) {
    // What PUT creates is at the address that it was sent to.
    if (response.method !== 'PUT') add({ rule: CREATED, found: '201 without Location' })
  } else {
    const target = TARGET[response.status]
    if (target !== undefined) add({ rule: target, found: `${response.status} without Location` })
  }
}

function duplicates(response: ResponseInHand, add: Add): void {
  for (const name of SINGLETONS) {
    const value = response.field(name)
    if (typeof value === 'object' && value.length > 1)
      add({ rule: SINGLETON, found: `${value.length} lines of ${name}` })
  }
}

function isType(response: ResponseInHand, type: string): boolean {
  return textOf(response.field('content-type'))?.toLowerCase().startsWith(type) === true
}

const LONGEST_DOCUMENT = 65_536

function problemDocument(response: ResponseInHand, add: Add): void {
  if (!isType(response, 'application/problem+json') || response.contentLength > LONGEST_DOCUMENT) return
  const stated = statusMember(response.contentText())
  if (stated === undefined || stated === response.status) return
  // What is nested deep enough would break JSON.stringify().
  const told = typeof stated === 'object' && stated !== null ? 'is no number' : JSON.stringify(stated).slice(0, 40)
  add({ rule: PROBLEM_STATUS, found: `"status": ${told} in a ${response.status}` })
}

function statusMember(text: string | undefined): unknown {
  try {
    const document: unknown = JSON.parse(text ?? '')
    return typeof document === 'object' && document !== null ? Reflect.get(document, 'status') : undefined
  } catch {
    return undefined
  }
}

function refusedMethod(response: ResponseInHand, add: Add): void {
  const value = textOf(response.field('allow'))
  if (value === undefined || !parseAllow(value)?.includes(response.method)) return
  add({ rule: REFUSED_METHOD, found: `405 to ${response.method} with Allow: ${value}` })
}

const LASTING = /(?:^|[\s,])(?:public(?=[\s,]|$)|(?:max-age|s-maxage)\s*=\s*"?0*[1-9])/i

function caching(response: ResponseInHand, add: Add): void {
  const value = textOf(response.field('cache-control'))
  const lasts = value !== undefined && LASTING.test(value)
  const validators = ['etag', 'last-modified'].filter(
    (name) => response.field(name) !== undefined && !isOwnTag(response, name),
  )
  if (!lasts && validators.length === 0) return
  const found = [...(lasts ? [`Cache-Control: ${value}`] : []), ...validators].join(', ')
  add({ rule: LASTING_ERROR, found: `${response.status} with ${found}` })
}

// Express gives whatever it sends a tag of its own: the length and a hash. That was not left from a success.
function isOwnTag(response: ResponseInHand, name: string): boolean {
  const length =
    name === 'etag' ? /^(?:W\/)?"([0-9a-f]+)-[\w+/]{27}"$/.exec(String(response.field(name)))?.[1] : undefined
  if (length === undefined) return false
  const actual = lengthOfGet(response)
  // Whoever compresses content, or passes it on in parts, leaves its tag as it was.
  return actual === undefined || Number.parseInt(length, 16) === actual
}

function lengthOfGet(response: ResponseInHand): number | undefined {
  if (!response.isHead && response.contentLength >= 0) return response.contentLength
  const given = response.field('content-length')
  return given === undefined ? undefined : Number(given)
}

function noStore(response: ResponseInHand, add: Add): void {
  const broken = NO_STORE[response.status]
  if (broken === undefined || /\bno-store\b/i.test(textOf(response.field('cache-control')) ?? '')) return
  add({ rule: broken, found: `${response.status} without no-store` })
}
