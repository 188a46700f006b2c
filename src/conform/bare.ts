import { phraseOf } from '../status/index.ts'
import { type Fault, rule } from './fault.ts'
import { type ResponseInHand, textOf } from './response.ts'

const EXPLAIN = rule(
  '9110-15.5-explain',
  'RFC 9110 §15.5',
  'An error response explains the error, and says whether it lasts.',
)

const EXPLAIN_5XX = rule(
  '9110-15.6-explain',
  'RFC 9110 §15.6',
  'A server error explains itself, and says whether it lasts.',
)

const FINAL = rule(
  '9110-15-interim-then-one-final',
  'RFC 9110 §15.2',
  'An interim status is followed by a final one; a client that gets none waits for ever.',
)

/**
 * An error status and nothing else.
 *
 * @param replacesPlainText whether a text that only repeats the status counts as nothing, as `res.sendStatus()` writes.
 */
export function bareFaults(response: ResponseInHand, replacesPlainText: boolean, add: (fault: Fault) => void): void {
  const { status, contentLength } = response
  if (status < 200 && !isSwitch(response)) {
    add({ rule: FINAL, found: `a final ${status}`, mend: 'bareStatus', becomes: 500, repair: { status: 500 } })
  }
  if (status < 400) return
  const explain = status < 500 ? EXPLAIN : EXPLAIN_5XX
  const type = response.field('content-type')
  if (response.isPlaceholder) add({ rule: explain, found: `${status} without content`, mend: 'bareStatus' })
  else if (contentLength === 0 && type === undefined) {
    // Of a response to HEAD the length tells whether GET has content.
    if (response.isHead && Number(response.field('content-length') ?? 0) > 0) return
    add({ rule: explain, found: `${status} without content`, mend: 'bareStatus' })
  } else if (replacesPlainText && /^text\/plain\b/i.test(textOf(type) ?? '') && isPhrase(response)) {
    add({ rule: explain, found: `${status} with nothing but its name`, mend: 'plainText' })
  }
}

// RFC 9110 §15.2.2: after a 101 the connection speaks another protocol, which it names.
function isSwitch(response: ResponseInHand): boolean {
  return response.status === 101 && response.field('upgrade') !== undefined
}

const LONGEST_PHRASE = 64

function isPhrase(response: ResponseInHand): boolean {
  const { status, contentLength, isHead } = response
  const names = [phraseOf(status), String(status), ...(FORMER_PHRASES[status] ?? [])]
  // HEAD has the length of the text alone.
  if (isHead && contentLength === 0) {
    const length = Number(response.field('content-length'))
    return names.some((name) => name.length === length)
  }
  if (contentLength <= 0 || contentLength > LONGEST_PHRASE) return false
  const text = response.contentText()?.toLowerCase()
  return names.some((name) => name.toLowerCase() === text)
}

// Node and its frameworks still write the phrases of older RFCs, and those of codes that nobody has registered.
const FORMER_PHRASES: Readonly<Record<number, readonly string[]>> = {
  413: ['Payload Too Large', 'Request Entity Too Large'],
  414: ['Request-URI Too Long'],
  416: ['Requested Range Not Satisfiable'],
  418: ["I'm a Teapot"],
  422: ['Unprocessable Entity'],
  425: ['Unordered Collection'],
  509: ['Bandwidth Limit Exceeded'],
}
