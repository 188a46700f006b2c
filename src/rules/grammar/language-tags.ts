const ALPHANUMERIC = /^[0-9a-z]+$/
const ALPHA = /^[a-z]+$/
const EXTENDED = /^[a-z]{3}$/
const SCRIPT = /^[a-z]{4}$/
const REGION = /^(?:[a-z]{2}|[0-9]{3})$/
const VARIANT = /^(?:[0-9a-z]{5,8}|[0-9][0-9a-z]{3})$/

/** Tags from before there was a grammar that do not fit it (RFC 5646 §2.1, `irregular`). */
const IRREGULAR: ReadonlySet<string> = new Set([
  'en-gb-oed',
  'i-ami',
  'i-bnn',
  'i-default',
  'i-enochian',
  'i-hak',
  'i-klingon',
  'i-lux',
  'i-mingo',
  'i-navajo',
  'i-pwn',
  'i-tao',
  'i-tay',
  'i-tsu',
  'sgn-be-fr',
  'sgn-be-nl',
  'sgn-ch-de',
])

/**
 * Whether a text is a Language-Tag (RFC 5646 §2.1), in any case. Only its form counts: not whether its parts are
 * registered, nor whether it repeats one.
 */
export function isLanguageTag(text: string): boolean {
  const tag = text.toLowerCase()
  if (IRREGULAR.has(tag)) return true
  const subtags = tag.split('-')
  if (!subtags.every((subtag) => subtag.length <= 8 && ALPHANUMERIC.test(subtag))) return false
  const at = afterExtensions(subtags, afterLanguage(subtags))
  // A private use part takes all that follows it, and may stand alone.
  return at === subtags.length || (subtags[at] === 'x' && at + 1 < subtags.length)
}

/** Where language, script, region and variants end; 0: there is no language. */
function afterLanguage(subtags: readonly string[]): number {
  const language = subtags[0] ?? ''
  if (language.length < 2 || !ALPHA.test(language)) return 0
  let at = 1
  const isNext = (pattern: RegExp): boolean => pattern.test(subtags[at] ?? '')
  if (language.length <= 3) while (at <= 3 && isNext(EXTENDED)) at++
  if (isNext(SCRIPT)) at++
  if (isNext(REGION)) at++
  while (isNext(VARIANT)) at++
  return at
}

/** Where the extensions end: each a singleton other than "x", and at least one subtag of two or more. */
function afterExtensions(subtags: readonly string[], start: number): number {
  let at = start
  while (at > 0 && subtags[at]?.length === 1 && subtags[at] !== 'x') {
    const first = at + 1
    let end = first
    while ((subtags[end]?.length ?? 0) >= 2) end++
    if (end === first) return at
    at = end
  }
  return at
}
