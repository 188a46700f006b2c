import { ResponseReader } from '../../adapters/node/wire/response-reader.ts'
import { Connection, type Peer } from '../wire/connection.ts'
import { bytesOf } from '../wire/request.ts'

const LIMITS = { content: 65_536, head: 65_536 }

/** Whether a server that does not do TLS answers HTTP without it. */
export async function speaksHttp(peer: Peer, host: string, timeout: number): Promise<boolean> {
  const connection = await open({ ...peer, secure: false }, timeout)
  if (connection === undefined) return false
  try {
    const request = { method: 'OPTIONS', target: '*', version: '1.1', fields: [['Host', host]] } as const
    const reader = new ResponseReader('OPTIONS', LIMITS)
    await connection.exchange(bytesOf(request), reader, timeout)
    return reader.head !== undefined
  } finally {
    connection.destroy()
  }
}

/** Whether TLS comes about with a server, whatever its certificate. */
export async function speaksTls(peer: Peer, timeout: number): Promise<boolean> {
  const connection = await open({ ...peer, secure: true, verify: false }, timeout)
  connection?.destroy()
  return connection !== undefined
}

async function open(peer: Peer, timeout: number): Promise<Connection | undefined> {
  try {
    return await Connection.open(peer, timeout)
  } catch {
    return undefined
  }
}
