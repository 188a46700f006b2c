import type { NodeResponse } from '../write.ts'

type WriteRaw = (this: unknown, data: unknown, encoding?: unknown, ...rest: unknown[]) => unknown

/**
 * Listens to all that a response of node:http/1 hands over to its socket, in the order of the wire: interim responses,
 * its head, its content with its framing. All of it goes through a method of node:http without a public name (but for
 * the head where the first content are bytes, which is put before these on another way). Nothing is changed or delayed,
 * and no failure of the listener's is seen by the response.
 *
 * @param onBytes says whether it wants to hear more
 * @returns whether there is such a method; a unit test watches that there is.
 */
export function tap(res: NodeResponse, onBytes: (bytes: Buffer) => boolean): boolean {
  const writeRaw: unknown = Reflect.get(res, '_writeRaw')
  if (typeof writeRaw !== 'function') return false
  let isHeard = true
  let isHeadSeen = false
  const listen = (data: unknown, encoding: unknown): void => {
    const head: unknown = Reflect.get(res, '_header')
    if (!isHeadSeen && Reflect.get(res, '_headerSent') === true && typeof head === 'string') {
      isHeadSeen = true
      if (typeof data !== 'string' || !data.startsWith(head)) isHeard = onBytes(Buffer.from(head, 'latin1'))
    }
    if (isHeard && data !== '') isHeard = onBytes(bytesOf(data, encoding))
  }
  const tapped: WriteRaw = function (data, encoding, ...rest) {
    try {
      if (isHeard) listen(data, encoding)
    } catch {
      isHeard = false
    }
    return (writeRaw as WriteRaw).call(this, data, encoding, ...rest)
  }
  // Like the method itself, it does not show where somebody lists what a response has.
  Object.defineProperty(res, '_writeRaw', { value: tapped, configurable: true, writable: true })
  return true
}

/** What is written, as a copy: the bytes of others may change later. */
export function bytesOf(data: unknown, encoding: unknown): Buffer {
  if (data instanceof Uint8Array) return Buffer.from(data)
  return Buffer.from(String(data), typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8')
}
