import type { FieldLine, RequestMessage } from '../../src/rules/index.ts'

/** A request to put on the wire as it is, right or wrong. */
export interface WireRequest {
  readonly method: string
  readonly target: string
  readonly version: '1.0' | '1.1'
  readonly fields: readonly FieldLine[]
  readonly content?: string
}

/** The bytes of a request. Names and values are ISO 8859-1, content is UTF-8. */
export function bytesOf({ method, target, version, fields, content = '' }: WireRequest): Buffer {
  const lines = [`${method} ${target} HTTP/${version}`, ...fields.map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(content, 'utf8')])
}

/** A request as the rules see it. */
export function messageOf(
  { method, target, version, fields, content = '' }: WireRequest,
  secure: boolean,
): RequestMessage {
  return { method, target, version, fields, contentLength: Buffer.byteLength(content), secure }
}
