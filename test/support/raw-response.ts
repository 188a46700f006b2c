/** How the end of a message is found (RFC 9112 §6.3). */
export type Framing = 'none' | 'content-length' | 'chunked' | 'close'

/** A field line as it was sent: name and value in their own case, without the whitespace around the value. */
export type FieldLine = readonly [name: string, value: string]

/** A response as it came over the wire: nothing merged, nothing reordered, nothing repaired. */
export class RawResponse {
  readonly version: string
  readonly status: number
  readonly reason: string
  readonly headerLines: readonly FieldLine[]
  readonly framing: Framing
  readonly body: Buffer
  readonly trailers: readonly FieldLine[]
  /** False where the connection closed, or has not yet brought, the message to its end (RFC 9112 §8). */
  readonly complete: boolean
  /** The 1xx responses that came before this one. */
  readonly interim: readonly RawResponse[]

  constructor(head: Head, content: Content, interim: readonly RawResponse[]) {
    this.version = head.version
    this.status = head.status
    this.reason = head.reason
    this.headerLines = head.fields
    this.framing = content.framing
    this.body = Buffer.concat(content.parts)
    this.trailers = content.trailers
    this.complete = content.complete
    this.interim = interim
  }

  /** The value of a field that occurs at most once; throws where it occurs twice. */
  header(name: string): string | undefined {
    const values = this.headers(name)
    if (values.length > 1) throw new Error(`${name} occurs ${values.length} times: ${values.join(' | ')}`)
    return values[0]
  }

  /** The values of a field, one for each line. */
  headers(name: string): string[] {
    return valuesOf(this.headerLines, name)
  }

  /** The body as UTF-8; throws where it is not. */
  text(): string {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.body)
  }

  /** The body as JSON; throws where it is not. */
  json(): unknown {
    return JSON.parse(this.text())
  }
}

/** What stands in front of the content. */
export interface Head {
  readonly version: string
  readonly status: number
  readonly reason: string
  readonly fields: readonly FieldLine[]
  readonly end: number
}

/** The content and how it is delimited, while it is being read. */
export interface Content {
  readonly framing: Framing
  /** The value of Content-Length. */
  readonly length: number
  readonly parts: Buffer[]
  trailers: readonly FieldLine[]
  complete: boolean
  /** How far it goes in what was received. */
  end: number
}

/** The values of a field, one for each of its lines. */
export function valuesOf(fields: readonly FieldLine[], name: string): string[] {
  const wanted = name.toLowerCase()
  return fields.filter(([sent]) => sent.toLowerCase() === wanted).map(([, value]) => value)
}
