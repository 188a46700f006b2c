import { normalizeField } from '../headers/index.ts'
import type { Drop } from './dropped.ts'
import { fieldLines } from './field-lines.ts'
import { fieldsOf } from './read.ts'

/** The fields that a foreign error may set. Everything else that it brings is dropped. */
const allowed: ReadonlySet<string> = new Set([
  'allow',
  'www-authenticate',
  'proxy-authenticate',
  'retry-after',
  'content-range',
  'upgrade',
  'accept',
  'accept-encoding',
  'accept-patch',
  'accept-post',
  'accept-query',
  'accept-ranges',
  'link',
  // Without them a challenge or an Upgrade of the same error could not be acted on (RFC 9449 §8, RFC 6455 §4.4).
  'dpop-nonce',
  'sec-websocket-version',
])

/**
 * The header fields of a foreign error that may go to the client: the allow-list, RateLimit fields, and those that the
 * application lists; each with a valid value.
 */
export function foreignHeaders(
  headers: unknown,
  status: number,
  listed: ReadonlySet<string>,
  drop: Drop,
): Record<string, string | readonly string[]> {
  const kept: Record<string, string | readonly string[]> = {}
  for (const [name, value] of fieldsOf(headers)) {
    const lower = name.toLowerCase()
    if (!allowed.has(lower) && !listed.has(lower) && !isRateLimit(lower)) {
      drop({ kind: 'header', name, reason: 'a foreign error may not set this field' })
      continue
    }
    const lines = fieldLines(value)
    const normal = lines === undefined ? undefined : normalizeField(lower, lines)
    if (normal !== undefined && belongsTo(status, lower, normal)) kept[name] = normal
    else drop({ kind: 'header', name, reason: `not a valid value in a ${status} response` })
  }
  return kept
}

function isRateLimit(name: string): boolean {
  return /^(?:x-)?ratelimit\b/.test(name)
}

// RFC 9110 §14.4: beyond 206, Content-Range means something with 416 only, and there it says the size alone.
function belongsTo(status: number, name: string, value: string | readonly string[]): boolean {
  return name !== 'content-range' || (status === 416 && String(value).includes('*/'))
}
