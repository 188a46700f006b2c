import type { Readable } from 'node:stream'

/** Whether a body is a stream, also one of the readable-stream package; those of before Node 0.10 are too old to wait for. */
export function isReadable(body: unknown): body is Readable {
  return (
    typeof body === 'object' && body !== null && 'pipe' in body && 'readableLength' in body && 'readableFlowing' in body
  )
}
