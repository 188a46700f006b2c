import type { FieldLine } from '../../../src/rules/index.ts'
import type { Head } from './head.ts'

/** Where the content of a response ends (RFC 9112 §6.3). */
export type Framing =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'close' }

/**
 * The framing of a response, by the order of RFC 9112 §6.3. Where a client has to give up, the most useful reading is
 * taken and the fault noted.
 */
export function framingOf(method: string, head: Head, faults: string[]): Framing {
  const { status, fields, version } = head
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return { kind: 'none' }
  if (method === 'CONNECT' && status < 300) return { kind: 'none' }
  const codings = listOf(fields, 'transfer-encoding')
  if (codings.length > 0) {
    if (version === '1.0') faults.push('An HTTP/1.0 response has Transfer-Encoding, which makes its framing faulty.')
    return codings.at(-1)?.toLowerCase() === 'chunked' ? { kind: 'chunked' } : { kind: 'close' }
  }
  const lengths = [...new Set(listOf(fields, 'content-length'))]
  const [length] = lengths
  if (length === undefined) return { kind: 'close' }
  if (lengths.length > 1 || !/^\d{1,15}$/.test(length)) {
    faults.push(`Content-Length is not one number: ${lengths.join(', ').slice(0, 80)}.`)
    return { kind: 'close' }
  }
  return { kind: 'length', length: Number(length) }
}

/** Whether the sender said that the connection ends after this message (RFC 9112 §9.3). */
export function endsConnection(version: string, fields: readonly FieldLine[]): boolean {
  const options = listOf(fields, 'connection').map((option) => option.toLowerCase())
  return options.includes('close') || (version === '1.0' && !options.includes('keep-alive'))
}

/** The elements of a list of tokens, over all lines of its name. */
export function listOf(fields: readonly FieldLine[], lowerName: string): string[] {
  return fields
    .filter(([name]) => name.toLowerCase() === lowerName)
    .flatMap(([, value]) => value.split(','))
    .map((element) => element.trim())
    .filter((element) => element !== '')
}
