import { Readable } from 'node:stream'

/** Response of `request()` of undici, or the same with its content read. */
export interface UndiciResponse {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
  body: unknown
}

/**
 * All of the content, which stays readable: what was read takes its place. Undefined: it was read before, or it cannot
 * be read as it came.
 */
export async function whole(response: UndiciResponse): Promise<Uint8Array | undefined> {
  const { body } = response
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (body instanceof Uint8Array) return body
  if (!isReadable(body) || body.bodyUsed === true) return undefined
  const bytes = new Uint8Array(await body.arrayBuffer())
  response.body = unread(bytes)
  return bytes
}

interface Body {
  readonly bodyUsed?: boolean
  arrayBuffer(): Promise<ArrayBuffer>
}

function isReadable(body: unknown): body is Body {
  return typeof body === 'object' && body !== null && typeof (body as Partial<Body>).arrayBuffer === 'function'
}

/** A stream with the methods that undici gives its own. */
function unread(bytes: Uint8Array<ArrayBuffer>): Readable {
  const again = new Response(bytes)
  const stream = Readable.from(bytes.length === 0 ? [] : [Buffer.from(bytes)], { objectMode: false })
  return Object.defineProperties(stream, {
    arrayBuffer: { value: () => again.arrayBuffer() },
    blob: { value: () => again.blob() },
    bytes: { value: async () => new Uint8Array(await again.arrayBuffer()) },
    json: { value: () => again.json() },
    text: { value: () => again.text() },
    dump: { value: async () => {} },
    bodyUsed: { get: () => again.bodyUsed || stream.readableDidRead },
  })
}
