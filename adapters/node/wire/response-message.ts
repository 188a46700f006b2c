import type { ResponseMessage } from '../../../src/rules/index.ts'
import type { ResponseReader } from './response-reader.ts'

/**
 * What a reader has read, as the rules see it; undefined without a status line. Of a response whose end was not awaited,
 * the content is not known.
 *
 * @param closed whether the server closed the connection after it
 */
export function responseOf(reader: ResponseReader, closed: boolean | undefined): ResponseMessage | undefined {
  const { head, state } = reader
  if (head === undefined) return undefined
  const isKnown = state === 'complete' || state === 'cut'
  const content = isKnown ? reader.content : undefined
  const { surplus } = reader
  return {
    version: head.version,
    status: head.status,
    reason: head.reason,
    fields: head.fields,
    head: head.raw,
    content: content === undefined ? undefined : new Uint8Array(content),
    contentLength: content?.length,
    trailers: state === 'complete' ? reader.trailers : undefined,
    complete: state === 'complete' ? true : state === 'cut' ? false : undefined,
    chunkFault: reader.chunkFault?.replace(/\.$/, ''),
    // After 101 another protocol is spoken; and what begins another response is no surplus of this one.
    surplus: head.status === 101 || surplus.subarray(0, 5).toString('latin1') === 'HTTP/' ? 0 : surplus.length,
    closed: isKnown ? closed : undefined,
  }
}
