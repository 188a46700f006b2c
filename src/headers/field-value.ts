import { describe } from './describe.ts'

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const NOT_FIELD_CONTENT = /[^\t\x20-\x7e\x80-\xff]/
const NEEDS_ESCAPE = /["\\]/g

/**
 * Whether a value is a token: one or more of the characters that need no quotes (RFC 9110 §5.6.2).
 * @example isToken('no-cache') // true
 */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value)
}

/**
 * Whether a value can name a header field (RFC 9110 §5.1). The pseudo-header names of HTTP/2 are none.
 * @example isFieldName('X-Request-Id') // true
 */
export function isFieldName(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value)
}

/**
 * Whether a string can be sent as a field value (RFC 9110 §5.5): no control character but HTAB, nothing above U+00FF,
 * no whitespace at the ends. The empty string can. All that passes is accepted by `node:http`.
 * @example isFieldValue('a\r\nSet-Cookie: b=c') // false
 */
export function isFieldValue(value: unknown): value is string {
  if (typeof value !== 'string' || NOT_FIELD_CONTENT.test(value)) return false
  return value === '' || !(isWhitespace(value.charCodeAt(0)) || isWhitespace(value.charCodeAt(value.length - 1)))
}

/**
 * Writes text as a quoted-string, with a backslash before quotes and backslashes only (RFC 9110 §5.6.4).
 * @param value Text of HTAB, space, visible ASCII and U+0080 to U+00FF. Prefer ASCII: what recipients make of the rest is
 * not defined (RFC 9110 §5.5).
 * @throws {TypeError} for control characters and anything above U+00FF.
 * @example quote('the "inner" room') // '"the \\"inner\\" room"'
 */
export function quote(value: string): string {
  if (typeof value !== 'string' || NOT_FIELD_CONTENT.test(value)) {
    throw new TypeError(
      `A quoted-string holds no control characters and none above U+00FF (RFC 9110 §5.6.4): ${describe(value)} can't be one`,
    )
  }
  return `"${value.replace(NEEDS_ESCAPE, '\\$&')}"`
}

/** A parameter value in its shortest valid form: as it is where it is a token, else quoted. */
export function tokenOrQuoted(value: string): string {
  return TOKEN.test(value) ? value : quote(value)
}

function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09
}
