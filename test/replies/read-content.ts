import { parseContentRange } from '../../src/headers/index.ts'
import type { Reply } from '../../src/replies/index.ts'

/** Bytes that tell where they are from: from `start` to `end`, both inclusive. */
export function stretch(start: number, end: number): Uint8Array {
  return Uint8Array.from({ length: end - start + 1 }, (_, index) => (start + index) % 251)
}

/** The bytes that a Content-Range stands for, of a representation of `size` bytes made by {@link stretch}. */
export function contentOf(range: string, size: number): Uint8Array {
  const { start, end, size: told } = parseContentRange(range) ?? {}
  if (start === undefined || end === undefined || told !== size) throw new Error(`not a range of ${size}: ${range}`)
  return stretch(start, end)
}

/** All that a reply sends. */
export async function bytesOf({ body = '' }: Reply): Promise<Uint8Array> {
  if (typeof body === 'string' || body instanceof Uint8Array) return Uint8Array.from(Buffer.from(body))
  const chunks: Buffer[] = []
  for await (const chunk of body.open()) chunks.push(Buffer.from(chunk))
  return Uint8Array.from(Buffer.concat(chunks))
}

/** The Content-Length that belongs to a reply. */
export function contentLength({ body = '' }: Reply): string {
  if (typeof body === 'string') return String(Buffer.byteLength(body))
  return String(body.length)
}

export interface Part {
  readonly range: string
  readonly type: string | undefined
  readonly content: Uint8Array
}

/** What a 206 encloses, read by RFC 2046 §5.1.1 where it is a multipart. */
export async function partsOf(reply: Reply): Promise<Part[]> {
  const content = Buffer.from(await bytesOf(reply))
  const type = String(reply.headers['Content-Type'])
  const boundary = /^multipart\/byteranges; boundary=([0-9A-Za-z'()+_,./:=?-]{1,70})$/.exec(type)?.[1]
  if (boundary === undefined)
    return [{ range: String(reply.headers['Content-Range']), type, content: Uint8Array.from(content) }]
  const [preamble, ...parts] = `\r\n${content.toString('latin1')}`.split(`\r\n--${boundary}`)
  const epilogue = parts.pop()
  if (!/^(?:\r\n)?$/.test(preamble ?? '') || epilogue !== '--\r\n')
    throw new Error('not a multipart with these boundaries')
  return parts.map(read)
}

function read(part: string): Part {
  const end = part.indexOf('\r\n\r\n')
  const head = part.slice(0, end)
  return {
    range: /\r\nContent-Range: (.+)$/m.exec(head)?.[1]?.trim() ?? '',
    type: /\r\nContent-Type: (.+)$/m.exec(head)?.[1]?.trim(),
    content: Uint8Array.from(Buffer.from(part.slice(end + '\r\n\r\n'.length), 'latin1')),
  }
}
