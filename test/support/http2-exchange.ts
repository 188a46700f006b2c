import type { ClientHttp2Stream, OutgoingHttpHeaders } from 'node:http2'
import type { Exchange, FieldLine, InterimMessage } from '../../src/rules/index.ts'

/** What goes over one stream of HTTP/2, for the rulebook. */
export class Heard {
  readonly #sent: OutgoingHttpHeaders
  readonly #contentLength: number
  readonly #interim: InterimMessage[] = []
  #response: InterimMessage | undefined
  #trailers: readonly FieldLine[] = []

  constructor(sent: OutgoingHttpHeaders, body: Buffer | undefined) {
    this.#sent = sent
    this.#contentLength = body?.length ?? 0
  }

  listenTo(stream: ClientHttp2Stream): void {
    // The third argument, the fields as they came, is in no declaration.
    const on = (event: string, listener: (raw: readonly string[]) => void): void =>
      void stream.on(event, (_combined: unknown, _flags: unknown, raw: readonly string[]) => listener(raw))
    on('headers', (raw) => void this.#interim.push(messageOf(raw)))
    on('response', (raw) => {
      this.#response = messageOf(raw)
    })
    on('trailers', (raw) => {
      this.#trailers = messageOf(raw).fields
    })
  }

  /** Undefined where nothing was answered. */
  exchange(content: Buffer, code: number | undefined): Exchange | undefined {
    if (this.#response === undefined) return undefined
    const { ':method': method = 'GET', ':path': target = '/' } = this.#sent
    const fields = Object.entries(this.#sent).flatMap(([name, value]) =>
      name.startsWith(':') || value === undefined ? [] : [value].flat().map((one): FieldLine => [name, String(one)]),
    )
    return {
      request: {
        method: String(method),
        target: String(target),
        version: '2',
        fields,
        contentLength: this.#contentLength,
        secure: false,
      },
      interim: this.#interim,
      response: {
        ...this.#response,
        content: new Uint8Array(content),
        trailers: this.#trailers,
        complete: code === 0,
      },
    }
  }
}

function messageOf(raw: readonly string[]): InterimMessage {
  const fields: FieldLine[] = []
  for (let at = 0; at < raw.length; at += 2) fields.push([raw[at] ?? '', raw[at + 1] ?? ''])
  return {
    version: '2',
    status: Number(fields.find(([name]) => name === ':status')?.[1]),
    fields: fields.filter(([name]) => !name.startsWith(':')),
  }
}
