import { isIpLiteral } from './ip-literal.ts'

// RFC 3986 §3.2.2: unreserved, sub-delims and what is encoded.
const NAME_AND_PORT = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*(?::\d*)?$/
const LITERAL_AND_PORT = /^(\[[^\]]*\])(?::\d*)?$/

/**
 * Whether a value is one that Host may have: a name or an IP address, and perhaps a port (RFC 9110 §7.2). The empty value
 * is one, too: the host of a target that has no authority.
 * @example isHost('[::1]:8080') // true
 */
export function isHost(value: string): boolean {
  if (!value.startsWith('[')) return NAME_AND_PORT.test(value)
  const [, literal] = LITERAL_AND_PORT.exec(value) ?? []
  return literal !== undefined && isIpLiteral(literal)
}
