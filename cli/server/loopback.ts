import { isIP } from 'node:net'

/** Whether an address, as the resolver writes it, is one of this machine only (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
export function isLoopback(address: string): boolean {
  const [unscoped = ''] = address.toLowerCase().split('%')
  switch (isIP(unscoped)) {
    case 4:
      return unscoped.startsWith('127.')
    case 6: {
      if (unscoped === '::1' || unscoped === '0:0:0:0:0:0:0:1') return true
      const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(unscoped)?.[1]
      return mapped === undefined ? /^::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}$/.test(unscoped) : isLoopback(mapped)
    }
    default:
      return false
  }
}
