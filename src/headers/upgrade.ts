import { describe } from './describe.ts'
import { listArgument } from './list-argument.ts'
import { parseList, parseOnly, type Scanner } from './scan.ts'

/**
 * Writes Upgrade. Whoever sends it also lists `upgrade` in Connection (RFC 9110 §7.8).
 * @param protocols At least one `name` or `name/version`, the most preferred first.
 * @throws {TypeError} for none, for a string in place of an array, and for what is no protocol.
 * @example formatUpgrade(['websocket', 'TLS/1.3']) // 'websocket, TLS/1.3'
 */
export function formatUpgrade(protocols: Iterable<string>): string {
  const list: string[] = []
  for (const protocol of listArgument(protocols, 'Upgrade takes a list of protocols (RFC 9110 §7.8)')) {
    if (typeof protocol !== 'string' || parseOnly(protocol, parseProtocol) === undefined) {
      throw new TypeError(`Upgrade lists protocols as name or name/version (RFC 9110 §7.8), not ${describe(protocol)}`)
    }
    list.push(protocol)
  }
  if (list.length === 0) throw new TypeError('Upgrade names at least one protocol (RFC 9110 §7.8)')
  return list.join(', ')
}

/**
 * Reads Upgrade: the protocols in the order sent (RFC 9110 §7.8), `undefined` if one of them is invalid.
 * @example parseUpgrade('websocket, TLS/1.3') // ['websocket', 'TLS/1.3']
 */
export function parseUpgrade(value: string | readonly string[]): string[] | undefined {
  return parseList(value, parseProtocol)
}

function parseProtocol(scanner: Scanner): string | undefined {
  const name = scanner.token()
  if (name === undefined || !scanner.take('/')) return name
  const version = scanner.token()
  return version === undefined ? undefined : `${name}/${version}`
}
