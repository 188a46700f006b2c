import { MASK } from '../../src/audit/index.ts'
import type { FieldLine } from '../../src/rules/index.ts'

/** A shorter value is no secret, and would be found everywhere. */
const MIN_LENGTH = 4
/** How much of a secret is as good as all of it: texts may have been cut. */
const BEGINNING = 16

/**
 * Takes the values of `--header` out of reports, which get published: tokens, cookies, keys, wherever a server repeats
 * them. The scheme of credentials stays.
 */
export function hideSecrets(headers: readonly FieldLine[]): (text: string) => string {
  const secrets = new Set<string>()
  for (const [name, value] of headers) {
    if (HARMLESS.has(name.toLowerCase())) continue
    for (const secret of secretsOf(name.toLowerCase(), value)) if (secret.length >= MIN_LENGTH) secrets.add(secret)
  }
  const longestFirst = [...secrets].sort((one, other) => other.length - one.length)
  return (text) => longestFirst.reduce(hide, text)
}

/** Hides a secret, and what is left of it where a text was cut. */
function hide(text: string, secret: string): string {
  const beginning = secret.slice(0, BEGINNING)
  let shown = ''
  let done = 0
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, done)) {
    let end = at + beginning.length
    while (end < text.length && end - at < secret.length && text[end] === secret[end - at]) end++
    shown += text.slice(done, at) + MASK
    done = end
  }
  return shown + text.slice(done)
}

function secretsOf(lowerName: string, value: string): readonly string[] {
  if (lowerName === 'cookie') return value.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).trim())
  const isCredentials = lowerName === 'authorization' || lowerName === 'proxy-authorization'
  return [isCredentials ? (/^\S+[ \t]+(.+)$/.exec(value)?.[1] ?? value) : value]
}

const HARMLESS: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'content-type',
  'host',
  'origin',
  'referer',
  'user-agent',
])
