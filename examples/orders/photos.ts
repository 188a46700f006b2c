import type { IncomingMessage } from 'node:http'
import { ContentTooLarge, LengthRequired, UnsupportedMediaType } from 'statuswise'

const MOST_BYTES = 1_000_000

/**
 * Reads an uploaded photo. A refusal leaves the upload unread: the client gets the answer while it still sends.
 * @returns its size in bytes.
 */
export async function receivePhoto(req: IncomingMessage): Promise<number> {
  const { 'content-type': type, 'content-length': length } = req.headers
  if (type === undefined || !/^image\/(?:png|jpeg)$/.test(type)) {
    throw new UnsupportedMediaType({ accept: ['image/png', 'image/jpeg'] })
  }
  if (length === undefined) throw new LengthRequired()
  if (Number(length) > MOST_BYTES) throw new ContentTooLarge(`A photo has at most ${MOST_BYTES} bytes`)
  let size = 0
  for await (const chunk of req) size += chunk.length
  return size
}
