import type { RequestView } from '../../exchange-view.ts'

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
    request.get('x-forwarded-proto')?.toLowerCase().includes('https') === true ||
    request.get('forwarded')?.toLowerCase().includes('proto=https') === true ||
    request.get('forwarded')?.toLowerCase().includes('proto="https') === true
  )
}

/** RFC 9112 §3.2.2: where the target is an absolute URI, its host counts and not Host. */
function hostOf(request: RequestView): string {
  return /^https?:\/\/([^/?#]*)/i.exec(request.target)?.[1] ?? request.get('host') ?? ''
}

function isLocal(host: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase()
  if (name.startsWith('[') || !name.includes('.')) return true
  return /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.|\.(?:localhost|local|internal|test)$/.test(name)
}
