import { describe } from './describe.ts'
import { parseList, parseOnly, type Scanner } from './scan.ts'
import { parseQvalue } from './weight.ts'

/**
 * Writes Accept-Encoding of a response: the content codings that the request could have had. Only a 415 for its coding
 * carries it, or a response that tells before anybody asks (RFC 9110 §12.5.3).
 * @param codings Content codings, `identity` or `*`, with a weight if need be. None at all means: no coding, please.
 * @throws {TypeError} for what is no content coding.
 * @example formatAcceptEncoding(['gzip', 'br;q=0.5']) // 'gzip, br;q=0.5'
 */
export function formatAcceptEncoding(codings: readonly string[]): string {
  if (!Array.isArray(codings)) {
    throw new TypeError(
      `Accept-Encoding takes a list of content codings (RFC 9110 §12.5.3): pass an array, not ${describe(codings)}`,
    )
  }
  return codings
    .map((coding: unknown) => {
      const written = typeof coding === 'string' ? parseOnly(coding, parseCoding) : undefined
      if (written === undefined) {
        throw new TypeError(`Accept-Encoding lists content codings (RFC 9110 §12.5.3), not ${describe(coding)}`)
      }
      return written
    })
    .join(', ')
}

/**
 * Reads Accept-Encoding of a response.
 * @returns The codings in order, each without optional whitespace; `undefined` if one is invalid.
 * @example parseAcceptEncoding('gzip, br ; q=0.5') // ['gzip', 'br;q=0.5']
 */
export function parseAcceptEncoding(value: string | readonly string[]): string[] | undefined {
  return parseList(value, parseCoding)
}

function parseCoding(scanner: Scanner): string | undefined {
  const coding = scanner.token()
  if (coding === undefined) return undefined
  const end = scanner.position
  scanner.skipWhitespace()
  if (!scanner.take(';')) {
    scanner.position = end
    return coding
  }
  scanner.skipWhitespace()
  const weight = scanner.match(/[Qq]=/y) === undefined ? undefined : parseQvalue(scanner)
  return weight === undefined ? undefined : `${coding};q=${weight}`
}
