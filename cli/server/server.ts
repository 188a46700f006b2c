import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { UsageError } from '../usage-error.ts'
import { Connection, type Peer } from '../wire/connection.ts'
import { isLoopback } from './loopback.ts'
import { speaksHttp } from './speaks.ts'

/** The server under audit. */
export interface Server {
  /** `http://localhost:3000` */
  readonly origin: string
  /** The value of Host. */
  readonly host: string
  /** Path and query of the URL that was given. */
  readonly target: string
  readonly peer: Peer
}

/**
 * Finds the server that a URL names, and that it may be audited. The name is resolved once: every connection goes to the
 * address that was checked, so that another answer of the DNS cannot lead elsewhere.
 *
 * @param mayLeave whether addresses other than loopback are allowed
 * @param timeout for a first connection, in milliseconds
 * @throws UsageError where the URL is none, may not be audited, or nobody answers there
 */
export async function findServer(
  text: string,
  mayLeave: boolean,
  timeout: number,
  signal?: AbortSignal,
): Promise<Server> {
  const url = parseUrl(text)
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await resolve(name)
  const foreign = addresses.find((address) => !isLoopback(address))
  if (foreign !== undefined && !mayLeave) {
    const which = foreign === name ? foreign : `${name} (${foreign})`
    throw new UsageError(
      `${which} is not this machine. The audit sends broken and oversized requests: run it only against servers that ` +
        'you are allowed to test, and then add --yes-i-may.',
    )
  }
  const secure = url.protocol === 'https:'
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port)
  const failures: string[] = []
  for (const address of addresses) {
    const serverName = isIP(name) === 0 ? name : undefined
    // A server on this machine usually has a certificate that nobody has signed.
    const peer: Peer = { address, port, secure, serverName, verify: !isLoopback(address) }
    try {
      const connection = await Connection.open(peer, timeout, signal)
      connection.destroy()
      return { origin: url.origin, host: url.host, target: `${url.pathname}${url.search}`, peer }
    } catch (error) {
      if (secure && !signal?.aborted && (await speaksHttp(peer, url.host, timeout)))
        throw new UsageError(`${url.host} speaks http, not https. Write ${text.replace(/^https:/i, 'http:')}.`)
      failures.push(`${address}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new UsageError(`Nobody answers at ${url.origin} (${failures.join('; ')}). Is the server running?`)
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new UsageError(`Not an http or https URL: ${text}. Write it as http://localhost:3000/path.`)
  if (url.username !== '' || url.password !== '')
    throw new UsageError("A URL with credentials is not used. Give them with --header 'Authorization: …'.")
  return url
}

async function resolve(name: string): Promise<readonly string[]> {
  if (isIP(name) !== 0) return [name]
  try {
    const found = await lookup(name, { all: true })
    if (found.length > 0) return found.map(({ address }) => address)
  } catch {
    // Told below.
  }
  throw new UsageError(`There is no address for ${name}.`)
}
