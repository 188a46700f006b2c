/** What an error or error_description of OAuth holds (RFC 6750 §3, RFC 6749 §5.2): no quote, no backslash, ASCII only. */
export const ERROR_TEXT: RegExp = /^[ !#-[\]-~]*$/

/**
 * Fits text for error_description: accents are dropped, quotes and dashes become simple ones, a backslash a slash, line
 * breaks a space, and what has no ASCII counterpart a question mark. It is for developers, and never worth a failure.
 */
export function errorDescription(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/["\u2018-\u201f\u2039\u203a\u00ab\u00bb]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\\/g, '/')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[^ -~]/gu, '?')
}
