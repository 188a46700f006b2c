import { type Fault, type Rule, rule } from './fault.ts'
import { type FieldValue, type ResponseInHand, textOf, UNKNOWN } from './response.ts'

const NO_CONTENT = rule(
  '9110-15.3.5-204-no-content',
  'RFC 9110 §15.2, §15.3.5',
  'A 1xx or 204 ends with its header section.',
)
const NO_LENGTH = rule(
  '9110-8.6-204-no-content-length',
  'RFC 9110 §8.6',
  'A 1xx or 204 has no Content-Length, not even 0.',
)
const NO_CHUNKS = rule('9112-6.1-204-no-transfer-encoding', 'RFC 9112 §6.1', 'A 1xx or 204 has no Transfer-Encoding.')
const METADATA = rule(
  '9110-15.3.5-204-metadata-is-of-target',
  'RFC 9110 §15.3.5',
  'What a 204 says of content, it says of the target, not of itself; it is safer left out.',
)
const RESET = rule('9110-15.3.6-205-no-content', 'RFC 9110 §15.3.6', 'A 205 has no content, and has to say so.')
const NOT_MODIFIED = rule(
  '9110-15.4.5-304-no-content',
  'RFC 9110 §15.4.5',
  'A 304 has no content and describes none: the client has it already.',
)
const UNMODIFIED_LENGTH = rule(
  '9110-8.6-304-content-length-must-equal-200',
  'RFC 9110 §8.6',
  'Content-Length of a 304 is what the 200 would have, or better left out.',
)
const HEAD_LENGTH = rule(
  '9110-8.6-head-content-length-equals-get',
  'RFC 9110 §8.6',
  'Content-Length in a response to HEAD is what GET would send, or is left out.',
)
export const LENGTH: Rule = rule(
  '9112-6.3-content-length-matches-body',
  'RFC 9112 §6.3',
  'Content-Length counts the bytes of the content; with any other number the next response on the connection is lost.',
)
const LENGTH_OR_CHUNKS = rule(
  '9112-6.2-no-cl-with-te',
  'RFC 9112 §6.2',
  'Content-Length and Transfer-Encoding exclude each other.',
)
const OLD_CLIENT = rule(
  '9112-6.1-no-te-to-http10',
  'RFC 9112 §6.1',
  'A client of HTTP/1.0 does not know Transfer-Encoding.',
)

/** How a message ends, and what it says of content that it does not have. Each fault has one right answer. */
export function framingFaults(response: ResponseInHand, add: (fault: Fault) => void): void {
  const { status } = response
  if (status === 204 || status < 200) withoutContent(response, FIELDS_OF_204, ruleOf204, add)
  else if (status === 304) withoutContent(response, FIELDS_OF_304, ruleOf304, add)
  else if (status === 205) resetContent(response, add)
  else if (response.isHead) lengthOfHead(response, add)
  else length(response, add)
}

const FIELDS_OF_204 = ['content-length', 'transfer-encoding', 'content-type', 'content-encoding']
const FIELDS_OF_304 = [
  ...FIELDS_OF_204,
  'content-language',
  'content-range',
  'content-md5',
  'content-digest',
  'repr-digest',
  'digest',
  'trailer',
]

function ruleOf204(field: string | undefined): Rule {
  if (field === 'content-length') return NO_LENGTH
  if (field === 'transfer-encoding') return NO_CHUNKS
  return field === undefined ? NO_CONTENT : METADATA
}

function ruleOf304(field: string | undefined): Rule {
  return field === 'content-length' ? UNMODIFIED_LENGTH : NOT_MODIFIED
}

function withoutContent(
  response: ResponseInHand,
  names: readonly string[],
  ruleOf: (field: string | undefined) => Rule,
  add: (fault: Fault) => void,
): void {
  const remove = names.filter((name) => response.field(name) !== undefined)
  const isContentDropped = hasContent(response)
  if (!isContentDropped && remove.length === 0) return
  const found = [...(isContentDropped ? ['content'] : []), ...remove].join(', ')
  add({
    rule: ruleOf(isContentDropped ? undefined : remove[0]),
    found: `${response.status} with ${found}`,
    mend: 'framing',
    repair: { remove, isContentDropped },
  })
}

function hasContent({ contentLength, isHead }: ResponseInHand): boolean {
  return contentLength !== 0 && contentLength !== UNKNOWN && !isHead
}

// Of nothing there is neither a type nor a coding.
const ABOUT_CONTENT = ['transfer-encoding', 'trailer', 'content-type', 'content-encoding']

function resetContent(response: ResponseInHand, add: (fault: Fault) => void): void {
  const length = textOf(response.field('content-length'))
  const coding = response.field('transfer-encoding')
  const isContentDropped = hasContent(response)
  // HTTP/2 has frames of its own.
  const isFramed =
    length === '0' || (length === undefined && (response.isLengthAutomatic || response.httpVersionMajor > 1))
  if (!isContentDropped && isFramed && coding === undefined) return
  add({
    rule: RESET,
    found: isContentDropped ? '205 with content' : '205 without Content-Length: 0',
    mend: 'framing',
    repair: { remove: ABOUT_CONTENT, set: { 'Content-Length': '0' }, isContentDropped },
  })
}

