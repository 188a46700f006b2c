import type { FieldLine } from '../../src/rules/index.ts'
import { valuesOf } from './header-values.ts'
import { Malformed, quote } from './malformed.ts'

/** Status line and fields, and how the end of the content is found (RFC 9112 §6.3). */
export interface Head {
  readonly raw: string
  readonly version: '1.0' | '1.1'
  readonly status: number
  readonly reason: string
  readonly fields: readonly FieldLine[]
  /** `none or`: whether the request was a HEAD, its server may not know; then it ends the connection. */
  readonly framing: 'none' | 'none or length' | 'length' | 'chunked' | 'close'
  readonly length: number
}

const STATUS_LINE = /^HTTP\/(1\.[01]) ([1-5]\d\d) ([\t\x20-\x7e\x80-\xff]*)$/
const FIELD_LINE = /^([!#$%&'*+\-.^_`|~\w]+):[\t ]*((?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)[\t ]*$/

/** The head with which some bytes begin; undefined where it has not ended yet. Throws where it is none. */
export function headAt(bytes: Buffer, method: string): { head: Head; end: number } | undefined {
  const begin = bytes.toString('latin1', 0, 7)
  if (!'HTTP/1.'.startsWith(begin)) throw new Malformed(`This is no status line: ${quote(bytes)}`)
  const end = bytes.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const raw = bytes.toString('latin1', 0, end + 4)
  const [line = '', ...lines] = raw.slice(0, -4).split('\r\n')
  const [, version, status, reason = ''] = STATUS_LINE.exec(line) ?? []
  if (version === undefined) throw new Malformed(`This is no status line: ${JSON.stringify(line)}`)
  const fields = lines.map((one): FieldLine => {
    const [, name, value] = FIELD_LINE.exec(one) ?? []
    if (name === undefined || value === undefined) throw new Malformed(`This is no field line: ${JSON.stringify(one)}`)
    return [name, value]
  })
  const start = { raw, version: version === '1.0' ? '1.0' : '1.1', status: Number(status), reason, fields } as const
  return { head: { ...start, ...framingOf(start.status, fields, method) }, end: end + 4 }
}

function framingOf(status: number, fields: readonly FieldLine[], method: string): Pick<Head, 'framing' | 'length'> {
  const lengths = valuesOf(fields, 'content-length')
  const codings = valuesOf(fields, 'transfer-encoding')
  if (lengths.length > 0 && codings.length > 0) throw new Malformed('Both Transfer-Encoding and Content-Length')
  const [length = '0'] = lengths
  if (lengths.length > 1 || !/^\d{1,15}$/.test(length)) throw new Malformed(`Content-Length is ${lengths.join()}`)
  if (codings.length > 0 && codings.join() !== 'chunked') throw new Malformed(`Transfer-Encoding is ${codings.join()}`)
  if (method === 'HEAD?') return { framing: 'none or length', length: Number(length) }
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return { framing: 'none', length: 0 }
  if (codings.length > 0) return { framing: 'chunked', length: 0 }
  return lengths.length > 0 ? { framing: 'length', length: Number(length) } : { framing: 'close', length: 0 }
}
