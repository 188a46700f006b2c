import { valuesOf } from './header-values.ts'
import { type Section, sectionAt } from './section.ts'

/** Where the content of a request ends, and so the next request begins. */
export interface ReadContent {
  readonly state: 'complete' | 'unfinished' | 'broken'
  /** Bytes, without the transfer coding. */
  readonly length: number
  readonly next: number
}

/**
 * Reads the content of a request (RFC 9112 §6.3).
 *
 * @returns undefined where its fields leave the end in the dark, so that a server must not go on.
 */
export function readContent(text: string, { fields, end }: Section, version: '1.0' | '1.1'): ReadContent | undefined {
  const codings = valuesOf(fields, 'transfer-encoding')
  const lengths = valuesOf(fields, 'content-length')
  if (codings.length > 0) {
    // RFC 9112 §6.1: with both, or in HTTP/1.0, the framing is not to be trusted.
    if (lengths.length > 0 || version === '1.0') return undefined
    return /^chunked$/i.test(codings.join()) ? readChunks(text, end) : undefined
  }
  const [length = '0'] = lengths
  if (lengths.length > 1 || !/^\d{1,15}$/.test(length)) return undefined
  const next = end + Number(length)
  return next > text.length
    ? { state: 'unfinished', length: 0, next: text.length }
    : { state: 'complete', length: Number(length), next }
}

// With extensions, but without the blanks around them that RFC 9112 §7.1.1 calls bad.
const SIZE_LINE = /^([\dA-Fa-f]{1,12})(?:;[!#$%&'*+\-.^_`|~\w]+(?:=(?:[!#$%&'*+\-.^_`|~\w]+|"(?:[^"\\\r\n]|\\.)*"))?)*$/

function readChunks(text: string, start: number): ReadContent {
  const result = (state: ReadContent['state'], length = 0, next = text.length): ReadContent => ({ state, length, next })
  let length = 0
  for (let at = start; ; ) {
    const lineEnd = text.indexOf('\r\n', at)
    if (lineEnd === -1)
      return result(/^[\dA-Fa-f]*(?:[\t ]*;[^\r\n]*)?\r?$/.test(text.slice(at)) ? 'unfinished' : 'broken')
    const [, size] = SIZE_LINE.exec(text.slice(at, lineEnd)) ?? []
    if (size === undefined) return result('broken')
    const bytes = Number.parseInt(size, 16)
    if (bytes === 0) {
      const trailers = sectionAt(text, lineEnd + 2)
      return typeof trailers === 'string' ? result(trailers) : result('complete', length, trailers.end)
    }
    length += bytes
    at = lineEnd + 2 + bytes
    if (at > text.length) return result('unfinished')
    const ending = text.slice(at, at + 2)
    if (!'\r\n'.startsWith(ending)) return result('broken')
    if (ending.length < 2) return result('unfinished')
    at += 2
  }
}