// node:http leaves out the content of a response to HEAD by itself, and with it the length that it would have set.
function lengthOfHead(response: ResponseInHand, add: (fault: Fault) => void): void {
  const { contentLength } = response
  const given = response.field('content-length')
  const isTooNew = oldClient(response, add)
  const isStillCoded = isCoded(response) && !isTooNew
  const mayBeCompressed = mayBeCompressedForGet(response)
  const isWrong = given !== undefined && !isLengthOf(given, contentLength)
  if (isWrong && (mayBeCompressed || contentLength <= 0)) {
    const found = `Content-Length ${given}${contentLength > 0 ? ` of ${contentLength} bytes` : ''}`
    add({ rule: HEAD_LENGTH, found, mend: 'framing', repair: { remove: ['content-length'] } })
  } else if (mayBeCompressed && Number(given) >= LEAST_COMPRESSED) {
    const found = `Content-Length ${given} of what GET sends in a content coding`
    add({ rule: HEAD_LENGTH, found, mend: 'framing', isGuess: true, repair: { remove: ['content-length'] } })
  } else if (contentLength > 0 && !isStillCoded && !mayBeCompressed) {
    if (textOf(given) === String(contentLength)) return
    const found = given === undefined ? 'no Content-Length' : `Content-Length ${given}`
    const set = { 'Content-Length': String(contentLength) }
    add({ rule: HEAD_LENGTH, found: `${found} where GET has ${contentLength}`, mend: 'framing', repair: { set } })
  } else if (given !== undefined && isStillCoded) lengthAndCoding(add)
}

// Without content to compare with, any number may be the one that GET would have.
function isLengthOf(given: FieldValue, contentLength: number): boolean {
  return contentLength > 0 ? String(given) === String(contentLength) : /^\d+$/.test(String(given))
}

function isCoded(response: ResponseInHand): boolean {
  return response.field('transfer-encoding') !== undefined
}

/** What is shorter than this, in bytes, is compressed by nobody unless told to. */
const LEAST_COMPRESSED = 1024

// Compressing middleware leaves HEAD alone but for its Vary.
function mayBeCompressedForGet(response: ResponseInHand): boolean {
  if (response.field('content-encoding') !== undefined || isUntransformed(response)) return false
  const vary = response.field('vary')
  if (vary === undefined || !/(?:^|[\s,])accept-encoding(?:[\s,]|$)/i.test(String(vary))) return false
  return /\b(?:gzip|br|deflate|zstd)\b|\*/i.test(response.requestField('accept-encoding') ?? '')
}

// RFC 9111 §5.2.2.6: then nobody compresses it.
function isUntransformed(response: ResponseInHand): boolean {
  return /\bno-transform\b/i.test(textOf(response.field('cache-control')) ?? '')
}

function length(response: ResponseInHand, add: (fault: Fault) => void): void {
  const given = response.field('content-length')
  const coding = response.field('transfer-encoding')
  if (coding !== undefined) {
    if (oldClient(response, add)) {
      if (given !== undefined) checkLength(given, response.contentLength, add)
    } else if (given !== undefined) lengthAndCoding(add)
  } else if (given !== undefined) checkLength(given, response.contentLength, add)
}

/** Whether the response has a transfer coding that its client does not know. */
function oldClient(response: ResponseInHand, add: (fault: Fault) => void): boolean {
  const coding = response.field('transfer-encoding')
  if (coding === undefined || response.httpVersionMajor !== 1 || response.httpVersionMinor !== 0) return false
  add({
    rule: OLD_CLIENT,
    found: `Transfer-Encoding: ${coding}`,
    mend: 'framing',
    // Without chunks there is no trailer section, which node:http insists on.
    repair: { remove: ['transfer-encoding', 'trailer'] },
  })
  return true
}

function lengthAndCoding(add: (fault: Fault) => void): void {
  const repair = { remove: ['content-length'] }
  add({ rule: LENGTH_OR_CHUNKS, found: 'Content-Length and Transfer-Encoding', mend: 'framing', repair })
}

function checkLength(given: FieldValue, contentLength: number, add: (fault: Fault) => void): void {
  if (contentLength >= 0) {
    if (/^\d+$/.test(String(given)) && Number(given) === contentLength) return
    const found = `Content-Length ${given} with ${contentLength} bytes of content`
    add({ rule: LENGTH, found, mend: 'framing', repair: { set: { 'Content-Length': String(contentLength) } } })
  } else if (!/^\d+$/.test(String(given))) {
    add({ rule: LENGTH, found: `Content-Length ${given}`, mend: 'framing', repair: { remove: ['content-length'] } })
  }
}
