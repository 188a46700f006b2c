import { parseArgs } from 'node:util'
import { type HostName, hostNames } from './hosts/names.ts'

export interface Options {
  readonly seed: number
  readonly seconds: number
  /** For each host. */
  readonly requests: number
  readonly hosts: readonly HostName[]
  /** Only this one. */
  readonly connection: number | undefined
}

/** @throws {TypeError} for what is no option. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '60' },
      requests: { type: 'string' },
      host: { type: 'string' },
      connection: { type: 'string' },
    },
  })
  const { seed, seconds, requests, host, connection } = values
  if (host !== undefined && !hostNames.includes(host as HostName)) {
    throw new TypeError(`--host is one of ${hostNames.join(', ')}, not ${host}`)
  }
  return {
    seed: numberOf('seed', seed),
    seconds: numberOf('seconds', seconds),
    requests: requests === undefined ? Number.POSITIVE_INFINITY : numberOf('requests', requests),
    hosts: host === undefined ? hostNames : [host as HostName],
    connection: connection === undefined ? undefined : numberOf('connection', connection),
  }
}

function numberOf(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new TypeError(`--${name} takes a number, not ${value}`)
  return Number(value)
}
