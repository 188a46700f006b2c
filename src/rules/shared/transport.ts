import type { RequestView } from '../exchange-view.ts'

/**
 * Whether a request came unprotected over a network: without TLS, not through a proxy that had TLS, and not to the own
 * machine or to a network of one's own, where names have no dots and addresses are private.
 */
export function isExposed(request: RequestView): boolean {
  return request.message.secure === false && !wasForwardedSecurely(request) && !isLocal(hostOf(request))
}

/** Whether a proxy says that the client had TLS. */
export function wasForwardedSecurely(request: RequestView): boolean {
  return (
    PROTOCOLS.some((name) => request.get(name)?.toLowerCase().includes('https')) ||
    SWITCHES.some((name) => request.lists(name, 'on')) ||
    /proto="?https/i.test(request.get('forwarded') ?? '') ||
    /"scheme"[\t ]?:[\t ]?"https"/.test(request.get('cf-visitor') ?? '')
  )
}

/**
 * The host in lower case, without its port, which differs between http and https. Where the target is an absolute URI,
 * its host counts and not Host (RFC 9112 §3.2.2).
 */
export function hostOf(request: RequestView): string {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(request.target)?.[1] ?? request.get('host') ?? ''
  return authority.replace(/:\d{1,5}$/, '').toLowerCase()
}

/** What proxies say the protocol of the client in. */
const PROTOCOLS = [
  'cloudfront-forwarded-proto',
  'x-forwarded-proto',
  'x-forwarded-protocol',
  'x-forwarded-scheme',
  'x-url-scheme',
]

/** What proxies switch on where the client had TLS. */
const SWITCHES = ['front-end-https', 'x-forwarded-ssl']

function isLocal(name: string): boolean {
  if (name.startsWith('[') || !name.includes('.')) return true
  return /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.|\.(?:localhost|local|internal|test)$/.test(name)
}
