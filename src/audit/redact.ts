import { isCredential, MASK, maskUrls, withoutSecret } from './secrets.ts'

const FIELD_LINE = /^([<>] )?([\w-]+):[ \t]*(.*)$/gm

/**
 * A transcript or evidence without what lets somebody in: of Authorization only the scheme is left, of cookies their
 * names and attributes, of URIs the names in their queries.
 */
export function redact(text: string): string {
  return maskUrls(redactFields(text))
}

/** As `redact`, but what was asked for is left as it is: who asks a server knows the queries of his own requests. */
export function redactAnswers(text: string): string {
  return redactFields(text).replace(ANY_LINE, (line) => (REQUEST_LINE.test(line) ? line : maskUrls(line)))
}

const ANY_LINE = /.+/g
const REQUEST_LINE = /^(?:> )?[^ ]+ [^ ]+ HTTP\/\d/

function redactFields(text: string): string {
  return text.replace(FIELD_LINE, (line: string, mark: string | undefined, name: string, value: string) => {
    const lowerName = name.toLowerCase()
    return isCredential(lowerName) ? `${mark ?? ''}${name}: ${withoutSecret(lowerName, value)}` : line
  })
}

/** Shorter parts of a secret are everywhere, and say nothing of it. */
const PART = 8
/** Shorter values are no secrets: `dark`, `en`, `true`. In the lines of their fields they are masked all the same. */
const SHORTEST = 6

/**
 * As `redact`, for text about a message: the secrets of that message are masked wherever and in whatever parts a text
 * repeats them.
 *
 * @param secrets see `secretsOf`
 * @param finish `redact`, or `redactAnswers`
 */
export function redactorOf(
  secrets: readonly string[],
  finish: (text: string) => string = redact,
): (text: string) => string {
  const parts = new Set<string>()
  const short = new Set<string>()
  for (const secret of secrets.map(inLowerCase)) {
    if (secret.length >= PART) for (let at = 0; at + PART <= secret.length; at++) parts.add(secret.slice(at, at + PART))
    else if (secret.length >= SHORTEST) short.add(secret)
  }
  return (text) => finish(parts.size + short.size === 0 ? text : maskAll(text, parts, short))
}

function maskAll(text: string, parts: ReadonlySet<string>, short: ReadonlySet<string>): string {
  const lower = inLowerCase(text)
  let masked = ''
  /** Up to where the text is in `masked`, and up to where it is a secret. */
  let done = 0
  let hidden = -1
  for (let at = 0; at < text.length; at++) {
    const length = parts.has(lower.slice(at, at + PART)) ? PART : lengthOfShort(lower, at, short)
    if (length === 0) continue
    if (at > hidden) masked += text.slice(done, at) + MASK
    hidden = Math.max(hidden, at + length)
    done = hidden
  }
  return masked + text.slice(done)
}

function lengthOfShort(text: string, at: number, short: ReadonlySet<string>): number {
  if (short.size === 0) return 0
  for (let length = PART - 1; length >= SHORTEST; length--) if (short.has(text.slice(at, at + length))) return length
  return 0
}

// Rules may compare, and show, what they have put into lower case. Of the same length, which toLowerCase() is not always.
function inLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
}
