import type { ServerHttp2Stream } from 'node:http2'
import type { FieldLine, InterimMessage, RequestMessage } from '../../../src/rules/index.ts'
import type { OnExchange } from './observe.ts'
import type { Share } from './room.ts'
import { bytesOf } from './tap.ts'

/** Watches a response of HTTP/2: its heads as node:http2 tells them, its content as it is written to the stream. */
export function observeStream(
  stream: ServerHttp2Stream,
  request: RequestMessage,
  share: Share,
  onExchange: OnExchange,
): void {
  let parts: Buffer[] | undefined = []

  listenTo(stream, ['write', 'end'], (chunk, encoding) => {
    // After the end (and for HEAD, 204, 205 and 304 that comes with the head) nothing goes out any more.
    if (parts === undefined || stream.writableEnded || stream.destroyed) return
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    const bytes = bytesOf(chunk, encoding)
    if (share.take(bytes.length)) parts.push(bytes)
    else {
      parts = undefined
      share.release()
    }
  })
  // Files that node:http2 sends by itself are not seen.
  listenTo(stream, ['respondWithFile', 'respondWithFD'], () => {
    parts = undefined
  })

  stream.once('close', () => {
    const head = stream.sentHeaders
    if (head === undefined) return share.release()
    // Cut short, nobody can say what is missing.
    const isComplete = stream.rstCode === 0 && stream.writableFinished
    const content = isComplete && parts !== undefined ? new Uint8Array(Buffer.concat(parts)) : undefined
    parts = undefined
    const response = {
      ...messageOf(head),
      content,
      contentLength: content?.length,
      trailers: isComplete ? fieldsOf(stream.sentTrailers ?? {}) : undefined,
      complete: isComplete ? true : undefined,
      surplus: 0,
    }
    const interim = (stream.sentInfoHeaders ?? []).map(messageOf)
    void onExchange({ request, interim, response }).then(share.release)
  })
}

/** Hears the arguments of some methods before they are called; what goes wrong in hearing is not seen by the stream. */
function listenTo(
  stream: ServerHttp2Stream,
  names: readonly ('write' | 'end' | 'respondWithFile' | 'respondWithFD')[],
  onCall: (...args: readonly unknown[]) => void,
): void {
  for (const name of names) {
    const method: (...args: never[]) => unknown = stream[name]
    const heard = function (this: unknown, ...args: unknown[]): unknown {
      try {
        onCall(...args)
      } catch {
        // The stream goes on.
      }
      return Reflect.apply(method, this, args)
    }
    Object.defineProperty(stream, name, { value: heard, configurable: true, writable: true })
  }
}

type Headers = Readonly<Record<string, number | string | readonly string[] | undefined>>

function messageOf(headers: Headers): InterimMessage {
  return { version: '2', status: Number(headers[':status']), fields: fieldsOf(headers) }
}

function fieldsOf(headers: Headers): FieldLine[] {
  return Object.entries(headers)
    .filter(([name, value]) => !name.startsWith(':') && value !== undefined)
    .flatMap(([name, value]) => [value].flat().map((one): FieldLine => [name, String(one)]))
}
