import { describe } from './describe.ts'
import { listArgument } from './list-argument.ts'
import { parseOnly, type Scanner } from './scan.ts'

/**
 * Writes Accept-Query: the media ranges that QUERY takes here, as a structured list (RFC 10008 §3, RFC 9651 §3.1).
 * @param mediaRanges At least one, without weights: an empty list is not sent at all (RFC 9651 §4.1).
 * @throws {TypeError} for none, for what is no media range, and for parameters that no structured field can have.
 * @example formatAcceptQuery(['application/sql;charset=utf-8']) // 'application/sql;charset="utf-8"'
 */
export function formatAcceptQuery(mediaRanges: readonly string[]): string {
  const items = [...listArgument(mediaRanges, 'Accept-Query takes a list of media ranges (RFC 10008 §3)')].map(
    (range: unknown) => {
      const item = typeof range === 'string' ? parseOnly(range, structuredItem) : undefined
      if (item === undefined) {
        throw new TypeError(`Accept-Query lists media ranges (RFC 10008 §3), not ${describe(range)}`)
      }
      return item
    },
  )
  if (items.length === 0) throw new TypeError('Accept-Query lists at least one media range (RFC 9651 §4.1)')
  return items.join(', ')
}

function structuredItem(scanner: Scanner): string | undefined {
  const type = scanner.token()
  if (type === undefined || !scanner.take('/')) return undefined
  const subtype = scanner.token()
  if (subtype === undefined || (type === '*' && subtype !== '*')) return undefined
  const range = `${type}/${subtype}`
  // A structured token begins with a letter or an asterisk (RFC 9651 §3.3.4).
  let item = /^[*A-Za-z]/.test(range) ? range : `"${range}"`
  while (!scanner.done) {
    scanner.skipWhitespace()
    if (!scanner.take(';')) return undefined
    scanner.skipWhitespace()
    const name = scanner.token()?.toLowerCase()
    // RFC 9651 §3.1.2: the keys of parameters are fewer than tokens.
    if (name === undefined || !/^[a-z*][a-z0-9_.*-]*$/.test(name) || name === 'q' || !scanner.take('='))
      return undefined
    const value = scanner.tokenOrQuotedString()
    if (value === undefined || !/^[ -~]*$/.test(value)) return undefined
    item += `;${name}=${quoted(value)}`
  }
  return item
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}
