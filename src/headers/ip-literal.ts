const GROUP = /^[0-9A-Fa-f]{1,4}$/
const FUTURE = /^v[0-9A-Fa-f]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+$/i
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

/** Whether a host is an IP address in brackets, as IPv6 has to be (RFC 3986 §3.2.2). */
export function isIpLiteral(host: string): boolean {
  if (!host.startsWith('[') || !host.endsWith(']')) return false
  const address = host.slice(1, -1)
  return isIpv6(address) || FUTURE.test(address)
}

function isIpv6(address: string): boolean {
  const halves = address.split('::')
  const groups = halves.map((half, index) => countGroups(half, index === halves.length - 1))
  const count = groups.reduce((sum, groupsOfHalf) => sum + groupsOfHalf, 0)
  return halves.length === 1 ? count === 8 : halves.length === 2 && count <= 7
}

/** How many groups of 16 bits a part stands for; NaN if one is none. Only the very last may be an IPv4 address. */
function countGroups(part: string, last: boolean): number {
  if (part === '') return 0
  const groups = part.split(':')
  return groups.reduce((sum, group, index) => {
    if (GROUP.test(group)) return sum + 1
    return last && index === groups.length - 1 && IPV4.test(group) ? sum + 2 : Number.NaN
  }, 0)
}
