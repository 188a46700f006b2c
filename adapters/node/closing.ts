import type { FramedReply } from '../../src/respond/index.ts'

/** Says that the connection ends behind a reply (RFC 9112 §9.6), once: a 408 says so by itself (RFC 9110 §15.5.9). */
export function closing(reply: FramedReply): FramedReply {
  const options = [reply.headers.Connection ?? []].flat().map(String)
  if (options.some(saysClose)) return reply
  return { ...reply, headers: { ...reply.headers, Connection: [...options, 'close'].join(', ') } }
}

/** Whether a Connection field lists `close` (RFC 9112 §9.6). */
export function saysClose(connection: string): boolean {
  return /(?:^|,)[ \t]*close[ \t]*(?:,|$)/i.test(connection)
}
